namespace Perennial;

/// <summary>One article on the way of a quotation, and what is known of how the words came to it.</summary>
/// <remarks>It holds no words: they stand in the statements, so that a takedown of an article takes them along.</remarks>
public sealed record TrailCarrier
{
    /// <summary>The statement's id: see <see cref="StatementId"/>.</summary>
    public required string Statement { get; init; }

    /// <summary>The article that carries it.</summary>
    public required string Article { get; init; }

    /// <summary>When the article was published, else when it was first seen here.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether <see cref="At"/> is when it was first seen here, since the article does not say when it was published.</summary>
    public bool Seen { get; init; }

    /// <summary>How the words came to it.</summary>
    public required TrailRelation Relation { get; init; }

    /// <summary>Whom the text names for it: an outlet or an agency; <see langword="null"/> when it names nobody.</summary>
    public string? By { get; init; }

    /// <summary>Whether the text says so without doubt; what damaged text only suggests is not sure.</summary>
    public bool Sure { get; init; } = true;

    /// <summary>The statement of this trail that it has the words from; <see langword="null"/> when that carrier was not seen here: a gap.</summary>
    public string? From { get; init; }

    /// <summary>Which of the trail's origins it goes back to, from 1; <see langword="null"/> when it came from a carrier that nobody named.</summary>
    public int? Origin { get; init; }

    /// <summary>Whether another origin has all of its words, in their order. A translation never has.</summary>
    public bool Verbatim { get; init; }

    /// <summary>Whether it gives the words to somebody else than the carrier it is compared with.</summary>
    public bool OtherSpeaker { get; init; }

    /// <summary>The statement whose words it is compared with; <see langword="null"/> for what nothing earlier has.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>What became of the words, in order; empty when there is nothing to compare with.</summary>
    public IReadOnlyList<TrailRun> Runs
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Runs of its words, each <c>[start, end]</c>, that an independent origin has too.</summary>
    public IReadOnlyList<int[]> Agreed
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>Some words that stayed, came or went together, as a piece of a statement's text.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Start">Where they begin: in the carrier's own statement, or for what went, in the one it is compared with.</param>
/// <param name="End">Where they end.</param>
public sealed record TrailRun(TrailRunKind Kind, int Start, int End);

/// <summary>What became of some words of a quotation.</summary>
public enum TrailRunKind
{
    /// <summary>They stand in both.</summary>
    Kept,

    /// <summary>They were not there before.</summary>
    Added,

    /// <summary>They are gone from the midst of the quotation.</summary>
    Dropped,

    /// <summary>They are left out at its beginning, at its end or at an ellipsis: it was cut.</summary>
    Cut,

    /// <summary>The carrier quotes more than the one before, at its beginning or end.</summary>
    More,
}

/// <summary>How the words of a quotation came to a carrier, as far as that is known.</summary>
public enum TrailRelation
{
    /// <summary>Nothing says where they came from, and nobody had them before: the earliest seen here.</summary>
    Earliest,

    /// <summary>The speaker told this outlet, or told reporters.</summary>
    Told,

    /// <summary>The whole article repeats an earlier one.</summary>
    Echo,

    /// <summary>The article credits an agency.</summary>
    Agency,

    /// <summary>The text names another outlet for them.</summary>
    ByWayOf,

    /// <summary>The text says that they come from another outlet and not from which: "our partner network".</summary>
    Unnamed,

    /// <summary>Others had them before; the article does not say where it has them from.</summary>
    Unknown,
}
