namespace Perennial.Weave.Threads;

/// <summary>An article of a story, as threads of statements and figures look at it.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Article">What was read.</param>
/// <param name="At">When it was published, else first seen.</param>
/// <param name="EchoOf">The article that it repeats; <see langword="null"/> for an original.</param>
public sealed record ThreadedArticle(string Id, Article Article, DateTimeOffset At, string? EchoOf = null)
{
    /// <summary>What it goes back to.</summary>
    internal string Origin => EchoOf ?? Id;
}
