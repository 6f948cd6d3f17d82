using System.Text;
using System.Xml;

namespace Perennial.Publish;

/// <summary>Posts as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Of(Feed feed)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, feed.Setting.Site.Language);
            Text(xml, "id", feed.Home);
            Text(xml, "title", feed.Title);
            Text(xml, "subtitle", feed.Description);
            Text(xml, "updated", feed.Setting.Iso(feed.Updated));
            Link(xml, "self", feed.Self("atom"), "application/atom+xml");
            Link(xml, "hub", feed.Hub);
            Link(xml, "alternate", feed.Home, "text/html");
            foreach (var item in feed.Items)
            {
                Entry(xml, feed, item);
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, Feed feed, FeedItem item)
    {
        xml.WriteStartElement("entry", Namespace);
        if (item.Language is { } language)
        {
            xml.WriteAttributeString("xml", "lang", null, language);
        }
        Text(xml, "id", item.Id);
        Text(xml, "title", item.Title);
        Text(xml, "published", feed.Setting.Iso(item.Published));
        Text(xml, "updated", feed.Setting.Iso(item.Changed));
        Link(xml, "alternate", item.Address, "text/html");
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", item.Author);
        xml.WriteEndElement();
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(item.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Namespace, Feed.XmlText(text));

    private static void Link(XmlWriter xml, string relation, string address, string? type = null)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
