namespace Perennial.Tests;

public sealed class StatedTimeTests
{
    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T09:15:00")]
    [InlineData("2026-11-20T09:15:00+05:30")]
    [InlineData("2026-11-20T09:15:00+00:00")]
    public void A_stated_time_is_written_as_it_was_read(string text) =>
        StatedTime.ParseIso(text).ShouldNotBeNull().ToString().ShouldBe(text);

    [Fact]
    public void Zulu_time_has_the_offset_zero() =>
        StatedTime
            .ParseIso("2026-11-20T09:15:00.250Z")
            .ShouldNotBeNull()
            .ToString()
            .ShouldBe("2026-11-20T09:15:00+00:00");

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-45")]
    [InlineData("2026-11-20T99:99")]
    public void What_is_no_time_is_null(string text) => StatedTime.ParseIso(text).ShouldBeNull();
}
