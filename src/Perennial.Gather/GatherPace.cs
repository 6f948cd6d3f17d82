namespace Perennial.Gather;

/// <summary>How often the gatherer looks, and how gently.</summary>
public sealed record GatherPace
{
    /// <summary>The pace for the world.</summary>
    public static GatherPace Default { get; } = new();

    /// <summary>How soon a new source is looked at a second time.</summary>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often at most.</summary>
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How seldom at least, as long as nothing is wrong.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How seldom a source that fails is tried; it is never given up.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The rest between two requests to one host.</summary>
    public TimeSpan HostGap { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After which time an article's page is looked at again, for edits and removals.</summary>
    public IReadOnlyList<TimeSpan> Revisits { get; init; } =
    [TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>The most pages that are fetched of one feed at one time.</summary>
    public int MostPages { get; init; } = 50;

    /// <summary>When to look next: sooner when something was new, later when nothing was.</summary>
    public TimeSpan Next(TimeSpan last, bool somethingNew) =>
        TimeSpan.FromTicks(
            Math.Clamp(
                somethingNew ? last.Ticks / 2 : last.Ticks * 3 / 2,
                ShortestInterval.Ticks,
                LongestInterval.Ticks
            )
        );

    /// <summary>When to try again after so many failures in a row: twice as long each time.</summary>
    public TimeSpan Backoff(int failures) =>
        TimeSpan.FromTicks(
            (long)Math.Min(LongestBackoff.Ticks, FirstInterval.Ticks * Math.Pow(2, Math.Min(failures, 20) - 1))
        );
}
