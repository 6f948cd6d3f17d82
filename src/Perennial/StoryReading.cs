namespace Perennial;

// What is read out of a story's articles together. None of it holds words of theirs: they stand in the readings that it points at,
// so that whatever holds an article back, or takes it down, takes them along.

/// <summary>Where a passage stands: in which reading of which article.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Read">The position of the reading.</param>
/// <param name="Start">The offset of the first UTF-16 code unit in that reading's text.</param>
/// <param name="End">The offset after the last one.</param>
public sealed record PassageAnchor(string Article, long Read, int Start, int End);

/// <summary>One thing that a story's articles count differently: the figures side by side, never summed, averaged or judged.</summary>
public sealed record StoryFigure
{
    /// <summary>The sentence of the last of them, which tells what is counted; <see langword="null"/> when it stands in none.</summary>
    public PassageAnchor? Passage { get; init; }

    /// <summary>Each figure with whoever gives it, once, in order of time.</summary>
    public IReadOnlyList<GivenFigure> Sides
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>A figure as somebody gave it first.</summary>
public sealed record GivenFigure
{
    /// <summary>The figure's place: a figure of that reading stands there.</summary>
    public required PassageAnchor Passage { get; init; }

    /// <summary>The statement whose words it stands in, and so who gives it; <see langword="null"/> for the article's own words.</summary>
    public string? Statement { get; init; }

    /// <summary>When the article was published, else first seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many other articles give the same figure by the same giver, echoes passed over.</summary>
    public int Again { get; init; }

    /// <summary>When the last of those was published; <see langword="null"/> when there are none.</summary>
    public DateTimeOffset? Last { get; init; }
}

/// <summary>One statement of somebody with the articles that carry it.</summary>
public sealed record StoryThread
{
    /// <summary>Where it stands, in order of time: the first of all, the fullest, and the first others.</summary>
    public IReadOnlyList<ThreadPlace> Carriers
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>How many articles carry it in all.</summary>
    public int Carried { get; init; }

    /// <summary>How many independent origins they go back to, echoes folded.</summary>
    public int Origins { get; init; }
}

/// <summary>A place where a statement stands.</summary>
/// <param name="Statement">The statement's id: see <see cref="StatementId"/>.</param>
/// <param name="Article">The article's id.</param>
/// <param name="At">When the article was published, else first seen.</param>
public sealed record ThreadPlace(string Statement, string Article, DateTimeOffset At);

/// <summary>A dated moment of a story.</summary>
public sealed record StoryMoment
{
    /// <summary>The first day of it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How precise it is, in the words of <see cref="Moment.Precision"/>.</summary>
    public required string Precision { get; init; }

    /// <summary>The sentences that tell best what happened, the best first, each of another article; of some the words may not be shown.</summary>
    public IReadOnlyList<PassageAnchor> Passages
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The articles that speak of it, the first ones, in order of arrival.</summary>
    public IReadOnlyList<string> Articles
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>How many articles speak of it in all.</summary>
    public int Carried { get; init; }

    /// <summary>How many independent origins those go back to.</summary>
    public int Origins { get; init; }
}

/// <summary>A story's headline with what it claims.</summary>
public sealed record StoryHeadline
{
    /// <summary>The position of the entry by which the story had the headline that was looked at.</summary>
    public required long Since { get; init; }

    /// <summary>What it claims, in order.</summary>
    public IReadOnlyList<StoryClaim> Claims
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>Something that a headline claims.</summary>
public sealed record StoryClaim
{
    /// <summary>What it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>Where it begins in the headline.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required int End { get; init; }

    /// <summary>The passages that carry it, the one that carries most of the headline's other words first; empty for none.</summary>
    public IReadOnlyList<PassageAnchor> Passages
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>What sort of claim a headline makes.</summary>
public enum ClaimKind
{
    /// <summary>Words in quotation marks.</summary>
    Quotation,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A number.</summary>
    Figure,

    /// <summary>A word of what is said to have happened.</summary>
    Words,
}
