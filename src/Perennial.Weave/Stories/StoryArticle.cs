namespace Perennial.Weave.Stories;

/// <summary>An article of a story as it was read last.</summary>
public sealed record StoryArticle
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The position of the reading.</summary>
    public required long Read { get; init; }

    /// <summary>What was read.</summary>
    public required Article Article { get; init; }

    /// <summary>When it was published, else first seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The article that it copies or rewrites; <see langword="null"/> for an original. Echoes are one origin.</summary>
    public string? EchoOf { get; init; }
}
