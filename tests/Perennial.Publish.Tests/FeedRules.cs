using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Perennial.Publish.Tests;

/// <summary>
/// What feeds and sitemaps have to keep to, as their definitions say: RFC 4287 (Atom), the RSS 2.0 specification and the RSS
/// Advisory Board's profile, JSON Feed 1.1, sitemaps.org, and what search engines ask of sitemaps of news. Each gives what is wrong.
/// </summary>
internal static partial class FeedRules
{
    private static readonly XNamespace AtomName = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace MapName = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace NewsName = "http://www.google.com/schemas/sitemap-news/0.9";

    // Link relations that are registered (RFC 4287 and IANA).
    private static readonly string[] Relations = ["alternate", "self", "hub", "related", "via", "enclosure"];

    public static IEnumerable<string> Atom(string text, string address)
    {
        var feed = XDocument.Parse(text).Root!;
        if (feed.Name != AtomName + "feed")
        {
            yield return "the root is no feed";
        }
        foreach (var wrong in Head(feed).Concat(Links(feed, address)))
        {
            yield return wrong;
        }
        var entries = feed.Elements(AtomName + "entry").ToList();
        foreach (var entry in entries)
        {
            foreach (var wrong in Head(entry).Concat(Links(entry, self: null)))
            {
                yield return "entry: " + wrong;
            }
            if (
                (entry.Element(AtomName + "author") ?? feed.Element(AtomName + "author"))?.Element(AtomName + "name")
                is not { Value.Length: > 0 }
            )
            {
                yield return "an entry has no author with a name";
            }
            if (entry.Elements(AtomName + "published").Count() != 1)
            {
                yield return "an entry must be published once";
            }
            if (entry.Elements(AtomName + "content").SingleOrDefault() is not { } content)
            {
                yield return "an entry has no content";
            }
            else
            {
                foreach (
                    var wrong in (string?)content.Attribute("type") == "html"
                        ? Html(content.Value)
                        : ["content is not html"]
                )
                {
                    yield return wrong;
                }
            }
        }
        foreach (
            var id in entries
                .Select(entry => entry.Element(AtomName + "id")?.Value)
                .GroupBy(id => id)
                .Where(ids => ids.Count() > 1)
        )
        {
            yield return $"two entries are {id.Key}";
        }
    }

    public static IEnumerable<string> Rss(string text, string address)
    {
        var root = XDocument.Parse(text).Root!;
        if (root.Name != "rss" || (string?)root.Attribute("version") != "2.0" || root.Elements("channel").Count() != 1)
        {
            yield return "it must be rss 2.0 with one channel";
        }
        var channel = root.Element("channel")!;
        foreach (var name in new[] { "title", "link", "description", "language", "lastBuildDate" })
        {
            if (channel.Elements(name).Count() != 1 || channel.Element(name)!.Value.Trim().Length == 0)
            {
                yield return $"the channel must have one {name}";
            }
        }
        foreach (
            var wrong in Web(channel.Element("link")?.Value, "link")
                .Concat(RfcDate(channel.Element("lastBuildDate")?.Value))
        )
        {
            yield return wrong;
        }
        if (!LanguageTag().IsMatch(channel.Element("language")?.Value ?? ""))
        {
            yield return "the language is no tag";
        }
        foreach (var wrong in Links(channel, address))
        {
            yield return wrong;
        }
        var items = channel.Elements("item").ToList();
        foreach (var item in items)
        {
            foreach (var name in new[] { "title", "link", "guid", "pubDate", "description" })
            {
                if (item.Elements(name).Count() != 1)
                {
                    yield return $"an item must have one {name}";
                }
            }
            if (item.Elements("author").Any() && item.Elements().Any(element => element.Name.LocalName == "creator"))
            {
                yield return "an item names its author twice";
            }
            if (item.Element("guid") is { } guid && (string?)guid.Attribute("isPermaLink") != "false")
            {
                foreach (var wrong in Web(guid.Value, "guid"))
                {
                    yield return wrong;
                }
            }
            foreach (
                var wrong in Web(item.Element("link")?.Value, "link")
                    .Concat(RfcDate(item.Element("pubDate")?.Value))
                    .Concat(Html(item.Element("description")?.Value ?? ""))
            )
            {
                yield return wrong;
            }
        }
        if (items.Select(item => item.Element("guid")?.Value).Distinct().Count() != items.Count)
        {
            yield return "two items have one guid";
        }
    }

