using System.Globalization;
using Microsoft.AspNetCore.Http;
using Perennial.Publish.Pages;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The search: passages, the newest first.</summary>
internal sealed class SearchPages(ViewStore views, PageAnswer answer, TimeProvider clock, PublishOptions options)
{
    private const int ResultsAPage = 20;
    private const int LongestWords = 300;

    public async Task FindAsync(HttpContext context)
    {
        Setting setting;
        SearchPageModel model;
        long position;
        using (var snapshot = views.Snapshot())
        {
            setting = Setup.Of(context, snapshot, clock, options);
            position = snapshot.Position;
            model = Find(context.Request.Query, snapshot, setting);
        }
        await answer.SendAsync<SearchPage>(context, position, setting, new() { [nameof(SearchPage.Model)] = model });
    }

    /// <summary>What is found for what an address asks.</summary>
    public static SearchPageModel Find(IQueryCollection asked, ViewSnapshot snapshot, Setting setting)
    {
        var (from, until) = (Day(asked["from"]), Day(asked["to"]));
        var story = Text(asked["story"]) is { } slug ? StoriesView.FindBySlug(snapshot, slug) : null;
        var query = new SearchQuery
        {
            Words = Text(asked["q"]),
            Speaker = Text(asked["speaker"]),
            Outlet = Text(asked["outlet"]),
            // A story that readers can't see has nothing to be found in.
            Story = Text(asked["story"]) is null ? null : story?.Id ?? "",
            Stance = Enum.GetValues<Stance>()
                .Cast<Stance?>()
                .FirstOrDefault(stance =>
                    string.Equals(stance.ToString(), asked["stance"], StringComparison.OrdinalIgnoreCase)
                ),
            From = from is { } first ? setting.Instant(first) : null,
            Until = until is { } last && last < DateTime.MaxValue.Date ? setting.Instant(last.AddDays(1)) : null,
        };
        var before = long.TryParse(asked["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var cursor)
            ? cursor
            : (long?)null;
        var found = SearchView.Find(snapshot, query, before, ResultsAPage);
        var articles = new Dictionary<string, ArticleRow?>(StringComparer.Ordinal);
        return new SearchPageModel
        {
            Query = query,
            From = from,
            To = until,
            Story = story,
            Next = found.Next,
            IsFirst = before is null,
            Results = [.. found.Passages.Select(Result).OfType<SearchResult>()],
        };

        SearchResult? Result(FoundPassage passage) =>
            passage.Article is { } id ? OfArticle(passage, Article(id))
            : passage.Piece is { } piece ? OfPiece(snapshot, passage, piece)
            : OfPost(snapshot, passage);

        ArticleRow? Article(string id) =>
            articles.TryGetValue(id, out var known) ? known : articles[id] = ArticlesView.Find(snapshot, id);
    }

    private static SearchResult? OfArticle(FoundPassage passage, ArticleRow? row) =>
        row?.Article is not { } article
            ? null
            : new SearchResult(
                passage,
                article.Title ?? row.Name(),
                row.Name(),
                // A statement without its paragraph has a page of its own.
                passage is { Anchor: null, Statement: { } statement }
                    ? $"/statements/{statement}"
                    : $"/articles/{row.Id}#{passage.Anchor}",
                article.Language
            );

    private static SearchResult? OfPiece(ViewSnapshot snapshot, FoundPassage passage, string id) =>
        PiecesView.Find(snapshot, id) is { } row
            ? new SearchResult(passage, row.Piece.Headline, null, $"/pieces/{row.Piece.Slug}", row.Piece.Language)
            : null;

    private static SearchResult? OfPost(ViewSnapshot snapshot, FoundPassage passage) =>
        passage.Post is { } id
        && PostsView.Find(snapshot, id) is { } post
        && StoriesView.Find(snapshot, post.Story) is { } story
            ? new SearchResult(
                passage,
                post.Post.Title ?? story.Headline,
                post.Post.Outlet,
                $"/stories/{story.Slug}/posts/{id}",
                story.Language
            )
            : null;

    private static string? Text(string? asked) =>
        asked?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestWords)] : null;

    private static DateTime? Day(string? asked) =>
        DateTime.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
