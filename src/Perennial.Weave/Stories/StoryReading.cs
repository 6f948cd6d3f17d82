namespace Perennial.Weave.Stories;

/// <summary>Reads a story's articles together: what none of them says alone.</summary>
public static class StoryReading
{
    /// <summary>Everything that the articles give together; nothing for a story without articles.</summary>
    /// <param name="after">The position of the entry that this follows from.</param>
    /// <param name="headline">The headline as readers see it.</param>
    /// <param name="since">The position since which the story has it.</param>
    /// <param name="carrier">The article that it was taken from; <see langword="null"/> when a person wrote it.</param>
    /// <param name="articles">The story's articles, in order of arrival.</param>
    public static StoryRead Of(
        long after,
        string headline,
        long since,
        string? carrier,
        IReadOnlyList<StoryArticle> articles
    )
    {
        if (articles.Count == 0)
        {
            return new StoryRead { After = after };
        }
        var sources = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        return new StoryRead
        {
            After = after,
            Figures = StoryFigures.Of(articles, sources),
            Threads = StoryThreads.Of(articles),
            Timeline = StoryTimeline.Of(articles, sources),
            Headline = StoryTitle.Of(headline, since, carrier, articles, sources),
        };
    }

    internal static PassageAnchor Anchor(this StoryArticle article, int start, int end) =>
        new(article.Id, article.Read, start, end);
}
