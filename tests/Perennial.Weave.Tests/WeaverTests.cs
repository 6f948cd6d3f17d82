namespace Perennial.Weave.Tests;

public sealed class WeaverTests
{
    private readonly Weaving weaving = new();

    [Fact]
    public void The_first_article_opens_a_story()
    {
        var first = weaving.Place(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0));

        first.Story.ShouldBe("s1");
        first.Because.ShouldBe(["nothing like it was seen before"]);
    }

    [Fact]
    public void A_report_of_the_same_event_joins_its_story_and_says_why()
    {
        Warm();
        weaving.Place(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0));

        var next = weaving.Place(Reports.Of("b", "All passengers of the Halvarin ashore", Reports.FerryAnew, 90));

        next.Story.ShouldBe(StoryOf("a"));
        next.Echo.ShouldBeNull();
        next.Because[0].ShouldStartWith("shares ");
        next.Because[0].ShouldContain("Halvarin");
        next.Because[^1].ShouldBe("2 h later");
    }

    [Fact]
    public void Another_event_opens_another_story()
    {
        weaving.Place(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0));

        var other = weaving.Place(Reports.Of("b", "Budget passes by two votes", Reports.Budget, 30));

        other.Story.ShouldBe("s2");
    }

    [Fact]
    public void A_story_of_another_language_is_not_joined()
    {
        weaving.Place(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0));

        var other = weaving.Place(
            Reports.Of("b", "Halvarin: le ferry Halvarin échoué à Tormouth", Reports.FerryAnew, 30, "fr")
        );

        other.Story.ShouldNotBe(StoryOf("a"));
    }

    [Fact]
    public void A_story_that_slept_for_a_month_is_not_joined_by_wording_alone()
    {
        weaving.Place(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0));

        var late = weaving.Place(Reports.Of("b", "All passengers of the Halvarin ashore", Reports.FerryAnew, 45_000));

        late.Story.ShouldNotBe(StoryOf("a"));
    }

    [Fact]
    public void A_round_up_belongs_to_no_story()
    {
        weaving.Place(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0));

        var briefing = weaving.Place(
            Reports.Of("b", "Morning briefing: ferry aground, budget passed", Reports.Ferry + Reports.Budget, 60)
        );

        briefing.Story.ShouldBeNull();
        briefing.Because.ShouldBe(["a round-up, which belongs to no story"]);
    }

    [Fact]
    public void The_same_stream_gives_the_same_stories()
    {
        var again = new Weaving();
        WovenArticle[] stream =
        [
            Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0),
            Reports.Of("b", "Budget passes by two votes", Reports.Budget, 30),
            Reports.Of("c", "All passengers of the Halvarin ashore", Reports.FerryAnew, 90),
        ];

        var once = stream.Select(weaving.Place).Select(step => (step.Story, string.Join(';', step.Because))).ToList();
        var twice = stream.Select(again.Place).Select(step => (step.Story, string.Join(';', step.Because))).ToList();

        twice.ShouldBe(once);
    }

    [Fact]
    public void A_weaver_that_remembers_goes_on_where_another_stopped()
    {
        var before = new Weaver();
        var ferry = Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0);
        var budget = Reports.Of("b", "Budget passes by two votes", Reports.Budget, 30);
        before.Remember(ferry, "s-ferry");
        before.Remember(budget, "s-budget");
        var after = new Weaver();
        after.Remember(ferry, "s-ferry");
        after.Remember(budget, "s-budget");

        var next = Reports.Of("c", "All passengers of the Halvarin ashore", Reports.FerryAnew, 90);

        after.Place(next).Story.ShouldBe("s-ferry");
        after.Place(next).Because.ShouldBe(before.Place(next).Because);
    }

    [Fact]
    public void Looking_where_an_article_belongs_changes_nothing()
    {
        var weaver = new Weaver();
        weaver.Remember(Reports.Of("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0), "s-ferry");
        var next = Reports.Of("c", "All passengers of the Halvarin ashore", Reports.FerryAnew, 90);

        var first = weaver.Place(next);
        var second = weaver.Place(next);

        second.Similarity.ShouldBe(first.Similarity);
        second.Echo.ShouldBe(first.Echo);
    }

    // A weaver that has seen one article finds every word equally rare.
    private void Warm()
    {
        weaving.Place(Reports.Of("w", "Budget passes by two votes", Reports.Budget, -60));
    }

    private string? StoryOf(string article) => weaving.Finals().Single(final => final.Article == article).Story;
}
