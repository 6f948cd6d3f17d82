using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Perennial.Publish.Pages;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>Pages in the words of schema.org, as JSON-LD: only what the page itself shows.</summary>
internal static partial class StructuredData
{
    private const int MostBody = 5_000;

    // The default encoder writes < as \u003C, so that no text can end the script element.
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The front page: the publication and its search.</summary>
    public static string OfSite(Setting setting) =>
        Written(
            new JsonObject
            {
                ["@type"] = "WebSite",
                ["name"] = setting.Site.Name,
                ["description"] = setting.Site.Tagline,
                ["url"] = setting.BaseUrl + "/",
                ["inLanguage"] = setting.Site.Language,
                ["publisher"] = Publisher(setting),
                ["potentialAction"] = new JsonObject
                {
                    ["@type"] = "SearchAction",
                    ["target"] = new JsonObject
                    {
                        ["@type"] = "EntryPoint",
                        ["urlTemplate"] = setting.BaseUrl + "/search?q={words}",
                    },
                    ["query-input"] = "required name=words",
                },
            }
        );

    /// <summary>A section: the stories in it.</summary>
    public static string OfSection(Setting setting, SiteSection section, IEnumerable<StoryRow> stories) =>
        Written(
            new JsonObject
            {
                ["@type"] = "CollectionPage",
                ["name"] = section.Name,
                ["url"] = $"{setting.BaseUrl}/sections/{section.Slug}",
                ["isPartOf"] = new JsonObject { ["@type"] = "WebSite", ["url"] = setting.BaseUrl + "/" },
                ["mainEntity"] = new JsonObject
                {
                    ["@type"] = "ItemList",
                    ["itemListElement"] = new JsonArray([
                        .. stories.Select(
                            (story, i) =>
                                new JsonObject
                                {
                                    ["@type"] = "ListItem",
                                    ["position"] = i + 1,
                                    ["url"] = $"{setting.BaseUrl}/stories/{story.Slug}",
                                    ["name"] = story.Headline,
                                }
                        ),
                    ]),
                },
            }
        );

    /// <summary>A story: the live blog with the posts that the page shows.</summary>
    public static string OfStory(Setting setting, StoryPageModel model)
    {
        var story = model.Story;
        var address = $"{setting.BaseUrl}/stories/{story.Slug}";
        var changed = model.Posts.Select(post => post.Changed).Append(story.Updated).Max();
        return Written(
            new JsonObject
            {
                ["@type"] = "LiveBlogPosting",
                ["@id"] = address,
                ["mainEntityOfPage"] = address,
                ["url"] = address,
                ["headline"] = story.Headline,
                ["description"] = story.Standfirst,
                ["articleSection"] = setting.Site.Sections.FirstOrDefault(ours => ours.Slug == story.Section)?.Name,
                ["image"] = Image(setting, SharePicture.OfStory(setting, story)),
                ["inLanguage"] = story.Language,
                ["datePublished"] = setting.Iso(story.Opened),
                ["dateModified"] = setting.Iso(changed ?? story.Updated),
                ["coverageStartTime"] = setting.Iso(story.Opened),
                // A story that is quiet or closed has been covered so far; one that moves has no end.
                ["coverageEndTime"] = StoryStanding.Of(story.Times, setting.Now).State
                    is StoryState.Quiet
                        or StoryState.Closed
                    ? setting.Iso(story.Updated)
                    : null,
                ["author"] = Publisher(setting),
                ["publisher"] = Publisher(setting),
                ["liveBlogUpdate"] = new JsonArray([
                    .. model
                        .Posts.Where(post => !post.Post.Withdrawn)
                        .Select(post => PostOf(setting, story, post, $"{address}/posts/{post.Id}")),
                ]),
            }
        );
    }

    /// <summary>A post on its own page.</summary>
    public static string? OfPost(Setting setting, StoryRow story, PostRow post)
    {
        if (post.Post.Withdrawn)
        {
            return null;
        }
        var whole = $"{setting.BaseUrl}/stories/{story.Slug}";
        var json = PostOf(setting, story, post, $"{whole}/posts/{post.Id}");
        json["mainEntityOfPage"] = $"{whole}/posts/{post.Id}";
        json["inLanguage"] = story.Language;
        json["image"] = Image(setting, SharePicture.OfPost(setting, story, post));
        json["publisher"] = Publisher(setting);
        json["isPartOf"] = new JsonObject
        {
            ["@type"] = "LiveBlogPosting",
            ["@id"] = whole,
            ["headline"] = story.Headline,
        };
        return Written(json);
    }

