using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Perennial.Gather.Feeds;

/// <summary>Reads RSS, Atom, JSON Feed and sitemaps, well-formed or not.</summary>
public static partial class FeedReader
{
    // Deeper than any feed; a million nested elements would take the stack.
    private const int DeepestElement = 200;

    /// <summary>Reads a feed.</summary>
    /// <param name="bytes">Its bytes, decompressed.</param>
    /// <param name="url">Where they came from, for relative addresses; may be <see langword="null"/>.</param>
    /// <param name="headers">The HTTP headers they came with.</param>
    /// <returns>What could be read; <see cref="Feed.Problem"/> says what could not.</returns>
    public static Feed Read(ReadOnlyMemory<byte> bytes, string? url, IReadOnlyDictionary<string, string> headers)
    {
        var contentType = headers
            .FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .Value;
        var (text, encoding) = FeedText.Decode(bytes.Span, contentType);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
        {
            return Problem("empty", "the feed is empty");
        }
        try
        {
            return start[0] == '{'
                ? JsonFeed.Read(text, url) with
                {
                    Encoding = encoding,
                }
                : ReadXml(text, url) with
                {
                    Encoding = encoding,
                };
        }
        catch (Exception e) when (e is JsonException or RegexMatchTimeoutException)
        {
            return Problem("not-a-feed", $"this is no feed: {e.Message}");
        }
    }

    private static Feed ReadXml(string text, string? url)
    {
        var (root, problem) = Parse(text);
        if (problem is not null)
        {
            var (mended, _) = Parse(FeedText.Mend(text));
            root = mended ?? root;
        }
        if (root is not null && XmlFeed.Read(root, url) is { } feed)
        {
            return feed with { Problem = problem };
        }
        return HtmlPage().IsMatch(text[..Math.Min(text.Length, 2000)])
            ? Problem("not-a-feed", "this is a web page and not a feed")
            : Problem("not-a-feed", problem?.Message ?? "this is XML, but no feed and no sitemap");
    }

    /// <summary>The tree of a document as far as it could be read, and why no further.</summary>
    private static (XElement? Root, Problem? Problem) Parse(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        XElement? root = null;
        var open = new Stack<XElement>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), settings);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        var element = Element(reader);
                        if (open.TryPeek(out var parent))
                        {
                            parent.Add(element);
                        }
                        root ??= element;
                        if (!reader.IsEmptyElement)
                        {
                            open.Push(element);
                        }
                        if (open.Count > DeepestElement)
                        {
                            return (
                                null,
                                new Problem("too-deep", $"elements are nested more than {DeepestElement} deep")
                            );
                        }
                        break;
                    case XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace when open.TryPeek(out var around):
                        around.Add(new XText(reader.Value));
                        break;
                    case XmlNodeType.EndElement:
                        open.Pop();
                        break;
                }
            }
            return (root, null);
        }
        catch (XmlException e)
        {
            return (root, new Problem("not-well-formed", $"the XML is broken in line {e.LineNumber}: {e.Message}"));
        }
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }
        reader.MoveToElement();
        return element;
    }

    private static Feed Problem(string code, string message) => new() { Problem = new Problem(code, message) };

    [GeneratedRegex(
        @"<(!doctype\s+)?html",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HtmlPage();
}
