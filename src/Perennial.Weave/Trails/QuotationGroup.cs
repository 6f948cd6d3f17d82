namespace Perennial.Weave.Trails;

/// <summary>The same quotation in one or more articles.</summary>
internal sealed class QuotationGroup(long number)
{
    /// <summary>How many articles a trail holds; those that come later are reprints of reprints, and are left out.</summary>
    public const int MostCarriers = 40;

    /// <summary>In which order the groups began.</summary>
    public long Number { get; } = number;

    /// <summary>The carriers in order of arrival.</summary>
    public List<Carriage> Members { get; } = [];

    /// <summary>The trail's id; <see langword="null"/> while a single article carries it.</summary>
    public string? Trail { get; set; }

    /// <summary>What was said of the trail last.</summary>
    public IReadOnlyList<TrailCarrier> Said { get; set; } = [];

    /// <summary>When its newest member was taken in.</summary>
    public DateTimeOffset Newest { get; set; }

    /// <summary>The members that a newcomer is compared with: the first of each wording.</summary>
    public IEnumerable<Carriage> Forms()
    {
        const int most = 12;
        return Members.DistinctBy(member => member.Words.Joined, StringComparer.Ordinal).Take(most);
    }
}
