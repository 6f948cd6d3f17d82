using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>The posts that a page tells machines of in JSON-LD.</summary>
internal static class ToldPosts
{
    private static readonly string[] Lists = ["liveBlogUpdate", "blogPosts", "blogPost", "liveBlogUpdates"];

    /// <summary>Whether a page says that it is a live blog.</summary>
    public static bool IsLiveBlog(PageData data) => data.Objects.Any(found => PageData.IsA(found, "LiveBlogPosting"));

    /// <summary>The posts of all live blogs that a page tells of, in their order, each once.</summary>
    public static IReadOnlyList<FoundPost> Of(PageData data)
    {
        var posts = new List<FoundPost>();
        var ids = new HashSet<(string, StatedTime?, string)>();
        var byId = data
            .Objects.Where(found => found["@id"] is JsonValue)
            .GroupBy(found => found["@id"]!.ToString(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var blog in data.Objects.Where(found => PageData.IsA(found, "LiveBlogPosting")))
        {
            foreach (var update in Lists.SelectMany(list => Updates(blog[list])))
            {
                var post = Post(
                    update.Count <= 2 && update["@id"] is JsonValue id && byId.TryGetValue(id.ToString(), out var whole)
                        ? whole
                        : update
                );
                if (post.Id is null || ids.Add((post.Id, post.Published, post.Key)))
                {
                    posts.Add(post);
                }
            }
        }
        return posts;
    }

    private static IEnumerable<JsonObject> Updates(JsonNode? list) =>
        PageData
            .Items(list)
            .SelectMany(item =>
                item is JsonArray or JsonObject { Count: 1 }
                    ? PageData.Items((item as JsonObject)?["@list"] ?? (item as JsonObject)?["itemListElement"] ?? item)
                    : [item]
            )
            .OfType<JsonObject>()
            .Select(item => item["item"] as JsonObject ?? item);

    private static FoundPost Post(JsonObject post)
    {
        var url = PageData.Text(post["url"]) ?? AddressIn(post["mainEntityOfPage"]);
        return new FoundPost
        {
            Id =
                PostAddress.Fragment(url)
                ?? PostAddress.Fragment(PageData.Text(post["@id"]))
                ?? PageData.Text(post["identifier"]),
            Url = url,
            Title = PageData.Text(post["headline"]) ?? PageData.Text(post["name"]),
            Published = Time(post["datePublished"]) ?? Time(post["dateCreated"]) ?? Time(post["dateModified"]),
            Authors = [.. PageData.Items(post["author"]).Select(PageData.Text).OfType<string>().Distinct()],
            Text = Paragraphs(Raw(post["articleBody"]) ?? Raw(post["text"]) ?? Raw(post["description"])),
        };
    }

    private static string? AddressIn(JsonNode? node) =>
        node is JsonObject item ? PageData.Text(item["@id"]) : PageData.Text(node);

    private static StatedTime? Time(JsonNode? node) =>
        PageData.Text(node) is { Length: <= TimeText.Longest } text
            ? StatedTime.ParseIso(text)
                ?? (TimeText.Only(text) is { IsWhole: true } said ? PostTimes.Whole(said) : null)
            : null;

    /// <summary>The blocks of a body, which may be plain, HTML, or HTML escaped once or twice more than JSON asks for.</summary>
    public static IReadOnlyList<(BlockKind Kind, string Words)> Paragraphs(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return [];
        }
        for (var i = 0; i < 3 && body.Contains('&', StringComparison.Ordinal); i++)
        {
            body = WebUtility.HtmlDecode(body);
        }
        if (!body.Contains('<', StringComparison.Ordinal) || !PageParser.TryParse(body, out var parsed, out _))
        {
            return
            [
                .. body.Split('\n')
                    .Select(Words.Clean)
                    .Where(line => line.Length > 0)
                    .Select(line => (BlockKind.Paragraph, line)),
            ];
        }
        using var page = parsed;
        return
        [
            .. PostLines
                .Of(new PostBlock([parsed.Body!], []))
                .Where(line => !Noise.IsLine(line.Words))
                .Select(line => (line.Block, line.Words)),
        ];
    }

    private static string? Raw(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) => text,
            JsonArray parts => string.Join("\n", parts.OfType<JsonValue>().Select(Raw).OfType<string>())
                is { Length: > 0 } text
                ? text
                : null,
            JsonObject { } item => Raw(item["@value"]),
            _ => null,
        };
}
