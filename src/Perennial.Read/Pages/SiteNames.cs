using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>What a publication calls itself on its page.</summary>
/// <param name="Name">The name.</param>
/// <param name="Tagline">The line under it.</param>
/// <param name="All">The name in every form that may stand in titles and bylines, as <see cref="Words.Key"/>.</param>
internal sealed record SiteNames(string? Name, string? Tagline, IReadOnlySet<string> All)
{
    public static SiteNames Of(IHtmlDocument page, PageData data, string? url)
    {
        var publisher = PageData.Text(data.Article?["publisher"]);
        var name =
            data.Meta("og:site_name", "application-name", "al:android:app_name", "twitter:app:name:iphone")
            ?? publisher;
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;
        string?[] names =
        [
            name,
            publisher,
            data.Meta("og:site_name"),
            data.Meta("application-name"),
            data.Meta("twitter:site"),
            host,
            host?.Replace("www.", "", StringComparison.Ordinal),
            DomainWord(host),
        ];
        var masthead = page.QuerySelector(
            "header [class*=tagline i], header [class*=slogan i], .tagline, .site-description"
        );
        var tagline = Words.Clean(masthead?.TextContent);
        return new SiteNames(
            name,
            tagline.Length is > 0 and < 120 ? tagline : null,
            names.OfType<string>().Select(Words.Key).Where(key => key.Length > 1).ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Whether words are the publication's name.</summary>
    public bool Contains(string words) => All.Contains(Words.Key(words));

    private static string? DomainWord(string? host) =>
        host?.Split('.') is [.., var word, _] and { Length: > 1 } parts
            ? word.Length <= 3 && parts.Length > 2
                ? parts[^3]
                : word
            : null;
}
