using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

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
