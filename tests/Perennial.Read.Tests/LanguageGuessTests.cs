using Perennial.Read.Languages;

namespace Perennial.Read.Tests;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "The ferry ran aground before dawn, and the lifeboats took everybody ashore.")]
    [InlineData("fr", "Le navire s’est échoué avant l’aube, et les canots ont ramené tout le monde à terre.")]
    [InlineData("de", "Die Fähre lief vor Tagesanbruch auf Grund, und die Rettungsboote brachten alle an Land.")]
    [InlineData("es", "El barco encalló antes del amanecer y los botes llevaron a todos a tierra.")]
    [InlineData("it", "Il traghetto si è arenato prima dell’alba e le scialuppe hanno portato tutti a terra.")]
    [InlineData("pt", "A balsa encalhou antes do amanhecer e os botes levaram todas as pessoas para terra.")]
    [InlineData("nl", "De veerboot liep voor zonsopgang aan de grond en de reddingsboten brachten iedereen aan land.")]
    [InlineData("sv", "Färjan gick på grund före gryningen och livbåtarna tog alla i land.")]
    [InlineData("pl", "Prom osiadł na mieliźnie przed świtem, a łodzie ratunkowe zabrały wszystkich na ląd.")]
    [InlineData("tr", "Feribot şafaktan önce karaya oturdu ve cankurtaran botları herkesi kıyıya çıkardı.")]
    [InlineData("uk", "Пором сів на мілину перед світанком, і рятувальні човни доставили всіх на берег.")]
    [InlineData("ru", "Паром сел на мель перед рассветом, и спасательные шлюпки доставили всех на берег.")]
    [InlineData("ar", "جنحت العبّارة قبل الفجر ونقلت قوارب النجاة الجميع إلى الشاطئ.")]
    [InlineData("el", "Το πλοίο προσάραξε πριν από την αυγή και οι λέμβοι μετέφεραν όλους στην ακτή.")]
    [InlineData("he", "המעבורת עלתה על שרטון לפני עלות השחר וסירות ההצלה הביאו את כולם לחוף.")]
    [InlineData("hi", "भोर से पहले नौका फँस गई और बचाव नौकाओं ने सबको किनारे पहुँचाया।")]
    [InlineData("ko", "여객선이 새벽이 되기 전에 좌초했고 구명정이 모두를 육지로 데려왔다.")]
    [InlineData("ja", "フェリーは夜明け前に座礁し、救命艇が全員を岸に運んだ。")]
    [InlineData("zh", "渡轮在黎明前搁浅，救生艇把所有人送上了岸。")]
    [InlineData(
        "id",
        "Kapal feri itu kandas sebelum fajar karena angin, dan polisi mengatakan bahwa semua orang selamat."
    )]
    public void A_sentence_is_told_from_its_letters(string language, string text) =>
        LanguageGuess.Of(text).ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("12:30 – 14:45")]
    [InlineData("OK")]
    public void What_says_too_little_has_no_language(string text) => LanguageGuess.Of(text).ShouldBeNull();

    [Fact]
    public void A_word_without_end_does_no_harm() => LanguageGuess.Of(new string('a', 1_000_000)).ShouldBeNull();
}
