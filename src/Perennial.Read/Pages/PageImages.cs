using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages;

/// <summary>The pictures of an article, with what the page says under them and whom it names for them.</summary>
internal static partial class PageImages
{
    private const int Most = 30;
    private const int LongestCaption = 600;

    private static readonly string[] SourceNames = ["src", "data-src", "data-original", "data-lazy-src"];

    /// <summary>Those in figures, which have words of their own; before them the one that the page's data name, if it is another.</summary>
    public static IReadOnlyList<ArticleImage> Of(PageData data, ShownPage shown, string? url)
    {
        var seen = shown
            .Figures.Take(Most)
            .Select(figure => OfFigure(figure, url))
            .OfType<ArticleImage>()
            .DistinctBy(image => FileOf(image.Url), StringComparer.Ordinal)
            .ToList();
        var told = OfJson(data, url) ?? OfMeta(data, url);
        return told is null || seen.Exists(image => FileOf(image.Url) == FileOf(told.Url)) ? seen : [told, .. seen];
    }

    private static ArticleImage? OfFigure(IElement figure, string? url)
    {
        var picture = figure.QuerySelector("img");
        var address = PageAddresses.Absolute(Source(picture), url);
        if (address is null)
        {
            return null;
        }
        var marked = figure.QuerySelector(
            "[class*=credit i], [class*=copyright i], [itemprop=copyrightHolder], [class*=photographer i], [rel=author]"
        );
        var credit = Words.Clean(marked?.TextContent);
        var caption = Words.Clean(figure.QuerySelector("figcaption") is { } words ? ElementText.Of(words) : null);
        if (credit.Length > 0)
        {
            caption = caption.Replace(credit, "", StringComparison.Ordinal).Trim();
        }
        else if (Credit().Match(caption) is { Success: true } found)
        {
            (credit, caption) = (found.Value, caption[..found.Index].TrimEnd());
        }
        return Image(address, caption, credit, Evidence.Visible);
    }

    private static ArticleImage? OfJson(PageData data, string? url)
    {
        var item = PageData.Items(data.Article?["image"]).Select(data.Resolved).FirstOrDefault();
        var fields = item as JsonObject;
        var address = PageAddresses.Absolute(
            fields is null ? PageData.Text(item) : PageData.Text(fields["url"] ?? fields["contentUrl"]),
            url
        );
        return address is null
            ? null
            : Image(
                address,
                PageData.Text(fields?["caption"]),
                PageData.Text(
                    fields?["creditText"] ?? fields?["creator"] ?? fields?["author"] ?? fields?["copyrightHolder"]
                ),
                Evidence.JsonLd
            );
    }

    private static ArticleImage? OfMeta(PageData data, string? url) =>
        PageAddresses.Absolute(data.Meta("og:image", "og:image:url", "twitter:image"), url) is { } address
            ? Image(address, data.Meta("og:image:alt"), null, Evidence.Meta)
            : null;

    private static ArticleImage Image(string address, string? caption, string? credit, Evidence by) =>
        new(
            address,
            caption is { Length: > 0 and < LongestCaption } ? caption : null,
            Prefix().Replace(credit ?? "", "").Trim(' ', ':', '(', ')', '[', ']', '.') is { Length: > 1 and < 120 } bare
                ? bare
                : null,
            by
        );

    // A picture that is loaded late has a stand-in where its address should be.
    private static string? Source(IElement? picture) =>
        picture is null
            ? null
            : SourceNames
                .Select(picture.GetAttribute)
                .FirstOrDefault(address =>
                    address is { Length: > 0 } && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
                )
                ?? picture.GetAttribute("srcset")?.Split(' ')[0];

    // The same file is served in many sizes.
    private static string FileOf(string address)
    {
        var path = address.AsSpan(
            0,
            address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? query : address.Length
        );
        return path[(path.LastIndexOf('/') + 1)..].ToString();
    }

    [GeneratedRegex(
        @"(©|\(c\)|\b(photo(graph)?|picture|image|credit|foto|bild|crédit( photo)?|fotografía|imagen)\s*(by\b|von\b|:|/)|\()\s*[^()]{2,80}\)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Credit();

    [GeneratedRegex(
        @"^\W*(©|\(c\)|(photo(graph)?|picture|image|credit|foto|bild|copyright|crédit( photo)?|fotografía|imagen)\s*(by\b|von\b|:|/))\s*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Prefix();
}
