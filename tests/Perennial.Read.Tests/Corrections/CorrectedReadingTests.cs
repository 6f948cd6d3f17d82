using Perennial.Read.Corrections;

namespace Perennial.Read.Tests.Corrections;

/// <summary>What each correction does to a reading, and what it leaves alone.</summary>
public sealed class CorrectedReadingTests
{
    private const string Id = "a7";

    private const string Text =
        "Ada Bell runs the dam at Sarn. “The dam holds,” Bell said. “Nobody slept,” she said. Ivo Bell, her brother, was not there.\n\n"
        + "“We have been lucky,” Bell said.";

    private static readonly Article Read = new()
    {
        Text = Text,
        Entities =
        [
            new Entity
            {
                Id = "e1",
                Name = "Ada Bell",
                Mentions = [At("Ada Bell"), At("Bell said"), At("Ivo Bell"), Last("Bell said")],
            },
            new Entity
            {
                Id = "e2",
                Name = "Sarn",
                Kind = EntityKind.Place,
                Mentions = [At("Sarn")],
            },
        ],
        Statements =
        [
            Said("“The dam holds,”", At("Bell said"), ResolvedBy.Surname),
            Said("“Nobody slept,”", At("she"), ResolvedBy.Pronoun),
            Said("“We have been lucky,”", Last("Bell said"), ResolvedBy.Surname),
        ],
    };

    [Fact]
    public void Without_corrections_a_reading_stays_as_it_is()
    {
        var reading = CorrectedReading.Of(Id, Read, []);

        (reading.Article, reading.Corrected.Count).ShouldBe((Read, 0));
    }

    [Fact]
    public void Another_speaker_is_sure_and_loses_the_role_of_the_first()
    {
        var statement = Corrected(new SpeakerCorrected(Anchor(0), "Cy Dorn", SpeakerKind.Person, null)).Statements[0];

        (statement.Speaker!.Name, statement.Speaker.Sure, statement.Speaker.By, statement.Role).ShouldBe(
            ("Cy Dorn", true, ResolvedBy.Editor, null)
        );
        statement.Speaker.Text.ShouldBe("Bell said");
    }

    [Fact]
    public void A_speaker_whom_the_document_did_not_know_becomes_one_of_its_entities()
    {
        var article = Corrected(new SpeakerCorrected(Anchor(0), "Cy Dorn", SpeakerKind.Person, "engineer"));

        var known = article.Entities.Single(entity => entity.Name == "Cy Dorn");
        (article.Statements[0].Speaker!.Entity, article.Statements[0].Role).ShouldBe((known.Id, "engineer"));
        article.Entities.Select(entity => entity.Id).ShouldBeUnique();
    }

    [Fact]
    public void An_unclear_speaker_has_no_name_and_is_not_sure()
    {
        var statement = Corrected(new SpeakerCorrected(Anchor(1), null, SpeakerKind.Unknown, null)).Statements[1];

        (statement.Speaker!.Name, statement.Speaker.Entity, statement.Speaker.Sure).ShouldBe((null, null, false));
    }

    [Fact]
    public void What_is_no_statement_is_gone_and_its_words_are_kept_with_the_act()
    {
        var reading = CorrectedReading.Of(Id, Read, [(9, new StatementStruck(Anchor(1)))]);

        reading.Article.Statements.Select(s => s.Text).ShouldBe(["“The dam holds,”", "“We have been lucky,”"]);
        reading.Corrected.ShouldBe([new AppliedCorrection(9, Found: true, Was: "“Nobody slept,”")]);
    }

    [Fact]
    public void Words_that_an_editor_confirmed_are_so_as_long_as_they_are_quoted()
    {
        var reading = CorrectedReading.Of(Id, Read, [(9, new WordsConfirmed(Anchor(0)))]);

        reading.Article.Statements.Select(statement => statement.Confirmed).ShouldBe([true, false, false]);
        reading.Corrected.ShouldHaveSingleItem().Confirms.ShouldBeTrue();
        CorrectedReading
            .Of(
                Id,
                Read with
                {
                    Statements = [.. Read.Statements.Select(said => said with { Kind = StatementKind.Indirect })],
                },
                [(9, new WordsConfirmed(Anchor(0)))]
            )
            .Article.Statements.ShouldAllBe(statement => !statement.Confirmed);
        CorrectedReading
            .Of(Id, Read, [(9, new WordsConfirmed(Anchor(0))), (10, new CorrectionWithdrawn(9))])
            .Article.Statements.ShouldAllBe(statement => !statement.Confirmed);
    }

