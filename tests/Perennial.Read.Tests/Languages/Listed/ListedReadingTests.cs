using System.Diagnostics;

namespace Perennial.Read.Tests.Languages.Listed;

public sealed class ListedReadingTests
{
    [Theory]
    [InlineData("de", "„Wir gehen“, sagte Mara Lind. „Und zwar heute.“", "„Wir gehen“ „Und zwar heute.“")]
    [InlineData("de", "»Wir gehen heute alle nach Hause«, sagte Mara Lind.", "»Wir gehen heute alle nach Hause«")]
    [InlineData("de", "Mara Lind sagte, sie habe nichts gewusst.", "sie habe nichts gewusst")]
    [InlineData("de", "Am Freitag erklärte Mara Lind, dass der Bau ruht.", "dass der Bau ruht")]
    [InlineData("de", "Mara Lind teilte am Freitag mit, dass der Bau ruht.", "dass der Bau ruht")]
    [InlineData("de", "Mara Lind hat den Plan scharf kritisiert.", "den Plan")]
    [InlineData("de", "Der Fahrer war laut Mara Lind betrunken.", "Der Fahrer war betrunken")]
    [InlineData("de", "Wie Mara Lind mitteilte, ruht der Bau seit gestern.", "ruht der Bau seit gestern")]
    [InlineData(
        "fr",
        "« Nous partons », a dit Mara Lind. « Aujourd'hui même. »",
        "« Nous partons » « Aujourd'hui même. »"
    )]
    [InlineData("fr", "Nous partons demain, a-t-elle ajouté.", "Nous partons demain")]
    [InlineData("fr", "Mara Lind a fait savoir qu'elle ne viendrait pas.", "qu'elle ne viendrait pas")]
    [InlineData("fr", "Selon Mara Lind, le pont est fermé.", "le pont est fermé")]
    [InlineData("es", "«Nos vamos», dijo Mara Lind. «Hoy mismo».", "«Nos vamos» «Hoy mismo»")]
    [InlineData("es", "El puente está cerrado, según Mara Lind.", "El puente está cerrado")]
    [InlineData("es", "Según explicó Mara Lind, el puente está cerrado.", "el puente está cerrado")]
    [InlineData("es", "Mara Lind dejó claro que no vendrá.", "que no vendrá")]
    public void One_statement_is_found(string language, string text, string words) =>
        Read(language, text).Statements.ShouldHaveSingleItem().Text.ShouldBe(words);

    [Theory]
    [InlineData("de", "Das Museum zeigt den Film „Die lange Fahrt nach Norden“ am Abend.")]
    [InlineData("de", "Der sogenannte „Deal“ ist geplatzt.")]
    [InlineData("fr", "Le film « La longue route vers le nord » sort en salle.")]
    [InlineData("es", "El libro «La larga ruta hacia el norte» sale hoy.")]
    public void Titles_and_words_at_arms_length_are_no_statements(string language, string text) =>
        Read(language, text).Statements.ShouldBeEmpty();

    [Theory]
    [InlineData("de", "Die Ministerin Mara Lind kam. „Es ist kalt hier draußen“, sagte Lind.", "Mara Lind", true)]
    [InlineData("de", "Mara Lind kam mit Eva Lind. „Es ist kalt hier draußen“, sagte Lind.", "Mara Lind", false)]
    [InlineData("de", "Ein Unbekannter rief an. „Es ist kalt hier draußen“, sagte er.", null, false)]
    [InlineData("de", "Peter Uhl traf Jan Roth. „Es ist kalt hier draußen“, sagte er.", "Jan Roth", false)]
    [InlineData(
        "fr",
        "La ministre Mireille Roux est venue. « Il fait froid ici », a dit la ministre.",
        "Mireille Roux",
        true
    )]
    [InlineData("es", "La ministra Elena Roble llegó. «Hace frío aquí fuera», dijo la ministra.", "Elena Roble", true)]
    public void A_speaker_is_sure_only_when_nobody_else_can_be_meant(
        string language,
        string text,
        string? name,
        bool sure
    )
    {
        var speaker = Read(language, text).Statements.ShouldHaveSingleItem().Speaker!;

        speaker.Name.ShouldBe(name);
        speaker.Sure.ShouldBe(sure);
    }

    [Theory]
    [InlineData("de", "Mara Lind bestritt, den Brief geschrieben zu haben.", Stance.Denied)]
    [InlineData("de", "Mara Lind fragte, ob der Zug noch fährt.", Stance.Asked)]
    [InlineData("de", "Der Fahrer soll geflohen sein.", Stance.Hedged)]
    [InlineData("de", "Mara Lind glaubt nicht, dass er kommt.", Stance.Denied)]
    [InlineData("fr", "Mara Lind a nié avoir écrit la lettre.", Stance.Denied)]
    [InlineData("fr", "Selon la police, il aurait fui.", Stance.Hedged)]
    [InlineData("es", "Mara Lind negó haber escrito la carta.", Stance.Denied)]
    [InlineData("es", "Mara Lind prometió volver pronto.", Stance.Planned)]
    public void The_stance_is_told(string language, string text, Stance stance) =>
        Read(language, text).Statements.ShouldHaveSingleItem().Stance.ShouldBe(stance);

