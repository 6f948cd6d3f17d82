namespace Perennial.Weave.Changes;

/// <summary>What changed between two readings of one page, as a person would tell it: this is what silent edits look like.</summary>
public sealed record ArticleChanges
{
    /// <summary>The headline's change; <see langword="null"/> when it stayed.</summary>
    public TextChange? Headline { get; init; }

    /// <summary>The standfirst's change.</summary>
    public TextChange? Standfirst { get; init; }

    /// <summary>The byline's change.</summary>
    public TextChange? Byline { get; init; }

    /// <summary>What happened to paragraphs and subheads, in the order of the later text.</summary>
    public IReadOnlyList<ParagraphChange> Paragraphs { get; init; } = [];

    /// <summary>The figures that moved, came or went.</summary>
    public IReadOnlyList<FigureChange> Figures { get; init; } = [];

    /// <summary>The statements that changed, came or went.</summary>
    public IReadOnlyList<StatementChange> Statements { get; init; } = [];

    /// <summary>When the page says that it was changed last.</summary>
    public StatedTime? Modified { get; init; }

    /// <summary>Whether the page has changed without saying so: its own time of change stayed, or it states none.</summary>
    public bool Silent { get; init; }

    /// <summary>Whether nothing changed that a reader would see.</summary>
    public bool None =>
        (Headline ?? Standfirst ?? Byline) is null && Paragraphs.Count + Figures.Count + Statements.Count == 0;

    /// <summary>Compares two readings.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    public static ArticleChanges Between(Article before, Article after)
    {
        var paragraphs = ParagraphChanges.Between(before, after);
        var changes = new ArticleChanges
        {
            Headline = TextChange.Between(before.Title, after.Title),
            Standfirst = TextChange.Between(before.Standfirst, after.Standfirst),
            Byline = TextChange.Between(Names(before), Names(after)),
            Paragraphs = paragraphs,
            Figures = FigureChanges.Between(before, after),
            Statements = StatementChanges.Between(before, after),
            Modified = after.Modified,
        };
        return changes with { Silent = !changes.None && (after.Modified is null || after.Modified == before.Modified) };
    }

    private static string? Names(Article article) =>
        article.Authors.Count == 0 ? null : string.Join(", ", article.Authors);
}

/// <summary>In what way something changed.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is no longer there.</summary>
    Removed,

    /// <summary>It is there in other words.</summary>
    Changed,

    /// <summary>It stands elsewhere, word for word.</summary>
    Moved,
}

/// <summary>A paragraph or subhead that changed.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Before">Its place in the earlier text; <see langword="null"/> for an added one.</param>
/// <param name="After">Its place in the later text; <see langword="null"/> for a removed one.</param>
/// <param name="Words">Its words, those that came and went marked.</param>
public sealed record ParagraphChange(ChangeKind Kind, Passage? Before, Passage? After, IReadOnlyList<WordRun> Words);

/// <summary>A figure that moved, came or went.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Before">The earlier one.</param>
/// <param name="After">The later one.</param>
public sealed record FigureChange(ChangeKind Kind, Figure? Before, Figure? After);

/// <summary>A statement that changed, came or went.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Before">The earlier one.</param>
/// <param name="After">The later one.</param>
/// <param name="What">What about it changed.</param>
/// <param name="Words">Its words, those that came and went marked.</param>
public sealed record StatementChange(
    ChangeKind Kind,
    Statement? Before,
    Statement? After,
    IReadOnlyList<StatementAspect> What,
    IReadOnlyList<WordRun> Words
);

/// <summary>What about a statement can change.</summary>
public enum StatementAspect
{
    /// <summary>Its words.</summary>
    Words,

    /// <summary>Who said it.</summary>
    Speaker,

    /// <summary>Whether it is quoted.</summary>
    Kind,

    /// <summary>How it is said: as a fact, with doubt.</summary>
    Stance,
}
