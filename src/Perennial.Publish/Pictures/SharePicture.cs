using System.Security.Cryptography;
using System.Text;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>What the picture shows that stands for a page where somebody shares it.</summary>
/// <param name="Path">The path of the page, as addresses write it.</param>
/// <param name="Site">The name of the publication.</param>
/// <param name="Kicker">What stands above the headline.</param>
/// <param name="State">The mark of a story that is live; <see langword="null"/> otherwise.</param>
/// <param name="Headline">The headline.</param>
public sealed record SharePicture(string Path, string Site, string? Kicker, string? State, string Headline)
{
    // Counts up with every change of how pictures look, since they are kept for ever under their address.
    private const string Design = "1";

    /// <summary>Width in pixels: what networks ask for.</summary>
    public const int Width = 1200;

    /// <summary>Height in pixels.</summary>
    public const int Height = 630;

    /// <summary>Tells it from what the page's picture was before.</summary>
    public string Hash { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Design, Site, Kicker, State, Headline)))
        )[..16];

    /// <summary>The path of the picture, which changes with what it shows.</summary>
    public string Address => $"{Path}/picture-{Hash}.png";

    /// <summary>What it shows, in words.</summary>
    public string Alt =>
        string.Join(". ", new[] { Kicker, State, Headline, Site }.Where(part => part is { Length: > 0 }));

    /// <summary>The picture of a story.</summary>
    public static SharePicture OfStory(Setting setting, StoryRow story)
    {
        var state = StoryStanding.Of(story.Times, setting.Now).State;
        return new(
            $"/stories/{Uri.EscapeDataString(story.Slug)}",
            setting.Site.Name,
            story.Kicker ?? setting.Site.Sections.FirstOrDefault(section => section.Slug == story.Section)?.Name,
            // In the site's own language: one page has one picture, whoever looks at it. That nothing happens is no news.
            state is StoryState.Quiet or StoryState.Closed
                ? null
                : (InterfaceTexts.Find(setting.Site.Language) ?? setting.Texts)[
                    "state." + state.ToString().ToLowerInvariant()
                ],
            story.Headline
        );
    }

    /// <summary>The picture of a piece, labelled like it.</summary>
    public static SharePicture OfPiece(Setting setting, PieceRow row) =>
        new(
            $"/pieces/{Uri.EscapeDataString(row.Piece.Slug)}",
            setting.Site.Name,
            (InterfaceTexts.Find(setting.Site.Language) ?? setting.Texts)[PieceLabel.Key(row.Piece)],
            null,
            row.Piece.Headline
        );

    /// <summary>The picture of a post.</summary>
    public static SharePicture OfPost(Setting setting, StoryRow story, PostRow post) =>
        new(
            $"/stories/{Uri.EscapeDataString(story.Slug)}/posts/{post.Id}",
            setting.Site.Name,
            post.Post.Title is null ? null : story.Headline,
            null,
            post.Post.Title ?? story.Headline
        );
}
