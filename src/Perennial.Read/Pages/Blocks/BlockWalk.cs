using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.Blocks;

/// <summary>Walks a page once and notes its blocks in order, each with the boxes around it.</summary>
internal sealed partial class BlockWalk
{
    private readonly List<PageBlock> blocks = [];
    private readonly List<Box> boxes = [];
    private readonly Dictionary<(string Tag, string Written), BoxNames> names = [];
    private readonly StringBuilder line = new();
    private int linkLetters;
    private int boldLetters;
    private int italicLetters;

    private BlockWalk() { }

    /// <summary>The blocks of an element.</summary>
    /// <returns>The blocks, and every box with its letters counted, outer boxes before inner ones.</returns>
    public static (IReadOnlyList<PageBlock> Blocks, IReadOnlyList<Box> Boxes) Of(IElement element)
    {
        var walk = new BlockWalk();
        var outermost = walk.Boxed(null, element);
        walk.Walk(element, outermost, inLink: false, inBold: false, inItalics: false);
        walk.EndLine(outermost);
        for (var i = walk.boxes.Count - 1; i > 0; i--)
        {
            var (box, around) = (walk.boxes[i], walk.boxes[i].Around!);
            around.Letters += box.Letters;
            around.LinkLetters += box.LinkLetters;
            around.ProseLetters += box.ProseLetters;
            around.Blocks += box.Blocks;
        }
        return (walk.blocks, walk.boxes);
    }

    // The depth is bounded by MarkupBudget.
    private void Walk(INode node, Box box, bool inLink, bool inBold, bool inItalics)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText words:
                    // An end of line in the markup is a blank; only br ends a line.
                    line.Append(words.Data.Replace('\n', ' '));
                    linkLetters += inLink ? words.Data.Length : 0;
                    boldLetters += inBold ? words.Data.Length : 0;
                    italicLetters += inItalics ? words.Data.Length : 0;
                    break;
                case IElement { LocalName: "br" }:
                    line.Append('\n');
                    break;
                case IElement element when ElementText.IsSilent(element):
                    break;
                case IElement element when ElementText.IsInline(element):
                    Walk(
                        element,
                        box,
                        inLink || (element.LocalName == "a" && element.HasAttribute("href")),
                        inBold || element.LocalName is "b" or "strong",
                        inItalics || element.LocalName is "i" or "em"
                    );
                    break;
                case IElement element:
                    EndLine(box);
                    var inner = Boxed(box, element);
                    Walk(element, inner, inLink, inBold, inItalics);
                    EndLine(inner);
                    break;
            }
        }
    }

    private Box Boxed(Box? around, IElement element)
    {
        // Most elements of a page share their names with others.
        var written = BoxNames.Written(element);
        if (!names.TryGetValue((element.LocalName, written), out var read))
        {
            names.Add((element.LocalName, written), read = BoxNames.Of(element.LocalName, written));
        }
        var box = new Box(around, element, read);
        boxes.Add(box);
        return box;
    }

    private void EndLine(Box box)
    {
        if (line.Length == 0)
        {
            return;
        }
        var (whole, parts) = (line.Length, Paragraphs(line.ToString()));
        foreach (var part in parts)
        {
            var words = Lines(part);
            if (words.Length > 0)
            {
                var share = (double)part.Length / whole;
                var block = new PageBlock(
                    words,
                    box,
                    (int)Math.Min(words.Length, linkLetters * share),
                    (int)Math.Min(words.Length, boldLetters * share),
                    (int)Math.Min(words.Length, italicLetters * share)
                );
                blocks.Add(block);
                box.Letters += words.Length;
                box.LinkLetters += block.LinkLetters;
                box.ProseLetters += block.IsProse ? words.Length : 0;
                box.Blocks++;
            }
        }
        line.Clear();
        (linkLetters, boldLetters, italicLetters) = (0, 0, 0);
    }

    /// <summary>Two line breaks part paragraphs where a page has no elements for them.</summary>
    private static string[] Paragraphs(string line) =>
        line.Contains('\n', StringComparison.Ordinal) ? DoubleBreak().Split(line) : [line];

    /// <summary>Lines of a verse stay lines; others run on.</summary>
    private static string Lines(string part)
    {
        const int fewest = 3;
        const int longest = 70;
        if (!part.Contains('\n', StringComparison.Ordinal))
        {
            return Words.Clean(part);
        }
        var lines = part.Split('\n').Select(Words.Clean).Where(words => words.Length > 0).ToArray();
        return string.Join(lines.Length >= fewest && lines.All(words => words.Length <= longest) ? '\n' : ' ', lines);
    }

    [GeneratedRegex(@"\n\s*\n", RegexOptions.NonBacktracking)]
    private static partial Regex DoubleBreak();
}
