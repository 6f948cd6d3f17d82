using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Perennial.Publish;

/// <summary>Posts as a JSON feed (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeed
{
    private static readonly JsonSerializerOptions AnyScript = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Of(Feed feed)
    {
        var json = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["description"] = feed.Description,
            ["home_page_url"] = feed.Home,
            ["feed_url"] = feed.Self("json"),
            ["language"] = feed.Setting.Site.Language,
            ["items"] = new JsonArray([
                .. feed.Posts.Select(pair =>
                {
                    var item = new JsonObject
                    {
                        ["id"] = feed.AddressOf(pair.Story, pair.Post),
                        ["url"] = feed.AddressOf(pair.Story, pair.Post),
                        ["title"] = Feed.TitleOf(pair.Story, pair.Post),
                        ["content_html"] = feed.HtmlOf(pair.Story, pair.Post),
                        ["date_published"] = feed.Setting.Iso(pair.Post.Post.Time),
                        ["date_modified"] = feed.Setting.Iso(Feed.Changed(pair.Post)),
                        ["authors"] = new JsonArray(new JsonObject { ["name"] = feed.AuthorOf(pair.Post) }),
                    };
                    item["_story"] = new JsonObject
                    {
                        ["about"] = "the running story that the post belongs to",
                        ["url"] = $"{feed.Setting.BaseUrl}/stories/{pair.Story.Slug}",
                        ["headline"] = pair.Story.Headline,
                        ["kicker"] = pair.Story.Kicker,
                        ["state"] = JsonNamingPolicy.CamelCase.ConvertName(
                            StoryStanding.Of(pair.Story.Times, feed.Setting.Now).State.ToString()
                        ),
                    };
                    if (pair.Story.Language is { } language)
                    {
                        item["language"] = language;
                    }
                    return item;
                }),
            ]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(json, AnyScript);
    }
}
