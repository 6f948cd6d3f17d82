using System.Globalization;
using System.Text;
using System.Xml;

namespace Perennial.Server.Demo;

/// <summary>The feed of a recorded outlet: its newest articles, in RSS 2.0 or Atom.</summary>
internal static class OutletFeed
{
    /// <summary>Where it stands on the outlet's host.</summary>
    public const string Path = "/feed.xml";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 20;

    /// <summary>The feed's bytes.</summary>
    /// <param name="outlet">The outlet.</param>
    /// <param name="root">The outlet's address, without a stroke at its end.</param>
    /// <param name="shown">The pages as they are shown now.</param>
    public static byte[] Of(RecordedOutlet outlet, string root, IReadOnlyList<PageVersion> shown)
    {
        var newest = shown
            .Where(version => !version.Page.Gone)
            .OrderByDescending(version => version.First.Time)
            .Take(MostEntries);
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            if (outlet.Feed == "atom")
            {
                WriteAtom(xml, outlet, root, newest);
            }
            else
            {
                WriteRss(xml, outlet, root, newest);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A time as ISO 8601 with its offset.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static void WriteAtom(XmlWriter xml, RecordedOutlet outlet, string root, IEnumerable<PageVersion> versions)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, root + "/");
        xml.WriteElementString("title", Atom, outlet.Name);
        foreach (var version in versions)
        {
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("id", Atom, root + version.Page.Path);
            xml.WriteElementString("title", Atom, version.Page.Values.GetValueOrDefault("title", ""));
            xml.WriteElementString("published", Atom, Iso(version.First.Time));
            xml.WriteElementString("updated", Atom, Iso(version.Page.Time));
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", root + version.Page.Path);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteRss(XmlWriter xml, RecordedOutlet outlet, string root, IEnumerable<PageVersion> versions)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", outlet.Name);
        xml.WriteElementString("link", root + "/");
        foreach (var version in versions)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", version.Page.Values.GetValueOrDefault("title", ""));
            xml.WriteElementString("link", root + version.Page.Path);
            xml.WriteElementString("guid", root + version.Page.Path);
            xml.WriteElementString("pubDate", version.First.Time.ToString("r", CultureInfo.InvariantCulture));
            xml.WriteElementString("updated", Atom, Iso(version.Page.Time));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
