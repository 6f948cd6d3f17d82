using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Finds posts that have no element of their own: a time among paragraphs, and what follows until the next one.</summary>
internal sealed class TimedRuns
{
    private const int FewestRuns = 3;

    private readonly PageScan scan;
    private readonly int pageLetters;
    private readonly Dictionary<string, List<PostBlock>> runs = new(StringComparer.Ordinal);

    private TimedRuns(PageScan scan, IElement root)
    {
        this.scan = scan;
        pageLetters = scan[root].Letters;
        Walk(root);
    }

    /// <summary>The longest series of such posts, or <see langword="null"/>.</summary>
    public static PostSeries? Find(PageScan scan, IElement root)
    {
        var found = new TimedRuns(scan, root);
        return found
            .runs.Values.Where(blocks => blocks.Count >= FewestRuns)
            .Select(blocks => new PostSeries(blocks, blocks.Sum(found.Worth)))
            .MaxBy(series => series.Score);
    }

    private double Worth(PostBlock block)
    {
        var whole = new PageScan.Extent
        {
            Letters = block.Nodes.Sum(node => scan[node].Letters),
            LinkLetters = block.Nodes.Sum(node => scan[node].LinkLetters),
        };
        return PostSeries.Worth(whole, 1);
    }

    private void Walk(IElement parent)
    {
        if (scan[parent].EndMark - scan[parent].FirstMark < 2)
        {
            return;
        }
        var children = Outside.Without(parent, scan, pageLetters).ToList();
        Read(parent, children);
        children.ForEach(Walk);
    }

    private void Read(IElement parent, List<IElement> children)
    {
        var starts = children.Select(IsStart).ToList();
        if (starts.Count(start => start) < 2)
        {
            return;
        }
        var headed = starts.Where((start, i) => start && i > 0 && IsHeading(children[i - 1]) && !starts[i - 1]).Count();
        var first = headed * 2 > starts.Count(start => start) ? 1 : 0;
        var key = $"{parent.LocalName} {(parent.ClassName is { Length: < 200 } names ? names : "")}";
        if (!runs.TryGetValue(key, out var blocks))
        {
            runs.Add(key, blocks = []);
        }
        for (var i = 0; i < children.Count; i++)
        {
            if (!starts[i])
            {
                continue;
            }
            var nodes = new List<IElement>();
            // Where headings come before their times, a run starts with its heading.
            if (first == 1 && i > 0 && IsHeading(children[i - 1]) && !starts[i - 1])
            {
                nodes.Add(children[i - 1]);
            }
            nodes.Add(children[i]);
            for (var j = i + 1; j < children.Count && !starts[j]; j++)
            {
                var isNextHeading = first == 1 && IsHeading(children[j]) && j + 1 < children.Count && starts[j + 1];
                if (isNextHeading || IsEnd(children[j]))
                {
                    break;
                }
                if (!Outside.IsNoPost(children[j]))
                {
                    nodes.Add(children[j]);
                }
            }
            blocks.Add(new PostBlock(nodes, [.. nodes.SelectMany(node => scan.MarksIn(scan[node]))]));
        }
    }

    /// <summary>Whether a post starts here: a clock time alone, a heading with one, or a paragraph that begins with one.</summary>
    private bool IsStart(IElement element)
    {
        var extent = scan[element];
        if (extent.EndMark - extent.FirstMark is 0 or > 8 || scan.TimesIn(element) != 1)
        {
            return false;
        }
        var mark = scan.MarksIn(extent).First(mark => !mark.IsEmbedded);
        if (mark.Said.Clock is null)
        {
            return false;
        }
        var own = scan[mark.Element];
        var isAlone = mark.IsWords && extent.Letters <= own.Letters + 2;
        return isAlone
            || IsHeading(element)
            || (
                element.LocalName is "p" or "dt"
                && (mark.IsWords ? IsFirst(mark.Element, element) : mark.Element == element)
            )
            // A line above the words: time, name of the writer.
            || (extent.Letters < 60 && extent.Prose == 0 && element.LocalName is "div" or "header" && mark.IsWords);
    }

    private static bool IsFirst(IElement mark, IElement block)
    {
        for (INode node = mark; node != block; node = node.Parent!)
        {
            for (var before = node.PreviousSibling; before is not null; before = before.PreviousSibling)
            {
                if (!string.IsNullOrWhiteSpace(before.TextContent))
                {
                    return false;
                }
            }
        }
        return true;
    }

    private static bool IsHeading(IElement element) => element.LocalName is "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>A day, or a heading that announces something else.</summary>
    private bool IsEnd(IElement element)
    {
        var extent = scan[element];
        return scan.MarksIn(extent)
                .Any(mark =>
                    mark is { IsWords: true, Said: { HasDay: true, Clock: null } }
                    && scan[mark.Element].Letters + 2 >= extent.Letters
                ) || (IsHeading(element) && Outside.Heading(Words.Clean(element.TextContent)) is not null);
    }
}
