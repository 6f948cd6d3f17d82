using static Perennial.Weave.Tests.Trails.Carried;

namespace Perennial.Weave.Tests.Trails;

public sealed class OriginTests
{
    [Fact]
    public void Fourteen_reprints_of_one_wire_are_one_origin()
    {
        var keeper = Keeper();
        keeper.Take(By("a0", "Sarn Wire", 0, Said(Dam)));
        IReadOnlyList<TrailCarrier> trail = [];
        for (var i = 1; i <= 14; i++)
        {
            keeper.Take(By($"a{i}", $"Outlet {i}", i, Said(Dam)));
            trail = keeper.Repeats($"a{i}", "a0", EchoRelation.Copy).Single().Carriers;
        }

        trail.Count.ShouldBe(15);
        trail.ShouldAllBe(carrier => carrier.Origin == 1 && !carrier.Verbatim);
        trail.Skip(1).ShouldAllBe(carrier => carrier.Relation == TrailRelation.Echo && carrier.From == "a0-0");
    }

    [Fact]
    public void Two_outlets_that_were_told_the_same_words_make_them_verbatim()
    {
        var told = Said(Dam) with { Told = "reporters" };
        var trail = Trail(By("a1", "Sarn Wire", 0, told), By("a2", "Radio Sarn", 5, told));

        trail.Select(carrier => carrier.Origin).ShouldBe([1, 2]);
        trail.ShouldAllBe(carrier => carrier.Verbatim && carrier.Relation == TrailRelation.Told);
    }

    [Fact]
    public void What_they_have_alike_is_named_where_not_all_is()
    {
        const string other = "We opened the lower gates at four, and the people downstream were not warned.";
        var trail = Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Radio Sarn", 5, Said(other)));

        trail.ShouldAllBe(carrier => !carrier.Verbatim);
        trail[1].Agreed.Select(run => other[run[0]..run[1]]).ShouldBe(["We opened the lower gates at four, and"]);
    }

    [Fact]
    public void A_translation_confirms_nothing()
    {
        var translated = Said(Dam) with { Translated = true };
        Trail(By("a1", "Sarn Wire", 0, translated), By("a2", "Radio Sarn", 5, Said(Dam)))
            .ShouldAllBe(carrier => !carrier.Verbatim && carrier.Agreed.Count == 0);
    }

    [Fact]
    public void The_same_words_from_another_mouth_confirm_nothing() =>
        Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Radio Sarn", 5, Said(Dam, "Tomas Rehn")))
            .ShouldAllBe(carrier => !carrier.Verbatim);

    [Theory]
    [InlineData("Radio Sarn")]
    [InlineData("the Radio Sarn news desk")]
    [InlineData("Radio")]
    public void An_outlet_that_the_text_names_is_where_it_has_the_words_from(string name)
    {
        var trail = Trail(
            By("a1", "Radio Sarn", 0, Said(Dam) with { Told = "Radio Sarn" }),
            By("a2", "Newsgrind", 30, Said(Dam) with { Via = name, ViaIsSure = false })
        );

        trail[1].Relation.ShouldBe(TrailRelation.ByWayOf);
        trail[1].From.ShouldBe("a1-0");
        trail[1].Sure.ShouldBeFalse();
        trail.ShouldAllBe(carrier => carrier.Origin == 1);
    }

    [Fact]
    public void What_another_outlet_was_told_is_by_way_of_it()
    {
        var told = Said(Dam) with { Told = "Radio Sarn" };
        var trail = Trail(By("a1", "Radio Sarn", 0, told), By("a2", "Newsgrind", 30, told));

        trail.Select(carrier => carrier.Relation).ShouldBe([TrailRelation.Told, TrailRelation.ByWayOf]);
        trail[1].From.ShouldBe("a1-0");
    }

    [Fact]
    public void A_named_outlet_that_was_not_seen_is_a_gap_and_one_origin_for_all_that_name_it()
    {
        var via = Said(Dam) with { Via = "Nord News" };
        var trail = Trail(
            By("a1", "Sarn Wire", 0, Said(Dam)),
            By("a2", "Newsgrind", 30, via),
            By("a3", "The Ridge", 40, via)
        );

        trail
            .Skip(1)
            .ShouldAllBe(carrier =>
                carrier.Relation == TrailRelation.ByWayOf && carrier.By == "Nord News" && carrier.From == null
            );
        trail.Select(carrier => carrier.Origin).ShouldBe([1, 2, 2]);
    }

    [Fact]
    public void A_partner_without_a_name_is_a_gap_and_no_origin()
    {
        var partner = Said(Dam) with { FromUnnamed = true };
        var trail = Trail(By("a1", "Sarn Wire", 0, Said(Dam)), By("a2", "Newsgrind", 30, partner));

        trail[1].Relation.ShouldBe(TrailRelation.Unnamed);
        trail.Select(carrier => carrier.Origin).ShouldBe([1, null]);
        trail.ShouldAllBe(carrier => !carrier.Verbatim);
    }

    [Fact]
    public void A_credit_to_an_agency_folds_with_the_agency()
    {
        var credited = By("a2", "The Ridge", 30, Said(Dam)) with { Agencies = ["Sarn"] };
        var trail = Trail(By("a1", "Sarn Wire", 0, Said(Dam)), credited);

        trail[1].Relation.ShouldBe(TrailRelation.Agency);
        trail.ShouldAllBe(carrier => carrier.Origin == 1);
    }

    [Fact]
    public void One_outlet_is_one_origin_however_often_it_reports() =>
        Trail(By("a1", "Radio Sarn", 0, Said(Dam)), By("a2", "Radio Sarn", 30, Said(Dam)))
            .ShouldAllBe(carrier => carrier.Origin == 1 && !carrier.Verbatim);
}
