using System.Net;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>A post or a piece as feeds carry it.</summary>
internal sealed record FeedItem
{
    /// <summary>What it is known by, for ever: an address that leads to where it stands, whatever becomes of its story.</summary>
    public required string Id { get; init; }

    /// <summary>The address where it stands now.</summary>
    public required string Address { get; init; }

    /// <summary>Its headline.</summary>
    public required string Title { get; init; }

    /// <summary>Who it is by.</summary>
    public required string Author { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>Its words as HTML, with whole addresses.</summary>
    public required string Html { get; init; }

    /// <summary>Its language as a BCP 47 tag, where it is known.</summary>
    public string? Language { get; init; }

    /// <summary>The running story that a post belongs to.</summary>
    public StoryRow? Story { get; init; }

    /// <summary>A post of a story.</summary>
    public static FeedItem Of(Setting setting, StoryRow story, PostRow post)
    {
        var address = $"{setting.BaseUrl}/stories/{story.Slug}/posts/{post.Id}";
        return new()
        {
            Id = $"{setting.BaseUrl}/posts/{post.Id}",
            Address = address,
            Title = Feed.TitleOf(story, post),
            Author = post.Post.Outlet ?? Names(setting, post.Post.Authors),
            Published = post.Post.Time,
            Changed = Feed.Changed(post),
            Language = story.Language,
            Story = story,
            Html = Feed.XmlText(
                PostMarkdown.ToHtml(post.Post.Text, heading: 4, address)
                    + string.Concat(
                        post.Post.Statements.Select(statement =>
                        {
                            var words = StatementWords.Quoted(statement.Text, statement.Kind, story.Language);
                            var who = statement.Speaker ?? setting.Texts["speaker-unclear"];
                            return $"<blockquote>{WebUtility.HtmlEncode(words)} ({WebUtility.HtmlEncode(who)})</blockquote>";
                        })
                    )
                    + Correction(setting, post.Post.Correction)
            ),
        };
    }

    /// <summary>A piece, with what sort it is before its headline.</summary>
    public static FeedItem Of(Setting setting, PieceRow row)
    {
        var piece = row.Piece;
        var address = $"{setting.BaseUrl}/pieces/{piece.Slug}";
        var standfirst = piece.Standfirst is { } lead ? $"<p><strong>{WebUtility.HtmlEncode(lead)}</strong></p>" : "";
        return new()
        {
            // A piece keeps its slug.
            Id = address,
            Address = address,
            Title =
                piece.Kind == PieceGenre.News
                    ? piece.Headline
                    : $"{setting.Texts[PieceLabel.Key(piece)]}: {piece.Headline}",
            Author = Names(setting, piece.Authors),
            Published = row.At,
            Changed = row.Changed ?? row.At,
            Language = piece.Language,
            Html = Feed.XmlText(
                standfirst
                    + PostMarkdown.ToHtml(piece.Text, heading: 4, address)
                    + Correction(setting, piece.Correction)
            ),
        };
    }

    private static string Names(Setting setting, IReadOnlyList<string> authors) =>
        Byline.Of(setting.Site, authors) is { Count: > 0 } known
            ? string.Join(", ", known.Select(author => author.Name))
            : setting.Site.Name;

    private static string Correction(Setting setting, string? correction) =>
        correction is null
            ? ""
            : $"<p><strong>{WebUtility.HtmlEncode(setting.Texts["correction"])}</strong> {WebUtility.HtmlEncode(correction)}</p>";
}
