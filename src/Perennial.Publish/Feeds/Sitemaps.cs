using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>What search engines may look at: sitemaps (https://www.sitemaps.org/protocol.html), that of news, and robots.txt (RFC 9309).</summary>
internal sealed class Sitemaps(ViewStore views, TimeProvider clock, PublishOptions options)
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    // A sitemap may name 50,000 addresses, one of news 1,000 of the last two days.
    private const int MostAddresses = 40_000;
    private const int MostNews = 1_000;
    private const int MostPieces = 100;
    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(2);

    public async Task IndexAsync(HttpContext context)
    {
        var (setting, parts) = Look(context, (snapshot, _) => PostsView.Blocks(snapshot, MostAddresses));
        var addresses = parts
            .Select(part => $"/sitemaps/posts-{part.ToString(CultureInfo.InvariantCulture)}.xml")
            .Prepend("/sitemaps/news.xml")
            .Prepend("/sitemaps/pages.xml");
        await SendAsync(
            context,
            "sitemapindex",
            xml =>
            {
                foreach (var address in addresses)
                {
                    xml.WriteStartElement("sitemap", Namespace);
                    xml.WriteElementString("loc", Namespace, setting.BaseUrl + address);
                    xml.WriteEndElement();
                }
            }
        );
    }

    public async Task PagesAsync(HttpContext context)
    {
        var (setting, (stories, pieces)) = Look(
            context,
            (snapshot, _) =>
                (
                    StoriesView.Front(snapshot, section: null, MostAddresses / 2),
                    PiecesView.Newest(snapshot, section: null, before: null, MostAddresses / 4)
                )
        );
        var moved = stories.Count > 0 ? stories[0].Updated : (DateTimeOffset?)null;
        await SendAsync(
            context,
            "urlset",
            xml =>
            {
                Address(xml, setting, "/", moved);
                Address(xml, setting, "/about", null);
                foreach (var section in setting.Site.Sections)
                {
                    Address(xml, setting, $"/sections/{section.Slug}", null);
                }
                foreach (var author in setting.Site.Authors)
                {
                    Address(xml, setting, $"/authors/{author.Slug}", null);
                }
                foreach (var piece in pieces)
                {
                    Address(xml, setting, $"/pieces/{piece.Piece.Slug}", piece.Changed ?? piece.At);
                }
                foreach (var story in stories)
                {
                    Address(xml, setting, $"/stories/{story.Slug}", story.Updated);
                }
            }
        );
    }

    public async Task PostsAsync(HttpContext context, long block)
    {
        var (setting, posts) = Look(
            context,
            (snapshot, _) =>
                PostsView
                    .OfBlock(snapshot, block, MostAddresses)
                    .Select(post => (Story: StoriesView.Find(snapshot, post.Story), Post: post))
                    .Where(pair => pair.Story is not null)
                    .ToList()
        );
        await SendAsync(
            context,
            "urlset",
            xml =>
            {
                foreach (var (story, post) in posts)
                {
                    Address(xml, setting, $"/stories/{story!.Slug}/posts/{post.Id}", Feed.Changed(post));
                }
            }
        );
    }

    public async Task NewsAsync(HttpContext context)
    {
        var (setting, (posts, pieces)) = Look(
            context,
            (snapshot, setting) =>
                (
                    PostsView
                        .Newest(snapshot, setting.Now - NewsFor, MostNews - MostPieces)
                        .Select(post => (Story: StoriesView.Find(snapshot, post.Story), Post: post))
                        .Where(pair => pair.Story is not null)
                        .ToList(),
                    PiecesView
                        .Newest(snapshot, section: null, before: null, MostPieces)
                        .Where(piece => piece.At >= setting.Now - NewsFor)
                        .ToList()
                )
        );
        await SendAsync(
            context,
            "urlset",
            xml =>
            {
                foreach (var row in pieces)
                {
                    var piece = row.Piece;
                    Report(xml, setting, $"/pieces/{piece.Slug}", piece.Language, row.At, piece.Headline);
                }
                foreach (var (story, post) in posts)
                {
                    Report(
                        xml,
                        setting,
                        $"/stories/{story!.Slug}/posts/{post.Id}",
                        story.Language,
                        post.Post.Time,
                        Feed.TitleOf(story, post)
                    );
                }
            }
        );
    }

    private static void Report(
        XmlWriter xml,
        Setting setting,
        string path,
        string? language,
        DateTimeOffset time,
        string title
    )
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, setting.BaseUrl + path);
        xml.WriteStartElement("news", "news", News);
        xml.WriteStartElement("publication", News);
        xml.WriteElementString("name", News, Feed.XmlText(setting.Site.Name));
        xml.WriteElementString("language", News, (language ?? setting.Site.Language).Split('-')[0]);
        xml.WriteEndElement();
        xml.WriteElementString("publication_date", News, setting.Iso(time));
        xml.WriteElementString("title", News, Feed.XmlText(title));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public Task RobotsAsync(HttpContext context)
    {
        var (setting, _) = Look(context, (_, _) => 0);
        // Pages as they were may be looked at: they say themselves that they are not to be listed.
        var text = $"""
            User-agent: *
            Disallow: /search
            Disallow: /report
            Disallow: /desk/
            Disallow: /api/
            Allow: /

            Sitemap: {setting.BaseUrl}/sitemap.xml
            Sitemap: {setting.BaseUrl}/sitemaps/news.xml

            """;
        return PageAnswer.SendDocumentAsync(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), null);
    }

    private (Setting Setting, T Found) Look<T>(HttpContext context, Func<ViewSnapshot, Setting, T> look)
    {
        using var snapshot = views.Snapshot();
        var setting = Setup.Of(context, snapshot, clock, options);
        return (setting, look(snapshot, setting));
    }

    private static async Task SendAsync(HttpContext context, string root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement(root, Namespace);
            write(xml);
            xml.WriteEndElement();
        }
        await PageAnswer.SendDocumentAsync(context, "application/xml; charset=utf-8", bytes.ToArray(), null);
    }

    private static void Address(XmlWriter xml, Setting setting, string path, DateTimeOffset? changed)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, setting.BaseUrl + path);
        if (changed is { } time)
        {
            xml.WriteElementString("lastmod", Namespace, setting.Iso(time));
        }
        xml.WriteEndElement();
    }
}
