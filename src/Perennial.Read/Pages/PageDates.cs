using System.Text.Json.Nodes;

namespace Perennial.Read.Pages;

/// <summary>When a page says it was published and changed.</summary>
internal sealed record PageDates(Told<StatedTime>? Published, Told<StatedTime>? Modified)
{
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
        "publish_date",
        "publication_date",
        "publication-date",
        "published",
        "date.publication",
        "cXenseParse:recs:publishtime",
        "cXenseParse:publishtime",
        "citation_publication_date",
        "citation_online_date",
        "DC.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.created",
        "dcterms.date",
        "DC.date.created",
        "article.published",
        "article_date_original",
        "article.created",
        "OriginalPublicationDate",
        "last-published",
        "ptime",
        "date",
    ];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time",
        "og:article:modified_time",
        "og:updated_time",
        "dateModified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
        "DC.date.modified",
        "article.updated",
        "revised",
        "bt:modDate",
    ];

    /// <summary>
    /// The data of the page first; then what a sentence or the page's title says, the address and what is shown around the
    /// headline, the data of other things on the page, and at last what is shown anywhere.
    /// </summary>
    public static PageDates Of(PageData data, ShownPage shown, DateHabits habits, string? title, string? url)
    {
        var seen = ShownDates.Of(shown, habits);
        var published =
            Json(data.Article, "datePublished", habits)
            ?? Meta(data, PublishedNames, habits)
            ?? seen.Original
            ?? InTitle(title, habits)
            ?? NearOrAddress(seen.Near, InAddress(url))
            ?? data.Objects.Select(found => Json(found, "datePublished", habits))
                .FirstOrDefault(date => date is not null)
            ?? Json(data.Article, "dateCreated", habits)
            ?? InScripts(data)
            ?? seen.Anywhere;
        var modified = Json(data.Article, "dateModified", habits) ?? Meta(data, ModifiedNames, habits) ?? seen.Modified;
        return new PageDates(published ?? modified, modified);
    }

    private static Told<StatedTime>? Json(JsonObject? item, string name, DateHabits habits) =>
        MachineTime.Parse(PageData.Text(item?[name]), habits) is { } time
            ? new Told<StatedTime>(time, Evidence.JsonLd)
            : null;

    private static Told<StatedTime>? Meta(PageData data, string[] names, DateHabits habits) =>
        names.Select(name => MachineTime.Parse(data.Meta(name), habits)).FirstOrDefault(time => time is not null)
            is { } time
            ? new Told<StatedTime>(time, Evidence.Meta)
            : null;

    // What is shown may be the day of a change; the same day has a clock time more often.
    private static Told<StatedTime>? NearOrAddress(Told<StatedTime>? near, Told<StatedTime>? address) =>
        near is { } shown
        && (
            address is not { } day || (shown.Value.Local.Date - day.Value.Local.Date).Duration() <= TimeSpan.FromDays(1)
        )
            ? near
            : address;

    private static Told<StatedTime>? InAddress(string? url) =>
        DateText.InAddress(url) is { } day ? new Told<StatedTime>(day, Evidence.Address) : null;

    // "Quay opens | Echo | 12.03.2031".
    private static Told<StatedTime>? InTitle(string? title, DateHabits habits)
    {
        const int longest = 30;
        return
            title?.LastIndexOfAny(['|', ',', '–', '—']) is > 0 and var last
            && title.Length - last is > 6 and < longest
            && DateText.Parse(title[(last + 1)..], habits) is { } day
            ? new Told<StatedTime>(day, Evidence.Meta)
            : null;
    }

    private static Told<StatedTime>? InScripts(PageData data) =>
        data.InScripts(
                "datePublished",
                "publishedAt",
                "published_at",
                "publishDate",
                "publicationDate",
                "firstPublished"
            )
            .Select(value => MachineTime.Parse(value))
            .FirstOrDefault(time => time is not null)
            is { } time
            ? new Told<StatedTime>(time, Evidence.Script)
            : null;
}