    public static IEnumerable<string> Json(string text, string address)
    {
        var feed = JsonDocument.Parse(text).RootElement;
        string? Of(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
        if (Of(feed, "version") != "https://jsonfeed.org/version/1.1" || Of(feed, "title") is not { Length: > 0 })
        {
            yield return "version and title are required";
        }
        if (Of(feed, "feed_url") != address)
        {
            yield return $"feed_url is not {address}";
        }
        foreach (var wrong in Web(Of(feed, "home_page_url"), "home_page_url"))
        {
            yield return wrong;
        }
        foreach (var hub in feed.GetProperty("hubs").EnumerateArray())
        {
            foreach (var wrong in Web(Of(hub, "url"), "hub"))
            {
                yield return wrong;
            }
        }
        var ids = new HashSet<string?>();
        foreach (var item in feed.GetProperty("items").EnumerateArray())
        {
            if (Of(item, "id") is not { Length: > 0 } id || !ids.Add(id))
            {
                yield return "every item must have an id of its own";
            }
            foreach (
                var wrong in Web(Of(item, "url"), "url")
                    .Concat(Rfc3339(Of(item, "date_published")))
                    .Concat(Rfc3339(Of(item, "date_modified")))
                    .Concat(Html(Of(item, "content_html") ?? "<missing>"))
            )
            {
                yield return wrong;
            }
            if (!item.GetProperty("authors").EnumerateArray().Any(author => Of(author, "name") is { Length: > 0 }))
            {
                yield return "an item has no author";
            }
        }
    }

    public static IEnumerable<string> Sitemap(string text, string site)
    {
        var root = XDocument.Parse(text).Root!;
        if (root.Name != MapName + "urlset" && root.Name != MapName + "sitemapindex")
        {
            yield return "it is neither an index nor a set";
        }
        var parts = root.Elements().ToList();
        if (parts.Count > 50_000 || text.Length > 50 * 1024 * 1024)
        {
            yield return "it is too long";
        }
        foreach (var part in parts)
        {
            var location = part.Elements(MapName + "loc").SingleOrDefault()?.Value;
            if (location is null || location.Length >= 2_048 || !location.StartsWith(site, StringComparison.Ordinal))
            {
                yield return $"{location} is no address of this site";
            }
            foreach (var wrong in Web(location, "loc"))
            {
                yield return wrong;
            }
            foreach (var changed in part.Elements(MapName + "lastmod").SelectMany(element => Rfc3339(element.Value)))
            {
                yield return changed;
            }
        }
        if (parts.Select(part => part.Element(MapName + "loc")?.Value).Distinct().Count() != parts.Count)
        {
            yield return "an address stands twice";
        }
    }

    public static IEnumerable<string> News(string text, DateTimeOffset now)
    {
        var parts = XDocument.Parse(text).Root!.Elements(MapName + "url").ToList();
        if (parts.Count > 1_000)
        {
            yield return "a sitemap of news names 1,000 at most";
        }
        foreach (var part in parts)
        {
            var news = part.Element(NewsName + "news");
            var publication = news?.Element(NewsName + "publication");
            if (publication?.Element(NewsName + "name") is not { Value.Length: > 0 })
            {
                yield return "the publication has no name";
            }
            if (!NewsLanguage().IsMatch(publication?.Element(NewsName + "language")?.Value ?? ""))
            {
                yield return "the language is no code of ISO 639";
            }
            if (news?.Element(NewsName + "title") is not { Value.Length: > 0 })
            {
                yield return "there is no title";
            }
            var date = news?.Element(NewsName + "publication_date")?.Value;
            foreach (var wrong in Rfc3339(date))
            {
                yield return wrong;
            }
            if (DateTimeOffset.Parse(date!, CultureInfo.InvariantCulture) < now - TimeSpan.FromDays(2))
            {
                yield return "it is older than two days";
            }
        }
    }

    private static IEnumerable<string> Head(XElement of)
    {
        foreach (var name in new[] { "id", "title", "updated" })
        {
            if (of.Elements(AtomName + name).Count() != 1 || of.Element(AtomName + name)!.Value.Trim().Length == 0)
            {
                yield return $"there must be one {name}";
            }
        }
        foreach (
            var wrong in Web(of.Element(AtomName + "id")?.Value, "id")
                .Concat(of.Elements(AtomName + "updated").SelectMany(date => Rfc3339(date.Value)))
                .Concat(of.Elements(AtomName + "published").SelectMany(date => Rfc3339(date.Value)))
        )
        {
            yield return wrong;
        }
        if (of.Attribute(XNamespace.Xml + "lang") is { } language && !LanguageTag().IsMatch(language.Value))
        {
            yield return "xml:lang is no tag";
        }
    }

    private static IEnumerable<string> Links(XElement of, string? self)
    {
        var links = of.Elements(AtomName + "link").ToList();
        foreach (var link in links)
        {
            var relation = (string?)link.Attribute("rel") ?? "alternate";
            if (!Relations.Contains(relation))
            {
                yield return $"{relation} is no relation";
            }
            if (!link.IsEmpty)
            {
                yield return "a link has content";
            }
            foreach (var wrong in Web((string?)link.Attribute("href"), relation))
            {
                yield return wrong;
            }
        }
        if (
            links
                .GroupBy(link => ((string?)link.Attribute("rel"), (string?)link.Attribute("type")))
                .Any(same => same.Count() > 1)
        )
        {
            yield return "two links are of one sort";
        }
        if (self is null)
        {
            yield break;
        }
        var own = links.SingleOrDefault(link => (string?)link.Attribute("rel") == "self");
        if ((string?)own?.Attribute("href") != self || own?.Attribute("type") is null)
        {
            yield return $"the link to itself is not {self}, or has no type";
        }
        if (!links.Any(link => (string?)link.Attribute("rel") == "hub"))
        {
            yield return "no hub is named";
        }
    }

    private static IEnumerable<string> Web(string? address, string what)
    {
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || address!.Any(sign =>
                char.IsWhiteSpace(sign)
                || char.IsControl(sign)
                || "<>\"{}|\\^`".Contains(sign, StringComparison.Ordinal)
            )
        )
        {
            yield return $"{what} is no absolute address: {address}";
        }
    }

