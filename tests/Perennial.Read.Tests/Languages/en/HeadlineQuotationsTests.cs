namespace Perennial.Read.Tests.Languages.English;

public class HeadlineQuotationsTests
{
    private const string Title = "Ostby in fear: mayor ‘ready to close the old bridge’ for good";

    [Fact]
    public void A_quotation_in_the_headline_that_nothing_carries_has_no_speaker()
    {
        var statement = Reading.Of("The river rose.", Title).Statements.ShouldHaveSingleItem();

        statement.In.ShouldBe(StatementPlace.Headline);
        statement.Text.ShouldBe("‘ready to close the old bridge’");
        statement.Start.ShouldBeNull();
        statement.Speaker.ShouldBeNull();
    }

    [Fact]
    public void A_quotation_in_the_headline_takes_the_speaker_of_the_passage_that_carries_it()
    {
        var statements = Reading.Of("“We are ready to close the old bridge,” said Mara Lindqvist.", Title).Statements;

        statements[0].In.ShouldBe(StatementPlace.Headline);
        statements[0].Speaker!.Name.ShouldBe("Mara Lindqvist");
        statements[1].In.ShouldBe(StatementPlace.Body);
    }

    [Fact]
    public void A_quotation_in_the_headline_says_which_statement_carries_it()
    {
        const string body = "“We are ready to close the old bridge,” said Mara Lindqvist.";

        Reading.Of(body, Title).Statements[0].Carried!.Text.ShouldBe("“We are ready to close the old bridge,”");
        Reading.Of("The river rose.", Title).Statements[0].Carried.ShouldBeNull();
    }

    [Theory]
    [InlineData("Traffic is ‘slowing’, says mayor", 2)]
    [InlineData("Traffic is ‘low’, says mayor", 1)]
    public void A_word_is_a_quotation_only_where_somebody_says_it(string title, int statements) =>
        Reading
            .Of("“Traffic on the bridge is slowing down,” said Mara Lindqvist.", title)
            .Statements.Count.ShouldBe(statements);
}
