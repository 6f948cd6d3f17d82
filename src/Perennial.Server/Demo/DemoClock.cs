namespace Perennial.Server.Demo;

/// <summary>The demo's clock: it starts on the recorded day, runs faster until the recording ends, and then like any clock.</summary>
/// <param name="start">What it shows first.</param>
/// <param name="end">From when on it runs at the common pace.</param>
/// <param name="speed">How many times faster it runs before.</param>
/// <param name="wall">The clock on the wall.</param>
internal sealed class DemoClock(DateTimeOffset start, DateTimeOffset end, double speed, TimeProvider wall)
    : TimeProvider
{
    /// <summary>Five minutes of the recorded day in a second: a day of news in about three minutes.</summary>
    public const double DefaultSpeed = 300;

    private readonly long begun = wall.GetTimestamp();

    // How long the fast part takes on the wall; none when the recording is already over.
    private readonly TimeSpan fast = end > start ? (end - start) / speed : TimeSpan.Zero;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => At(wall.GetElapsedTime(begun));

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, OnTheWall(dueTime), OnTheWall(period));

    private DateTimeOffset At(TimeSpan elapsed) =>
        (elapsed <= fast ? start + (elapsed * speed) : start + (fast * speed) + (elapsed - fast)).ToUniversalTime();

    /// <summary>How long a time of this clock takes on the wall, from now on.</summary>
    private TimeSpan OnTheWall(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
        {
            // Nought, or the mark for never.
            return time;
        }
        var left = fast - wall.GetElapsedTime(begun);
        if (left <= TimeSpan.Zero)
        {
            return time;
        }
        return time <= left * speed ? time / speed : left + (time - (left * speed));
    }
}
