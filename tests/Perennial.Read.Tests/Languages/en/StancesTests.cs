namespace Perennial.Read.Tests.Languages.English;

public class StancesTests
{
    [Theory]
    [InlineData("Mara Lindqvist said that the bridge may fall.", Stance.Hedged)]
    [InlineData("The bridge probably fell in the night, Mara Lindqvist said.", Stance.Hedged)]
    [InlineData("Mara Lindqvist said the bridge was thought to be unsafe.", Stance.Hedged)]
    [InlineData("Mara Lindqvist said the bridge that may be closed is safe.", Stance.Asserted)]
    [InlineData("Mara Lindqvist said the bridge could not be saved.", Stance.Asserted)]
    [InlineData("The council said it would close the bridge.", Stance.Planned)]
    [InlineData("Mara Lindqvist announced that a new bridge will be built.", Stance.Planned)]
    [InlineData("Mara Lindqvist said the bridge would fall.", Stance.Asserted)]
    [InlineData("Mara Lindqvist wants the council to resign.", Stance.Asserted)]
    [InlineData("Mara Lindqvist hopes to save the bridge.", Stance.Planned)]
    [InlineData("Mara Lindqvist asked for a new bridge.", Stance.Asserted)]
    [InlineData("“Who closed the bridge?” said Mara Lindqvist.", Stance.Asked)]
    [InlineData("“It is closed. Why?” said Mara Lindqvist.", Stance.Asserted)]
    [InlineData("“We will close the bridge,” said Mara Lindqvist.", Stance.Asserted)]
    [InlineData("Mara Lindqvist did not accept that the bridge was unsafe.", Stance.Denied)]
    public void What_is_said_is_softened_meant_or_asked(string text, Stance stance) =>
        Reading.OnlyStatement(text).Stance.ShouldBe(stance);

    [Theory]
    [InlineData("In an interview with Nord News on Friday, Mara Lindqvist said the bridge was closed.", "Nord News")]
    [InlineData("Mara Lindqvist told the Ostby broadcaster Nord News that the bridge was closed.", "Nord News")]
    [InlineData("Mara Lindqvist told Ostby Today that the bridge was closed.", "Ostby Today")]
    [InlineData("“It may open in spring,” Mara Lindqvist told our evening programme.", "evening programme")]
    [InlineData("Mara Lindqvist told the morning show that the bridge was closed.", "morning show")]
    [InlineData("Mara Lindqvist told council members on Friday evening that the bridge was closed.", "council members")]
    [InlineData("The letter was read by Nord News. Mara Lindqvist told the station that it was old.", "Nord News")]
    public void Whom_somebody_told_is_the_outlet(string text, string told) =>
        Reading.Of(text).Statements[^1].Told?.Name.ShouldBe(told);

    [Theory]
    [InlineData("“The bridge is closed,” Mara Lindqvist said in Quechua.", "qu")]
    [InlineData("“The bridge is closed,” said Mara Lindqvist, speaking Wolof.", "wo")]
    [InlineData("“The bridge is closed,” said Mara Lindqvist, through an interpreter.", null)]
    public void A_translation_is_from_a_language_or_from_an_unknown_one(string text, string? from) =>
        Reading.OnlyStatement(text).Translated.ShouldBe(new Translation(from, null));

    [Fact]
    public void Schools_in_another_country_translate_nothing() =>
        Reading
            .OnlyStatement("“The bridge is closed,” Mara Lindqvist said in German schools.")
            .Translated.ShouldBeNull();
}
