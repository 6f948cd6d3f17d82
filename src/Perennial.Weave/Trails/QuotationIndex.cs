namespace Perennial.Weave.Trails;

/// <summary>Which groups of quotations have which runs of three words: finds the few that a newcomer may belong to.</summary>
internal sealed class QuotationIndex
{
    // A run that stands in very many different quotations ("I would like to") tells nothing, and would cost a scan.
    private const int MostPostings = 200;
    private const int MostCandidates = 16;

    private readonly Dictionary<ulong, HashSet<QuotationGroup>> groupsWith = [];

    /// <summary>The groups that share telling runs with some words, the likeliest first.</summary>
    public IEnumerable<QuotationGroup> Like(QuotedWords words)
    {
        var weights = new Dictionary<QuotationGroup, double>();
        foreach (var run in words.Runs())
        {
            if (groupsWith.GetValueOrDefault(run) is { Count: <= MostPostings } with)
            {
                foreach (var group in with)
                {
                    weights[group] = weights.GetValueOrDefault(group) + (1.0 / with.Count);
                }
            }
        }
        return weights
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Number)
            .Take(MostCandidates)
            .Select(pair => pair.Key);
    }

    /// <summary>Puts a quotation into a group.</summary>
    public void Add(QuotationGroup group, Carriage carriage)
    {
        group.Members.Add(carriage);
        foreach (var run in carriage.Words.Runs())
        {
            group.Runs[run] = group.Runs.GetValueOrDefault(run) + 1;
            // A group stands once under a run, however many reprints have it.
            if (group.Runs[run] == 1)
            {
                if (!groupsWith.TryGetValue(run, out var with))
                {
                    groupsWith.Add(run, with = []);
                }
                with.Add(group);
            }
        }
    }

    /// <summary>Takes a quotation out of its group.</summary>
    public void Remove(QuotationGroup group, Carriage carriage)
    {
        group.Members.Remove(carriage);
        foreach (var run in carriage.Words.Runs())
        {
            if (--group.Runs[run] == 0)
            {
                group.Runs.Remove(run);
                groupsWith[run].Remove(group);
                if (groupsWith[run].Count == 0)
                {
                    groupsWith.Remove(run);
                }
            }
        }
    }
}
