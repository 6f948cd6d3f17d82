namespace Perennial.Weave.Trails;

/// <summary>What is known of each carrier of a quotation: where it has the words from, and what became of them.</summary>
internal static class TrailCarriers
{
    /// <summary>The carriers in order of time; none when only one article has the words.</summary>
    /// <param name="members">The quotation, in any number of articles.</param>
    /// <param name="outlets">The outlets that are known.</param>
    public static IReadOnlyList<TrailCarrier> Of(IReadOnlyList<Carriage> members, IReadOnlyCollection<string> outlets)
    {
        // One article may have it twice, in a pull quote or the headline too: its fullest form counts.
        List<Carriage> carriers =
        [
            .. members
                .GroupBy(member => member.Article.Id, StringComparer.Ordinal)
                .Select(same => same.MaxBy(member => member.Words.Count)!)
                .OrderBy(member => member.Article.At)
                .ThenBy(member => member.Article.Id.Length)
                .ThenBy(member => member.Article.Id, StringComparer.Ordinal),
        ];
        if (carriers.Count < 2)
        {
            return [];
        }
        List<Provenance> provenances =
        [
            .. carriers.Select((carrier, i) => Provenance.Of(carrier, carriers, isFirst: i == 0, outlets)),
        ];
        var origins = Origins.Of(carriers, provenances);
        return [.. carriers.Select((_, i) => Of(i, carriers, provenances, origins))];
    }

    /// <summary>Whether two lists say the same.</summary>
    public static bool AreTheSame(IReadOnlyList<TrailCarrier> one, IReadOnlyList<TrailCarrier> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => IsTheSame(pair.First, pair.Second));

    private static bool IsTheSame(TrailCarrier one, TrailCarrier other) =>
        one with { Runs = other.Runs, Agreed = other.Agreed } == other
        && one.Runs.SequenceEqual(other.Runs)
        && one.Agreed.Count == other.Agreed.Count
        && one.Agreed.Zip(other.Agreed).All(pair => pair.First.SequenceEqual(pair.Second));

    private static TrailCarrier Of(
        int number,
        List<Carriage> carriers,
        List<Provenance> provenances,
        IReadOnlyList<int?> origins
    )
    {
        var (carrier, provenance) = (carriers[number], provenances[number]);
        var compared = carriers
            .Take(number)
            .Select(earlier => (Earlier: earlier, Alignment: carrier.ComparedWith(earlier)))
            .FirstOrDefault(pair => pair.Alignment is not null);
        var others = carriers
            .Where((_, i) => origins[i] is { } origin && origins[number] is { } own && origin != own)
            .ToList();
        return new TrailCarrier
        {
            Statement = carrier.Quotation.Id,
            Article = carrier.Article.Id,
            At = carrier.Article.At,
            Seen = carrier.Article.Seen,
            Relation = provenance.Relation,
            By = provenance.By,
            Sure = provenance.Sure,
            From = provenance.From?.Quotation.Id,
            Origin = origins[number],
            Verbatim = Agreement.IsWhole(carrier, others),
            OtherSpeaker =
                compared.Earlier is { Quotation.SpeakerIsSure: true } earlier
                && carrier.Quotation.SpeakerIsSure
                && carrier.IsSaidByTheSameAs(earlier) == false,
            ComparedWith = compared.Earlier?.Quotation.Id,
            Runs = compared.Alignment is { } alignment ? TrailRuns.Of(alignment, carrier.Quotation.Text) : [],
            Agreed = Agreement.Runs(carrier, others),
        };
    }
}
