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
}
