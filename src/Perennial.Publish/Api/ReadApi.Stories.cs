using System.Globalization;
using Microsoft.AspNetCore.Http;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

internal sealed partial class ReadApi
{
    private async Task StoriesAsync(HttpContext context, string? section, string? cursor, int? limit)
    {
        if (await ItemsAsync(context, limit) is not { } most)
        {
            return;
        }
        if (!TryCursor(cursor, out var after))
        {
            await RefuseCursorAsync(context);
            return;
        }
        await SendAsync(
            context,
            Readable.ApiListApiStory,
            (snapshot, setting) =>
            {
                var stories = StoriesView.FrontAfter(snapshot, section, after, most + 1);
                return new ApiList<ApiStory>(
                    [.. stories.Take(most).Select(story => ApiShaping.Story(snapshot, setting, story))],
                    stories.Count > most
                        ? Cursor(stories[most - 1].Updated.ToUnixTimeMilliseconds(), stories[most - 1].Id)
                        : null,
                    snapshot.Position
                );
            }
        );
    }

    private Task StoryAsync(HttpContext context, string story) =>
        SendAsync(
            context,
            Readable.ApiStory,
            (snapshot, setting) =>
                Find(snapshot, story) is { } found ? ApiShaping.Story(snapshot, setting, found) : null
        );

    private async Task PostsAsync(HttpContext context, string story, string? order, string? cursor, int? limit)
    {
        if (await ItemsAsync(context, limit) is not { } most)
        {
            return;
        }
        if (order is not (null or "newest" or "oldest"))
        {
            await ApiProblem.WriteAsync(context, 400, "order must be newest or oldest");
            return;
        }
        // A post may stand under a time before 1970: an archive of somebody's.
        (long, long)? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            var parts = cursor.Split('.', 2);
            if (
                parts.Length != 2
                || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
                || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            )
            {
                await RefuseCursorAsync(context);
                return;
            }
            after = (time, first);
        }
        await SendAsync(
            context,
            Readable.ApiListApiPost,
            (snapshot, setting) =>
            {
                if (Find(snapshot, story) is not { } found)
                {
                    return null;
                }
                var posts = PostsView.OfStoryAfter(snapshot, found.Id, order == "oldest", after, most + 1);
                return new ApiList<ApiPost>(
                    [.. posts.Take(most).Select(post => ApiShaping.Post(setting, found, post))],
                    posts.Count > most
                        ? Cursor(
                            posts[most - 1].Post.Time.ToUnixTimeMilliseconds(),
                            posts[most - 1].First.ToString(CultureInfo.InvariantCulture)
                        )
                        : null,
                    snapshot.Position
                );
            }
        );
    }

    private Task ArticlesAsync(HttpContext context, string story, string? cursor, int? limit) =>
        OfArticlesAsync(
            context,
            story,
            cursor,
            limit,
            Readable.ApiListApiArticle,
            (setting, rows) => rows.Select(row => (row.Id, ApiShaping.Article(setting, row, whole: false)))
        );

    private Task StatementsAsync(HttpContext context, string story, string? cursor, int? limit) =>
        OfArticlesAsync(
            context,
            story,
            cursor,
            limit,
            Readable.ApiListApiStatement,
            (setting, rows) =>
                rows.SelectMany(row =>
                        Rights.Statements(row).Select(listed => ApiShaping.Statement(setting, row, listed.Statement))
                    )
                    .DistinctBy(statement => statement.Id)
                    .Select(statement => (statement.Id, statement))
        );

    /// <summary>A page of what the reports of a story have: their order is that in which they came, so a cursor holds.</summary>
    private async Task OfArticlesAsync<T>(
        HttpContext context,
        string story,
        string? cursor,
        int? limit,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<ApiList<T>> json,
        Func<Setting, IReadOnlyList<ArticleRow>, IEnumerable<(string Id, T Shape)>> shape
    )
    {
        if (await ItemsAsync(context, limit) is not { } most)
        {
            return;
        }
        if (!TryCursor(cursor, out var after))
        {
            await RefuseCursorAsync(context);
            return;
        }
        await SendAsync(
            context,
            json,
            (snapshot, setting) =>
            {
                if (Find(snapshot, story) is not { } found)
                {
                    return null;
                }
                var all = shape(setting, ArticlesView.OfStory(snapshot, found.Id)).ToList();
                // Where the last one seen has gone meanwhile, its number leads to what stood after it.
                var seen = after is { } last
                    ? all.FindIndex(pair => pair.Id == last.Second) is >= 0 and var known
                        ? known + 1
                        : (int)Math.Min(last.First, all.Count)
                    : 0;
                var items = all.Skip(seen).Take(most).ToList();
                return new ApiList<T>(
                    [.. items.Select(pair => pair.Shape)],
                    seen + items.Count < all.Count ? Cursor(seen + items.Count, items[^1].Id) : null,
                    snapshot.Position
                );
            }
        );
    }

    /// <summary>A story that readers may see, by any slug or id it ever had.</summary>
    private static StoryRow? Find(ViewSnapshot snapshot, string story)
    {
        if (StoriesView.FindBySlug(snapshot, story) is { } bySlug)
        {
            return bySlug;
        }
        var id = StoriesView.Current(snapshot, story);
        return GateView.IsHeld(snapshot, id) ? null : StoriesView.Find(snapshot, id);
    }
}
