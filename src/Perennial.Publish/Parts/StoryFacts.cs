using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>What stands beside a story's stream.</summary>
public sealed record StoryFacts
{
    /// <summary>What is read out of its articles together.</summary>
    public required StoryRecord Record { get; init; }

    /// <summary>The articles that the sources still show, oldest first.</summary>
    public required IReadOnlyList<ArticleRow> Articles { get; init; }

    /// <summary>How many reports there are.</summary>
    public int Reports => Articles.Count;

    /// <summary>How many are left when those that repeat another are folded.</summary>
    public int Origins =>
        Articles.Count(article => article.Relation is not (EchoRelation.Copy or EchoRelation.Rewrite));

    /// <summary>The facts of a story as they stood at a position.</summary>
    internal static StoryFacts At(
        ViewSnapshot snapshot,
        PastReadings readings,
        StoryRow story,
        long position,
        bool holdsPeople
    )
    {
        IReadOnlyList<ArticleRow> articles =
        [
            .. ArticleVersionsView.OfStory(snapshot, story.Id, position).Select(readings.With).OfType<ArticleRow>(),
        ];
        return new StoryFacts
        {
            Articles = articles,
            Record = StoryRecord.Of(
                snapshot,
                story,
                StoryReadingsView.PositionAt(snapshot, story.Id, position) is { } read ? readings.OfStory(read) : null,
                CitedArticles.Among(articles, past: true),
                holdsPeople,
                position
            ),
        };
    }

    /// <summary>The facts of a story.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story.</param>
    /// <param name="holdsPeople">Whether a page about a person waits until an editor opens it.</param>
    public static StoryFacts Of(ViewSnapshot snapshot, StoryRow story, bool holdsPeople)
    {
        var articles = ArticlesView.OfStory(snapshot, story.Id);
        return new StoryFacts
        {
            Record = StoryRecord.Of(
                snapshot,
                story,
                StoryReadingsView.Find(snapshot, story.Id),
                CitedArticles.Among(articles, past: false),
                holdsPeople,
                upTo: null
            ),
            Articles = articles,
        };
    }
}

/// <summary>How an article's outlet is called.</summary>
internal static class OutletNames
{
    /// <summary>The name on the page itself, or that of the source that led there, or its host.</summary>
    public static string Name(this ArticleRow article) =>
        article.Article?.SiteName ?? article.Outlet ?? new Uri(article.Url).Host;
}
