using Perennial.Weave.Naming;
using Perennial.Weave.Questions;

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
    /// <param name="asked">The questions that editors ask of the story, or have said something of.</param>
    /// <param name="rules">What our own publication makes of headlines and sections.</param>
    public static StoryRead Of(
        long after,
        string headline,
        long since,
        string? carrier,
        IReadOnlyList<StoryArticle> articles,
        IReadOnlyList<KnownQuestion> asked,
        NamingRules rules
    )
    {
        if (articles.Count == 0)
        {
            return new StoryRead { After = after, Questions = OpenQuestions.Of([], asked) };
        }
        var sources = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        return new StoryRead
        {
            After = after,
            Figures = StoryFigures.Of(articles, sources),
            Threads = StoryThreads.Of(articles),
            Timeline = StoryTimeline.Of(articles, sources),
            Headline = StoryTitle.Of(headline, since, carrier, articles, sources),
            Questions = OpenQuestions.Of(articles, asked),
            Name = StoryNaming.Of(articles, rules),
        };
    }

    internal static PassageAnchor Anchor(this StoryArticle article, int start, int end) =>
        new(article.Id, article.Read, start, end);
}
