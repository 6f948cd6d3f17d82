namespace Perennial;

/// <summary>What state a story is in.</summary>
public enum StoryState
{
    /// <summary>It began only just.</summary>
    New,

    /// <summary>It moves.</summary>
    Developing,

    /// <summary>Nothing came for some hours.</summary>
    Quiet,

    /// <summary>An editor closed it: it is told as it happened.</summary>
    Closed,

    /// <summary>It moves again after a long sleep.</summary>
    Woken,
}

/// <summary>The times from which a story's state follows.</summary>
/// <param name="Opened">When it was opened.</param>
/// <param name="Updated">When it last moved: when its newest post came here, or when it was opened.</param>
/// <param name="Closed">Since when an editor has it closed; <see langword="null"/> while it is open.</param>
/// <param name="Slept">The last time that nothing came for so long that it slept; <see langword="null"/> when it never did.</param>
public sealed record StoryTimes(
    DateTimeOffset Opened,
    DateTimeOffset Updated,
    DateTimeOffset? Closed = null,
    StorySleep? Slept = null
);

/// <summary>A time in which nothing came to a story.</summary>
/// <param name="Since">When it last moved before.</param>
/// <param name="Until">When it moved again.</param>
public sealed record StorySleep(DateTimeOffset Since, DateTimeOffset Until);

/// <summary>The state of a story at a time: it follows from the record's times and the clock, since time that passes makes no entry.</summary>
/// <param name="State">The state.</param>
/// <param name="Until">When it will be another if nothing comes; <see langword="null"/> when it stays.</param>
/// <remarks>The rule and its reasons are in <c>docs/decisions/state-of-a-story.md</c>.</remarks>
public sealed record StoryStanding(StoryState State, DateTimeOffset? Until)
{
    /// <summary>So long after its opening a story is new.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromHours(3);

    /// <summary>So long after it last moved a story is quiet.</summary>
    public static readonly TimeSpan QuietAfter = TimeSpan.FromHours(6);

    /// <summary>So long after it last moved a story sleeps: the weaver then knows it by its names only.</summary>
    public static readonly TimeSpan SleepsAfter = TimeSpan.FromDays(14);

    /// <summary>So long a story that moved again is called woken.</summary>
    public static readonly TimeSpan WokenFor = TimeSpan.FromDays(2);

    /// <summary>The state at a time.</summary>
    public static StoryStanding Of(StoryTimes times, DateTimeOffset now)
    {
        if (times.Closed <= now)
        {
            return new StoryStanding(StoryState.Closed, null);
        }
        var quiet = times.Updated + QuietAfter;
        if (now >= quiet)
        {
            return new StoryStanding(StoryState.Quiet, null);
        }
        return times.Slept is { } slept && now < slept.Until + WokenFor
                ? new StoryStanding(StoryState.Woken, Earlier(slept.Until + WokenFor, quiet))
            : now < times.Opened + NewFor ? new StoryStanding(StoryState.New, Earlier(times.Opened + NewFor, quiet))
            : new StoryStanding(StoryState.Developing, quiet);
    }

    /// <summary>The state at a time and those that follow if nothing comes, each with when it begins, in order.</summary>
    public static IReadOnlyList<(StoryState State, DateTimeOffset From)> Ahead(StoryTimes times, DateTimeOffset now)
    {
        var ahead = new List<(StoryState, DateTimeOffset)>();
        for (DateTimeOffset? from = now; from is { } at; )
        {
            var standing = Of(times, at);
            ahead.Add((standing.State, at));
            from = standing.Until;
        }
        return ahead;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