    [Theory]
    [InlineData("de", "Mara Lind sagte der Zeitung „Der Bote“, sie gehe.", "Der Bote")]
    [InlineData("de", "Mara Lind sagte gegenüber der Nachrichtenagentur dpa, man werde gehen.", "dpa")]
    [InlineData("fr", "« Non », a dit à l'AFP Paul Vernet.", "AFP")]
    [InlineData("fr", "Paul Vernet a dit au Monde qu'il partait.", "Monde")]
    [InlineData("es", "Elena Vera dijo a El País que no vendrá.", "El País")]
    [InlineData("es", "Elena Vera dijo en Bruselas que no vendrá.", null)]
    public void Whom_they_told_is_named(string language, string text, string? name) =>
        Read(language, text).Statements.ShouldHaveSingleItem().Told?.Name.ShouldBe(name);

    [Theory]
    [InlineData("fr", "L'homme a reconnu les faits, a indiqué à l'AFP une source policière.", "une source policière")]
    [InlineData("es", "El hombre reconoció los hechos, indicó a Efe una fuente policial.", "una fuente policial")]
    [InlineData("de", "Kern habe den Plan kritisiert, sagte Mara Lind.", "Mara Lind")]
    public void What_somebody_says_of_another_is_theirs(string language, string text, string speaker) =>
        Read(language, text).Statements.ShouldHaveSingleItem().Speaker!.Text.ShouldBe(speaker);

    [Fact]
    public void The_German_subjunctive_goes_on_with_the_speaker_and_is_not_sure()
    {
        var statements = Read(
            "de",
            "Mara Lind sagte, der Mann lebe. Er sei in einer Hütte gewesen. Es schneit."
        ).Statements;

        statements.Select(statement => statement.Text).ShouldBe(["der Mann lebe", "Er sei in einer Hütte gewesen"]);
        statements[1].Speaker!.Name.ShouldBe("Mara Lind");
        statements[1].Speaker!.Sure.ShouldBeFalse();
    }

    [Theory]
    [InlineData("de", "Das geschah am 3. November 2025.", "2025-11-03")]
    [InlineData("de", "Das geschah am Dienstag.", "2026-03-10")]
    [InlineData("de", "Das beginnt am kommenden Dienstag.", "2026-03-17")]
    [InlineData("de", "Das geschah vor zwei Jahren.", "2024")]
    [InlineData("de", "Das war letzten Sommer.", "2025-06/2025-08")]
    [InlineData("de", "Die Probe beginnt heute um 18.30 Uhr.", "2026-03-14T18:30")]
    [InlineData("fr", "C'était le 1er avril 2024.", "2024-04-01")]
    [InlineData("fr", "Le bal aura lieu mardi prochain.", "2026-03-17")]
    [InlineData("fr", "C'était il y a trois jours.", "2026-03-11")]
    [InlineData("fr", "C'était l'an dernier.", "2025")]
    [InlineData("es", "Fue el 21 de mayo de 2024.", "2024-05-21")]
    [InlineData("es", "Fue la semana pasada.", "2026-03-02/2026-03-08")]
    [InlineData("es", "Será pasado mañana.", "2026-03-16")]
    public void A_moment_has_its_day(string language, string text, string value) =>
        Read(language, text).Moments.ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("de", "Er kam am Morgen und blieb lange.")]
    [InlineData("es", "Llegó por la mañana y se quedó.")]
    [InlineData("fr", "Il a mis trois heures pour venir.")]
    public void Mornings_and_spans_of_hours_are_no_moments(string language, string text) =>
        Read(language, text).Moments.ShouldBeEmpty();

    [Theory]
    [InlineData("de", "„")]
    [InlineData("de", "„Geh“, sagte Tom Herr. ")]
    [InlineData("de", "sagte, laut X, ")]
    [InlineData("de", "Er sei da. ")]
    [InlineData("de", "hat der Mann und ")]
    [InlineData("de", "er sagte ")]
    [InlineData("de", "Tom Herr und Eva Herr sagten, Herr soll da sein. ")]
    [InlineData("fr", "« a, dit il, ")]
    [InlineData("fr", "a-t-il ")]
    [InlineData("fr", "l'l'")]
    [InlineData("fr", "selon la maire, ")]
    [InlineData("es", "—dijo él— ")]
    [InlineData("es", "—Voy —dijo Ana Ruiz—.\n\n")]
    [InlineData("es", "el 3 de ")]
    public void A_quarter_of_a_megabyte_of_anything_is_read_in_time(string language, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 250_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        Reader.ReadText(text, "Titel", StatedTime.ParseIso("2026-03-14"), language, null).Problem.ShouldBeNull();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static Article Read(string language, string text) =>
        Reader.ReadText(text, null, StatedTime.ParseIso("2026-03-14T09:30:00+01:00"), language, null);
}
