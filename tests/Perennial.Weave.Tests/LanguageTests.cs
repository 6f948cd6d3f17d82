namespace Perennial.Weave.Tests;

/// <summary>Stories are told per language.</summary>
public sealed class LanguageTests
{
    private readonly Weaver weaver = new();

    [Fact]
    public void The_same_report_in_another_language_is_a_story_of_its_own()
    {
        weaver.Remember(Ferry("a", "en", 0), "ferry");

        weaver.Place(Ferry("b", "fr", 30, Reports.FerryAnew)).Opens.ShouldBeTrue();
        weaver.Place(Ferry("c", "en", 30, Reports.FerryAnew)).Story.ShouldBe("ferry");
    }

    [Fact]
    public void English_of_two_countries_is_one_language()
    {
        weaver.Remember(Ferry("a", "en-GB", 0), "ferry");

        weaver.Place(Ferry("b", "en_US", 30, Reports.FerryAnew)).Story.ShouldBe("ferry");
    }

    [Fact]
    public void A_story_whose_language_nobody_knew_has_that_of_the_next_report()
    {
        weaver.Remember(Ferry("a", null, 0), "ferry");
        weaver.Place(Ferry("b", "fr", 30, Reports.FerryAnew)).Story.ShouldBe("ferry");
        weaver.Remember(Ferry("c", "en", 30), "ferry");

        weaver.Place(Ferry("d", "fr", 40, Reports.FerryAnew)).Story.ShouldNotBe("ferry");
        weaver.Place(Ferry("e", null, 40, Reports.FerryAnew)).Story.ShouldBe("ferry");
    }

    private static WovenArticle Ferry(string id, string? language, int minutes, string text = Reports.Ferry) =>
        Reports.Of(id, "Ferry Halvarin aground on Skarn reef off Tormouth", text, minutes, language);
}
