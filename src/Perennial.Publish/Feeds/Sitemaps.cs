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
        var (setting, stories) = Look(
            context,
            (snapshot, _) => StoriesView.Front(snapshot, section: null, MostAddresses)
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
        var (setting, posts) = Look(
            context,
            (snapshot, setting) =>
                PostsView
                    .Newest(snapshot, setting.Now - NewsFor, MostNews)
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
                    xml.WriteStartElement("url", Namespace);
                    xml.WriteElementString(
                        "loc",
                        Namespace,
                        $"{setting.BaseUrl}/stories/{story!.Slug}/posts/{post.Id}"
                    );
                    xml.WriteStartElement("news", "news", News);
                    xml.WriteStartElement("publication", News);
                    xml.WriteElementString("name", News, Feed.XmlText(setting.Site.Name));
                    xml.WriteElementString("language", News, (story.Language ?? setting.Site.Language).Split('-')[0]);
                    xml.WriteEndElement();
                    xml.WriteElementString("publication_date", News, setting.Iso(post.Post.Time));
                    xml.WriteElementString("title", News, Feed.XmlText(Feed.TitleOf(story, post)));
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                }
            }
        );
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
