using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Makes whole times of what posts say: the day from a heading above or from the page, the offset from whoever states one.</summary>
internal sealed partial class PostTimes
{
    // Posts stand a little out of order at times; a longer way back up the clock is a night between two days.
    private static readonly TimeSpan Night = TimeSpan.FromHours(4);

    private readonly Article described;
    private readonly string? zone;
    private readonly DateOnly? today;

    /// <summary>The times of a page.</summary>
    /// <param name="described">What the page says of itself.</param>
    /// <param name="root">The page.</param>
    /// <param name="shown">A day that stands on it.</param>
    public PostTimes(Article described, IElement root, StatedTime? shown)
    {
        this.described = described is { Published: null, Modified: null }
            ? described with
            {
                Modified = shown,
            }
            : described;
        zone = Zone(root);
        today = DayOf(this.described.Modified ?? this.described.Published);
    }

    /// <summary>A time that is said in full.</summary>
    public static StatedTime? Whole(SaidTime said)
    {
        if (said.DayNear(null) is not { } day)
        {
            return null;
        }
        var offset = said.Offset ?? (said.Zone is { } name ? ZoneNames.OffsetOf(name, day) : null);
        return said.Clock is { } clock
            ? new StatedTime(day.ToDateTime(TimeOnly.FromTimeSpan(clock)), offset, HasTime: true)
            : StatedTime.OfDay(day);
    }

    /// <summary>The times of a series, post by post; <see langword="null"/> for a post that says none.</summary>
    /// <param name="series">The series.</param>
    /// <param name="days">The day that a heading above each post says.</param>
    /// <param name="pinned">Which posts stand out of their turn.</param>
    public IReadOnlyList<StatedTime?> Of(PostSeries series, IReadOnlyList<SaidTime?> days, IReadOnlyList<bool> pinned)
    {
        var said = series.Blocks.Select(block => block.Time).ToList();
        var known = new DateOnly?[said.Count];
        for (var i = 0; i < said.Count; i++)
        {
            known[i] = said[i]?.DayNear(today) ?? (said[i] is { Clock: not null } ? days[i]?.DayNear(today) : null);
        }
        Fill(known, said, pinned);
        return
        [
            .. said.Select(
                (time, i) =>
                    time is { Clock: { } clock } whole && known[i] is { } day
                        ? Stated(whole, day, clock)
                        : (StatedTime?)null
            ),
        ];
    }

    private StatedTime Stated(SaidTime said, DateOnly day, TimeSpan clock)
    {
        var named = said.Zone ?? (said.IsWhole && said.Offset is null ? null : zone);
        var offset =
            said.Offset
            ?? (named is null ? null : ZoneNames.OffsetOf(named, day))
            ?? (said.IsWhole ? null : described.Published?.Offset ?? described.Modified?.Offset);
        return new StatedTime(day.ToDateTime(TimeOnly.FromTimeSpan(clock)), offset, HasTime: true);
    }

    /// <summary>Gives days to posts that say a clock time alone: from one post to the next, over midnight where the clock jumps.</summary>
    private void Fill(DateOnly?[] known, List<SaidTime?> said, IReadOnlyList<bool> pinned)
    {
        var clocked = Enumerable.Range(0, said.Count).Where(i => said[i]?.Clock is not null && !pinned[i]).ToList();
        var steps = clocked
            .Zip(clocked.Skip(1), (a, b) => said[b]!.Value.Clock!.Value - said[a]!.Value.Clock!.Value)
            .ToList();
        // Newest first unless most steps go on in time.
        var back = steps.Count(step => step <= TimeSpan.Zero) * 2 >= steps.Count;
        // Days from the first post to each.
        var shift = new int[clocked.Count];
        for (var i = 1; i < clocked.Count; i++)
        {
            var step = steps[i - 1];
            shift[i] =
                shift[i - 1]
                + (
                    back && step > Night ? -1
                    : !back && -step > Night ? 1
                    : 0
                );
        }
        var anchor = Enumerable
            .Range(0, clocked.Count)
            .Select(i => (int?)i)
            .FirstOrDefault(i => known[clocked[i!.Value]] is not null);
        DateOnly? firstDay =
            anchor is { } at ? known[clocked[at]]!.Value.AddDays(-shift[at])
            : clocked.Count > 0
                ? FirstDay(said[clocked[0]]!.Value.Clock!.Value, said[clocked[^1]]!.Value.Clock!.Value, shift[^1])
            : null;
        for (var i = 0; i < clocked.Count; i++)
        {
            // A day that is known corrects those after it.
            if (known[clocked[i]] is { } day)
            {
                firstDay = day.AddDays(-shift[i]);
            }
            known[clocked[i]] ??= firstDay?.AddDays(shift[i]);
        }
        foreach (var i in Enumerable.Range(0, said.Count).Where(i => pinned[i]))
        {
            known[i] ??= today;
        }
    }

    /// <summary>The day of the first post on the page, when no post says its day.</summary>
    private DateOnly? FirstDay(TimeSpan first, TimeSpan last, int days)
    {
        var (newest, oldest, span) =
            days < 0 || (days == 0 && first >= last) ? (first, last, -days) : (last, first, days);
        var isBack = days < 0 || (days == 0 && first >= last);
        DateOnly? newestDay = null;
        if (described.Modified is { HasTime: true } modified && described.Modified != described.Published)
        {
            // The page was changed after its newest post.
            newestDay = DayOf(modified)!
                .Value.AddDays(newest > modified.Local.TimeOfDay + TimeSpan.FromHours(2) ? -1 : 0);
        }
        else if (described.Published is { } published)
        {
            newestDay = DayOf(published);
            // Published before its oldest post, or after its newest? Whichever is nearer.
            if (
                span > 0
                && published.HasTime
                && oldest - published.Local.TimeOfDay is var after
                && after > TimeSpan.FromMinutes(-30)
                && (newest > published.Local.TimeOfDay || after.Duration() < published.Local.TimeOfDay - newest)
            )
            {
                newestDay = newestDay!.Value.AddDays(span);
            }
        }
        return isBack ? newestDay : newestDay?.AddDays(-span);
    }

    private static DateOnly? DayOf(StatedTime? time) =>
        time is { Local.Year: > 1900 and < 9000 } known ? DateOnly.FromDateTime(known.Local) : null;

    /// <summary>The zone that a page says all its times are in.</summary>
    private static string? Zone(IElement root)
    {
        const int longest = 2_000_000;
        var text = root.TextContent;
        return text.Length < longest && AllTimes().Match(text) is { Success: true } m ? m.Groups["zone"].Value : null;
    }

    [GeneratedRegex(
        @"([Aa]ll times|[Tt]imes (are |shown |given )?(in|as)|[Aa]lle (Zeiten|Uhrzeiten|Zeitangaben)|[Tt]outes les heures|[Tt]odas las horas)[^.\n]{0,30}?\b(?<zone>"
            + ZoneNames.Pattern
            + @")\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AllTimes();
}
