using System.Xml.Linq;

namespace Perennial.Gather.Feeds;

/// <summary>Elements and attributes by local name, whatever their case and namespace.</summary>
internal static class XmlNames
{
    /// <summary>The child elements of a name.</summary>
    public static IEnumerable<XElement> Locals(this XElement parent, string name) =>
        parent.Elements().Where(child => child.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first child element of a name.</summary>
    public static XElement? Local(this XElement parent, string name) => parent.Locals(name).FirstOrDefault();

    /// <summary>The trimmed text of the first child of a name, or of an attribute where the name begins with @; <see langword="null"/> when empty.</summary>
    public static string? Value(this XElement parent, string name)
    {
        var value =
            name[0] == '@'
                ? parent
                    .Attributes()
                    .FirstOrDefault(a => a.Name.LocalName.Equals(name[1..], StringComparison.OrdinalIgnoreCase))
                    ?.Value
                : parent
                    .Locals(name)
                    .Select(child => child.Value)
                    .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }
}
