namespace Perennial.Weave.Tests;

public sealed class TouchingTests
{
    private readonly Weaver weaver = new();

    public TouchingTests()
    {
        weaver.Remember(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0), "ferry");
        weaver.Remember(Reports.Of("b", "Budget passes by two votes", Reports.Budget, 10), "budget");
    }

    [Fact]
    public void A_round_up_touches_stories_and_is_in_none()
    {
        var roundup = weaver.Place(Reports.Of("c", "Morning briefing: ferry and budget", TwoEvents, 60));

        roundup.Story.ShouldBeNull();
        roundup.Opens.ShouldBeFalse();
        roundup.AlsoIn.Order(StringComparer.Ordinal).ShouldBe(["budget", "ferry"]);
    }

    [Fact]
    public void A_live_blog_belongs_to_a_story_and_touches_others()
    {
        var live = weaver.Place(Live("Ferry Halvarin aground off Tormouth: live updates"));

        live.Story.ShouldBe("ferry");
        live.AlsoIn.ShouldBe(["budget"]);
    }

    [Fact]
    public void A_live_blog_welds_nothing()
    {
        weaver.Remember(Live("Ferry Halvarin aground off Tormouth: live updates"), "ferry");

        weaver
            .Place(Reports.Of("d", "Vell: two votes carry the budget", Reports.Budget[150..], 70))
            .Story.ShouldBe("budget");
    }

    [Theory]
    [InlineData("Your horoscope for Friday")]
    [InlineData("In pictures: carnival in Orsund")]
    [InlineData("Premier League results and fixtures")]
    [InlineData("Weekly round-up: what happened in Vell")]
    [InlineData("Revue de presse")]
    public void What_belongs_to_no_story_is_known_by_its_headline(string title)
    {
        weaver.Place(Reports.Of("d", title, Reports.Ferry[50..], 70)).Opens.ShouldBeFalse();
    }

    [Fact]
    public void A_saga_that_slept_for_months_wakes_by_its_people_and_places()
    {
        var saga = new Weaver();
        for (var i = 0; i < 5; i++)
        {
            saga.Remember(
                Reports.Of(
                    $"s{i}",
                    "Customs search offices of shipping line",
                    $"Officers led by Ilva Terrance searched the Orsund offices of the shipowner Marek Dolvin on day {i}. In Brannick, papers of the Dolvin family were taken away, said Terrance.",
                    i * 600
                ),
                "saga"
            );
        }
        saga.Remember(Reports.Of("x", "Budget passes by two votes", Reports.Budget, 60 * 24 * 100), "other");

        var woken = saga.Place(
            Reports.Of(
                "y",
                "Verdict expected after lunch",
                "The judge in Brannick hears the last plea today. Neither Marek Dolvin nor his sister came from Orsund; it was Ilva Terrance who read the charges.",
                60 * 24 * 101
            )
        );

        woken.Story.ShouldBe("saga");
        woken.Because[^1].ShouldStartWith("wakes after ");
    }

    [Fact]
    public void A_sleeping_saga_is_not_woken_by_one_name()
    {
        var saga = new Weaver();
        saga.Remember(
            Reports.Of(
                "s",
                "Dolvin searched",
                "In Orsund the offices of Marek Dolvin were searched by Ilva Terrance.",
                0
            ),
            "saga"
        );
        saga.Remember(Reports.Of("x", "Budget passes by two votes", Reports.Budget, 60 * 24 * 100), "other");

        saga.Place(
                Reports.Of(
                    "y",
                    "Dolvin opens gallery",
                    "The painter Anna Dolvin opens a gallery in Tormouth.",
                    60 * 24 * 101
                )
            )
            .Opens.ShouldBeTrue();
    }

    private static string TwoEvents =>
        Reports.Ferry.ReplaceLineEndings(" ") + "\n" + Reports.Budget.ReplaceLineEndings(" ");

    private static WovenArticle Live(string title) =>
        Reports.Of(
            "c",
            title,
            Reports.FerryAnew.ReplaceLineEndings(" ") + "\n" + Reports.Budget.ReplaceLineEndings(" ")[60..],
            60
        ) with
        {
            IsLive = true,
        };
}