    /// <summary>A report of another outlet, as we read it, with what is quoted in it.</summary>
    public static string? OfArticle(Setting setting, ArticleRow row)
    {
        if (row is not { Gone: null, Article: { } article })
        {
            return null;
        }
        var page = $"{setting.BaseUrl}/articles/{row.Id}";
        return Written(
            new JsonObject
            {
                ["@type"] = "WebPage",
                ["@id"] = page,
                ["name"] = article.Title,
                ["publisher"] = Publisher(setting),
                ["mainEntity"] = new JsonObject
                {
                    ["@type"] = "NewsArticle",
                    ["@id"] = page + "#report",
                    ["url"] = row.Url,
                    ["headline"] = article.Title,
                    ["inLanguage"] = article.Language,
                    ["datePublished"] = article.Published?.ToString(),
                    ["dateModified"] = article.Modified?.ToString(),
                    ["author"] = new JsonArray([
                        .. article.Credits.Select(credit => new JsonObject
                        {
                            ["@type"] = credit.Kind == CreditKind.Agency ? "Organization" : "Person",
                            ["name"] = credit.Name,
                        }),
                    ]),
                    ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = row.Name() },
                    ["hasPart"] = new JsonArray([
                        .. Rights
                            .Statements(row)
                            .Where(listed => listed.Statement.Kind != StatementKind.Indirect)
                            .Select(listed => QuotationOf(setting, row, listed.Statement)),
                    ]),
                },
            }
        );
    }

    /// <summary>A page about a person, an organisation or a place.</summary>
    public static string OfEntity(Setting setting, EntityPageModel model) =>
        Written(
            new JsonObject
            {
                ["@type"] = "ProfilePage",
                ["url"] = setting.BaseUrl + model.Address,
                ["mainEntity"] = new JsonObject
                {
                    ["@type"] = model.Key switch
                    {
                        "person" => "Person",
                        "place" => "Place",
                        _ => "Organization",
                    },
                    ["@id"] = setting.BaseUrl + model.Address,
                    ["name"] = model.Name,
                    ["alternateName"] = new JsonArray([.. model.Names.Select(name => JsonValue.Create(name))]),
                },
            }
        );

    private static JsonObject PostOf(Setting setting, StoryRow story, PostRow post, string address)
    {
        var words = string.Join(
            "\n\n",
            post.Post.Statements.Select(statement =>
                    StatementWords.Quoted(statement.Text, statement.Kind, story.Language)
                )
                .Prepend(PostMarkdown.ToPlain(post.Post.Text))
                .Where(text => text.Length > 0)
        );
        return new JsonObject
        {
            ["@type"] = "BlogPosting",
            ["@id"] = address,
            ["url"] = address,
            ["headline"] = Feed.TitleOf(story, post),
            ["articleBody"] = words.Length > MostBody ? words[..MostBody] : words,
            ["datePublished"] = setting.Iso(post.Post.Time),
            ["dateModified"] = post.Changed is { } changed ? setting.Iso(changed) : null,
            ["author"] = post.Post.Outlet is { } outlet
                ? new JsonObject { ["@type"] = "Organization", ["name"] = outlet }
                : AuthorsOf(setting, post.Post.Authors),
            ["correction"] = post.Post.Correction is { } correction
                ? new JsonObject
                {
                    ["@type"] = "CorrectionComment",
                    ["text"] = correction,
                    ["datePublished"] = setting.Iso(post.Changed ?? post.At),
                }
                : null,
        };
    }

    private static JsonObject QuotationOf(Setting setting, ArticleRow row, Statement statement) =>
        new()
        {
            ["@type"] = "Quotation",
            ["@id"] = $"{setting.BaseUrl}/statements/{StatementId.Of(row.Id, statement)}",
            ["url"] = $"{setting.BaseUrl}/statements/{StatementId.Of(row.Id, statement)}",
            ["text"] = statement.Text,
            ["inLanguage"] = row.Article?.Language,
            // Only what is sure stands under a person's name.
            ["spokenByCharacter"] = statement.Speaker is { Sure: true, Name: { } name } speaker
                ? new JsonObject
                {
                    ["@type"] = speaker.Kind == SpeakerKind.Person ? "Person" : "Organization",
                    ["name"] = name,
                }
                : null,
            ["isBasedOn"] = row.Url,
        };

    private static JsonObject? Image(Setting setting, SharePicture picture) =>
        PicturePainter.CanDraw(picture)
            ? new()
            {
                ["@type"] = "ImageObject",
                ["url"] = setting.BaseUrl + picture.Address,
                ["width"] = SharePicture.Width,
                ["height"] = SharePicture.Height,
            }
            : null;

    private static JsonObject Publisher(Setting setting) =>
        new()
        {
            ["@type"] = "NewsMediaOrganization",
            ["name"] = setting.Site.Name,
            ["url"] = setting.BaseUrl + "/",
            ["publishingPrinciples"] = setting.BaseUrl + "/about",
            ["correctionsPolicy"] = setting.Site.Corrections is null ? null : setting.BaseUrl + "/about#corrections",
        };

    private static string Written(JsonObject json)
    {
        var whole = new JsonObject { ["@context"] = "https://schema.org" };
        foreach (var (name, value) in json.ToList())
        {
            json.Remove(name);
            whole[name] = value;
        }
        RemoveNothings(whole);
        return whole.ToJsonString(Safe);
    }

    private static void RemoveNothings(JsonNode node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json.ToList())
                {
                    if (value is null or JsonArray { Count: 0 } && name != "liveBlogUpdate")
                    {
                        json.Remove(name);
                    }
                    else if (value is not null)
                    {
                        RemoveNothings(value);
                    }
                }
                break;
            case JsonArray array:
                foreach (var item in array.OfType<JsonNode>())
                {
                    RemoveNothings(item);
                }
                break;
        }
    }
}
