namespace Perennial.Read.Tests.Languages.English;

public class IndirectSpeechTests
{
    [Theory]
    [InlineData("Mara Lindqvist said that the bridge was closed.", "Mara Lindqvist", "that the bridge was closed")]
    [InlineData("Mara Lindqvist said the bridge was closed.", "Mara Lindqvist", "the bridge was closed")]
    [InlineData("The bridge was closed, Mara Lindqvist said.", "Mara Lindqvist", "The bridge was closed")]
    [InlineData("The bridge was closed, according to Mara Lindqvist.", "Mara Lindqvist", "The bridge was closed")]
    [InlineData("According to Mara Lindqvist, the bridge was closed.", "Mara Lindqvist", "the bridge was closed")]
    [InlineData("As Mara Lindqvist said, the bridge was closed.", "Mara Lindqvist", "the bridge was closed")]
    [InlineData("The bridge was closed, said an engineer who asked not to be named.", null, "The bridge was closed")]
    [InlineData(
        "Mara Lindqvist said on Monday that the bridge was closed.",
        "Mara Lindqvist",
        "that the bridge was closed"
    )]
    [InlineData("Mara Lindqvist wants to close the bridge.", "Mara Lindqvist", "to close the bridge")]
    [InlineData("Mara Lindqvist supports the new bridge.", "Mara Lindqvist", "the new bridge")]
    [InlineData("Mara Lindqvist called for a new bridge.", "Mara Lindqvist", "a new bridge")]
    [InlineData("A report found that the bridge was unsafe.", "report", "that the bridge was unsafe")]
    [InlineData("Mara Lindqvist asked whether the bridge was safe.", "Mara Lindqvist", "whether the bridge was safe")]
    public void A_clause_at_a_cue_is_a_statement(string text, string? name, string content)
    {
        var statement = Reading.OnlyStatement(text);

        statement.Kind.ShouldBe(StatementKind.Indirect);
        statement.Text.ShouldBe(content);
        statement.Speaker!.Name.ShouldBe(name);
        text.Substring(statement.Start!.Value, statement.End!.Value - statement.Start.Value).ShouldBe(content);
    }

    [Fact]
    public void A_parenthesis_leaves_two_pieces()
    {
        var statement = Reading.OnlyStatement("The bridge, Mara Lindqvist said, was never safe.");

        statement.Text.ShouldBe("The bridge was never safe");
        statement.Spans.Count.ShouldBe(2);
    }

    [Fact]
    public void A_clause_with_a_quoted_part_is_mixed()
    {
        var statement = Reading.OnlyStatement("Mara Lindqvist said the bridge was “a danger to everyone” in winter.");

        statement.Kind.ShouldBe(StatementKind.Mixed);
        statement.Text.ShouldBe("the bridge was “a danger to everyone” in winter");
    }

    [Fact]
    public void Two_cues_with_one_subject_are_two_statements()
    {
        var statements = Reading
            .Of("Mara Lindqvist said the bridge was closed, adding that the tunnel was safe.")
            .Statements;

        statements.Select(statement => statement.Text).ShouldBe(["the bridge was closed", "that the tunnel was safe"]);
        statements.ShouldAllBe(statement => statement.Speaker!.Name == "Mara Lindqvist");
    }

    [Theory]
    [InlineData("The plans are in the office.")]
    [InlineData("The proposed bridge was accused of nothing.")]
    [InlineData("He was told nothing by anyone.")]
    public void Nouns_and_passives_attribute_nothing(string text) => Reading.Of(text).Statements.ShouldBeEmpty();

    [Theory]
    [InlineData("Mara Lindqvist suggested that the bridge was unsafe.", Stance.Hedged)]
    [InlineData("Mara Lindqvist said that the bridge was unsafe.", Stance.Asserted)]
    [InlineData("Mara Lindqvist reportedly said that the bridge was unsafe.", Stance.Hedged)]
    [InlineData("Mara Lindqvist denied that the bridge was unsafe.", Stance.Denied)]
    [InlineData("Mara Lindqvist asked if the bridge was unsafe.", Stance.Asked)]
    [InlineData("Mara Lindqvist plans to close the bridge.", Stance.Planned)]
    [InlineData("Mara Lindqvist does not support the bridge.", Stance.Denied)]
    public void The_stance_is_that_of_the_cue(string text, Stance stance) =>
        Reading.OnlyStatement(text).Stance.ShouldBe(stance);

    [Fact]
    public void A_modal_within_a_quotation_is_listed_and_leaves_the_stance()
    {
        var statement = Reading.OnlyStatement("“The bridge may fall,” said Mara Lindqvist.");

        statement.Stance.ShouldBe(Stance.Asserted);
        statement.Hedges.ShouldHaveSingleItem().Text.ShouldBe("may");
    }

    [Theory]
    [InlineData("Mara Lindqvist told Nord News that the bridge was closed.", "Nord News")]
    [InlineData("Mara Lindqvist said in an interview with Nord News that the bridge was closed.", "Nord News")]
    [InlineData("Mara Lindqvist told reporters that the bridge was closed.", "reporters")]
    public void Whom_somebody_told_is_named(string text, string told) =>
        Reading.OnlyStatement(text).Told.ShouldBe(new Told(told, Sure: true));

    [Fact]
    public void Words_said_in_another_language_are_a_translation() =>
        Reading
            .OnlyStatement("“The bridge is closed,” Mara Lindqvist said in Swedish.")
            .Translated.ShouldBe(new Translation("sv", null));
}
