using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>The posts that a page shows, whatever it says for machines.</summary>
internal sealed partial class VisiblePosts
{
    private readonly IElement root;
    private readonly PageScan scan;
    private readonly Article described;
    private readonly PostAddress addresses;

    /// <summary>The posts of a page whose times have been scanned.</summary>
    public VisiblePosts(IElement root, PageScan scan, Article described)
    {
        this.root = root;
        this.scan = scan;
        this.described = described;
        addresses = new PostAddress(described.CanonicalUrl ?? described.Url);
    }

    /// <summary>The posts of the likeliest series that is a live blog's; none when the page shows none.</summary>
    /// <param name="isTold">Whether the page says that it is a live blog.</param>
    public IReadOnlyList<FoundPost> Find(bool isTold)
    {
        if (scan.Marks.Count < LiveBlog.FewestPosts)
        {
            return [];
        }
        var judge = new LiveBlogJudge(scan, root, described, addresses, isTold);
        var runs = TimedRuns.Find(scan, root);
        var best = TimedBlocks.Find(scan, root).FirstOrDefault(judge.IsLiveBlog);
        // Paragraphs under times are runs; blocks around them may be days, and hold less of what is said.
        if (runs is not null && (best is null || runs.Score > best.Score * 1.3) && judge.IsLiveBlog(runs))
        {
            best = runs;
        }
        return best is null ? [] : Read(best);
    }

    /// <summary>The posts of a series.</summary>
    public IReadOnlyList<FoundPost> Read(PostSeries series)
    {
        var words = PostWords.Of(series);
        var pinned = series.Blocks.Select(IsPinned).ToList();
        var times = new PostTimes(described, root, DayOfPage(series)).Of(series, DaysAbove(series), pinned);
        return
        [
            .. series.Blocks.Select(
                (block, i) =>
                {
                    var (id, url) = addresses.Of(block);
                    return new FoundPost
                    {
                        Id = id,
                        Url = url,
                        Title = words[i].Title,
                        Published = times[i],
                        Authors = words[i].Authors,
                        Text = words[i].Text,
                        IsPinned = pinned[i],
                    };
                }
            ),
        ];
    }

    private static bool IsPinned(PostBlock block)
    {
        var element = block.First;
        for (var level = 0; element is not null && level < 4; level++, element = element.ParentElement)
        {
            if (element.Attributes.Take(12).Any(attribute => SaysPinned(attribute.Name, attribute.Value)))
            {
                // A list of all posts may be named for the pinned one in it.
                return level == 0 || element.QuerySelectorAll("time, [datetime]").Take(6).Count() < 6;
            }
        }
        return false;
    }

    private static bool SaysPinned(string name, string value) =>
        (name is "class" or "id" || name.StartsWith("data-", StringComparison.Ordinal))
        && (name == "data-pinned" ? value != "false" : value.Length < 300 && Pinned().IsMatch(value));

    /// <summary>For each block the day that stands alone above it, within the element that holds them all.</summary>
    private List<SaidTime?> DaysAbove(PostSeries series)
    {
        var around = Around(series).ParentElement ?? root;
        var within = scan[around];
        var taken = Taken(series);
        var days = scan.MarksIn(within)
            .Where(mark =>
                mark is { IsEmbedded: false, Said: { HasDay: true, Clock: null, IsAgo: false } }
                && !taken.Contains(mark)
            )
            .Select(mark => (scan[mark.Element].Order, mark.Said))
            .OrderBy(mark => mark.Order)
            .ToList();
        var above = new List<SaidTime?>();
        var next = 0;
        SaidTime? day = null;
        foreach (var block in series.Blocks)
        {
            while (next < days.Count && days[next].Order < scan[block.First].Order)
            {
                day = days[next++].Said;
            }
            above.Add(day);
        }
        return above;
    }

    /// <summary>The first day that the page says beside its posts: where it gives no date in its data, this is the one.</summary>
    private StatedTime? DayOfPage(PostSeries series)
    {
        var taken = Taken(series);
        return scan
            .Marks.Where(mark =>
                mark is { IsEmbedded: false, Said: { Year: not null, HasDay: true } } && !taken.Contains(mark)
            )
            .Select(mark => PostTimes.Whole(mark.Said))
            .FirstOrDefault(time => time is not null);
    }

    private static HashSet<TimeMark> Taken(PostSeries series) =>
        new(series.Blocks.SelectMany(block => block.Marks), ReferenceEqualityComparer.Instance);

    private IElement Around(PostSeries series)
    {
        var (first, last) = (series.Blocks[0].First, scan[series.Blocks[^1].First]);
        var around = first.ParentElement ?? first;
        while (around.ParentElement is { } parent && around != root && scan[around].End < last.End)
        {
            around = parent;
        }
        return around;
    }

    [GeneratedRegex(
        "(^|[\\s_-])(pinned|pin|sticky)([\\s_-]|$)|isPinned",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pinned();
}
