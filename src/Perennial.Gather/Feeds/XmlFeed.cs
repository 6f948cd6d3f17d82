using System.Globalization;
using System.Xml.Linq;

namespace Perennial.Gather.Feeds;

/// <summary>RSS, Atom and sitemaps, read from a tree of elements by local name: prefixes and namespaces vary too much.</summary>
internal static class XmlFeed
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    /// <summary>The feed in a document, or <see langword="null"/> when it is none.</summary>
    public static Feed? Read(XElement root, string? url) =>
        root.Name.LocalName.ToLowerInvariant() switch
        {
            "rss" => Rss(root, root.Local("channel") ?? root, RssFormat(root), url),
            "rdf" => Rss(root, root.Local("channel") ?? root, "rss-1.0", url),
            "feed" => Atom(root, url),
            "urlset" => Sitemap(root, url),
            "sitemapindex" => new Feed { Format = "sitemap" },
            _ => null,
        };

    private static string RssFormat(XElement root) =>
        root.Value("@version") is { } version && !version.StartsWith('2') ? "rss-0.9x" : "rss-2.0";

    private static Feed Rss(XElement root, XElement channel, string format, string? url)
    {
        var bases = new AddressBase(url).Within(root).Within(channel);
        var items = channel.Locals("item").Concat(root.Locals("item"));
        var image = channel.Local("image") ?? root.Local("image");
        return new Feed
        {
            Format = format,
            Title = HtmlValue.Plain(channel.Value("title")),
            Subtitle = HtmlValue.Clean(channel.Value("description"), bases),
            FeedId = channel.Value("id"),
            Link = bases.Absolute(RssLink(channel)),
            Self = AtomLink(channel, "self", bases),
            Hub = AtomLink(channel, "hub", bases),
            Language = channel.Value("language"),
            Rights = channel.Value("copyright") ?? channel.Value("rights"),
            Updated = FeedDate.Parse(
                channel.Value("lastBuildDate") ?? channel.Value("pubDate") ?? channel.Value("date")
            ),
            Authors = RssAuthors(channel, "managingEditor"),
            Tags = RssTags(channel),
            Image = image is null
                ? null
                : new FeedImage(
                    bases.Absolute(image.Value("url")),
                    image.Value("title"),
                    bases.Absolute(image.Value("link"))
                ),
            Entries = [.. items.Select(item => RssItem(item, bases.Within(item)))],
        };
    }

    private static FeedEntry RssItem(XElement item, AddressBase bases)
    {
        var id = item.Local("guid");
        var link = RssLink(item) ?? (id?.Attribute("isPermaLink")?.Value == "false" ? null : AsAddress(id?.Value));
        var full = item.Local("encoded");
        return new FeedEntry
        {
            Id = item.Value("guid") ?? item.Value("id") ?? item.Value("@about"),
            Link = bases.Absolute(link),
            Title = HtmlValue.Plain(item.Value("title")),
            Summary = HtmlValue.Clean(item.Value("description") ?? item.Value("summary"), bases),
            Content = full is null
                ? []
                : [new FeedContent("text/html", null, null, HtmlValue.Clean(full.Value, bases) ?? "")],
            Published = FeedDate.Parse(item.Value("pubDate") ?? item.Value("date") ?? item.Value("published")),
            Updated = FeedDate.Parse(item.Value("updated") ?? item.Value("modified")),
            Authors = RssAuthors(item, "author"),
            Tags = RssTags(item),
            Language = item.Value("language"),
            Rights = item.Value("rights"),
            Comments = bases.Absolute(
                item.Locals("comments").FirstOrDefault(c => c.Name.NamespaceName.Length == 0)?.Value
            ),
            Enclosures =
            [
                .. item.Locals("enclosure")
                    .Select(e => new FeedEnclosure(bases.Absolute(e.Value("@url")), e.Value("@type"), Length(e))),
            ],
            Source = item.Local("source") is { } source
                ? new FeedSource(
                    source.Value.Trim() is { Length: > 0 } title ? title : null,
                    bases.Absolute(source.Value("@url")),
                    null
                )
                : null,
        };
    }

    /// <summary>The plain link of RSS, not the Atom link that may stand beside it.</summary>
    private static string? RssLink(XElement parent) =>
        parent
            .Locals("link")
            .FirstOrDefault(link => link.Name.NamespaceName != AtomNamespace && link.Value.Trim().Length > 0)
            ?.Value.Trim()
        ?? parent.Locals("link").FirstOrDefault(link => link.Value("@rel") is null or "alternate")?.Value("@href");

    private static string? AsAddress(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? text!.Trim()
            : null;

    private static FeedPerson[] RssAuthors(XElement parent, string editor) =>
        [
            .. parent
                .Locals("creator")
                .Concat(parent.Locals(editor))
                .Select(author =>
                    author.Local("name") is { } name ? AtomPerson(author, name) : Person(author.Value.Trim())
                )
                .Where(person => person.Name is not null || person.Email is not null)
                .Distinct(),
        ];

    /// <summary>A person as RSS writes one: a name, or an address with the name in brackets, or the other way round.</summary>
    private static FeedPerson Person(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(')') && text.Contains('@', StringComparison.Ordinal))
        {
            return new FeedPerson(text[(open + 1)..^1].Trim(), text[..open].Trim(), null);
        }
        return text.Length == 0 ? new FeedPerson(null, null, null)
            : text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)
                ? new FeedPerson(null, text, null)
            : new FeedPerson(text, null, null);
    }

    private static FeedTag[] RssTags(XElement parent) =>
        [
            .. parent
                .Locals("category")
                .Concat(parent.Locals("subject"))
                .Select(tag => new FeedTag(tag.Value.Trim(), tag.Value("@domain"), null))
                .Where(tag => tag.Term is { Length: > 0 }),
        ];

    private static Feed Atom(XElement root, string? url)
    {
        var bases = new AddressBase(url).Within(root);
        return new Feed
        {
            Format = root.Name.NamespaceName.Contains("purl.org/atom", StringComparison.Ordinal)
                ? "atom-0.3"
                : "atom-1.0",
            Title = AtomText(root.Local("title"), bases, plain: true),
            Subtitle = AtomText(root.Local("subtitle") ?? root.Local("tagline"), bases, plain: false),
            FeedId = root.Value("id"),
            Link = AtomLink(root, "alternate", bases),
            Self = AtomLink(root, "self", bases),
            Hub = AtomLink(root, "hub", bases),
            Language = root.Value("@lang"),
            Rights = AtomText(root.Local("rights") ?? root.Local("copyright"), bases, plain: false),
            Updated = FeedDate.Parse(root.Value("updated") ?? root.Value("modified")),
            Authors = AtomPeople(root),
            Tags = AtomTags(root),
            Image = (root.Value("logo") ?? root.Value("icon")) is { } image
                ? new FeedImage(bases.Absolute(image), null, null)
                : null,
            Entries = [.. root.Locals("entry").Select(entry => AtomEntry(entry, bases.Within(entry)))],
        };
    }

    private static FeedEntry AtomEntry(XElement entry, AddressBase bases)
    {
        var source = entry.Local("source");
        return new FeedEntry
        {
            Id = entry.Value("id"),
            Link = AtomLink(entry, "alternate", bases),
            Title = AtomText(entry.Local("title"), bases, plain: true),
            Summary = AtomText(entry.Local("summary"), bases, plain: false),
            Content =
            [
                .. entry
                    .Locals("content")
                    .Select(content => new FeedContent(
                        ContentType(content),
                        content.Value("@lang"),
                        null,
                        AtomText(content, bases.Within(content), plain: false) ?? ""
                    )),
            ],
            Published = FeedDate.Parse(entry.Value("published") ?? entry.Value("issued") ?? entry.Value("created")),
            Updated = FeedDate.Parse(entry.Value("updated") ?? entry.Value("modified")),
            Authors = AtomPeople(entry),
            Tags = AtomTags(entry),
            Language = entry.Value("@lang"),
            Rights = AtomText(entry.Local("rights"), bases, plain: false),
            Comments = AtomLink(entry, "replies", bases),
            Enclosures =
            [
                .. entry
                    .Locals("link")
                    .Where(link => link.Value("@rel") == "enclosure")
                    .Select(link => new FeedEnclosure(
                        bases.Absolute(link.Value("@href")),
                        link.Value("@type"),
                        Length(link)
                    )),
            ],
            Source = source is null
                ? null
                : new FeedSource(source.Value("title"), AtomLink(source, "alternate", bases), source.Value("id")),
        };
    }

    private static string? ContentType(XElement content) =>
        content.Value("@type") switch
        {
            null or "text" => "text/plain",
            "html" => "text/html",
            "xhtml" => "application/xhtml+xml",
            var type => type,
        };

    private static string? AtomText(XElement? element, AddressBase bases, bool plain)
    {
        if (element is null)
        {
            return null;
        }
        var type = element.Value("@type");
        var mode = element.Value("@mode");
        var value =
            type == "xhtml" || mode == "xml" ? HtmlValue.Markup(element)
            : type is null or "text" or "text/plain" && mode is null ? HtmlValue.Escaped(element.Value.Trim())
            : element.Value;
        return plain ? HtmlValue.Plain(value) : HtmlValue.Clean(value, bases);
    }

    private static string? AtomLink(XElement parent, string relation, AddressBase bases) =>
        bases.Absolute(
            parent
                .Locals("link")
                .FirstOrDefault(link =>
                    link.Attribute("href") is not null && (link.Value("@rel") ?? "alternate") == relation
                )
                ?.Value("@href")
        );

    private static FeedPerson[] AtomPeople(XElement parent) =>
        [.. parent.Locals("author").Select(author => AtomPerson(author, author.Local("name")))];

    private static FeedPerson AtomPerson(XElement author, XElement? name) =>
        new(name?.Value.Trim(), author.Value("email"), author.Value("uri") ?? author.Value("url"));

    private static FeedTag[] AtomTags(XElement parent) =>
        [
            .. parent
                .Locals("category")
                .Select(tag => new FeedTag(
                    tag.Value("@term") ?? tag.Value.Trim(),
                    tag.Value("@scheme"),
                    tag.Value("@label")
                ))
                .Where(tag => tag.Term is { Length: > 0 }),
        ];

    private static Feed Sitemap(XElement root, string? url)
    {
        var bases = new AddressBase(url);
        var entries = root.Locals("url").Select(page => (Page: page, News: page.Local("news"))).ToArray();
        return new Feed
        {
            Format = entries.Any(entry => entry.News is not null) ? "news-sitemap" : "sitemap",
            Entries =
            [
                .. entries.Select(entry => new FeedEntry
                {
                    Id = entry.Page.Value("loc"),
                    Link = bases.Absolute(entry.Page.Value("loc")),
                    Title = entry.News?.Value("title"),
                    Published = FeedDate.Parse(entry.News?.Value("publication_date")),
                    Updated = FeedDate.Parse(entry.Page.Value("lastmod")),
                    Language = entry.News?.Local("publication")?.Value("language"),
                    Source = entry.News?.Local("publication")?.Value("name") is { } name
                        ? new FeedSource(name, null, null)
                        : null,
                }),
            ],
        };
    }

    private static long? Length(XElement element) =>
        long.TryParse(element.Value("@length"), CultureInfo.InvariantCulture, out var length) ? length : null;
}
