using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Perennial.Publish.Pages;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>What each address of the readers' site shows: looked up in one snapshot of the views, rendered after it is let go.</summary>
internal sealed partial class ReaderPages(
    ViewStore views,
    PastReadings readings,
    PageAnswer answer,
    TimeProvider clock,
    PublishOptions options,
    ILogger<ReaderPages> log
)
{
    private const int MostStories = 40;
    private const int MostPieces = 6;

    // What is newest in the story that leads the front page, and in each of the others.
    private const int LatestOfLead = 4;
    private const int LatestOfOthers = 2;

    public async Task FrontAsync(HttpContext context, string? section)
    {
        Setting setting;
        List<(StoryRow, IReadOnlyList<PostRow>)> stories;
        IReadOnlyList<PieceRow> pieces;
        Parts.QuotationWay? way;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            way = section is null ? Parts.QuotationWay.Best(snapshot) : null;
            pieces = PiecesView.Newest(snapshot, section, before: null, MostPieces);
            stories =
            [
                .. StoriesView
                    .Front(snapshot, section, MostStories)
                    .Select(
                        (story, i) =>
                            (
                                story,
                                PostsView.OfStory(
                                    snapshot,
                                    story.Id,
                                    oldestFirst: false,
                                    0,
                                    i == 0 ? LatestOfLead : LatestOfOthers
                                )
                            )
                    ),
            ];
        }
        var known = setting.Site.Sections.FirstOrDefault(ours => ours.Slug == section);
        if (section is not null && known is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        await answer.SendAsync<FrontPage>(
            context,
            position,
            setting.Showing(stories.Select(pair => pair.Item1.Times)),
            new()
            {
                [nameof(FrontPage.Stories)] = stories,
                [nameof(FrontPage.Section)] = known,
                [nameof(FrontPage.Pieces)] = pieces,
                [nameof(FrontPage.Way)] = way,
            }
        );
    }

    public async Task StoryAsync(HttpContext context, string slug)
    {
        Setting setting;
        StoryPageModel? model = null;
        StoryRow? story;
        AsOf? then;
        bool understood;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            understood = AsOf.TryRead(context.Request, snapshot, setting, out then);
            story = StoriesView.FindBySlug(snapshot, slug);
            if (story is not null && story.Slug == slug && understood)
            {
                var page =
                    int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var number)
                    && number > 1
                        ? number
                        : 1;
                var oldestFirst = context.Request.Query["order"] == "oldest";
                model =
                    then is null ? StoryPageModel.Of(snapshot, story, oldestFirst, page, options.HoldsPeople)
                    : AsItWas(snapshot, story, then.Position) is { } past
                        ? StoryPageModel.At(snapshot, readings, past, oldestFirst, page, then, options.HoldsPeople)
                    : null;
                if (
                    then is null
                    && model is not null
                    && long.TryParse(
                        context.Request.Query["since"],
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var since
                    )
                )
                {
                    model = model with { Since = SinceModel.Of(snapshot, story, since) };
                }
            }
        }
        if (story is not null && story.Slug != slug)
        {
            Redirect(context, story, "");
        }
        else if (story is not null && (!understood || model is null))
        {
            await answer.NotThenAsync(context, setting, understood, $"/stories/{slug}");
        }
        else if (model is null || model.Page > model.Pages)
        {
            await answer.NotFoundAsync(context, setting);
        }
        else
        {
            await answer.SendAsync<StoryPage>(
                context,
                model.Position,
                setting.Showing([model.Story.Times]) with
                {
                    At = then?.Position,
                },
                new() { [nameof(StoryPage.Model)] = model }
            );
        }
    }

    /// <summary>What a reader who comes back is shown of a story: the part of its page, to be put in.</summary>
    public async Task SinceAsync(HttpContext context, string slug, long since)
    {
        Setting setting;
        StoryRow? story;
        SinceModel? model;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            story = StoriesView.FindBySlug(snapshot, slug);
            model = story is null ? null : SinceModel.Of(snapshot, story, since);
        }
        if (story is null || model is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        await answer.SendAsync<Parts.Since>(
            context,
            position,
            setting,
            new() { [nameof(Parts.Since.Story)] = story, [nameof(Parts.Since.Model)] = model }
        );
    }

    public async Task PostAsync(HttpContext context, string slug, string id)
    {
        Setting setting;
        StoryRow? story;
        PostRow? post;
        string? unplaced = null;
        AsOf? then;
        bool understood;
        IReadOnlyList<long> versions = [];
        var before = 0;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            understood = AsOf.TryRead(context.Request, snapshot, setting, out then);
            position = snapshot.Position;
            post = PostsView.Find(snapshot, id);
            // A post that went to another story is found under every address it had.
            story =
                post?.Story is { } of && StoriesView.SlugIsTaken(snapshot, slug)
                    ? StoriesView.Find(snapshot, of)
                    : null;
            unplaced = post is null ? PostsView.ArticleOfUnplaced(snapshot, id) : null;
            if (story is not null && then is not null)
            {
                versions = [.. PostsView.Versions(snapshot, id).Select(version => version.Since)];
                post = PostsView.Find(snapshot, id, then.Position);
                story = AsItWas(snapshot, story, then.Position) ?? story;
                understood &= post is not null;
                post ??= PostsView.Find(snapshot, id);
            }
            before = post is null ? 0 : PostsView.CountBefore(snapshot, post, oldestFirst: false, then?.Position);
        }
        if (unplaced is not null)
        {
            // It was made from an article that belongs to no story any more; an editor may put it into one again.
            context.Response.Redirect($"/articles/{unplaced}{context.Request.QueryString}");
            return;
        }
        if (story is null || post is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        if (then is null && story.Slug != slug)
        {
            Redirect(context, story, $"/posts/{post.Id}");
            return;
        }
        if (!understood)
        {
            await answer.NotThenAsync(context, setting, then is not null, $"/stories/{slug}/posts/{id}");
            return;
        }
        await answer.SendAsync<PostPage>(
            context,
            position,
            setting with
            {
                At = then?.Position,
            },
            new()
            {
                [nameof(PostPage.Story)] = story,
                [nameof(PostPage.Post)] = post,
                [nameof(PostPage.Page)] = (before / StoryPageModel.PostsAPage) + 1,
                [nameof(PostPage.Then)] = then,
                [nameof(PostPage.Versions)] = versions,
            }
        );
    }

    /// <summary>Leads from the lasting address of a post to where it stands now.</summary>
    public Task PostAnywhereAsync(HttpContext context, string id)
    {
        Setting setting;
        StoryRow? story;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            story = PostsView.Find(snapshot, id) is { } post ? StoriesView.Find(snapshot, post.Story) : null;
        }
        if (story is null)
        {
            return answer.NotFoundAsync(context, setting);
        }
        // It may go to another story tomorrow.
        context.Response.Redirect(
            $"/stories/{Uri.EscapeDataString(story.Slug)}/posts/{id}{context.Request.QueryString}"
        );
        return Task.CompletedTask;
    }

    public async Task VersionsAsync(HttpContext context, string slug, string id)
    {
        Setting setting;
        StoryRow? story;
        IReadOnlyList<PostRow> versions;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            story = StoriesView.FindBySlug(snapshot, slug);
            versions = PostsView.Versions(snapshot, id);
        }
        if (story is null || versions.Count == 0 || versions[^1].Story != story.Id)
        {
            await answer.NotFoundAsync(context, setting);
        }
        else if (story.Slug != slug)
        {
            Redirect(context, story, $"/posts/{id}/versions");
        }
        else
        {
            await answer.SendAsync<VersionsPage>(
                context,
                position,
                setting,
                new() { [nameof(VersionsPage.Story)] = story, [nameof(VersionsPage.Versions)] = versions }
            );
        }
    }

    public async Task ArticleAsync(HttpContext context, string id)
    {
        Setting setting;
        ArticleRow? row;
        ArticleRow? now;
        ArticleRow? original;
        StoryRow? story;
        IReadOnlyList<StoryRow> also;
        AsOf? then;
        IReadOnlyDictionary<string, string> known;
        IReadOnlyList<long> read;
        bool held;
        bool understood;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            understood = AsOf.TryRead(context.Request, snapshot, setting, out then);
            position = snapshot.Position;
            known = EntityPageModel.AddressesIn(snapshot, id, options.HoldsPeople);
            row = now = ArticlesView.Find(snapshot, id);
            held = now is not null && GateView.HoldsArticle(snapshot, now);
            read = ArticleVersionsView.Readings(snapshot, id);
            if (now is { Article.Problem: null, Gone: null } && then is not null)
            {
                row = ArticleVersionsView.Find(snapshot, id, then.Position) is { } past ? readings.With(past) : null;
                held |= row is not null && GateView.HoldsArticle(snapshot, row);
                understood &= row is { Article.Problem: null };
                row ??= now;
            }
            story = row?.Story is { } storyId ? StoriesView.Find(snapshot, storyId) : null;
            also =
            [
                .. (row?.AlsoIn ?? [])
                    .Select(other => StoriesView.Current(snapshot, other))
                    .Distinct()
                    .Where(other => other != row!.Story && !GateView.IsHeld(snapshot, other))
                    .Select(other => StoriesView.Find(snapshot, other))
                    .OfType<StoryRow>(),
            ];
            original =
                row?.EchoOf is { } echo
                && ArticlesView.Find(snapshot, echo) is { Gone: null } earlier
                && !GateView.HoldsArticle(snapshot, earlier)
                    ? earlier
                    : null;
        }
        if (now is not { Article: { Problem: null } } || held)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        if (!understood)
        {
            await answer.NotThenAsync(context, setting, then is not null, $"/articles/{id}");
            return;
        }
        // What is gone is gone, whatever it was.
        var isPast = then is not null && now.Gone is null;
        await answer.SendAsync<ArticlePage>(
            context,
            position,
            setting with
            {
                At = isPast ? then!.Position : null,
            },
            new()
            {
                [nameof(ArticlePage.Row)] = row,
                [nameof(ArticlePage.Story)] = story,
                [nameof(ArticlePage.Also)] = also,
                [nameof(ArticlePage.Original)] = original,
                [nameof(ArticlePage.Known)] = known,
                [nameof(ArticlePage.Then)] = isPast ? then : null,
                [nameof(ArticlePage.Now)] = isPast ? now : null,
                [nameof(ArticlePage.Readings)] = read,
            }
        );
    }

    /// <summary>A story as it stood; a headline whose carrier has gone since is not shown any more.</summary>
    private static StoryRow? AsItWas(ViewSnapshot snapshot, StoryRow now, long position)
    {
        var then = StoriesView.FindBySlug(snapshot, now.Slug, position);
        return then?.Carrier is { } carrier && ArticlesView.Find(snapshot, carrier) is not { Gone: null }
                ? then with
                {
                    Since = now.Since,
                    Headline = now.Headline,
                    Standfirst = now.Standfirst,
                    Slug = now.Slug,
                }
            : then is null ? null
            : then with { Slug = now.Slug };
    }

    public async Task EntityAsync(HttpContext context, string id)
    {
        Setting setting;
        EntityPageModel? model;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            model = EntitiesView.Find(snapshot, id) is { } entity
                ? EntityPageModel.Of(snapshot, entity, options.HoldsPeople)
                : null;
        }
        if (model is null)
        {
            await answer.NotFoundAsync(context, setting);
        }
        else if (context.Request.Path != model.Address)
        {
            // It went up in another, or turned out to be something else; an editor may part them again.
            context.Response.Redirect(model.Address + context.Request.QueryString);
        }
        else
        {
            await answer.SendAsync<EntityPage>(
                context,
                position,
                setting,
                new() { [nameof(EntityPage.Model)] = model }
            );
        }
    }

    public Task AboutAsync(HttpContext context)
    {
        var (setting, position) = Now(context);
        return answer.SendAsync<AboutPage>(context, position, setting, []);
    }

    public Task NotFoundAsync(HttpContext context) => answer.NotFoundAsync(context, Now(context).Setting);

    public Task FailedAsync(HttpContext context) => answer.FailedAsync(context, Now(context).Setting);

    public void LogFailure(HttpContext context, Exception e) => LogFailed(log, e, context.Request.Path);

    // An address is for ever: a story that was renamed is found under every name it had.
    private static void Redirect(HttpContext context, StoryRow story, string rest) =>
        context.Response.Redirect(
            $"/stories/{Uri.EscapeDataString(story.Slug)}{rest}{context.Request.QueryString}",
            permanent: true
        );

    private (Setting Setting, long Position) Now(HttpContext context)
    {
        using var snapshot = views.Snapshot();
        return (Setup.Of(context, snapshot, clock, options), snapshot.Position);
    }

    [LoggerMessage(LogLevel.Error, "The page {Path} could not be made")]
    private static partial void LogFailed(ILogger log, Exception e, string path);
}
