using System.Net;
using System.Text;
using System.Xml;
using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>Posts as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>The feed of a story, or of the whole site.</summary>
    public static byte[] Of(Setting setting, StoryRow? story, IReadOnlyList<(StoryRow Story, PostRow Post)> posts)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            var path = story is null ? "/" : $"/stories/{story.Slug}";
            xml.WriteStartElement("feed", Namespace);
            Text(xml, "id", setting.BaseUrl + path);
            Text(xml, "title", story?.Headline ?? setting.Site.Name);
            Text(xml, "updated", setting.Iso(posts.Count > 0 ? posts.Max(pair => Changed(pair.Post)) : setting.Now));
            Link(xml, "self", setting.BaseUrl + (story is null ? "/feed.atom" : path + "/feed.atom"));
            Link(xml, "alternate", setting.BaseUrl + path);
            foreach (var (of, post) in posts.Where(pair => !pair.Post.Post.Withdrawn))
            {
                Entry(xml, setting, of, post);
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, Setting setting, StoryRow story, PostRow post)
    {
        var address = $"{setting.BaseUrl}/stories/{story.Slug}/posts/{post.Id}";
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", address);
        Text(xml, "title", post.Post.Title ?? story.Headline);
        Text(xml, "published", setting.Iso(post.Post.Time));
        Text(xml, "updated", setting.Iso(Changed(post)));
        Link(xml, "alternate", address);
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", post.Post.Outlet ?? setting.Site.Name);
        xml.WriteEndElement();
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlText(Html(setting, story, post)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Html(Setting setting, StoryRow story, PostRow post) =>
        PostMarkdown.ToHtml(post.Post.Text, heading: 4)
        + string.Concat(
            post.Post.Statements.Select(statement =>
            {
                var words = StatementWords.Quoted(statement.Text, statement.Kind, story.Language);
                var who = statement.Speaker ?? setting.Texts["speaker-unclear"];
                return $"<blockquote>{WebUtility.HtmlEncode(words)} ({WebUtility.HtmlEncode(who)})</blockquote>";
            })
        );

    private static DateTimeOffset Changed(PostRow post) => post.Changed ?? post.At;

    private static void Text(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Namespace, XmlText(text));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // Without the characters that XML 1.0 has no way to write: most controls, and halves of pairs.
    private static string XmlText(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                written.Append(rune);
            }
        }
        return written.ToString();
    }
}
