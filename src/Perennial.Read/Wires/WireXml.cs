using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Perennial.Read.Wires;

/// <summary>XML from outside, without what XML can do to its reader: no document types, no entities, nothing fetched.</summary>
internal static partial class WireXml
{
    /// <summary>The namespace of <c>xml:lang</c>.</summary>
    public static readonly XName Language = XNamespace.Xml + "lang";

    // Inline XHTML in a news item nests to about 20; what walks the tree goes as deep as this.
    private const int Deepest = 200;

    private static readonly XmlReaderSettings Guarded = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Reader.LargestCapture,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The root element of a document.</summary>
    /// <exception cref="XmlException">It is not well-formed, nested too deep, or declares a document type.</exception>
    public static XElement Parse(string text)
    {
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        using (var depths = XmlReader.Create(new StringReader(text), Guarded))
        {
            while (depths.Read())
            {
                if (depths.Depth > Deepest)
                {
                    throw new XmlException($"elements are nested more than {Deepest} deep");
                }
            }
        }
        using var reader = XmlReader.Create(new StringReader(text), Guarded);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The local name of the root element, from the beginning of a text; <see langword="null"/> when there is none.</summary>
    public static string? RootName(string text)
    {
        const int looked = 16 * 1024;
        return Root().Match(text[..Math.Min(text.Length, looked)]) is { Success: true } root
            ? root.Groups["name"].Value
            : null;
    }

    /// <summary>The first child of a name, whatever its namespace: senders differ in it.</summary>
    public static XElement? Child(this XElement? element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>The children of a name.</summary>
    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    /// <summary>The words within an element, cleaned; <see langword="null"/> for none.</summary>
    public static string? Words(this XElement? element) =>
        element is not null && Read.Words.Clean(element.Value) is { Length: > 0 } words ? words : null;

    // Comments, instructions and a document type may stand in front of the root.
    [GeneratedRegex(
        @"<([A-Za-z_][\w.-]*:)?(?<name>[A-Za-z_][\w.-]*)[\s/>]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Root();
}
