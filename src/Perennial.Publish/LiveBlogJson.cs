using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Perennial.Publish.Pages;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>A story page as schema.org's LiveBlogPosting, for the posts that the page shows.</summary>
internal static class LiveBlogJson
{
    // The default encoder writes < as \u003C, so that no text can end the script element.
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The JSON-LD of a page.</summary>
    public static string Of(Setting setting, StoryPageModel model)
    {
        var address = $"{setting.BaseUrl}/stories/{model.Story.Slug}";
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "LiveBlogPosting",
            ["mainEntityOfPage"] = address,
            ["headline"] = model.Story.Headline,
            ["description"] = model.Story.Standfirst,
            ["inLanguage"] = model.Story.Language,
            ["datePublished"] = setting.Iso(model.Story.Opened),
            ["dateModified"] = setting.Iso(model.Story.Updated),
            ["coverageStartTime"] = setting.Iso(model.Story.Opened),
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = setting.Site.Name },
            ["liveBlogUpdate"] = new JsonArray([
                .. model.Posts.Where(post => !post.Post.Withdrawn).Select(post => Update(setting, address, post)),
            ]),
        };
        return json.ToJsonString(Safe);
    }

    private static JsonObject Update(Setting setting, string address, PostRow post) =>
        new()
        {
            ["@type"] = "BlogPosting",
            ["url"] = $"{address}/posts/{post.Id}",
            ["headline"] = post.Post.Title,
            ["articleBody"] = string.Join(
                "\n\n",
                post.Post.Statements.Select(statement => Parts.StatementWords.Quoted(statement.Text, statement.Kind))
                    .Prepend(PostMarkdown.ToPlain(post.Post.Text))
            ),
            ["datePublished"] = setting.Iso(post.Post.Time),
            ["dateModified"] = post.Changed is { } changed ? setting.Iso(changed) : null,
        };
}
