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
            ["hubs"] = new JsonArray(new JsonObject { ["type"] = "WebSub", ["url"] = feed.Hub }),
            ["items"] = new JsonArray([
                .. feed.Items.Select(item =>
                {
                    var json = new JsonObject
                    {
                        ["id"] = item.Id,
                        ["url"] = item.Address,
                        ["title"] = item.Title,
                        ["content_html"] = item.Html,
                        ["date_published"] = feed.Setting.Iso(item.Published),
                        ["date_modified"] = feed.Setting.Iso(item.Changed),
                        ["authors"] = new JsonArray(new JsonObject { ["name"] = item.Author }),
                    };
                    if (item.Story is { } story)
                    {
                        json["_story"] = new JsonObject
                        {
                            ["about"] = "the running story that the post belongs to",
                            ["url"] = $"{feed.Setting.BaseUrl}/stories/{story.Slug}",
                            ["headline"] = story.Headline,
                            ["kicker"] = story.Kicker,
                            ["state"] = JsonNamingPolicy.CamelCase.ConvertName(
                                StoryStanding.Of(story.Times, feed.Setting.Now).State.ToString()
                            ),
                        };
                    }
                    if (item.Language is { } language)
                    {
                        json["language"] = language;
                    }
                    return json;
                }),
            ]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(json, AnyScript);
    }
}
