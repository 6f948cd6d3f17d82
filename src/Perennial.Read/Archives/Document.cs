namespace Perennial.Read.Archives;

/// <summary>One document of an archive, a wire's message or a file: what can be read, or why it can't.</summary>
public sealed record Document
{
    /// <summary>What it calls itself: the address of an archived page, the guid of a news item; <see langword="null"/> when
    /// the file it came from is all there is to call it by.</summary>
    public string? Id { get; init; }

    /// <summary>The version that a wire gives it; <see langword="null"/> for what has none.</summary>
    public string? Version { get; init; }

    /// <summary>Until when it must not be shown; <see langword="null"/> for no embargo.</summary>
    public StatedTime? Embargo { get; init; }

    /// <summary>Its bytes; <see langword="null"/> when it is damaged.</summary>
    public Capture? Capture { get; init; }

    /// <summary>Why there is nothing to read; <see langword="null"/> when there is.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Reads it.</summary>
    public Article Read() => Capture is null ? new Article { Url = Id, Problem = Problem } : Reader.Read(Capture);

    internal static Document Damaged(string? id, string code, string message) =>
        new() { Id = id, Problem = new Problem(code, message) };
}