    private static IEnumerable<string> Rfc3339(string? date)
    {
        if (!Timestamp().IsMatch(date ?? "") || !DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out _))
        {
            yield return $"{date} is no date of RFC 3339";
        }
    }

    private static IEnumerable<string> RfcDate(string? date)
    {
        if (
            !DateTime.TryParseExact(
                date,
                "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
        {
            yield return $"{date} is no date of RFC 822 with a year of four digits";
        }
    }

    /// <summary>HTML within a feed: closed elements, nothing that runs or looks, no address that hangs on where it stands.</summary>
    private static IEnumerable<string> Html(string html)
    {
        XElement? root = null;
        try
        {
            root = XElement.Parse(
                $"<r>{html.Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("<hr>", "<hr/>", StringComparison.Ordinal).Replace("&nbsp;", "&#160;", StringComparison.Ordinal)}</r>"
            );
        }
        catch (System.Xml.XmlException)
        {
            // Said below.
        }
        if (root is null)
        {
            yield return $"the HTML is not well formed: {html}";
            yield break;
        }
        foreach (var element in root.Descendants())
        {
            if (element.Name.LocalName is "script" or "style" or "iframe" or "object" or "form" or "img")
            {
                yield return $"{element.Name} does not belong into a feed";
            }
            foreach (var attribute in element.Attributes())
            {
                if (attribute.Name == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal))
                {
                    yield return $"{attribute.Name} does not belong into a feed";
                }
                if (attribute.Name == "href" && !attribute.Value.StartsWith("mailto:", StringComparison.Ordinal))
                {
                    foreach (var wrong in Web(attribute.Value, "href"))
                    {
                        yield return wrong;
                    }
                }
            }
        }
    }

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Timestamp();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();

    // Two or three letters; Chinese is the exception.
    [GeneratedRegex("^([a-z]{2,3}|zh-cn|zh-tw)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NewsLanguage();
}
