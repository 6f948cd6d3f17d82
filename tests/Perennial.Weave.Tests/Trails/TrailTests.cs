using Perennial.Weave.Trails;
using static Perennial.Weave.Tests.Trails.Carried;

namespace Perennial.Weave.Tests.Trails;

public sealed class TrailTests
{
    private const string Garbled =
        "We closed the lower gates at four, and everybody in the valley was told before the water came.";

    [Fact]
    public void A_quotation_in_one_article_is_no_trail() =>
        Trail(By("a1", "Sarn Wire", 0, Said(Dam), Said(Dam))).ShouldBeEmpty();

    [Fact]
    public void Carriers_stand_in_order_of_time_whatever_came_first()
    {
        var trail = Trail(By("a2", "The Valley Post", 30, Said(Dam)), By("a1", "Sarn Wire", 0, Said(Dam)));

        trail.Select(carrier => carrier.Article).ShouldBe(["a1", "a2"]);
        trail.Select(carrier => carrier.Relation).ShouldBe([TrailRelation.Earliest, TrailRelation.Unknown]);
    }

    [Fact]
    public void Garbled_words_are_named_one_by_one()
    {
        var garbled = Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Newsgrind", 30, Said(Garbled)))[1];

        garbled.ComparedWith.ShouldBe("a1-0");
        garbled.Words(TrailRunKind.Dropped, Dam).ShouldBe(["opened", "nobody"]);
        garbled.Words(TrailRunKind.Added, Garbled).ShouldBe(["closed", "everybody"]);
        garbled.Verbatim.ShouldBeFalse();
    }

