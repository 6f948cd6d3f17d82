namespace Perennial.Weave.Changes;

/// <summary>A short text that changed, was added or taken away.</summary>
/// <param name="Before">The earlier text; <see langword="null"/> when there was none.</param>
/// <param name="After">The later text; <see langword="null"/> when there is none.</param>
/// <param name="Words">All of the words, those that came and went marked.</param>
public sealed record TextChange(string? Before, string? After, IReadOnlyList<WordRun> Words)
{
    /// <summary>The change; <see langword="null"/> when the two say the same.</summary>
    internal static TextChange? Between(string? before, string? after) =>
        before == after ? null : new TextChange(before, after, WordRuns.Between(before ?? "", after ?? ""));
}

/// <summary>Some words that stayed, came or went together.</summary>
/// <param name="Kind">What happened to them.</param>
/// <param name="Text">The words.</param>
public sealed record WordRun(WordRunKind Kind, string Text);

/// <summary>What happened to some words.</summary>
public enum WordRunKind
{
    /// <summary>They stand in both texts.</summary>
    Kept,

    /// <summary>They stand only in the later text.</summary>
    Added,

    /// <summary>They stand only in the earlier text.</summary>
    Removed,
}
