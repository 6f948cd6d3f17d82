namespace Perennial.Weave.Tests;

public sealed class StoryActTests
{
    private readonly Weaver weaver = new();
    private int minutes;

    [Fact]
    public void An_article_of_a_merged_story_goes_where_the_story_went()
    {
        Remember("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, "s1");
        Remember("b", "Budget passes by two votes", Reports.Budget, "s2");

        weaver.Apply(new StoryAct.Merged("s2", "s1"), byEditor: true);

        weaver.Current("s2").ShouldBe("s1");
        weaver
            .Place(Later("Budget of Vell passes by two votes in Parliament", Reports.Budget[..300]))
            .Story.ShouldBe("s1");
    }

    [Fact]
    public void What_an_editor_put_together_is_never_parted()
    {
        weaver.Apply(new StoryAct.Merged("s2", "s1"), byEditor: true);
        RememberTwoEvents("s1");

        weaver.Revise(() => "new").ShouldBeNull();
    }

    [Fact]
    public void What_was_welded_without_an_editor_is_parted()
    {
        RememberTwoEvents("s1");

        var split = weaver.Revise(() => "new").ShouldNotBeNull().Act.ShouldBeOfType<StoryAct.Split>();

        split.From.ShouldBe("s1");
        split.Into.ShouldBe("new");
        split.Articles.Order(StringComparer.Ordinal).ShouldBe(["budget-1", "budget-2", "budget-3"]);
        weaver.Apply(split, byEditor: false);
        weaver.Place(Later("Court to hear of budget vote in Vell", Reports.Budget[200..])).Story.ShouldBe("new");
    }

    [Fact]
    public void An_article_that_an_editor_moved_stays_where_it_is()
    {
        Remember("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, "s1");
        Remember("b", "Budget passes by two votes", Reports.Budget, "s2");

        weaver.Apply(new StoryAct.Moved("b", "s1"), byEditor: true);
        Remember("c", "Vell budget passes by two votes after night sitting", Reports.Budget[..200], "s1");
        Remember("d", "Ferry Halvarin aground, passengers ashore", Reports.FerryAnew, "s1");

        while (weaver.Revise(() => "new") is { } revision)
        {
            revision.Act.ShouldNotBeOfType<StoryAct.Split>();
            weaver.Apply(revision.Act, byEditor: false);
        }
        weaver.Place(Later("Reprint", Reports.Budget)).Story.ShouldBe("s1");
    }

    [Fact]
    public void Two_tellings_of_one_event_are_merged_and_the_older_id_stays()
    {
        RememberFerryTwice();

        var merge = weaver.Revise(() => "new").ShouldNotBeNull();

        merge.Act.ShouldBe(new StoryAct.Merged("s2", "s1"));
        merge.Because[0].ShouldStartWith("shares ");
        merge.Because[0].ShouldContain("Halvarin");
    }

    [Fact]
    public void Stories_that_an_editor_kept_apart_are_never_merged()
    {
        weaver.Apply(new StoryAct.KeptApart("s2", "s1"), byEditor: true);

        RememberFerryTwice();

        weaver.Revise(() => "new").ShouldBeNull();
    }

    [Fact]
    public void What_is_kept_apart_from_a_story_is_kept_apart_from_what_it_becomes()
    {
        weaver.Apply(new StoryAct.KeptApart("s0", "s2"), byEditor: true);
        weaver.Apply(new StoryAct.Merged("s0", "s1"), byEditor: true);

        RememberFerryTwice();

        weaver.Revise(() => "new").ShouldBeNull();
    }

    [Fact]
    public void A_split_by_an_editor_is_not_merged_again()
    {
        RememberFerryTwice();
        weaver.Apply(new StoryAct.Merged("s2", "s1"), byEditor: false);
        weaver.Apply(new StoryAct.Split("s1", "s3", ["c", "d"]), byEditor: true);

        weaver.Revise(() => "new").ShouldBeNull();
    }

    [Fact]
    public void The_same_acts_give_the_same_weaver()
    {
        var other = new Weaver();
        foreach (var one in new[] { weaver, other })
        {
            minutes = 0;
            one.Remember(Later("Ferry Halvarin runs aground off Tormouth", Reports.Ferry), "s1");
            one.Remember(Later("Budget passes by two votes", Reports.Budget), "s2");
            one.Apply(new StoryAct.Merged("s2", "s1"), byEditor: true);
        }
        minutes = 10;
        var next = Later("All passengers of the Halvarin ashore", Reports.FerryAnew);

        other.Place(next).Similarity.ShouldBe(weaver.Place(next).Similarity);
    }

    [Theory]
    [InlineData("s1", "s2", "s3")]
    [InlineData("s3", "s2", "s1")]
    public void What_is_thought_over_first_does_not_depend_on_the_ids(string ferry, string again, string budget)
    {
        Remember("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, ferry);
        Remember("b", "Halvarin: ferry aground on Skarn reef, tugs wait", Reports.FerryAnew, again);
        Remember("c", "Ferry Halvarin runs aground on reef off Tormouth", Reports.Ferry[40..], again);
        Remember("budget-1", "Budget passes by two votes", Reports.Budget, budget);
        Remember("ferry-1", "Tugs reach the Halvarin on Skarn reef", Reports.Ferry[150..], budget);
        Remember("budget-2", "Vell: two votes carry the budget", Reports.Budget[150..], budget);
        Remember("ferry-2", "Tugs wait for the tide at the Halvarin on Skarn reef", Reports.Ferry[120..], budget);

        weaver.Revise(() => "new").ShouldNotBeNull().Act.ShouldBe(new StoryAct.Merged(again, ferry));
    }

    private void RememberFerryTwice()
    {
        Remember("a", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, "s1");
        Remember("b", "Halvarin: ferry aground on Skarn reef, tugs wait", Reports.FerryAnew, "s1");
        Remember("c", "Tormouth: ferry Halvarin aground on Skarn reef", Reports.FerryAnew[60..], "s2");
        Remember("d", "Ferry Halvarin runs aground on reef off Tormouth", Reports.Ferry[40..], "s2");
    }

    private void RememberTwoEvents(string story)
    {
        Remember("ferry-1", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, story);
        Remember("budget-1", "Budget passes by two votes", Reports.Budget, story);
        Remember("ferry-2", "All passengers of the Halvarin ashore", Reports.FerryAnew, story);
        Remember("budget-2", "Vell: two votes carry the budget", Reports.Budget[150..], story);
        Remember("ferry-3", "Tugs reach the Halvarin on Skarn reef", Reports.Ferry[150..], story);
        Remember("budget-3", "Teachers call the Vell budget thin", Reports.Budget[80..], story);
    }

    private void Remember(string id, string title, string text, string story) =>
        weaver.Remember(Later(title, text) with { Id = id }, story);

    private WovenArticle Later(string title, string text) => Reports.Of($"n{minutes}", title, text, ++minutes);
}
