using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>What a line of a post is by the element it stands in.</summary>
internal enum LineKind
{
    /// <summary>A line that stands in no paragraph: words of a post without paragraphs, or furniture.</summary>
    Loose,

    /// <summary>A paragraph, an item of a list, a quotation.</summary>
    Prose,

    /// <summary>A paragraph that is bold as a whole.</summary>
    Bold,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Words that are named as the headline.</summary>
    Title,

    /// <summary>Words that are named as the writer.</summary>
    Writer,
}

/// <summary>A line of a post, in the order of the page.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Kind">What it is by its place.</param>
/// <param name="Block">What block of the text it makes.</param>
internal readonly record struct PostLine(string Words, LineKind Kind, BlockKind Block);

/// <summary>Reads what stands in a post into lines, leaving out its times, pictures, share bars and whatever is named as furniture.</summary>
internal sealed partial class PostLines
{
    private readonly HashSet<IElement> times;
    private readonly List<PostLine> lines = [];
    private readonly StringBuilder line = new();
    private int bold;
    private bool hasPlain;

    private PostLines(PostBlock block) =>
        times = block.Marks.Where(mark => mark.IsWords).Select(mark => mark.Element).ToHashSet();

    /// <summary>The lines of a block.</summary>
    public static IReadOnlyList<PostLine> Of(PostBlock block)
    {
        var reader = new PostLines(block);
        if (block.Nodes is [var whole])
        {
            // An item of the list of posts is no item of a list in a post.
            reader.Walk(whole, Place.Nowhere);
            reader.End(Place.Nowhere);
            return reader.lines;
        }
        foreach (var node in block.Nodes.Where(node => !reader.times.Contains(node)))
        {
            reader.Enter(node, Place.Nowhere);
        }
        return reader.lines;
    }

    private readonly record struct Place(LineKind Kind, BlockKind Block, bool IsHeader = false)
    {
        public static readonly Place Nowhere = new(LineKind.Loose, BlockKind.Paragraph);
    }

