using Microsoft.AspNetCore.Http;
using Perennial.Publish.Pages;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The feeds of the site, its sections and its stories.</summary>
internal sealed class FeedPages(ViewStore views, PageAnswer answer, TimeProvider clock, PublishOptions options)
{
    private const int MostStories = 40;
    private const int PostsAStory = 3;
    private const int MostPieces = 20;

    /// <summary>The formats, by how their addresses end.</summary>
    public static IReadOnlyDictionary<string, (string ContentType, Func<Feed, byte[]> Write)> Formats { get; } =
        new Dictionary<string, (string, Func<Feed, byte[]>)>(StringComparer.Ordinal)
        {
            ["atom"] = ("application/atom+xml", AtomFeed.Of),
            ["json"] = ("application/feed+json", JsonFeed.Of),
            ["rss"] = ("application/rss+xml", RssFeed.Of),
        };

    public Task SiteAsync(HttpContext context, string format) => SendAsync(context, format, OfSite);

    public Task SectionAsync(HttpContext context, string slug, string format) =>
        SendAsync(context, format, (snapshot, setting) => OfSection(snapshot, setting, slug));

    public Task StoryAsync(HttpContext context, string slug, string format) =>
        SendAsync(context, format, (snapshot, setting) => OfStory(snapshot, setting, slug));

    /// <summary>The feed of the site.</summary>
    public static Feed OfSite(ViewSnapshot snapshot, Setting setting) =>
        new(
            setting,
            setting.Site.Name,
            setting.Site.Tagline ?? setting.Site.Name,
            "/",
            Front(snapshot, setting, section: null)
        );

    /// <summary>The feed of a section, or <see langword="null"/> when there is none.</summary>
    public static Feed? OfSection(ViewSnapshot snapshot, Setting setting, string slug) =>
        setting.Site.Sections.FirstOrDefault(section => section.Slug == slug) is { } section
            ? new Feed(
                setting,
                $"{section.Name} – {setting.Site.Name}",
                setting.Site.Tagline ?? setting.Site.Name,
                $"/sections/{section.Slug}",
                Front(snapshot, setting, section.Slug)
            )
            : null;

    /// <summary>The feed of a story that readers may see, or <see langword="null"/>.</summary>
    public static Feed? OfStory(ViewSnapshot snapshot, Setting setting, string slug) =>
        StoriesView.FindBySlug(snapshot, slug) is { } story
            ? new Feed(
                setting,
                story.Headline,
                story.Standfirst ?? story.Headline,
                $"/stories/{story.Slug}",
                [
                    .. PostsView
                        .OfStory(snapshot, story.Id, oldestFirst: false, 0, StoryPageModel.PostsAPage)
                        .Where(post => !post.Post.Withdrawn)
                        .Select(post => FeedItem.Of(setting, story, post))
                        .Concat(
                            PiecesView
                                .OfStory(snapshot, story.Id, MostPieces)
                                .Select(piece => FeedItem.Of(setting, piece))
                        )
                        .OrderByDescending(item => item.Published),
                ]
            )
            : null;

    private static IReadOnlyList<FeedItem> Front(ViewSnapshot snapshot, Setting setting, string? section) =>
        [
            .. StoriesView
                .Front(snapshot, section, MostStories)
                .SelectMany(story =>
                    PostsView
                        .OfStory(snapshot, story.Id, oldestFirst: false, 0, PostsAStory)
                        .Where(post => !post.Post.Withdrawn)
                        .Select(post => FeedItem.Of(setting, story, post))
                )
                .Concat(
                    PiecesView
                        .Newest(snapshot, section, before: null, MostPieces)
                        .Select(piece => FeedItem.Of(setting, piece))
                )
                .OrderByDescending(item => item.Published),
        ];

    private async Task SendAsync(HttpContext context, string format, Func<ViewSnapshot, Setting, Feed?> find)
    {
        Setting setting;
        Feed? feed;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            feed = find(snapshot, setting);
        }
        if (feed is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        var (contentType, write) = Formats[format];
        HubTopics.Name(context.Response, setting.BaseUrl, feed.Self(format));
        await PageAnswer.SendDocumentAsync(context, $"{contentType}; charset=utf-8", write(feed), feed.Updated);
    }
}
