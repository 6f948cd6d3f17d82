using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Opens stories out of articles.</summary>
internal static class StoryOpening
{
    private const int MostLookedAt = 20;

    /// <summary>A story with an article's headline.</summary>
    public static NewEntry Of(ViewSnapshot snapshot, string story, string articleId, Article article, string author) =>
        EntryKinds.StoryOpened.New(
            story,
            author,
            new StoryOpened
            {
                Slug = Slug.Free(article.Title ?? story, slug => StoriesView.SlugIsTaken(snapshot, slug)),
                Headline = Headlines.ToOpenWith(article) ?? "",
                Standfirst = article.Standfirst,
                Section = SiteView.Current(snapshot) is { } site ? Sections.Of(site, article.Section) : null,
                Language = article.Language,
                Article = articleId,
            }
        );

    /// <summary>A story for articles that leave another: with the headline of the first that can lead it, else of the first that has one, unless a person wrote one.</summary>
    /// <remarks>Held when the story that they leave is: what readers could see stays to be seen, and nothing else.</remarks>
    public static IEnumerable<NewEntry> OfPart(
        ViewSnapshot snapshot,
        StoryRow whole,
        bool wholeIsHeld,
        string story,
        IReadOnlyList<string> articles,
        string author,
        string? headline = null
    )
    {
        var leaving = articles
            .Take(MostLookedAt)
            .Select(id => ArticlesView.Find(snapshot, id))
            .OfType<ArticleRow>()
            .Where(row => row.Article?.Title is not null)
            .OrderBy(row => row.FirstCaptured)
            .ToList();
        var leads = leaving.Find(row => Headlines.CanLead(row.Article!)) ?? leaving.FirstOrDefault();
        var opened =
            leads is null || headline is not null
                ? EntryKinds.StoryOpened.New(
                    story,
                    author,
                    new StoryOpened
                    {
                        Slug = Slug.Free(headline ?? whole.Headline, slug => StoriesView.SlugIsTaken(snapshot, slug)),
                        Headline = headline ?? whole.Headline,
                        Section = whole.Section,
                        Language = whole.Language,
                    }
                )
                : Of(snapshot, story, leads.Id, leads.Article!, author);
        return wholeIsHeld
            ? [opened, EntryKinds.Held.New(story, author, new GateMoved { Reason = $"{whole.Id} was held" })]
            : [opened];
    }
}
