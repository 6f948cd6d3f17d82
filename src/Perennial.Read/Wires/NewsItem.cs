using System.Text;
using System.Xml.Linq;
using Perennial.Read.Pages;

namespace Perennial.Read.Wires;

/// <summary>Reads a <c>newsItem</c> of NewsML-G2.</summary>
internal static class NewsItem
{
    /// <summary>Reads an item with what is in it: XHTML, NITF or plain text.</summary>
    public static Article Read(XElement item)
    {
        var described = NewsMetadata.Of(item);
        var content = item.Child("contentSet");
        var inline = content.Children("inlineXML").Select(xml => xml.Elements().FirstOrDefault()).OfType<XElement>();
        foreach (var root in inline)
        {
            if (!IsHtml(root) && root.Name.LocalName is "nitf" or "body.content" or "body")
            {
                var nitf = Nitf.Read(root);
                var whole = described with { Title = described.Title ?? nitf.Title };
                if (WireText.OfMarkup(nitf.Html, whole) is { } body)
                {
                    return WireText.WithBody(whole, body);
                }
            }
            if (WireText.OfMarkup(ToHtml(root), described) is { Text.Length: > 0 } text)
            {
                return WireText.WithBody(described, text);
            }
        }
        var data = content
            .Children("inlineData")
            .Select(one => OfData(one, described))
            .FirstOrDefault(found => found is not null);
        return WireText.WithBody(described, data);
    }

    private static bool IsHtml(XElement root) => root.Name.NamespaceName.Contains("xhtml", StringComparison.Ordinal);

    private static Body? OfData(XElement data, Article described)
    {
        var text = data.Value;
        if (data.Attribute("encoding")?.Value.Contains("base64", StringComparison.OrdinalIgnoreCase) == true)
        {
            var bytes = new byte[text.Length];
            if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length))
            {
                return null;
            }
            text = Encoding.UTF8.GetString(bytes, 0, length);
        }
        var type = data.Attribute("contenttype")?.Value ?? "";
        return
            type.Contains("html", StringComparison.OrdinalIgnoreCase)
            || (!type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) && Markup.LooksLike(text))
            ? WireText.OfMarkup(text, described)
            : WireText.OfPlain(text, described);
    }

    /// <summary>XHTML as HTML's parser wants it: without prefixes, and no element closed by its own stroke.</summary>
    private static string ToHtml(XElement root)
    {
        var plain = new XElement(root);
        foreach (var element in plain.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.Attributes().Where(a => a.IsNamespaceDeclaration || a.Name.NamespaceName.Length > 0).Remove();
            if (
                !element.Nodes().Any()
                && element.Name.LocalName is not ("br" or "hr" or "img" or "col" or "wbr" or "meta" or "link")
            )
            {
                element.Add("");
            }
        }
        return plain.ToString(SaveOptions.DisableFormatting);
    }
}
