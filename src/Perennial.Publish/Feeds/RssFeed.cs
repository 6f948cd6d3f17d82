using System.Globalization;
using System.Text;
using System.Xml;

namespace Perennial.Publish;

/// <summary>Posts as an RSS feed (RSS 2.0, with what the RSS Advisory Board's profile recommends).</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Of(Feed feed)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            Text(xml, "title", feed.Title);
            Text(xml, "link", feed.Home);
            Text(xml, "description", feed.Description);
            Text(xml, "language", feed.Setting.Site.Language);
            Text(xml, "lastBuildDate", Date(feed.Updated));
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteAttributeString("href", feed.Self("rss"));
            xml.WriteEndElement();
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "hub");
            xml.WriteAttributeString("href", feed.Hub);
            xml.WriteEndElement();
            foreach (var item in feed.Items)
            {
                Item(xml, item);
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Item(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        Text(xml, "title", item.Title);
        Text(xml, "link", item.Address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        Text(xml, "pubDate", Date(item.Published));
        xml.WriteElementString("creator", DublinCore, Feed.XmlText(item.Author));
        Text(xml, "description", item.Html);
        xml.WriteEndElement();
    }

    // RFC 822 with the year in four digits, as RSS asks for.
    private static string Date(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    private static void Text(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Feed.XmlText(text));
}
