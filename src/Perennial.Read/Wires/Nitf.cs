using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Perennial.Read.Pages;

namespace Perennial.Read.Wires;

/// <summary>Reads NITF, the older markup for the text of a news item, within wires' items and by itself.</summary>
internal sealed record Nitf
{
    // NITF's names for what HTML has too; any other element is walked through.
    private static readonly Dictionary<string, string> ToHtml = new(StringComparer.Ordinal)
    {
        ["p"] = "p",
        ["hl1"] = "h2",
        ["hl2"] = "h2",
        ["bq"] = "blockquote",
        ["ul"] = "ul",
        ["ol"] = "ol",
        ["li"] = "li",
        ["table"] = "table",
        ["tr"] = "tr",
        ["td"] = "td",
        ["th"] = "th",
        ["media"] = "figure",
        ["media-caption"] = "figcaption",
        ["block"] = "div",
        ["br"] = "br",
    };

    private static readonly string[] Silent =
    [
        "media-metadata",
        "media-reference",
        "media-producer",
        "note",
        "tagline",
    ];

    /// <summary>Its headline.</summary>
    public string? Title { get; private init; }

    /// <summary>Its byline.</summary>
    public string? Byline { get; private init; }

    /// <summary>When it was issued.</summary>
    public StatedTime? Issued { get; private init; }

    /// <summary>Its text as HTML.</summary>
    public string Html { get; private init; } = "";

    /// <summary>Reads a document or its body.</summary>
    public static Nitf Read(XElement root)
    {
        var body = root.Child("body") ?? root;
        var head = body.Child("body.head");
        var title = head.Child("hedline").Child("hl1") ?? root.Child("head").Child("title");
        var byline = head.Child("byline");
        var html = new StringBuilder();
        Write(body.Child("body.content") ?? body, html);
        return new Nitf
        {
            Title = title.Words(),
            Byline = byline.Child("person").Words() ?? byline.Words(),
            Issued = WireTime.Parse(root.Child("head").Child("docdata").Child("date.issue")?.Attribute("norm")?.Value),
            Html = html.ToString(),
        };
    }

    /// <summary>The text of NITF that stands as a string within something else.</summary>
    public static Body? OfContent(string xml, Article described)
    {
        try
        {
            return WireText.OfMarkup(Read(WireXml.Parse(xml)).Html, described);
        }
        catch (XmlException)
        {
            // It stands beside other forms of the same text.
            return null;
        }
    }

    /// <summary>A document that stands by itself.</summary>
    public Article ToArticle()
    {
        var credits = WireCredits.OfByline(Byline, provider: null);
        var described = new Article
        {
            Title = Title,
            Authors = [.. credits.Select(credit => credit.Name)],
            Credits = credits,
            Published = Issued,
        };
        return WireText.WithBody(described, WireText.OfMarkup(Html, described));
    }

    private static void Write(XElement element, StringBuilder html)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                html.Append(WebUtility.HtmlEncode(words.Value));
            }
            else if (node is XElement child && !Silent.Contains(child.Name.LocalName))
            {
                var name = ToHtml.GetValueOrDefault(child.Name.LocalName);
                html.Append(name is null ? "" : $"<{name}>");
                Write(child, html);
                html.Append(name is null or "br" ? "" : $"</{name}>");
            }
        }
    }
}
