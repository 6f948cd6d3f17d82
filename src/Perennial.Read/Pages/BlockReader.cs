using System.Text;
using AngleSharp.Dom;

namespace Perennial.Read.Pages;

/// <summary>Reads an element into blocks: paragraphs, subheads, list items, quotations; tables and captions beside the text.</summary>
internal sealed class BlockReader
{
    private readonly TextBuilder builder = new();
    private readonly HashSet<string> furniture;
    private readonly StringBuilder line = new();

    private BlockReader(Article described)
    {
        var known = new[] { described.Title, described.Standfirst, described.Kicker }
            .Concat(described.Authors)
            .Concat(described.Authors.Select(author => "By " + author))
            .Append(string.Join(", ", described.Authors))
            .Append("By " + string.Join(" and ", described.Authors));
        furniture = known.Select(Words.Key).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The blocks of an element, without what stands elsewhere in the article already.</summary>
    public static Body Read(IElement element, Article described)
    {
        var reader = new BlockReader(described);
        reader.Walk(element, BlockKind.Paragraph);
        reader.EndLine(BlockKind.Paragraph);
        return Body.Of(reader.builder);
    }

    // The depth is bounded by MarkupBudget.
    private void Walk(INode node, BlockKind kind)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText words:
                    line.Append(words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    line.Append('\n');
                    break;
                case IElement element when ElementText.IsSilent(element):
                    break;
                case IElement element when ElementText.IsInline(element):
                    Walk(element, kind);
                    break;
                case IElement element:
                    EndLine(kind);
                    Block(element, kind);
                    break;
            }
        }
    }

    private void Block(IElement element, BlockKind around)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Finish(element, BlockKind.Heading);
                break;
            case "li" when IsLinkList(element):
                break;
            case "li":
                Finish(element, BlockKind.ListItem);
                break;
            case "blockquote":
                Finish(element, BlockKind.Quote);
                break;
            case "p" when LinkShare(element) > 0.8 && element.TextContent.Length < 150:
                break;
            case "figcaption":
                builder.AddBeside(BlockKind.Caption, Words.Clean(ElementText.Of(element)));
                break;
            case "figure":
                foreach (var caption in element.QuerySelectorAll("figcaption"))
                {
                    builder.AddBeside(BlockKind.Caption, Words.Clean(ElementText.Of(caption)));
                }
                break;
            case "table" when element.QuerySelector("p") is null:
                builder.AddBeside(BlockKind.Table, Words.Clean(ElementText.Of(element)));
                break;
            default:
                Finish(element, around);
                break;
        }
    }

    private void Finish(IElement element, BlockKind kind)
    {
        Walk(element, kind);
        EndLine(kind);
    }

    private void EndLine(BlockKind kind)
    {
        foreach (var part in line.ToString().Split("\n\n"))
        {
            var words = Words.Clean(part);
            if (words.Length > 0 && !furniture.Contains(Words.Key(words)) && !Noise.IsLine(words))
            {
                builder.Add(kind, words);
            }
        }
        line.Clear();
    }

    private static double LinkShare(IElement element)
    {
        var all = element.TextContent.Length;
        return all == 0 ? 0 : (double)element.QuerySelectorAll("a").Sum(link => link.TextContent.Length) / all;
    }

    private static bool IsLinkList(IElement item) => LinkShare(item) > 0.7;
}