    // The depth is bounded by MarkupBudget.
    private void Walk(INode node, Place place)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText words:
                    line.Append(words.Data.Replace('\n', ' '));
                    hasPlain |= bold == 0 && !string.IsNullOrWhiteSpace(words.Data);
                    break;
                case IElement { LocalName: "br" } when line.Length > 0 && !hasPlain && bold == 0 && IsTextOf(place):
                    // A headline in bold above text that only line ends part.
                    End(place);
                    break;
                case IElement { LocalName: "br" }:
                    line.Append('\n');
                    break;
                case IElement element when IsLeftOut(element):
                    line.Append(' ');
                    break;
                case IElement element when ElementText.IsInline(element) && PlaceOf(element, place) == place:
                    var isBold = element.LocalName is "strong" or "b";
                    bold += isBold ? 1 : 0;
                    Walk(element, place);
                    bold -= isBold ? 1 : 0;
                    break;
                case IElement element:
                    End(place);
                    Enter(element, place);
                    break;
            }
        }
    }

    private void Enter(IElement element, Place around)
    {
        if (element.LocalName == "figure")
        {
            // A quotation may stand in a figure; a picture and its caption are no words of the post.
            foreach (var quotation in element.QuerySelectorAll("blockquote"))
            {
                if (quotation.ParentElement?.Closest("blockquote") is null)
                {
                    Enter(quotation, around);
                }
            }
            return;
        }
        var place = PlaceOf(element, around);
        Walk(element, place);
        End(place);
    }

    /// <summary>What stands in an element, by its tag and its names.</summary>
    private static Place PlaceOf(IElement element, Place around)
    {
        if (around.Kind is LineKind.Title or LineKind.Writer or LineKind.Heading)
        {
            return around;
        }
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                return around with { Kind = LineKind.Heading, Block = BlockKind.Heading };
            case "blockquote":
                return new Place(LineKind.Prose, BlockKind.Quote);
            case "address":
                return around with { Kind = LineKind.Writer };
            case "header" or "footer" when around.Kind == LineKind.Loose:
                return around with { IsHeader = true };
        }
        if (around.Kind != LineKind.Prose && NamedKind(element) is { } named)
        {
            return around with { Kind = named };
        }
        return element.LocalName switch
        {
            _ when around.IsHeader => around,
            "li" when around.Block == BlockKind.Paragraph => new Place(LineKind.Prose, BlockKind.ListItem),
            "p" or "pre" or "dd" or "li" => around with { Kind = LineKind.Prose },
            _ => around,
        };
    }

    private static LineKind? NamedKind(IElement element)
    {
        switch (element.GetAttribute("itemprop"))
        {
            case "headline":
                return LineKind.Title;
            case "author":
                return LineKind.Writer;
        }
        if (element.GetAttribute("rel") == "author")
        {
            return LineKind.Writer;
        }
        var names = Names(element);
        const int longestName = 160;
        const int longestTitle = 300;
        return names.Length == 0 ? null
            : WriterName().IsMatch(names) && IsShort(element, longestName, "h1, h2, h3, h4, h5, blockquote, p + p")
                ? LineKind.Writer
            : element.LocalName is not "p"
            && TitleName().IsMatch(names)
            && IsShort(element, longestTitle, "p, h1, h2, h3, h4, h5, blockquote")
                ? LineKind.Title
            : null;
    }

    private static bool IsShort(IElement element, int most, string without) =>
        element.TextContent.Length is > 0 and var length && length < most && element.QuerySelector(without) is null;

    private bool IsLeftOut(IElement element)
    {
        if (
            times.Contains(element)
            || ElementText.IsSilent(element)
            || element.LocalName is "nav" or "aside" or "form" or "dialog" or "video" or "audio" or "figcaption"
            || element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || element.GetAttribute("role") is "navigation" or "complementary" or "dialog" or "toolbar"
            || (element.LocalName == "table" && element.QuerySelector("p") is null)
        )
        {
            return true;
        }
        var names = Names(element);
        if (
            names.Length == 0
            || !Furniture().IsMatch(names)
            || element.QuerySelector("blockquote, h1, h2, h3, h4, h5") is not null
        )
        {
            return false;
        }
        if (element.QuerySelectorAll("p").Sum(paragraph => paragraph.TextContent.Length) > 80)
        {
            return false;
        }
        foreach (
            var writer in element
                .QuerySelectorAll("[rel=author], [itemprop=author], [class]")
                .Where(inner => NamedKind(inner) == LineKind.Writer)
                .Take(1)
        )
        {
            if (Words.Clean(ElementText.Of(writer)) is { Length: > 0 } name)
            {
                lines.Add(new PostLine(name, LineKind.Writer, BlockKind.Paragraph));
            }
        }
        return true;
    }

    private static string Names(IElement element) =>
        (element.ClassName, element.GetAttribute("data-testid")) switch
        {
            (null, null) => "",
            ({ Length: > 300 }, _) or (_, { Length: > 300 }) => "",
            var (names, id) => names + " " + id,
        };

    private static bool IsTextOf(Place place) =>
        place is { Kind: LineKind.Loose or LineKind.Prose, Block: BlockKind.Paragraph };

    /// <summary>Ends a line; two line ends in one element part two of them.</summary>
    private void End(Place place)
    {
        var all = line.ToString();
        foreach (var part in place.Kind == LineKind.Writer ? all.Split('\n') : BlankLine().Split(all))
        {
            var words = Words.Clean(part);
            if (words.Length > 0)
            {
                lines.Add(new PostLine(words, !hasPlain && IsTextOf(place) ? LineKind.Bold : place.Kind, place.Block));
            }
        }
        hasPlain = false;
        line.Clear();
    }

    [GeneratedRegex(@"\n\s*\n", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLine();

    [GeneratedRegex(
        "author|byline|contributor|reporter|writer|journalist|correspondent|signature|autor(en)?([\\s_-]|$)|auteur",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WriterName();

    [GeneratedRegex(
        @"(^|[\s_-])(title|headline|heading|hed|ttl)([\s_-]|\d|$)|Title([\s_-]|$)|Headline([\s_-]|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TitleName();

    [GeneratedRegex(
        @"(^|[\s_-])(caption|credits?|copyright|share\w*|sharing|social|toolbar|actions?|reactions?|likes|tags?|topics|labels?|badges?|flag|avatar|headshot|newsletter\w*|related\w*|promo\w*|teaser\w*|read-?more|see-?more|advert\w*|ads?|sponsor\w*|sr-only|visually-?hidden|screen-?reader\w*|permalink|copy-?link|timestamp|time|date|datetime|meta|icons?|image|photo|picture|gallery|player|comments?|follow|embed-caption)(\s|$)|(caption|Caption|Credit|Share|Timestamp)([\s_-]|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Furniture();
}
