namespace Perennial.Gather;

/// <summary>How a look at a source changes when the next one is due.</summary>
internal static class SourceStateChanges
{
    /// <summary>The look went well.</summary>
    public static SourceState Well(this SourceState before, bool somethingNew, GatherPace pace) =>
        before with
        {
            Interval = before.Looked is null ? pace.FirstInterval : pace.Next(before.Interval, somethingNew),
            Failures = 0,
            Problem = null,
        };

    /// <summary>The look brought no content.</summary>
    public static SourceState After(this SourceState before, FetchOutcome outcome, GatherPace pace) =>
        outcome switch
        {
            Unchanged => before.Well(somethingNew: false, pace),
            Throttled throttled => before
                .FailedWith("the server asks to come back later", pace)
                .RestFor(throttled, pace),
            Gone gone => before.FailedWith($"it is not there any more (HTTP {gone.Status})", pace),
            Refused refused => before.FailedWith(refused.Problem.Message, pace),
            Failed failed => before.FailedWith(failed.Problem.Message, pace),
            _ => before,
        };

    /// <summary>Waits as long as the server asks, within reason, if that is longer than it would be anyway.</summary>
    public static SourceState RestFor(this SourceState state, Throttled throttled, GatherPace pace)
    {
        var asked = throttled.RetryAfter ?? pace.FirstInterval;
        var wait = asked < pace.LongestBackoff ? asked : pace.LongestBackoff;
        return wait > state.Interval ? state with { Interval = wait } : state;
    }

    /// <summary>The look failed: the next one waits longer each time, and the source is never given up.</summary>
    public static SourceState FailedWith(this SourceState before, string problem, GatherPace pace) =>
        before with
        {
            Failures = before.Failures + 1,
            Interval = pace.Backoff(before.Failures + 1),
            Problem = problem,
        };
}
