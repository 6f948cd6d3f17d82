namespace Perennial.Tests;

public sealed class StoryStandingTests
{
    private static readonly DateTimeOffset Opened = new(2031, 3, 12, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, StoryState.New)]
    [InlineData(2.9, StoryState.New)]
    [InlineData(3, StoryState.Developing)]
    [InlineData(10.9, StoryState.Developing)]
    [InlineData(11, StoryState.Quiet)]
    [InlineData(8760, StoryState.Quiet)]
    public void A_story_is_new_then_developing_then_quiet(double hours, StoryState state) =>
        At(new StoryTimes(Opened, Opened.AddHours(5)), hours).State.ShouldBe(state);

    [Fact]
    public void One_report_and_nothing_more_is_quiet_after_hours()
    {
        var times = new StoryTimes(Opened, Opened);
        StoryStanding
            .Ahead(times, Opened)
            .ShouldBe([
                (StoryState.New, Opened),
                (StoryState.Developing, Opened.AddHours(3)),
                (StoryState.Quiet, Opened.AddHours(6)),
            ]);
    }

    [Fact]
    public void A_story_that_slept_is_woken_for_two_days_while_it_moves()
    {
        var slept = new StorySleep(Opened.AddDays(1), Opened.AddDays(40));
        var moves = new StoryTimes(Opened, Opened.AddDays(41), Slept: slept);

        At(moves, 41 * 24).State.ShouldBe(StoryState.Woken);
        StoryStanding
            .Ahead(moves with { Updated = Opened.AddDays(42).AddHours(-1) }, Opened.AddDays(41.9))
            .Select(one => one.State)
            .ShouldBe([StoryState.Woken, StoryState.Developing, StoryState.Quiet]);
        At(moves, (41 * 24) + 6).State.ShouldBe(StoryState.Quiet);
    }

    [Fact]
    public void What_an_editor_closed_stays_closed_whatever_comes()
    {
        var times = new StoryTimes(Opened, Opened.AddHours(5), Closed: Opened.AddHours(4));

        At(times, 5).ShouldBe(new StoryStanding(StoryState.Closed, null));
        // As it was before.
        At(times, 3.5).State.ShouldBe(StoryState.Developing);
    }

    [Fact]
    public void Each_state_lasts_until_it_says()
    {
        var times = new StoryTimes(Opened, Opened.AddHours(1), Slept: new(Opened.AddDays(-30), Opened.AddHours(-47)));
        for (var minute = 0; minute < 12 * 60; minute++)
        {
            var now = Opened.AddMinutes(minute);
            var standing = StoryStanding.Of(times, now);
            (standing.Until is null || standing.Until > now).ShouldBeTrue();
            if (standing.Until is { } until)
            {
                StoryStanding.Of(times, until.AddTicks(-1)).State.ShouldBe(standing.State);
                StoryStanding.Of(times, until).State.ShouldNotBe(standing.State);
            }
        }
    }

    private static StoryStanding At(StoryTimes times, double hours) => StoryStanding.Of(times, Opened.AddHours(hours));
}
