namespace Perennial;

/// <summary>An article written at our own desk, as it is published: alone, or in stories.</summary>
public sealed record Piece
{
    /// <summary>What sort of piece; readers see it as a label.</summary>
    public PieceGenre Kind { get; init; } = PieceGenre.News;

    /// <summary>The name in its address; it stays for ever.</summary>
    public required string Slug { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Its standfirst.</summary>
    public string? Standfirst { get; init; }

    /// <summary>Its words as Markdown (CommonMark, no HTML).</summary>
    public string Text
    {
        get => field ?? "";
        init;
    } = "";

    /// <summary>The slugs of its authors among those of the site, in the order of the byline.</summary>
    public IReadOnlyList<string> Authors
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The slug of the section of our site.</summary>
    public string? Section { get; init; }

    /// <summary>Its language as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The ids of the stories that it belongs to.</summary>
    public IReadOnlyList<string> Stories
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>A correction that goes with it, in words for readers; of a piece that was withdrawn, why.</summary>
    public string? Correction { get; init; }

    /// <summary>Whether we have withdrawn it: then it has no text.</summary>
    public bool Withdrawn { get; init; }
}

/// <summary>What sort of piece.</summary>
public enum PieceGenre
{
    /// <summary>A report.</summary>
    News,

    /// <summary>What one needs to know.</summary>
    Explainer,

    /// <summary>What to make of it, on the ground of facts.</summary>
    Analysis,

    /// <summary>What its author thinks.</summary>
    Opinion,
}
