using System.Xml.Linq;

namespace Perennial.Read.Wires;

/// <summary>Reads a <c>packageItem</c> of NewsML-G2: a list of items that stand elsewhere.</summary>
internal static class NewsPackage
{
    /// <summary>Reads it as a page with the headlines that it puts together; the items come by themselves.</summary>
    public static Article Read(XElement item)
    {
        var text = new TextBuilder();
        foreach (var reference in item.Descendants().Where(element => element.Name.LocalName == "itemRef"))
        {
            if ((reference.Child("headline") ?? reference.Child("title")).Words() is { } headline)
            {
                text.Add(BlockKind.ListItem, headline);
            }
        }
        var described = NewsMetadata.Of(item);
        return described with
        {
            Kind = ArticleKind.Page,
            Text = text.Text,
            Blocks = text.Blocks,
            Problem =
                described.Problem
                ?? (
                    text.Length == 0 && described.Title is null
                        ? new Problem("empty", "the package names no items")
                        : null
                ),
        };
    }
}
