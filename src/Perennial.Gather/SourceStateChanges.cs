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
            Throttled throttled => before.FailedWith("the server asks to come back later", pace) is var failed
            && throttled.RetryAfter is { } wait
            && wait > failed.Interval
                ? failed with
                {
                    Interval = wait < pace.LongestBackoff ? wait : pace.LongestBackoff,
                }
                : before.FailedWith("the server asks to come back later", pace),
            Gone gone => before.FailedWith($"it is not there any more (HTTP {gone.Status})", pace),
            Refused refused => before.FailedWith(refused.Problem.Message, pace),
            Failed failed => before.FailedWith(failed.Problem.Message, pace),
            _ => before,
        };

    /// <summary>The look failed: the next one waits longer each time, and the source is never given up.</summary>
    public static SourceState FailedWith(this SourceState before, string problem, GatherPace pace) =>
        before with
        {
            Failures = before.Failures + 1,
            Interval = pace.Backoff(before.Failures + 1),
            Problem = problem,
        };
}
