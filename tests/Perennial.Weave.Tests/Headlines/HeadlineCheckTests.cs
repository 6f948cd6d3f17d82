using Perennial.Weave.Headlines;

namespace Perennial.Weave.Tests.Headlines;

public sealed class HeadlineCheckTests
{
    private const string Text =
        "The gates of the Sarn dam were opened at four, mayor Ivo Tal said on Wednesday. “Nobody in the valley was told,” he said. "
        + "Fourteen people were taken to hospital.\n\nThe water warned nobody, and it reached Velta Bridge by six.";

    [Fact]
    public void Each_claim_leads_to_the_passage_that_carries_it()
    {
        var check = Check("‘Nobody in the valley was told’: Ivo Tal on 14 hurt at Sarn dam");

        check.IsCarried.ShouldBeTrue();
        check.MayBeProposed.ShouldBeTrue();
        Passage(check, ClaimKind.Quotation).ShouldBe("“Nobody in the valley was told,”");
        Passage(check, ClaimKind.Figure).ShouldBe("Fourteen people were taken to hospital.");
        check
            .Claims.Where(claim => claim.Kind == ClaimKind.Name)
            .Select(claim => claim.Text)
            .ShouldBe(["Ivo Tal", "Sarn"]);
    }

    [Theory]
    [InlineData("Mayor: ‘Everybody in the valley was told’")]
    [InlineData("Sarn dam ‘was opened at four’, mayor says")]
    [InlineData("“The water warned nobody”, says Ivo Tal")]
    public void A_quotation_that_nobody_is_quoted_with_is_never_proposed(string headline)
    {
        var check = Check(headline);

        check.MayBeProposed.ShouldBeFalse();
        check.IsCarried.ShouldBeFalse();
        check.Claims.First(claim => claim.Kind == ClaimKind.Quotation).Passages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mira Holt opens gates of Sarn dam", ClaimKind.Name, "Mira Holt")]
    [InlineData("Gates of Sarn dam opened, 15 hurt", ClaimKind.Figure, "15")]
    public void A_name_or_figure_of_which_nothing_below_speaks_is_not_carried(
        string headline,
        ClaimKind kind,
        string text
    )
    {
        var check = Check(headline);

        check.IsCarried.ShouldBeFalse();
        check.MayBeProposed.ShouldBeTrue();
        check.Claims.Single(claim => claim.Kind == kind && claim.Text == text).Passages.ShouldBeEmpty();
    }

    [Fact]
    public void What_happened_is_found_in_another_tense_and_its_best_passage_comes_first()
    {
        var check = Check("Water warns nobody and reaches Velta Bridge");

        var reaches = check.Claims.Single(claim => claim.Text == "reaches");
        reaches.Kind.ShouldBe(ClaimKind.Words);
        reaches.Passages[0].Text.ShouldBe("The water warned nobody, and it reached Velta Bridge by six.");
        Text[reaches.Passages[0].Start..reaches.Passages[0].End].ShouldBe(reaches.Passages[0].Text);
        Check("Gates of Sarn dam explode").Claims.Single(claim => claim.Text == "explode").Passages.ShouldBeEmpty();
    }

    [Fact]
    public void An_apostrophe_quotes_nobody() =>
        Check("Sarn's mayor: it wasn't the valley's dam")
            .Claims.ShouldNotContain(claim => claim.Kind == ClaimKind.Quotation);

    [Fact]
    public void In_a_headline_of_capitals_no_capital_is_a_name() =>
        Check("Gates Of Sarn Dam Opened At Four, Mayor Says")
            .Claims.ShouldNotContain(claim => claim.Kind == ClaimKind.Name);

    [Theory]
    [InlineData("")]
    [InlineData("‘")]
    [InlineData("“”")]
    [InlineData("?!")]
    public void A_headline_of_nothing_claims_nothing(string headline) => Check(headline).Claims.ShouldBeEmpty();

    private static CheckedHeadline Check(string headline) =>
        HeadlineCheck.Of(
            headline,
            [
                (
                    "a1",
                    new Article
                    {
                        Text = Text,
                        Statements =
                        [
                            Said("were opened at four", StatementKind.Indirect),
                            Said("“Nobody in the valley was told,”", StatementKind.Direct),
                        ],
                        Figures = [Fourteen],
                    }
                ),
            ]
        );

    private static Figure Fourteen =>
        new()
        {
            Start = Text.IndexOf("Fourteen", StringComparison.Ordinal),
            End = Text.IndexOf("Fourteen", StringComparison.Ordinal) + 15,
            Text = "Fourteen people",
            Value = 14,
            Unit = "people",
        };

    private static string Passage(CheckedHeadline check, ClaimKind kind) =>
        check.Claims.Single(claim => claim.Kind == kind).Passages[0].Text;

    private static Statement Said(string words, StatementKind kind) =>
        new()
        {
            Kind = kind,
            Start = Text.IndexOf(words, StringComparison.Ordinal),
            End = Text.IndexOf(words, StringComparison.Ordinal) + words.Length,
            Text = words,
        };
}
