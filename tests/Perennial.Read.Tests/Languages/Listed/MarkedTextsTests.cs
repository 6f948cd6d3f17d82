namespace Perennial.Read.Tests.Languages.Listed;

/// <summary>
/// What is read of our own texts in German, French and Spanish stays above these floors. Rules are mended on <c>train</c>; of
/// <c>test</c> only the figures are looked at.
/// </summary>
public sealed class MarkedTextsTests
{
    [Theory]
    [InlineData("de", "train", 0.97)]
    [InlineData("de", "test", 0.86)]
    [InlineData("fr", "train", 0.96)]
    [InlineData("fr", "test", 0.90)]
    [InlineData("es", "train", 0.96)]
    [InlineData("es", "test", 0.90)]
    public void Statements_are_found(string language, string part, double floor)
    {
        var tally = Tally.Of(MarkedText.Of(language, part));

        tally.MatchF1.ShouldBeGreaterThanOrEqualTo(floor);
        tally["direct"].ShouldBeGreaterThanOrEqualTo(0.85);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    public void Cues_sources_roles_and_stances_are_told(string language)
    {
        var tally = Tally.Of(MarkedText.Of(language, "test"));

        tally["cue"].ShouldBeGreaterThanOrEqualTo(0.95);
        tally["source"].ShouldBeGreaterThanOrEqualTo(0.93);
        tally["role"].ShouldBeGreaterThanOrEqualTo(0.95);
        tally["stance"].ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    public void Whoever_is_shown_as_sure_is_right(string language)
    {
        var tally = Tally.Of(MarkedText.Of(language, "test"));

        tally["shown"].ShouldBe(1);
        tally["name"].ShouldBeGreaterThanOrEqualTo(0.92);
    }

    [Theory]
    [InlineData("de", 0.8)]
    [InlineData("fr", 0.95)]
    [InlineData("es", 0.95)]
    public void Moments_are_found_with_their_days(string language, double floor)
    {
        var tally = Tally.Of(MarkedText.Of(language, "test"));

        tally["moments"].ShouldBeGreaterThanOrEqualTo(floor);
        tally["moments found"].ShouldBeGreaterThanOrEqualTo(0.93);
    }
}