    [Theory]
    [InlineData("nobody in the valley was told before the water came")]
    [InlineData("We opened the lower gates at four")]
    [InlineData("„We opened the lower gates at four […] before the water came”")]
    [InlineData("We opened the lower gates at four … before the water came.")]
    public void What_was_cut_is_told_from_what_was_changed(string cut)
    {
        var trail = Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "The Valley Post", 30, Said(cut)));

        trail.Count.ShouldBe(2);
        trail[1].Runs.ShouldContain(run => run.Kind == TrailRunKind.Cut);
        trail[1].Runs.ShouldAllBe(run => run.Kind == TrailRunKind.Cut || run.Kind == TrailRunKind.Kept);
        trail[1].Verbatim.ShouldBeTrue();
        trail[0].Verbatim.ShouldBeFalse();
    }

    [Theory]
    [InlineData("“We opened the lower gates at four,” “and nobody in the valley was told before the water came.”")]
    [InlineData(
        "«\u00A0we opened the lower gates at four and nobody in the valley was told before the water came\u00A0»"
    )]
    public void Other_marks_are_no_other_words(string marked)
    {
        var trail = Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "The Valley Post", 30, Said(marked)));

        trail[1].Runs.ShouldHaveSingleItem().Kind.ShouldBe(TrailRunKind.Kept);
        trail.ShouldAllBe(carrier => carrier.Verbatim);
    }

    [Fact]
    public void The_end_of_a_long_quotation_is_found_although_its_beginning_sounds_alike()
    {
        const string all =
            "A wet slope does not mind being walked on. What it minds is being dug. If the stakes are dry, dig slowly. If the stakes are wet, run for the road.";
        const string end = "If the stakes are wet, walk for the road.";
        var last = Trail(By("a1", "Sarn Wire", 0, Said(all)), By("a2", "Newsgrind", 30, Said(end)))[1];

        last.Words(TrailRunKind.Dropped, all).ShouldBe(["run"]);
        last.Words(TrailRunKind.Added, end).ShouldBe(["walk"]);
        last.Words(TrailRunKind.Cut, all).ShouldHaveSingleItem().ShouldEndWith("dig slowly");
    }

    [Theory]
    [InlineData("Ilse Brandt", "Brandt", false)]
    [InlineData("Ilse Brandt", "Dr Brandt", false)]
    [InlineData("Ilse Brandt", null, false)]
    [InlineData("Ilse Rosselló", "Ilse Rossello", false)]
    [InlineData("Ilse Brandt", "Tomas Rehn", true)]
    public void Another_speaker_is_seen_and_another_form_of_a_name_is_none(string before, string? after, bool other)
    {
        var trail = Trail(By("a1", "Sarn Wire", 0, Said(Dam, before)), By("a2", "Newsgrind", 30, Said(Dam, after)));

        trail[1].OtherSpeaker.ShouldBe(other);
    }

    [Fact]
    public void An_office_that_one_outlet_names_and_another_does_not_is_no_other_speaker()
    {
        var office = Said(Dam, "the dam authority") with { SpeakerIsSure = false };
        Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Newsgrind", 30, office))[1].OtherSpeaker.ShouldBeFalse();
    }

    [Fact]
    public void A_phrase_that_two_people_use_joins_nobody()
    {
        Trail(
                By("a1", "Sarn Wire", 0, Said("We will not rest until this is over", "Ilse Brandt")),
                By("a2", "Newsgrind", 30, Said("We will not rest until the last child is home", "Tomas Rehn"))
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_short_phrase_of_one_person_said_again_another_week_is_another_quotation()
    {
        const string phrase = "The valley will be rebuilt";
        Trail(By("a1", "Sarn Wire", 0, Said(phrase)), By("a2", "Newsgrind", 60 * 24 * 7, Said(phrase))).ShouldBeEmpty();
        Trail(By("a1", "Sarn Wire", 0, Said(phrase)), By("a2", "Newsgrind", 60, Said(phrase))).Count.ShouldBe(2);
    }

    [Fact]
    public void What_two_offices_say_of_two_misfortunes_is_no_trail()
    {
        Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Newsgrind", 60 * 24 * 12, Said(Dam, "Tomas Rehn")))
            .ShouldBeEmpty();
        Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Newsgrind", 60 * 24 * 12, Said(Dam))).Count.ShouldBe(2);
    }

    [Fact]
    public void A_fuller_quotation_makes_one_trail_of_two_of_its_parts()
    {
        var keeper = Keeper();
        const string first = "We opened the lower gates at four";
        const string second = "nobody in the valley was told before the water came";
        keeper.Take(By("a1", "Sarn Wire", 0, Said(first)));
        keeper.Take(By("a2", "The Valley Post", 10, Said(first))).ShouldHaveSingleItem().Id.ShouldBe("t1");
        keeper.Take(By("a3", "Radio Sarn", 20, Said(second)));
        keeper.Take(By("a4", "Newsgrind", 30, Said(second))).ShouldHaveSingleItem().Id.ShouldBe("t2");

        var made = keeper.Take(By("a5", "The Ridge", 40, Said(Dam)));

        made.Select(trail => (trail.Id, trail.Carriers.Count)).ShouldBe([("t1", 5), ("t2", 0)]);
    }

    [Fact]
    public void A_later_version_of_an_article_takes_the_place_of_the_first()
    {
        var keeper = Keeper();
        Trail(keeper, By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Newsgrind", 30, Said(Garbled))).Count.ShouldBe(2);

        var mended = keeper.Take(By("a2", "Newsgrind", 30, Said(Dam))).ShouldHaveSingleItem();
        mended.Id.ShouldBe("t1");
        mended.Carriers[1].Runs.ShouldHaveSingleItem().Kind.ShouldBe(TrailRunKind.Kept);
        keeper.Take(By("a2", "Newsgrind", 30, Said(Dam))).ShouldBeEmpty();
        keeper.Take(By("a2", "Newsgrind", 30)).ShouldHaveSingleItem().Carriers.ShouldBeEmpty();
    }

    [Fact]
    public void A_page_that_is_gone_carries_nothing()
    {
        var keeper = Keeper();
        Trail(
            keeper,
            By("a1", "Sarn Wire", 0, Said(Dam)),
            By("a2", "The Ridge", 5, Said(Dam)),
            By("a3", "Newsgrind", 30, Said(Dam))
        );

        keeper.Lose("a1").ShouldHaveSingleItem().Carriers.Select(carrier => carrier.Article).ShouldBe(["a2", "a3"]);
    }

    [Fact]
    public void What_is_remembered_goes_on_as_if_nothing_had_happened()
    {
        var before = Keeper();
        CarryingArticle[] articles = [By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Newsgrind", 30, Said(Garbled))];
        var known = articles.SelectMany(article => before.Take(article)).ToList().ShouldHaveSingleItem();
        var after = Keeper();
        foreach (var article in articles)
        {
            after.Remember(article, echo: null);
        }
        after.Remember(known);

        after.Take(articles[1]).ShouldBeEmpty();
        var next = By("a3", "The Ridge", 40, Said(Dam));
        after.Take(next).Single().ShouldBeEquivalentTo(before.Take(next).Single());
    }

    [Fact]
    public void Three_hundred_reprints_cost_no_more_than_the_first_forty()
    {
        var keeper = Keeper();
        var last = Enumerable
            .Range(1, 300)
            .SelectMany(i => keeper.Take(By($"a{i}", $"Outlet {i}", i, Said(Dam))))
            .Last();

        last.Carriers.Count.ShouldBe(40);
        last.Carriers[0].Article.ShouldBe("a1");
    }

    [Fact]
    public void Words_without_end_are_compared_as_far_as_a_speech_goes()
    {
        var endless = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"word{i}"));
        Trail(By("a1", "Sarn Wire", 0, Said(endless)), By("a2", "Newsgrind", 30, Said(endless))).Count.ShouldBe(2);
    }
}
