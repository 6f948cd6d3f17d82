using System.Text;
using Microsoft.AspNetCore.Http;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>Stories, posts, articles and statements as files for people's libraries of citations.</summary>
internal sealed class CitationPages(
    ViewStore views,
    PastReadings readings,
    PageAnswer answer,
    TimeProvider clock,
    PublishOptions options
)
{
    private const int LongestQuotation = 150;

    /// <summary>The formats, by how their addresses end.</summary>
    public static IReadOnlyDictionary<string, (string ContentType, Func<Citation, string> Write)> Formats { get; } =
        new Dictionary<string, (string, Func<Citation, string>)>(StringComparer.Ordinal)
        {
            ["bib"] = ("application/x-bibtex", citation => citation.ToBibTeX()),
            ["ris"] = ("application/x-research-info-systems", citation => citation.ToRis()),
        };

    public Task StoryAsync(HttpContext context, string slug, string format) =>
        SendAsync(
            context,
            format,
            (snapshot, setting, at) =>
                StoriesView.FindBySlug(snapshot, slug) is { } now
                && (at is null ? now : StoriesView.FindBySlug(snapshot, now.Slug, at.Position)) is { } story
                    ? OfStory(
                        setting,
                        story,
                        now.Slug,
                        at?.Position ?? LiveView.Steps(snapshot, now.Id, snapshot.Position).Last?.Position ?? now.Since
                    )
                    : null
        );

    public Task PostAsync(HttpContext context, string slug, string id, string format) =>
        SendAsync(
            context,
            format,
            (snapshot, setting, at) =>
                StoriesView.FindBySlug(snapshot, slug) is { } story
                && PostsView.Find(snapshot, id, at?.Position) is { Post.Withdrawn: false } post
                && post.Story == story.Id
                    ? OfPost(setting, story, post)
                    : null
        );

    public Task PieceAsync(HttpContext context, string slug, string format) =>
        SendAsync(
            context,
            format,
            (snapshot, setting, at) =>
                PiecesView.Find(snapshot, slug, at?.Position) is { Piece.Withdrawn: false } piece
                    ? OfPiece(setting, piece)
                    : null
        );

    public Task ArticleAsync(HttpContext context, string id, string format) =>
        SendAsync(
            context,
            format,
            (snapshot, setting, at) => Article(snapshot, id, at) is { } row ? OfArticle(setting, row) : null
        );

    public Task StatementAsync(HttpContext context, string id, string format) =>
        SendAsync(
            context,
            format,
            (snapshot, setting, at) =>
                StatementsView.ArticleOf(snapshot, id) is { } article
                && Article(snapshot, article, null) is { } now
                && Article(snapshot, article, at) is { } row
                // Without a licence the excerpt of now is what may be shown.
                && (row.Licence == SourceLicence.Full || Has(now, id))
                && Rights.Statements(row).FirstOrDefault(listed => StatementId.Of(row.Id, listed.Statement) == id)
                    is { Statement: { } statement }
                    ? OfStatement(setting, row, statement, id)
                    : null
        );

    /// <summary>An article that readers may see, as it is or as it was.</summary>
    private ArticleRow? Article(ViewSnapshot snapshot, string id, AsOf? at)
    {
        if (
            ArticlesView.Find(snapshot, id) is not { Article.Problem: null, Gone: null } now
            || GateView.HoldsArticle(snapshot, now)
        )
        {
            return null;
        }
        return at is null ? now
            : ArticleVersionsView.Find(snapshot, id, at.Position) is { } then ? readings.With(then)
            : null;
    }

    private static bool Has(ArticleRow row, string statement) =>
        Rights.Statements(row).Any(listed => StatementId.Of(row.Id, listed.Statement) == statement);

    private static Citation OfStory(Setting setting, StoryRow story, string slug, long version) =>
        new()
        {
            Key = $"{story.Id}-{version}",
            Title = story.Headline,
            Authors = [setting.Site.Name],
            Publisher = setting.Site.Name,
            Published = setting.Local(story.Opened),
            Address = $"{setting.BaseUrl}/stories/{slug}?at={version}",
            Version = version,
            Read = setting.Local(setting.Now),
        };

    private static Citation OfPost(Setting setting, StoryRow story, PostRow post) =>
        new()
        {
            Key = $"{post.Id}-{post.Since}",
            Title = post.Post.Title ?? story.Headline,
            Authors = [post.Post.Outlet ?? setting.Site.Name],
            Publisher = setting.Site.Name,
            Published = setting.Local(post.Post.Time),
            Address = $"{setting.BaseUrl}/stories/{story.Slug}/posts/{post.Id}?at={post.Since}",
            Version = post.Since,
            Read = setting.Local(setting.Now),
            Note = story.Headline,
        };

    private static Citation OfPiece(Setting setting, PieceRow row) =>
        new()
        {
            Key = $"{row.Id}-{row.Since}",
            Title = row.Piece.Headline,
            Authors = Byline.Of(setting.Site, row.Piece.Authors) is { Count: > 0 } authors
                ? [.. authors.Select(author => author.Name)]
                : [setting.Site.Name],
            Publisher = setting.Site.Name,
            Published = setting.Local(row.At),
            Address = $"{setting.BaseUrl}/pieces/{row.Piece.Slug}?at={row.Since}",
            Version = row.Since,
            Read = setting.Local(setting.Now),
            IsNews = true,
        };

    private static Citation OfArticle(Setting setting, ArticleRow row) =>
        new()
        {
            Key = $"{row.Id}-{row.Read}",
            Title = row.Article!.Title ?? row.Name(),
            Authors = row.Article.Authors,
            Publisher = row.Name(),
            Published = row.Article.Published?.ToInstant() ?? setting.Local(row.FirstCaptured),
            Address = $"{setting.BaseUrl}/articles/{row.Id}?at={row.Read}",
            Version = row.Read!.Value,
            Read = setting.Local(setting.Now),
            IsNews = true,
            Note = $"{row.Url} ({setting.Site.Name})",
        };

    private static Citation OfStatement(Setting setting, ArticleRow row, Statement statement, string id)
    {
        var words = StatementWords.Quoted(statement.Text, statement.Kind, row.Article!.Language);
        return new()
        {
            Key = $"{id}-{row.Read}",
            Title = words.Length > LongestQuotation ? words[..LongestQuotation].TrimEnd() + "…" : words,
            Authors = statement.Speaker is { Sure: true, Name: { } name } ? [name] : [],
            Publisher = row.Name(),
            Published = row.Article.Published?.ToInstant() ?? setting.Local(row.FirstCaptured),
            Address = $"{setting.BaseUrl}/statements/{id}?at={row.Read}",
            Version = row.Read!.Value,
            Read = setting.Local(setting.Now),
            IsNews = true,
            Note = $"{row.Article.Title}, {row.Url}; {setting.BaseUrl}/articles/{row.Id}?at={row.Read}",
        };
    }

    private async Task SendAsync(HttpContext context, string format, Func<ViewSnapshot, Setting, AsOf?, Citation?> find)
    {
        Setting setting;
        Citation? citation;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            citation = AsOf.TryRead(context.Request, snapshot, setting, out var at)
                ? find(snapshot, setting, at)
                : null;
        }
        if (citation is null)
        {
            await answer.NotFoundAsync(context, setting);
            return;
        }
        var (contentType, write) = Formats[format];
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{citation.Key}.{format}\"";
        await PageAnswer.SendDocumentAsync(
            context,
            $"{contentType}; charset=utf-8",
            Encoding.UTF8.GetBytes(write(citation)),
            null
        );
    }
}
