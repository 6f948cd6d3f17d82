using System.Text.Json;

namespace Perennial.Gather.Feeds;

/// <summary>JSON Feed, versions 1 and 1.1: https://www.jsonfeed.org/version/1.1/.</summary>
internal static class JsonFeed
{
    /// <summary>The feed in a JSON document.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static Feed Read(string text, string? url)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
        var root = document.RootElement;
        if (
            !(Text(root, "version") ?? "").Contains("jsonfeed.org", StringComparison.Ordinal)
            && !root.TryGetProperty("items", out _)
        )
        {
            return new Feed { Problem = new Problem("not-a-feed", "this is JSON, but no JSON Feed") };
        }
        var bases = new AddressBase(Text(root, "feed_url") ?? url);
        return new Feed
        {
            Format = "json-feed-1.1",
            Title = Text(root, "title"),
            Subtitle = Text(root, "description"),
            Link = bases.Absolute(Text(root, "home_page_url")),
            Self = Text(root, "feed_url"),
            Language = Text(root, "language"),
            Authors = Authors(root),
            Image = Text(root, "icon") is { } icon ? new FeedImage(bases.Absolute(icon), null, null) : null,
            Entries = [.. Items(root, "items").Select(item => Entry(item, bases))],
        };
    }

    private static FeedEntry Entry(JsonElement item, AddressBase bases) =>
        new()
        {
            Id = Text(item, "id"),
            Link = bases.Absolute(Text(item, "url") ?? Text(item, "external_url")),
            Title = Text(item, "title"),
            Summary = Text(item, "summary"),
            Content =
                Text(item, "content_html") is { } html
                    ? [new FeedContent("text/html", null, null, HtmlValue.Clean(html, bases) ?? "")]
                : Text(item, "content_text") is { } plain ? [new FeedContent("text/plain", null, null, plain)]
                : [],
            Published = FeedDate.Parse(Text(item, "date_published")),
            Updated = FeedDate.Parse(Text(item, "date_modified")),
            Authors = Authors(item),
            Tags =
            [
                .. Items(item, "tags")
                    .Where(tag => tag.ValueKind == JsonValueKind.String)
                    .Select(tag => new FeedTag(tag.GetString(), null, null)),
            ],
            Language = Text(item, "language"),
            Enclosures =
            [
                .. Items(item, "attachments")
                    .Select(a => new FeedEnclosure(bases.Absolute(Text(a, "url")), Text(a, "mime_type"), null)),
            ],
        };

    private static FeedPerson[] Authors(JsonElement parent)
    {
        var authors = Items(parent, "authors").ToList();
        if (
            authors.Count == 0
            && parent.ValueKind == JsonValueKind.Object
            && parent.TryGetProperty("author", out var author)
        )
        {
            authors.Add(author);
        }
        return [.. authors.Select(a => new FeedPerson(Text(a, "name"), null, Text(a, "url")))];
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : default;
}
