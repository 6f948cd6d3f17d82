namespace Perennial.Read.Tests.Languages.English;

public class UnattributedSpeechTests
{
    [Theory]
    [InlineData("“It will never be built, and everybody here knows it well.” ― Mara Lindqvist, nurse")]
    [InlineData("“It will never be built, and everybody here knows it well.”\n\n— Mara Lindqvist.")]
    [InlineData("On the bridge - Mara Lindqvist: “It will never be built, and everybody here knows it well.”")]
    [InlineData("“It will never be built, and everybody here knows it well,” Mara Lindqvist from her desk.")]
    [InlineData("Mara Lindqvist laughed. “It will never be built, and everybody here knows it well.”")]
    public void Whoever_stands_beside_a_quotation_speaks(string text) =>
        Reading.Of(text).Statements[^1].Speaker!.Name.ShouldBe("Mara Lindqvist");

    [Fact]
    public void A_quotation_goes_on_with_what_was_said_before_it()
    {
        var statement = Reading.OnlyStatement(
            "Because of the flood, “it is the thing that saved us,” said Mara Lindqvist, the mayor of Ostby. “Without it nobody would have come here at all.”"
        );

        statement.Speaker!.Name.ShouldBe("Mara Lindqvist");
        statement.Text.ShouldContain("Without it nobody would have come");
    }

    [Fact]
    public void Who_is_about_to_speak_does_not_speak_before()
    {
        var statements = Reading
            .Of(
                "Mara Lindqvist said, “The bridge has been closed since the flood.” Peter Olin added, “In this town things happen that are not ordinary.”"
            )
            .Statements;

        statements.Select(statement => statement.Speaker!.Name).ShouldBe(["Mara Lindqvist", "Peter Olin"]);
    }

    [Theory]
    [InlineData("“If they did not come, they have nothing to worry about,” Sen. Mara Lindqvist (D-N.Y.) said Tuesday.")]
    [InlineData("“It would end all that we know of the old bridge,“ said Mara Lindqvist, a councillor.")]
    public void Odd_signs_hide_no_speaker(string text) =>
        Reading.OnlyStatement(text).Speaker!.Name.ShouldBe("Mara Lindqvist");
}
