namespace Perennial.Read.Tests.Languages;

public class PlainQuotationsTests
{
    [Theory]
    [InlineData("de", "„Die Brücke bleibt zu“, sagte Mara Lindqvist.", "Mara Lindqvist")]
    [InlineData("fr", "« Le pont reste fermé », a déclaré Mara Lindqvist.", "Mara Lindqvist")]
    [InlineData("es", "«El puente sigue cerrado», dijo Mara Lindqvist.", "Mara Lindqvist")]
    public void A_quotation_with_a_plain_cue_is_a_statement(string language, string text, string name)
    {
        var statement = Reader.ReadText(text, null, null, language, null).Statements.ShouldHaveSingleItem();

        statement.Kind.ShouldBe(StatementKind.Direct);
        statement.Speaker!.Name.ShouldBe(name);
    }

    [Fact]
    public void A_quotation_without_a_cue_is_none() =>
        Reader
            .ReadText("„Die Brücke bleibt zu“ stand auf dem Schild.", null, null, "de", null)
            .Statements.ShouldBeEmpty();

    [Fact]
    public void A_language_without_cues_has_no_statements() =>
        Reader.ReadText("«Міст закрито», сказала Мара Ліндквіст.", null, null, "uk", null).Statements.ShouldBeEmpty();
}
