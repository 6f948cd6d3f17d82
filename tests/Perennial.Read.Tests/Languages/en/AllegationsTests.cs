namespace Perennial.Read.Tests.Languages.English;

public class AllegationsTests
{
    [Theory]
    [InlineData("Prosecutors said that Tomas Herrel had taken bribes.", AllegationKind.Crime, "bribes")]
    [InlineData("Mara Lindqvist accused Tomas Herrel of sleeping.", AllegationKind.Misconduct, "accused")]
    [InlineData("Mara Lindqvist said the captain had been drinking.", AllegationKind.Misconduct, "been")]
    [InlineData("Mara Lindqvist said the mayor ignored three warnings.", AllegationKind.Misconduct, "ignored")]
    [InlineData("“He has cancer,” said Mara Lindqvist.", AllegationKind.Illness, "cancer")]
    public void What_is_alleged_of_somebody_is_marked_with_its_words(string text, AllegationKind kind, string words)
    {
        var allegation = Reading.OnlyStatement(text).Allegation;

        allegation!.Kind.ShouldBe(kind);
        allegation.Passage.Text.ShouldBe(words);
        text[allegation.Passage.Start!.Value..allegation.Passage.End!.Value].ShouldBe(words);
    }

    [Theory]
    [InlineData("Tomas Herrel denied that he had taken bribes.")]
    [InlineData("Mara Lindqvist said the bridge was closed.")]
    [InlineData("Mara Lindqvist said she was robbed.")]
    [InlineData("The company blamed the weather.")]
    public void Denials_victims_and_the_weather_are_accused_of_nothing(string text) =>
        Reading.OnlyStatement(text).Allegation.ShouldBeNull();

    [Theory]
    [InlineData(
        "Mara Lindqvist said the bridge was closed. The closure was first reported by Nord News.",
        "Nord News",
        "first reported by Nord News"
    )]
    [InlineData("The bridge was closed, according to a clerk quoted by Nord News.", "Nord News", "quoted by Nord News")]
    public void The_outlet_that_carries_a_statement_is_named(string text, string name, string words)
    {
        var via = Reading.Of(text).Statements[0].Via;

        via!.Name.ShouldBe(name);
        via.Passage.Text.ShouldBe(words);
    }

    [Fact]
    public void What_was_said_before_is_marked() =>
        Reading
            .OnlyStatement("Mara Lindqvist previously said that the bridge was closed.")
            .Earlier!.Text.ShouldBe("previously");

    [Theory]
    [InlineData("Prosecutors said that Peter Olin moved the money through a trust in Ostby.", true)]
    [InlineData("Prosecutors said that Peter Olin might leave the country.", false)]
    [InlineData("Neighbours said that Peter Olin moved the money through a trust in Ostby.", false)]
    public void What_prosecutors_say_that_somebody_did_is_an_allegation(string text, bool alleges) =>
        (Reading.OnlyStatement(text).Allegation is not null).ShouldBe(alleges);
}
