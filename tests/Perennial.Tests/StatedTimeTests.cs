using CsCheck;

namespace Perennial.Tests;

public sealed class StatedTimeTests
{
    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T09:15:00")]
    [InlineData("2026-11-20T09:15:00+05:30")]
    [InlineData("2026-11-20T09:15:00-09:30")]
    [InlineData("2026-11-20T09:15:00+00:00")]
    public void A_stated_time_is_written_as_it_was_read(string text) =>
        StatedTime.ParseIso(text).ShouldNotBeNull().ToString().ShouldBe(text);

    [Theory]
    [InlineData("2026-11-20T09:15:00.250Z", "2026-11-20T09:15:00+00:00")]
    [InlineData("2026-11-20T09:15Z", "2026-11-20T09:15:00+00:00")]
    [InlineData("2026-11-20T09:15+0200", "2026-11-20T09:15:00+02:00")]
    [InlineData("2026-11-20 09:15:07", "2026-11-20T09:15:07")]
    [InlineData(" 2026-11-20T09:15 ", "2026-11-20T09:15:00")]
    public void Other_ways_to_write_the_same_are_read(string text, string written) =>
        StatedTime.ParseIso(text).ShouldNotBeNull().ToString().ShouldBe(written);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-45")]
    [InlineData("2026-11-20T99:99")]
    [InlineData("2026-11-20T09:15:00+25:00")]
    [InlineData("2026-11-20T09:15:00 GMT")]
    [InlineData("2026-11-20 and later")]
    [InlineData("20/11/2026 09:15")]
    public void What_is_no_time_is_null(string text) => StatedTime.ParseIso(text).ShouldBeNull();

    [Fact]
    public void A_time_without_an_offset_takes_the_one_that_is_assumed()
    {
        var time = StatedTime.ParseIso("2026-11-20T09:15:00").ShouldNotBeNull();

        time.ToInstant().ShouldBe(new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero));
        time.ToInstant(TimeSpan.FromHours(2))
            .UtcDateTime.ShouldBe(new DateTime(2026, 11, 20, 7, 15, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void An_offset_that_is_stated_is_kept_whatever_is_assumed() =>
        StatedTime
            .ParseIso("2026-11-20T09:15:00+05:30")
            .ShouldNotBeNull()
            .ToInstant(TimeSpan.FromHours(-3))
            .Offset.ShouldBe(new TimeSpan(5, 30, 0));

    /// <summary>Pages state the strangest times; none of them may bring anything down.</summary>
    [Fact]
    public void Any_time_can_be_written_read_again_and_placed()
    {
        var times =
            from local in Gen.OneOf(Gen.DateTime, Gen.Const(DateTime.MinValue), Gen.Const(DateTime.MaxValue))
            from minutes in Gen.Int[-14 * 60, 14 * 60].Nullable()
            select new StatedTime(
                new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified),
                minutes is { } m ? TimeSpan.FromMinutes(m) : null,
                HasTime: true
            );
        times.Sample(time =>
        {
            time.ToInstant(TimeSpan.FromHours(3)).UtcTicks.ShouldBeInRange(0, DateTime.MaxValue.Ticks);
            StatedTime.ParseIso(time.ToString()).ShouldBe(time);
        });
    }
}
