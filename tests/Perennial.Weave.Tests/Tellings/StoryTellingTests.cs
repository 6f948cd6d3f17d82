using Perennial.Weave.Stories;
using Perennial.Weave.Tellings;

namespace Perennial.Weave.Tests.Tellings;

/// <summary>One invented flood told in three languages, and stories of the same people that are not about it.</summary>
public sealed class StoryTellingTests
{
    private static readonly DateTimeOffset Morning = new(2031, 3, 12, 6, 0, 0, TimeSpan.Zero);

    private readonly StoryTellings tellings = new();

    [Fact]
    public void One_event_in_three_languages_is_linked_each_way_with_its_evidence()
    {
        Flood();

        Linked("en").ShouldBe(["de", "fr"]);
        Linked("fr").ShouldBe(["de", "en"]);
        Linked("de").ShouldBe(["en", "fr"]);
        tellings
            .Of("en")[1]
            .ShouldSatisfyAllConditions(
                telling => telling.Language.ShouldBe("fr"),
                telling => telling.Because.ShouldBe(["shares Ivo Tal, Mira Holt, Sarn, Velta", "numbers 412, 1200"])
            );
    }

    [Fact]
    public void Names_meet_across_accents_and_scripts()
    {
        Take("en", "en", 0, "Some 412 people left on the night of the storm.", "Ivo Tál", "Sarn", "Velta");
        Take("uk", "uk", 1, "412 людей залишили свої домівки. 87 будинків.", "Іво Тал", "Сарн", "Велта");
        Take("el", "el", 1, "412 άνθρωποι έφυγαν.", "Ίβο Ταλ", "Σαρν", "Βελτα");

        Linked("en").ShouldBe(["el", "uk"]);
    }

    [Theory]
    // The same people at something else; the same people and a round number; a clock, a year and a small number are none.
    [InlineData("Ivo Tal et Mira Holt ont inauguré une école à Sarn, près de Velta, avec 87 élèves.")]
    [InlineData("Ivo Tal et Mira Holt ont reçu 1 200 lettres à Sarn, près de Velta.")]
    [InlineData("Ivo Tal et Mira Holt ont parlé à 4:12 à Sarn, près de Velta, en 2031, devant 9 personnes.")]
    public void The_same_people_do_other_things(string text)
    {
        Flood();
        tellings.Remove("fr");
        Take("school", "fr", 2, text, "Ivo Tal", "Mira Holt", "Sarn", "Velta");

        Linked("school").ShouldBeEmpty();
        Linked("en").ShouldBe(["de"]);
    }

