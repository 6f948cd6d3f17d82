using System.Text.Json.Nodes;
using Perennial.Publish.Pages;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

internal static partial class StructuredData
{
    /// <summary>A piece of our own, by what sort it is.</summary>
    public static string? OfPiece(Setting setting, PieceRow row, IReadOnlyList<StoryRow> stories)
    {
        var piece = row.Piece;
        if (piece.Withdrawn)
        {
            return null;
        }
        var address = $"{setting.BaseUrl}/pieces/{piece.Slug}";
        var words = PostMarkdown.ToPlain(piece.Text);
        return Written(
            new JsonObject
            {
                ["@type"] = PieceLabel.SchemaType(piece),
                ["@id"] = address,
                ["url"] = address,
                ["mainEntityOfPage"] = address,
                ["headline"] = piece.Headline,
                ["description"] = piece.Standfirst,
                ["articleBody"] = words.Length > MostBody ? words[..MostBody] : words,
                ["articleSection"] = setting.Site.Sections.FirstOrDefault(ours => ours.Slug == piece.Section)?.Name,
                ["image"] = Image(setting, SharePicture.OfPiece(setting, row)),
                ["inLanguage"] = piece.Language,
                ["datePublished"] = setting.Iso(row.At),
                ["dateModified"] = setting.Iso(row.Changed ?? row.At),
                ["author"] = AuthorsOf(setting, piece.Authors),
                ["publisher"] = Publisher(setting),
                ["correction"] = piece.Correction is { } correction
                    ? new JsonObject
                    {
                        ["@type"] = "CorrectionComment",
                        ["text"] = correction,
                        ["datePublished"] = setting.Iso(row.Changed ?? row.At),
                    }
                    : null,
                ["about"] = new JsonArray([
                    .. stories.Select(story => new JsonObject
                    {
                        ["@type"] = "LiveBlogPosting",
                        ["@id"] = $"{setting.BaseUrl}/stories/{story.Slug}",
                        ["headline"] = story.Headline,
                    }),
                ]),
            }
        );
    }

    /// <summary>The page of somebody who writes here.</summary>
    public static string OfAuthor(Setting setting, SiteAuthor author) =>
        Written(
            new JsonObject
            {
                ["@type"] = "ProfilePage",
                ["url"] = $"{setting.BaseUrl}/authors/{author.Slug}",
                ["mainEntity"] = PersonOf(setting, author),
            }
        );

    /// <summary>The page of an outlet that we read.</summary>
    public static string OfOutlet(Setting setting, OutletPageModel model) =>
        Written(
            new JsonObject
            {
                ["@type"] = "ProfilePage",
                ["url"] = setting.BaseUrl + model.Address,
                ["mainEntity"] = new JsonObject
                {
                    ["@type"] = "Organization",
                    ["name"] = model.Name,
                    ["url"] = model.Home,
                },
            }
        );

    /// <summary>Those whom a byline names, or the publication.</summary>
    private static JsonNode AuthorsOf(Setting setting, IReadOnlyList<string> slugs) =>
        Byline.Of(setting.Site, slugs) is { Count: > 0 } authors
            ? new JsonArray([.. authors.Select(author => PersonOf(setting, author))])
            : Publisher(setting);

    private static JsonObject PersonOf(Setting setting, SiteAuthor author) =>
        new()
        {
            ["@type"] = "Person",
            ["name"] = author.Name,
            ["jobTitle"] = author.Role,
            ["url"] = $"{setting.BaseUrl}/authors/{author.Slug}",
        };
}
