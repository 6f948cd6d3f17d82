using System.Text.Json.Serialization;

namespace Perennial;

/// <summary>One timed unit on a story's live page, as it is published.</summary>
public sealed record Post
{
    /// <summary>What sort of post.</summary>
    public PostKind Kind { get; init; } = PostKind.Written;

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>Its words as Markdown (CommonMark, no HTML).</summary>
    public string Text
    {
        get => field ?? "";
        init;
    } = "";

    /// <summary>The time it stands under: the source's, or when it was written.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The article it was made from; <see langword="null"/> for one written at our own desk.</summary>
    public string? Article { get; init; }

    /// <summary>The outlet whose article it was made from.</summary>
    public string? Outlet { get; init; }

    /// <summary>The statements it shows, as carried by that article.</summary>
    public IReadOnlyList<PostStatement> Statements
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Whether it stands in the list of key events.</summary>
    public bool KeyEvent { get; init; }

    /// <summary>A correction that goes with it, in words for readers.</summary>
    public string? Correction { get; init; }

    /// <summary>Whether its source has withdrawn it: then it has no text.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The slugs of those who wrote it among the authors of the site, in the order of the byline.</summary>
    public IReadOnlyList<string> Authors
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>A statement as a post shows it.</summary>
public sealed record PostStatement
{
    /// <summary>The statement's id: see <see cref="StatementId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>Whether its words are quoted.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Who said it, by full name; <see langword="null"/> when that is unclear.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker's role, as the text gives it.</summary>
    public string? Role { get; init; }

    /// <summary>Whom they told, when that is sure.</summary>
    public string? Told { get; init; }

    /// <summary>Whether an editor confirmed that the words are the speaker's own, exactly.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Confirmed { get; init; }
}

/// <summary>What sort of post.</summary>
public enum PostKind
{
    /// <summary>Written at our own desk or sent through the API.</summary>
    Written,

    /// <summary>Made from an article of a source.</summary>
    Report,

    /// <summary>Made from an article that explains.</summary>
    Explainer,
}

/// <summary>Why a post changed.</summary>
public enum PostChange
{
    /// <summary>We edited it.</summary>
    Edited,

    /// <summary>Its source changed the article.</summary>
    SourceChanged,

    /// <summary>Its source corrected the article and says so.</summary>
    SourceCorrected,

    /// <summary>Its source withdrew the article.</summary>
    SourceWithdrew,

    /// <summary>An editor corrected what was read in the article.</summary>
    ReadingCorrected,

    /// <summary>An editor confirmed words that are quoted in it.</summary>
    WordsConfirmed,
}