    [Fact]
    public void Stance_and_allegation_are_as_corrected()
    {
        var article = Corrected(
            new StanceCorrected(Anchor(0), Stance.Hedged),
            new AllegationCorrected(Anchor(0), AllegationKind.Misconduct)
        );

        (article.Statements[0].Stance, article.Statements[0].Allegation!.Kind).ShouldBe(
            (Stance.Hedged, AllegationKind.Misconduct)
        );
        Corrected(
            new AllegationCorrected(Anchor(0), AllegationKind.Misconduct),
            new AllegationCorrected(Anchor(0), null)
        )
            .Statements[0]
            .Allegation.ShouldBeNull();
    }

    [Fact]
    public void A_right_name_goes_to_everything_that_the_entity_said()
    {
        var article = Corrected(
            new EntityCorrected(new EntityAnchor("Ada Bell", EntityKind.Person), "Ada Bell-Ruiz", null)
        );

        article.Entities[0].Name.ShouldBe("Ada Bell-Ruiz");
        article.Statements.ShouldAllBe(statement => statement.Speaker!.Name == "Ada Bell-Ruiz");
    }

    [Fact]
    public void Two_people_who_were_read_as_one_are_parted_and_what_hung_on_the_mix_up_is_not_sure()
    {
        var article = Corrected(
            new EntityParted(
                new EntityAnchor("Ada Bell", EntityKind.Person),
                [new MentionAnchor("Ivo Bell"), new MentionAnchor("Bell said", "lucky,” ")],
                "Ivo Bell",
                EntityKind.Person
            )
        );

        var ivo = article.Entities.Single(entity => entity.Name == "Ivo Bell");
        ivo.Mentions.Select(mention => mention.Start).ShouldBe([At("Ivo Bell").Start, Last("Bell said").Start]);
        article
            .Statements.Select(s => (s.Speaker!.Name, s.Speaker.Sure))
            .ShouldBe([("Ada Bell", true), ("Ada Bell", false), ("Ivo Bell", true)]);
    }

    [Fact]
    public void Two_that_are_one_speak_under_the_one_name()
    {
        var parted = new EntityParted(
            new EntityAnchor("Ada Bell", EntityKind.Person),
            [new MentionAnchor("Bell said")],
            "Bell",
            EntityKind.Person
        );
        var joined = new EntitiesJoined(
            new EntityAnchor("Ada Bell", EntityKind.Person),
            new EntityAnchor("Bell", EntityKind.Person)
        );
        var article = Corrected(parted, joined);

        article.Entities.Select(entity => entity.Name).ShouldBe(["Ada Bell", "Sarn"]);
        article.Entities[0].Mentions.ShouldBe(Read.Entities[0].Mentions);
        article.Statements[0].Speaker!.Name.ShouldBe("Ada Bell");
    }

    [Fact]
    public void What_is_withdrawn_stands_as_the_reader_reads_it_and_a_withdrawal_can_be_withdrawn()
    {
        (long, ReadingCorrection)[] acts =
        [
            (8, new StatementStruck(Anchor(0))),
            (9, new CorrectionWithdrawn(8)),
            (10, new CorrectionWithdrawn(9)),
        ];

        CorrectedReading.Of(Id, Read, acts[..1]).Article.Statements.Count.ShouldBe(2);
        CorrectedReading.Of(Id, Read, acts[..2]).Article.Statements.Count.ShouldBe(3);
        CorrectedReading.Of(Id, Read, acts).Article.Statements.Count.ShouldBe(2);
    }

    [Fact]
    public void A_correction_of_what_the_reading_does_not_have_says_so()
    {
        var reading = CorrectedReading.Of(
            Id,
            Read with
            {
                Statements = [],
            },
            [(9, new StanceCorrected(Anchor(0), Stance.Denied))]
        );

        reading.Corrected.ShouldBe([new AppliedCorrection(9, Found: false)]);
    }

    private static Article Corrected(params ReadingCorrection[] corrections) =>
        CorrectedReading.Of(Id, Read, [.. corrections.Select((correction, i) => (100L + i, correction))]).Article;

    private static StatementAnchor Anchor(int index) => new StatementIndex(Id, Read.Statements).AnchorOf(index);

    private static Statement Said(string words, Passage speaker, ResolvedBy by) =>
        new()
        {
            Kind = StatementKind.Direct,
            Text = words,
            Start = At(words).Start,
            End = At(words).End,
            Speaker = new Speaker
            {
                Start = speaker.Start,
                End = speaker.End,
                Text = speaker.Text,
                Name = "Ada Bell",
                Entity = "e1",
                Kind = SpeakerKind.Person,
                By = by,
                Sure = true,
            },
            Role = "director of the dam",
        };

    private static Passage At(string words) => Passage(words, Text.IndexOf(words, StringComparison.Ordinal));

    private static Passage Last(string words) => Passage(words, Text.LastIndexOf(words, StringComparison.Ordinal));

    private static Passage Passage(string words, int start) => new(start, start + words.Length, words);
}
