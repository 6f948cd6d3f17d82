namespace Perennial.Weave.Tests;

public sealed class EchoTests
{
    private const string Quotation =
        "“Nobody should take a ship of that length through the eastern channel in a gale, and I have said so for ten years,”";

    private readonly Weaving weaving = new();

    public EchoTests() =>
        weaving.Place(Reports.Of("wire", "Ferry Halvarin runs aground off Tormouth", Reports.Ferry, 0));

    [Fact]
    public void A_reprint_under_another_headline_is_a_copy_of_the_wire()
    {
        var reprint = weaving.Place(Reports.Of("paper", "Hundreds saved from stranded ferry", Reports.Ferry, 20));

        reprint.Echo.ShouldNotBeNull();
        reprint.Echo.Of.ShouldBe("wire");
        reprint.Echo.Relation.ShouldBe(EchoRelation.Copy);
        reprint.Echo.Similarity.ShouldBe(1);
        reprint.Because.ShouldBe(["repeats wire"]);
    }

    [Fact]
    public void A_reprint_that_is_cut_short_is_a_copy()
    {
        var cut = Reports.Ferry[..(Reports.Ferry.Length / 2)];

        weaving.Place(Reports.Of("paper", "Ferry aground", cut, 20)).Echo?.Relation.ShouldBe(EchoRelation.Copy);
    }

    [Fact]
    public void A_reprint_with_a_local_insert_is_a_copy()
    {
        var local = Reports.Ferry + "\nAmong those on board were two pupils of the school of Lower Brannick.";

        var reprint = weaving.Place(Reports.Of("paper", "Brannick pupils on stranded ferry", local, 20));

        reprint.Echo.ShouldNotBeNull();
        reprint.Echo.Relation.ShouldBe(EchoRelation.Copy);
    }

    [Fact]
    public void A_copy_of_a_copy_leads_to_the_earliest()
    {
        weaving.Place(Reports.Of("paper", "Hundreds saved from stranded ferry", Reports.Ferry, 20));

        var third = weaving.Place(Reports.Of("portal", "Ferry drama", Reports.Ferry, 40));

        third.Echo.ShouldNotBeNull();
        third.Echo.Of.ShouldBe("wire");
    }

    [Fact]
    public void A_report_of_its_own_is_no_echo()
    {
        weaving.Place(Reports.Of("other", "All passengers ashore", Reports.FerryAnew, 20)).Echo.ShouldBeNull();
    }

    [Fact]
    public void Two_reports_that_share_a_long_quotation_have_not_copied_each_other()
    {
        weaving.Place(
            Reports.Of("radio", "Pilot warned of channel", Reports.FerryAnew + $"\n{Quotation} the pilot said.", 20)
        );

        var other = weaving.Place(
            Reports.Of("gazette", "Budget night", Reports.Budget + $"\n{Quotation} a pilot had told the committee.", 60)
        );

        other.Echo.ShouldBeNull();
        other.Quotations.ShouldHaveSingleItem().Of.ShouldBe("radio");
    }

    [Fact]
    public void A_text_that_carries_a_long_passage_of_another_is_an_excerpt()
    {
        var own = string.Join(' ', Enumerable.Range(0, 400).Select(n => $"harbour{n} chronicle{n}"));

        var carrier = weaving.Place(Reports.Of("essay", "On channels", own + "\n" + Reports.Ferry, 60));

        carrier.Echo.ShouldNotBeNull();
        carrier.Echo.Relation.ShouldBe(EchoRelation.Excerpt);
        carrier.Echo.Of.ShouldBe("wire");
    }

    [Fact]
    public void A_long_report_that_takes_in_an_early_flash_is_no_copy_of_it()
    {
        const string flash =
            "The museum of Vell opens its new wing on Friday, the director said, after nine years of building.";
        weaving.Place(Reports.Of("flash", "Museum wing opens Friday", flash, 20));

        var whole = weaving.Place(
            Reports.Of("gazette", "Museum of Vell opens wing", flash + "\n" + Reports.Budget, 60)
        );

        whole.Echo.ShouldBeNull();
    }

    [Theory]
    [InlineData("Tormouth Mail", null)]
    [InlineData("Orsund Post", EchoRelation.Rewrite)]
    public void An_outlet_that_carries_its_own_background_forward_echoes_nobody(string outlet, EchoRelation? relation)
    {
        const string background =
            "People who live along the front were asked to stay away from the breakwater until the wind drops.";
        const string first =
            "The museum of Vell opens its new wing on Friday after nine years of building, its director said in the hall.";
        const string second =
            "Teachers in Vell go back to work on Monday since the unions took the thin compromise on meals.";
        weaving.Place(
            Reports.Of("first", "Museum wing", $"{first}\n{background}", 20) with
            {
                Source = "Tormouth Mail",
            }
        );

        var next = weaving.Place(Reports.Of("next", "Schools", $"{second}\n{background}", 60) with { Source = outlet });

        next.Echo?.Relation.ShouldBe(relation!.Value);
        (next.Echo is null).ShouldBe(relation is null);
    }
}
