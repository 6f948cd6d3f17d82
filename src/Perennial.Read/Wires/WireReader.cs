using System.Text.Json;
using System.Xml;

namespace Perennial.Read.Wires;

/// <summary>Reads what news agencies send: ninjs in JSON; NewsML-G2 and NITF in XML.</summary>
internal static class WireReader
{
    /// <summary>Reads a document of a wire.</summary>
    /// <returns><see langword="null"/> for what is a page or plain text.</returns>
    public static Article? Read(Capture capture, string text)
    {
        var article = WireFormats.Of(capture.ContentType, text) switch
        {
            WireFormat.Json => ReadJson(text),
            WireFormat.Xml => ReadXml(text),
            _ => null,
        };
        return article is null ? null : article with { Url = capture.Url ?? article.Url };
    }

    private static Article ReadJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Object => Ninjs.Read(root),
                JsonValueKind.Array when root.GetArrayLength() > 0 => WithOthers(
                    Ninjs.Read(root[0]),
                    root.GetArrayLength()
                ),
                _ => Not("not-news", "the JSON holds no ninjs item"),
            };
        }
        catch (JsonException e)
        {
            return Not("bad-json", $"the document is no JSON: {e.Message}");
        }
    }

    private static Article ReadXml(string text)
    {
        try
        {
            var root = WireXml.Parse(text);
            return root.Name.LocalName switch
            {
                "newsItem" => NewsItem.Read(root),
                "packageItem" => NewsPackage.Read(root),
                "newsMessage" when NewsMessage.Items(root).ToList() is [var first, ..] items => WithOthers(
                    first.Name.LocalName == "newsItem" ? NewsItem.Read(first) : NewsPackage.Read(first),
                    items.Count
                ),
                "newsMessage" => Not("empty", "the news message holds no news item or package"),
                "nitf" => Nitf.Read(root).ToArticle(),
                "rss" or "feed" or "RDF" or "urlset" or "sitemapindex" => Not(
                    "feed",
                    "this is a feed or sitemap and no article: read it with `perennial feed`, follow it with `perennial add`"
                ),
                "NewsML" => Not("not-news", "this is NewsML 1; of that family only NewsML-G2 can be read"),
                var name => Not("not-news", $"an XML document that begins with <{name}> is no news item"),
            };
        }
        catch (XmlException e)
        {
            return Not("bad-xml", $"the XML can't be read: {e.Message}");
        }
    }

    private static Article WithOthers(Article first, int count) =>
        count == 1
            ? first
            : first with
            {
                Warnings =
                [
                    .. first.Warnings,
                    new Problem("several", $"the document holds {count} items, and only the first was read"),
                ],
            };

    private static Article Not(string code, string message) => new() { Problem = new Problem(code, message) };
}
