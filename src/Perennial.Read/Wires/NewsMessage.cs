using System.Text;
using System.Xml.Linq;
using Perennial.Read.Archives;

namespace Perennial.Read.Wires;

/// <summary>A <c>newsMessage</c> of NewsML-G2: the envelope of one transmission.</summary>
internal static class NewsMessage
{
    /// <summary>The items and packages in it, in order.</summary>
    public static IEnumerable<XElement> Items(XElement message) =>
        message.Children("itemSet").Elements().Where(item => item.Name.LocalName is "newsItem" or "packageItem");

    /// <summary>What an item is called, its version and its embargo, as a document without bytes.</summary>
    public static Document Named(XElement item) =>
        new()
        {
            Id = item.Attribute("guid")?.Value,
            Version = item.Attribute("version")?.Value,
            Embargo = WireTime.Parse(item.Child("itemMeta").Child("embargoed")?.Value),
        };

    /// <summary>An item as a document of its own.</summary>
    public static byte[] ToBytes(XElement item) => Encoding.UTF8.GetBytes(item.ToString(SaveOptions.DisableFormatting));
}
