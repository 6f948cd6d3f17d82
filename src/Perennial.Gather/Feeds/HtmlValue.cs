using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ganss.Xss;

namespace Perennial.Gather.Feeds;

/// <summary>Values of a feed that hold HTML, or may.</summary>
internal static partial class HtmlValue
{
    /// <summary>HTML without anything active, its addresses absolute.</summary>
    public static string? Clean(string? html, AddressBase bases)
    {
        html = html?.Trim();
        if (string.IsNullOrEmpty(html))
        {
            return null;
        }
        return html.AsSpan().IndexOfAny('<', '&') < 0 ? html : new HtmlSanitizer().Sanitize(html, AsBase(bases)).Trim();
    }

    /// <summary>The words of a value that may hold tags and references.</summary>
    public static string? Plain(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }
        var words = WebUtility.HtmlDecode(Tag().Replace(WebUtility.HtmlDecode(value), " "));
        return Blank().Replace(words, " ").Trim();
    }

    /// <summary>Plain text as HTML.</summary>
    public static string Escaped(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The markup inside an element, such as Atom's XHTML.</summary>
    public static string Markup(XElement element) =>
        string.Concat(
            (element.Elements().SingleOrDefault() ?? element)
                .Nodes()
                .Select(node => node.ToString(SaveOptions.DisableFormatting))
        );

    private static string AsBase(AddressBase bases) =>
        Uri.TryCreate(bases.Url, UriKind.Absolute, out _) ? bases.Url! : "";

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,500}>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