    [Fact]
    public void Numbers_without_names_and_names_without_enough_of_them_link_nothing()
    {
        Take(
            "en",
            "en",
            0,
            "412 people left, 87 houses are lost, and 5,613 are without power.",
            "Ivo Tal",
            "Sarn",
            "Velta"
        );
        Take("fr", "fr", 1, "412 morts, 87 blessés, 5 613 tentes.", "Oda Fenn", "Lorme", "Sarn");

        Linked("en").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_told_days_apart_is_not_the_same()
    {
        Flood();
        Take("later", "es", 60, "412 personas y 1.200 casas.", "Ivo Tal", "Mira Holt", "Sarn", "Velta");

        Linked("later").ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_stories_in_one_language_only_the_best_is_linked()
    {
        Flood();
        Take("fr2", "fr", 1, "412 personnes, dit-on.", "Ivo Tal", "Mira Holt", "Sarn", "Lorme", "Oda Fenn");

        Linked("en").ShouldBe(["de", "fr"]);
        Linked("fr2").ShouldBeEmpty();
    }

    [Fact]
    public void Stories_of_one_language_are_never_tellings_of_each_other()
    {
        Take("one", "en-GB", 0, "412 people left.", "Ivo Tal", "Sarn", "Velta");
        Take("other", "en", 0, "412 people left.", "Ivo Tal", "Sarn", "Velta");

        Linked("one").ShouldBeEmpty();
    }

    [Fact]
    public void Days_count_but_for_those_of_the_reports_themselves()
    {
        Take("en", "en", 0, "It was built in May.", [Day("2031-03-12"), Day("2027-05-04")], "Ivo Tal", "Sarn", "Velta");
        Take("fr", "fr", 0, "Construit en mai.", [Day("2031-03-12"), Day("2027-05-04")], "Ivo Tal", "Sarn", "Velta");
        Take("de", "de", 0, "Am Mittwoch.", [Day("2031-03-12")], "Ivo Tal", "Sarn", "Velta");

        tellings.Of("en").ShouldHaveSingleItem().Because[1].ShouldBe("days 2027-05-04");
    }

    [Fact]
    public void An_editor_keeps_apart_what_then_becomes_part_of_another()
    {
        Flood();
        tellings.KeepApart("en", "old");
        tellings.Merge("old", "fr");

        Linked("en").ShouldBe(["de"]);
        Linked("fr").ShouldBe(["de"]);
    }

    [Fact]
    public void A_story_that_nothing_comes_to_is_forgotten_and_one_that_goes_on_is_looked_at_anew()
    {
        Flood();
        Take("new", "en", 200, "Nothing of it.", "Oda Fenn");
        Linked("en").ShouldBeEmpty();

        Take("en", "en", 200, "Nothing of it.");
        Linked("en").ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_very_many_stories_have_finds_nothing_and_the_order_does_not_matter()
    {
        for (var i = 0; i < 2000; i++)
        {
            Take(
                $"s{i}",
                i % 2 == 0 ? "en" : "fr",
                0,
                $"{i / 2 + 13_001} people.",
                "Ivo Tal",
                $"Person{i / 2} Holt",
                $"Town{i / 2}",
                $"River{i / 2}"
            );
        }
        tellings.Of("s0").ShouldHaveSingleItem().Because[0].ShouldBe("shares Person0 Holt, River0, Town0");
        tellings.Of("s1996").ShouldHaveSingleItem().Story.ShouldBe("s1997");
    }

    private void Flood()
    {
        Take(
            "en",
            "en",
            0,
            "Some 412 people left Sarn, and 1,200 are without power.",
            "Ivo Tal",
            "Mira Holt",
            "Sarn",
            "Velta"
        );
        Take(
            "fr",
            "fr",
            2,
            "Quelque 412 personnes ont quitté Sarn ; 1 200 foyers sont sans courant.",
            "Ivo Tal",
            "Mira Holt",
            "Sarn",
            "Velta"
        );
        Take(
            "de",
            "de",
            3,
            "412 Menschen haben Sarn verlassen, 1.200 sind ohne Strom.",
            "Ivo Tal",
            "Mira Holt",
            "Sarn",
            "Velta"
        );
    }

    private IReadOnlyList<string> Linked(string story) => [.. tellings.Of(story).Select(telling => telling.Language)];

    private void Take(string story, string language, double hours, string text, params string[] names) =>
        Take(story, language, hours, text, [], names);

    private void Take(
        string story,
        string language,
        double hours,
        string text,
        Moment[] moments,
        params string[] names
    ) =>
        tellings.Take(
            story,
            language,
            names.Length == 0
                ? []
                :
                [
                    new StoryArticle
                    {
                        Id = $"a{story}",
                        Read = 1,
                        At = Morning.AddHours(hours),
                        Article = new Article
                        {
                            Text = text,
                            Moments = moments,
                            Entities =
                            [
                                .. names.Select(
                                    (name, i) =>
                                        new Entity
                                        {
                                            Id = $"e{i}",
                                            Name = name,
                                            Kind = name.Contains(' ') ? EntityKind.Person : EntityKind.Place,
                                        }
                                ),
                            ],
                        },
                    },
                ]
        );

    private static Moment Day(string day) =>
        new()
        {
            Text = day,
            Value = day,
            Precision = "day",
        };
}
