using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>When a page says it was published and changed.</summary>
internal sealed record PageDates(StatedTime? Published, StatedTime? Modified)
{
    // Archives go back to the first newspapers; no page is from much later than today.
    private const int EarliestYear = 1600;
    private const int LatestYear = 2100;

    private static readonly string[] PublishedNames =
    [
        "article:published_time",
        "og:article:published_time",
        "datePublished",
        "og:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "date.publication",
        "cXenseParse:recs:publishtime",
        "DC.date.issued",
        "dc.date",
        "DC.date",
        "dcterms.created",
        "dcterms.date",
        "article.published",
        "article_date_original",
        "ptime",
        "date",
    ];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time",
        "og:updated_time",
        "dateModified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
        "article.updated",
    ];

    /// <summary>JSON-LD first, then meta elements, microdata, time elements, the words near the headline, and the address.</summary>
    public static PageDates Of(IHtmlDocument page, PageData data, string? url)
    {
        var published =
            Parse(PageData.Text(data.Article?["datePublished"]))
            ?? FirstOf(data, PublishedNames)
            ?? data.Objects.Select(found => Parse(PageData.Text(found["datePublished"])))
                .FirstOrDefault(date => date is not null)
            ?? FirstOf(
                page,
                "[itemprop=datePublished]",
                "time[pubdate]",
                "article time[datetime], main time[datetime]",
                "time[datetime]"
            )
            ?? Parse(PageData.Text(data.Article?["dateCreated"]))
            ?? ShownDate(page)
            ?? DateText.InAddress(PageAddresses.Canonical(page, data, url) ?? url);
        var modified =
            Parse(PageData.Text(data.Article?["dateModified"]))
            ?? FirstOf(data, ModifiedNames)
            ?? FirstOf(page, "[itemprop=dateModified]");
        return new PageDates(published ?? modified, modified);
    }

    private static StatedTime? FirstOf(PageData data, string[] names) =>
        names.Select(name => Parse(data.Meta(name))).FirstOrDefault(date => date is not null);

    private static StatedTime? FirstOf(IHtmlDocument page, params ReadOnlySpan<string> selectors)
    {
        foreach (var selector in selectors)
        {
            var date = page.QuerySelectorAll(selector)
                .Take(5)
                .Select(element =>
                    Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content"))
                    ?? DateText.Parse(Words.Clean(element.TextContent))
                )
                .FirstOrDefault(found => found is not null);
            if (date is not null)
            {
                return date;
            }
        }
        return null;
    }

    /// <summary>A date in the words of an element whose class says that it holds one.</summary>
    private static StatedTime? ShownDate(IHtmlDocument page)
    {
        const int longest = 120;
        return page.QuerySelectorAll(
                "[class*=date i], [class*=time i], [class*=publish i], [class*=posted i], [class*=byline i], [class*=meta i], [id*=date i], abbr[title]"
            )
            .Take(60)
            .Select(element =>
                Words.Clean(
                    element.GetAttribute("title") is { Length: > 8 } title
                        ? title + " " + element.TextContent
                        : element.TextContent
                )
            )
            .Where(text => text.Length is > 5 and < longest)
            .Select(DateText.Parse)
            .FirstOrDefault(date => date is not null);
    }

    // "0001-01-01" is how programs write that they know no date.
    private static StatedTime? Parse(string? text) =>
        text is null ? null
        : StatedTime.ParseIso(text) is { Local.Year: >= EarliestYear and <= LatestYear } stated ? stated
        : DateText.Parse(text);
}
