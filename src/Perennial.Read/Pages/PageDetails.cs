using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>The standfirst: the line that stands under the headline and is no part of the text.</summary>
internal static class Standfirst
{
    /// <summary>The shown standfirst, or else the description that the page gives for others to show.</summary>
    public static Told<string>? Of(PageData data, ShownPage shown, string? title)
    {
        const int shortest = 20;
        var seen = shown
            .Standfirsts.Take(4)
            .Select(shown.Words)
            .FirstOrDefault(text => text.Length > shortest && Words.Key(text) != Words.Key(title));
        return Told.Of(seen, Evidence.Visible)
            ?? Told.Of(data.Meta("og:description", "description", "twitter:description"), Evidence.Meta)
            ?? Told.Of(PageData.Text(data.Article?["description"]), Evidence.JsonLd);
    }
}

/// <summary>The section of a page, and its keywords.</summary>
internal static class PageSection
{
    private const int LongestName = 60;
    private const int MostTags = 50;

    /// <summary>What the page's data say, or the last step of its trail of links.</summary>
    public static Told<string>? Of(IHtmlDocument page, PageData data)
    {
        var section =
            Told.Of(PageData.Text(data.Article?["articleSection"]), Evidence.JsonLd)
            ?? Told.Of(data.Meta("article:section", "parsely-section", "section"), Evidence.Meta)
            ?? OfTrail(page);
        return section is { Value.Length: < LongestName } ? section : null;
    }

    private static Told<string>? OfTrail(IHtmlDocument page)
    {
        var trail = page.QuerySelector(
            "[itemprop=articleSection], nav[class*=breadcrumb i] a:last-of-type, [class*=breadcrumb i] li:nth-last-child(2) a"
        );
        return Told.Of(
            trail?.GetAttribute("content") ?? Words.Clean(trail?.TextContent),
            trail?.HasAttribute("itemprop") == true ? Evidence.Microdata : Evidence.Visible
        );
    }

    /// <summary>The keywords, each once, in the page's order.</summary>
    public static Told<IReadOnlyList<string>>? Tags(PageData data) =>
        Keywords(PageData.Items(data.Article?["keywords"]).Select(PageData.Text).OfType<string>(), Evidence.JsonLd)
        ?? Keywords(data.MetaAll("article:tag"), Evidence.Meta)
        ?? Keywords(data.MetaAll("news_keywords").Concat(data.MetaAll("parsely-tags")), Evidence.Meta)
        ?? Keywords(data.MetaAll("keywords"), Evidence.Meta);

    private static Told<IReadOnlyList<string>>? Keywords(IEnumerable<string> lines, Evidence by)
    {
        var tags = lines
            .SelectMany(line => line.Split(',', ';'))
            .Select(Words.Clean)
            .Where(tag => tag.Length is > 1 and < LongestName)
            .DistinctBy(Words.Key, StringComparer.Ordinal)
            .Take(MostTags)
            .ToList();
        return tags.Count > 0 ? new Told<IReadOnlyList<string>>(tags, by) : null;
    }
}

/// <summary>The language of a page, and how it means its dates.</summary>
internal static class PageLanguage
{
    // English pages that write the day first say so in their language, or by the country in their address.
    private static readonly HashSet<string> MonthFirstRegions = new(StringComparer.OrdinalIgnoreCase) { "us", "ph" };

    /// <summary>What the page says, as a BCP 47 tag; <see langword="null"/> when it says nothing or nonsense.</summary>
    public static Told<string>? Of(IHtmlDocument page, PageData data)
    {
        var json = PageData.Text(data.Article?["inLanguage"]);
        var primary = Tag(page, data)?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetter)
            ? new Told<string>(primary, json is not null ? Evidence.JsonLd : Evidence.Meta)
            : null;
    }

    /// <summary>How a page means a date such as 3/12/2031.</summary>
    public static DateHabits Habits(IHtmlDocument page, PageData data, string? url)
    {
        var language = Of(page, data)?.Value;
        var region = page.DocumentElement.GetAttribute("lang")?.Split('-', '_') is [_, { Length: 2 } told]
            ? told
            : null;
        var country =
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Split('.') is [.., { Length: 2 } domain]
                ? domain
                : null;
        // Many programs say en-US where nobody has chosen: an address in a country knows better. English without any
        // country is American more often than not; a page without a language can be from anywhere.
        return new DateHabits(language, language == "en" && MonthFirstRegions.Contains(country ?? region ?? "us"));
    }

    private static string? Tag(IHtmlDocument page, PageData data) =>
        PageData.Text(data.Article?["inLanguage"])
        ?? page.DocumentElement.GetAttribute("lang")
        ?? data.Meta("og:locale", "language", "content-language");
}

/// <summary>On what terms a page may be read and used.</summary>
internal static class PageTerms
{
    /// <summary>Whether all of the text is for everybody; <see langword="null"/> when the page does not say.</summary>
    public static Told<bool>? IsFree(PageData data) =>
        Flag(data.Article?["isAccessibleForFree"]) is { } json ? new Told<bool>(json, Evidence.JsonLd)
        : data.Meta("article:content_tier") is { } tier
            ? new Told<bool>(tier.Equals("free", StringComparison.OrdinalIgnoreCase), Evidence.Meta)
        : null;

    /// <summary>The licence of the text: an address or words.</summary>
    public static Told<string>? Licence(PageData data, ShownPage shown) =>
        Told.Of(
            PageData.Text(data.Article?["license"]) ?? PageData.Text((data.Article?["license"] as JsonObject)?["url"]),
            Evidence.JsonLd
        )
        ?? Told.Of(data.Meta("dcterms.license", "dc.rights.license", "license"), Evidence.Meta)
        ?? Told.Of(data.Link("license"), Evidence.Meta)
        ?? Told.Of(
            shown
                .Links.FirstOrDefault(link => PageData.HasWord(link.GetAttribute("rel"), "license"))
                ?.GetAttribute("href"),
            Evidence.Visible
        );

    // Publishers write true, "True" and "http://schema.org/False".
    private static bool? Flag(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag
        : PageData.Text(node) is { } word
            ? word.EndsWith("true", StringComparison.OrdinalIgnoreCase) ? true
                : word.EndsWith("false", StringComparison.OrdinalIgnoreCase) ? false
                : null
        : null;
}
