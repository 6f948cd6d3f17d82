namespace Perennial.Weave.Trails;

/// <summary>Which groups of quotations have which runs of three words: finds the few that a newcomer may belong to.</summary>
internal sealed class QuotationIndex
{
    // A run that stands in very many different quotations ("I would like to") tells nothing, and would cost a scan.
    private const int MostPostings = 200;
    private const int MostCandidates = 16;

    // Nearly every run stands in one group: a list for each would be most of the memory.
    private readonly Dictionary<ulong, QuotationGroup> first = [];
    private readonly Dictionary<ulong, List<QuotationGroup>> others = [];

    /// <summary>The groups that share telling runs with some words, the likeliest first.</summary>
    public IEnumerable<QuotationGroup> Like(QuotedWords words)
    {
        var weights = new Dictionary<QuotationGroup, double>();
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
            weights[group] = weights.GetValueOrDefault(group) + weight;
            foreach (var other in more ?? [])
            {
                weights[other] = weights.GetValueOrDefault(other) + weight;
            }
        }
        return weights
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Number)
            .Take(MostCandidates)
            .Select(pair => pair.Key);
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
