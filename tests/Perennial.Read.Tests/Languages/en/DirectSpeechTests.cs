namespace Perennial.Read.Tests.Languages.English;

public class DirectSpeechTests
{
    [Theory]
    [InlineData("“The bridge is closed,” said Mara Lindqvist.", "Mara Lindqvist", "said")]
    [InlineData("“The bridge is closed,” Mara Lindqvist said.", "Mara Lindqvist", "said")]
    [InlineData(
        "“The bridge is closed,” Mara Lindqvist, the mayor of Ostby, said on Monday.",
        "Mara Lindqvist",
        "said"
    )]
    [InlineData("Mara Lindqvist said: “The bridge is closed.”", "Mara Lindqvist", "said")]
    [InlineData("Mara Lindqvist told reporters, “The bridge is closed.”", "Mara Lindqvist", "told")]
    [InlineData("\"The bridge is closed,\" said Mara Lindqvist.", "Mara Lindqvist", "said")]
    [InlineData("“The bridge is closed”, said Mara Lindqvist.", "Mara Lindqvist", "said")]
    [InlineData("‘The bridge is closed,’ said Mara Lindqvist.", "Mara Lindqvist", "said")]
    [InlineData("“Who closed the bridge?” asked Mara Lindqvist.", "Mara Lindqvist", "asked")]
    [InlineData("“Who closed the bridge?” Mara Lindqvist asked.", "Mara Lindqvist", "asked")]
    [InlineData("“The bridge is closed,” according to Mara Lindqvist.", "Mara Lindqvist", "according to")]
    [InlineData(
        "Mara Lindqvist was firm.\n\nMs. Lindqvist continued:\n\n“The bridge stays closed until spring.”",
        "Mara Lindqvist",
        "continued"
    )]
    public void A_quotation_has_the_speaker_at_its_cue(string text, string name, string cue)
    {
        var statement = Reading.OnlyStatement(text);

        statement.Kind.ShouldBe(StatementKind.Direct);
        statement.Speaker!.Name.ShouldBe(name);
        statement.Speaker.Kind.ShouldBe(SpeakerKind.Person);
        statement.Speaker.Sure.ShouldBeTrue();
        statement.Cue!.Text.ShouldBe(cue);
    }

    [Theory]
    [InlineData("“The bridge is closed,” Mara Lindqvist said. “It will open in spring.”", 2)]
    [InlineData("“The bridge,” Mara Lindqvist said, “is closed.”", 2)]
    [InlineData("“The bridge is closed,” said Mara Lindqvist, mayor of Ostby, “but the tunnel is not.”", 2)]
    [InlineData("“The bridge is closed,” said Mara Lindqvist.\n\n“It will open in spring.”", 2)]
    [InlineData(
        "“The bridge is closed,” said Mara Lindqvist.\n\n“It will open in spring.\n\n“Then we shall see,” she said.",
        3
    )]
    [InlineData("“The bridge is closed.\n\n“It will open in spring,” said Mara Lindqvist.", 2)]
    public void Pieces_of_one_quotation_are_one_statement(string text, int pieces)
    {
        var statement = Reading.OnlyStatement(text);

        statement.Spans.Count.ShouldBe(pieces);
        statement.Speaker!.Name.ShouldBe("Mara Lindqvist");
        statement.Spans.ShouldAllBe(span => text[span[0]] == '“');
        statement.Start.ShouldBe(statement.Spans[0][0]);
        statement.End.ShouldBe(statement.Spans[^1][1]);
    }

    [Fact]
    public void Another_speaker_ends_a_quotation()
    {
        var statements = Reading
            .Of("“The bridge is closed,” said Mara Lindqvist.\n\n“It is open,” said Tomas Herrel.")
            .Statements;

        statements.Select(statement => statement.Speaker!.Name).ShouldBe(["Mara Lindqvist", "Tomas Herrel"]);
    }

    [Fact]
    public void A_paragraph_of_narration_ends_a_quotation()
    {
        var statements = Reading
            .Of(
                "“The bridge is closed,” said Mara Lindqvist.\n\nThe river rose by a metre.\n\n“Nobody asked us about the bridge.”"
            )
            .Statements;

        statements.Count.ShouldBe(2);
        statements[1].Speaker!.Name.ShouldBeNull();
        statements[1].Speaker!.Kind.ShouldBe(SpeakerKind.Unknown);
        statements[1].Speaker!.Sure.ShouldBeFalse();
    }

    [Theory]
    [InlineData("The so-called “experts” left early.")]
    [InlineData("The novel “A Winter in Ostby” sold well.")]
    [InlineData("The board measures 10\" by 12\" and hangs in the hall.")]
    public void Scare_quotes_titles_and_inches_are_no_statements(string text) =>
        Reading.Of(text).Statements.ShouldBeEmpty();

    [Fact]
    public void A_quotation_within_a_quotation_belongs_to_it()
    {
        var statement = Reading.OnlyStatement("“He told me, ‘Go home,’ and I went,” said Mara Lindqvist.");

        statement.Text.ShouldBe("“He told me, ‘Go home,’ and I went,”");
    }

    [Fact]
    public void A_damaged_sentence_only_suggests_whom_somebody_told()
    {
        var statement = Reading
            .Of(
                "“The bridge is closed,” said Mara Lindqvist, mayor of Ostby. said our partner network Nord News.\n\n“It will open in spring.”"
            )
            .Statements.ShouldHaveSingleItem();

        statement.Told.ShouldBe(new Told("Nord News", Sure: false));
        statement.Role.ShouldBe("mayor of Ostby");
        statement.Spans.Count.ShouldBe(2);
    }

    [Fact]
    public void Text_scraped_without_blanks_after_full_stops_is_still_cut_into_sentences()
    {
        var statement = Reading.OnlyStatement(
            "The river rose.Mara Lindqvist said the bridge was closed.Nobody was hurt."
        );

        statement.Text.ShouldBe("the bridge was closed");
        statement.Speaker!.Name.ShouldBe("Mara Lindqvist");
    }
}
