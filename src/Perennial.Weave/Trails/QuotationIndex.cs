namespace Perennial.Weave.Trails;

/// <summary>Which groups of quotations have which runs of three words: finds the few that a newcomer may belong to.</summary>
internal sealed class QuotationIndex
{
    // A run that stands in very many different quotations ("I would like to") tells nothing, and would cost a scan.
    private const int MostPostings = 200;
    private const int MostCandidates = 16;

    // Four words alike in runs of three or more, the least that makes two quotations the same, are two runs of three at least.
    private const int FewestShared = 2;

    // Nearly every run stands in one group: a list for each would be most of the memory.
    private readonly Dictionary<ulong, QuotationGroup> first = [];
    private readonly Dictionary<ulong, List<QuotationGroup>> others = [];

    /// <summary>The groups that share telling runs with some words, the likeliest first.</summary>
    public IEnumerable<QuotationGroup> Like(QuotedWords words)
    {
        var shared = new Dictionary<QuotationGroup, (int Runs, double Weight)>();
        foreach (var run in words.Runs())
        {
            if (!first.TryGetValue(run, out var group))
            {
                continue;
            }
            var more = others.GetValueOrDefault(run);
            var weight = 1.0 / (1 + (more?.Count ?? 0));
            if (more is { Count: >= MostPostings })
            {
                continue;
            }
            Count(group, weight);
            foreach (var other in more ?? [])
            {
                Count(other, weight);
            }
        }
        return shared
            .Where(pair => pair.Value.Runs >= FewestShared)
            .OrderByDescending(pair => pair.Value.Weight)
            .ThenBy(pair => pair.Key.Number)
            .Take(MostCandidates)
            .Select(pair => pair.Key);

        void Count(QuotationGroup with, double weight)
        {
            var (runs, before) = shared.GetValueOrDefault(with);
            shared[with] = (runs + 1, before + weight);
        }
    }

    /// <summary>Puts a quotation into a group; the group stands once under a run, however many reprints have it.</summary>
    public void Add(QuotationGroup group, Carriage carriage)
    {
        group.Members.Add(carriage);
        foreach (var run in carriage.Words.Runs())
        {
            if (first.TryAdd(run, group) || ReferenceEquals(first[run], group))
            {
                continue;
            }
            if (!others.TryGetValue(run, out var more))
            {
                others.Add(run, more = []);
            }
            // Beyond that many it is not looked at.
            if (more.Count < MostPostings && !more.Contains(group))
            {
                more.Add(group);
            }
        }
    }

    /// <summary>Takes a quotation out of its group.</summary>
    public void Remove(QuotationGroup group, Carriage carriage)
    {
        group.Members.Remove(carriage);
        var runs = carriage.Words.Runs();
        foreach (var form in group.Members.DistinctBy(member => member.Words.Joined, StringComparer.Ordinal))
        {
            runs.ExceptWith(form.Words.Runs());
        }
        foreach (var run in runs)
        {
            Remove(run, group);
        }
    }

    private void Remove(ulong run, QuotationGroup group)
    {
        var more = others.GetValueOrDefault(run);
        if (!first.TryGetValue(run, out var holder) || !ReferenceEquals(holder, group))
        {
            more?.Remove(group);
        }
        else if (more is [.., var next])
        {
            first[run] = next;
            more.RemoveAt(more.Count - 1);
        }
        else
        {
            first.Remove(run);
        }
        if (more is [])
        {
            others.Remove(run);
        }
    }
}
