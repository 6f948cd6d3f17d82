using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Finds the posts of a live blog where each stands in an element of its own: the shape of most templates.</summary>
/// <remarks>
/// What repeats is told by names that elements share: their whole class, each token of it, a test id, the part of a token
/// before its variant, the parent. Of nested elements that share a name the one around a single other is the post, and the
/// one around several is the list. The series that says most wins.
/// </remarks>
internal sealed class TimedBlocks
{
    private const int ShortestPost = 12;
    private const int MostNames = 8;

    // A wider name may gather a little more than a narrow one, from elsewhere on the page.
    private const double NarrowEnough = 0.87;

    private static readonly HashSet<string> NeverPosts = new(
        "html body main p a h1 h2 h3 h4 h5 h6 ul ol dl header hgroup figure figcaption blockquote time thead tbody table form picture fieldset address".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private readonly PageScan scan;
    private readonly int pageLetters;
    private readonly PageScan.Extent? headline;
    private readonly Dictionary<(string Name, int Width), List<IElement>> named = [];

    private TimedBlocks(PageScan scan, IElement root)
    {
        this.scan = scan;
        pageLetters = scan[root].Letters;
        // What holds the headline of the page is the article, the list of posts, or more.
        headline = root.QuerySelectorAll("h1").Take(2).ToList() is [var only] ? scan[only] : null;
        Walk(root);
    }

    /// <summary>The series on a page that may be posts, the likeliest first.</summary>
    public static IReadOnlyList<PostSeries> Find(PageScan scan, IElement root)
    {
        const int most = 8;
        var found = new TimedBlocks(scan, root);
        var series = found
            .named.Where(group => group.Value.Count >= 2)
            .Select(group => (group.Key.Width, Members: found.Parted(group.Value)))
            .Where(group => group.Members.Count >= 2)
            .Select(group => (group.Width, group.Members, Score: group.Members.Sum(found.Worth)))
            .OrderByDescending(group => group.Score)
            .Take(40)
            .ToList();
        var likely = new List<PostSeries>();
        while (series.Count > 0 && likely.Count < most)
        {
            var near = series.Where(group => group.Score >= series[0].Score * NarrowEnough).ToList();
            var best = near.MinBy(group => group.Width);
            // Of wrappers around the same posts the outermost: ids, times and headlines may stand outside the inner ones.
            best = near.Where(group => group.Members.Count == best.Members.Count)
                .Where(group => found.IsAround(group.Members, best.Members))
                .DefaultIfEmpty(best)
                .MaxBy(group => scan[group.Members[0]].Letters);
            likely.Add(
                new PostSeries(
                    [.. best.Members.Select(member => new PostBlock([member], [.. scan.MarksIn(scan[member])]))],
                    best.Score
                )
            );
            var taken = best.Members.Select(member => scan[member].FirstMark).ToHashSet();
            // The same posts under another name are no other series.
            series.RemoveAll(group =>
                group.Members.Count(member => taken.Contains(scan[member].FirstMark)) * 2 > group.Members.Count
            );
        }
        return likely;
    }

    private bool IsAround(List<IElement> outer, List<IElement> inner) =>
        scan[outer[0]].Holds(scan[inner[0]]) && scan[outer[^1]].Holds(scan[inner[^1]]);

    private double Worth(IElement element) => PostSeries.Worth(scan[element], scan.TimesIn(element));

    private void Walk(IElement element)
    {
        foreach (var child in Outside.Without(element, scan, pageLetters))
        {
            if (scan.TimesIn(child) > 0)
            {
                Add(child, scan[child]);
                Walk(child);
            }
        }
    }

    private void Add(IElement element, PageScan.Extent extent)
    {
        if (
            NeverPosts.Contains(element.LocalName)
            || ElementText.IsInline(element)
            || extent.Letters < ShortestPost
            || scan.TimesIn(element) == 0
            || (headline is { } h1 && extent.Holds(h1))
            || Outside.IsNoPost(element)
        )
        {
            return;
        }
        var tag = element.LocalName + " ";
        if (element.GetAttribute("data-testid") is { Length: > 0 and < 80 } testId)
        {
            Put(tag + "?" + testId.TrimEnd("0123456789-".ToCharArray()), 1, element);
        }
        if (element.GetAttribute("itemtype") is { Length: > 0 and < 80 } type)
        {
            Put(tag + "!" + type, 1, element);
        }
        var parent = element.ParentElement;
        if (element.ClassName is not { Length: > 0 and < 400 } names)
        {
            Put(
                $"{tag}<{parent?.LocalName} {(parent?.ClassName is { Length: < 200 } around ? around : "")}",
                1,
                element
            );
        }
        else
        {
            Put(tag + names, 0, element);
            foreach (var name in element.ClassList.Take(MostNames))
            {
                Put(tag + "." + name, 2, element);
                var variant = name.IndexOf("--", StringComparison.Ordinal);
                var stem = name.IndexOfAny(['-', '_']);
                if (variant > 0)
                {
                    Put(tag + "." + name[..variant], 2, element);
                }
                if (stem > 1 && stem != variant)
                {
                    Put(tag + "~" + name[..stem], 4, element);
                }
            }
        }
        if (parent is not null)
        {
            Put($"{tag}^{scan[parent].Order}", 3, element);
        }
    }

    private void Put(string name, int width, IElement element)
    {
        if (!named.TryGetValue((name, width), out var list))
        {
            named.Add((name, width), list = []);
        }
        if (list.Count == 0 || list[^1] != element)
        {
            list.Add(element);
        }
    }

    /// <summary>Of elements that stand in one another: those around one other, not those around several.</summary>
    private List<IElement> Parted(List<IElement> elements)
    {
        // In the order of the page an element comes before what it holds. Each knows how many stand directly in it.
        var inner = new int[elements.Count];
        var outer = new int[elements.Count];
        var open = new Stack<int>();
        for (var i = 0; i < elements.Count; i++)
        {
            while (open.Count > 0 && !scan[elements[open.Peek()]].Holds(scan[elements[i]]))
            {
                open.Pop();
            }
            outer[i] = open.Count > 0 ? open.Peek() : -1;
            if (outer[i] >= 0)
            {
                inner[outer[i]]++;
            }
            open.Push(i);
        }
        // From the innermost outwards: does a list stand in it, at whatever depth?
        var holdsList = new bool[elements.Count];
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            holdsList[i] |= inner[i] > 1;
            if (holdsList[i] && outer[i] >= 0)
            {
                holdsList[outer[i]] = true;
            }
        }
        var parted = new List<IElement>();
        var end = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            if (!holdsList[i] && scan[elements[i]].Order >= end)
            {
                parted.Add(elements[i]);
                end = scan[elements[i]].End;
            }
        }
        return parted;
    }
}
