namespace Perennial.Read.Tests.Languages;

public sealed class BlockLanguagesTests
{
    private const string English =
        "The skipper was fined four hundred crowns because he had sung on the emergency channel for eleven minutes.";

    private const string French =
        "« La mer était si belle ce soir-là que je n’ai pas su me taire, et je croyais la radio éteinte depuis longtemps. »";

    [Fact]
    public void A_paragraph_in_another_language_is_told() =>
        Languages("en", $"{English}\n\n{French}\n\n{English} It is said.").ShouldBe([null, "fr", null]);

    [Theory]
    [InlineData("ru", "«Мы ждали до утра, — сказал капитан, — и никто не пришёл».")]
    [InlineData("ja", "「海はとても静かで、誰も帰りたがらなかった」と船長は話した。")]
    [InlineData("ar", "قال القبطان إن البحر كان هادئا تلك الليلة.")]
    public void A_script_of_its_own_is_told_from_less(string language, string words) =>
        Languages("en", $"{English}\n\n{words}").ShouldBe([null, language]);

    [Theory]
    [InlineData("« Bonsoir, Monsieur le président »")]
    [InlineData("Belle-Île, Saint-Elme, Port Ester, Nordersiel")]
    [InlineData("Vive la mer!")]
    public void A_short_passage_is_as_the_document(string words) =>
        Languages("en", $"{English}\n\n{words}").ShouldBe([null, null]);

    [Theory]
    [InlineData(
        "nb",
        "Ferga gikk på grunn før daggry, og alle de som var om bord, ble tatt i land av redningsbåter fra fire havner."
    )]
    [InlineData(
        "no",
        "Ferja gjekk på grunn før daggry, og alle dei som var om bord, vart tekne i land av redningsbåtar frå fire hamner."
    )]
    [InlineData(
        "id",
        "Kapal feri itu kandas sebelum fajar karena angin kencang, dan polisi mengatakan bahwa semua penumpang di kapal selamat."
    )]
    [InlineData(
        "pt-BR",
        "A balsa encalhou antes do amanhecer e os botes levaram todas as pessoas para terra, disse o chefe da guarda costeira."
    )]
    [InlineData("xx", French)]
    [InlineData(
        "en",
        "Umkhumbi ushayise idwala ngaphambi kokuntwela kokusa, kodwa bonke abantu ababegibele basindisiwe yizikebhe ezine, kusho umphathi wetheku."
    )]
    public void What_may_be_the_documents_language_is_not_told(string language, string words) =>
        Languages(language, words).ShouldBe([null]);

    [Fact]
    public void A_caption_beside_the_text_has_a_language_too()
    {
        var page =
            $"<html lang=en><body><article><p>{English}</p><p>{English} Twice.</p><p>{English} And more of it.</p><figure><img src=a><figcaption>{French}</figcaption></figure></article>";

        var article = Reader.Read(
            new Capture { ContentType = "text/html", Bytes = System.Text.Encoding.UTF8.GetBytes(page) }
        );

        article.Blocks.Single(block => block.Kind == BlockKind.Caption).Language.ShouldBe("fr");
    }

    private static IEnumerable<string?> Languages(string language, string text) =>
        Reader.ReadText(text, null, null, language, null).Blocks.Select(block => block.Language);
}
