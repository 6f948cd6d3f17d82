using Perennial.Weave.Questions;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Tests.Questions;

public sealed class OpenQuestionTests
{
    private const string Gates = "It is not known who opened the gates of the dam at Sarn.";

    [Fact]
    public void A_question_asked_in_other_words_is_one_with_all_that_ask_it()
    {
        var question = Of(
                Flood.Of("a9", 0, Gates, Gates),
                Flood.Of(
                    "a11",
                    1,
                    "Rain fell. But who opened the gates of the Sarn dam?",
                    "But who opened the gates of the Sarn dam?"
                ),
                Flood.Of(
                    "a14",
                    2,
                    "Officials have not said who had the dam gates opened.",
                    "Officials have not said who had the dam gates opened."
                )
            )
            .ShouldHaveSingleItem();

        question.Kind.ShouldBe(QuestionKind.Who);
        question.Asked.Select(asking => asking.Article).ShouldBe(["a9", "a11", "a14"]);
        question.Id.ShouldBe(question.Asked[0].Id);
    }

    [Theory]
    [InlineData("It is not known who opened the gates of the dam at Velta.")]
    [InlineData("It is not known when the gates of the dam at Sarn were opened.")]
    [InlineData("It is not known who opened the bridge at Sarn.")]
    [InlineData("It is not known who opened the gates of dam 2 at Sarn.")]
    public void Another_place_kind_thing_or_number_is_another_question(string other)
    {
        var first = Gates.Replace("the dam", other.Contains('2') ? "dam 1" : "the dam", StringComparison.Ordinal);
        Of(Flood.Of("a9", 0, first, first), Flood.Of("a11", 1, other, other)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("It was not known what was burning.", "It is not known what is burning.", 1)]
    [InlineData("It was not known whether he survived.", "It is not known whether he survived.", 2)]
    [InlineData("It was not known what was burning.", "It is not known who was burning.", 2)]
    public void One_word_is_enough_where_the_question_is_the_same_and_means_nobody_of_its_own_text(
        string one,
        string other,
        int questions
    ) => Of(Flood.Of("a9", 0, one, one), Flood.Of("a11", 1, other, other)).Count.ShouldBe(questions);

    [Fact]
    public void Who_has_not_said_it_is_beside_the_question()
    {
        const string police = "Police in Velta did not say who opened the gates.";
        const string company = "Valley Water would not say who opened the gates.";
        Of(Flood.Of("a9", 0, police, police), Flood.Of("a11", 1, company, company)).ShouldHaveSingleItem();
        const string theirs = "Police in Velta did not say why they opened the gates.";
        const string its = "Valley Water would not say why they opened the gates.";
        Of(Flood.Of("a9", 0, theirs, theirs), Flood.Of("a11", 1, its, its)).Count.ShouldBe(2);
    }

    [Fact]
    public void What_says_nothing_by_itself_is_never_taken_together()
    {
        const string why = "He did not say why.";
        Of(Flood.Of("a9", 0, why, why), Flood.Of("a11", 1, why, why)).Count.ShouldBe(2);
    }

    [Fact]
    public void Echoes_ask_nothing_anew()
    {
        var echo = Flood.Of("a11", 1, Gates, Gates) with { EchoOf = "a9" };
        Of(Flood.Of("a9", 0, Gates, Gates), echo).ShouldHaveSingleItem().Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_only_a_reprint_asks_or_tells_counts_and_the_same_words_tell_it_once()
    {
        const string told = "Ivo Tal opened the gates of the dam at Sarn.";
        var question = Of(
                Flood.Of("a9", 0, "It rained."),
                Flood.Of("a11", 1, Gates, Gates) with
                {
                    EchoOf = "a9",
                },
                Flood.Of("a20", 4, told),
                Flood.Of("a21", 5, told) with
                {
                    EchoOf = "a20",
                }
            )
            .ShouldHaveSingleItem();

        question.Asked.ShouldHaveSingleItem().Article.ShouldBe("a11");
        question.MayAnswer.ShouldHaveSingleItem().Passage.Article.ShouldBe("a20");
    }

    [Fact]
    public void The_id_stays_when_an_older_article_comes_late()
    {
        var known = Of(Flood.Of("a9", 3, Gates, Gates))[0].Id;
        Of(Flood.Of("a9", 3, Gates, Gates), Flood.Of("a30", 0, Gates, Gates)).ShouldHaveSingleItem().Id.ShouldBe(known);
    }

    [Fact]
    public void An_editors_question_keeps_its_id_and_takes_in_who_asks_the_same()
    {
        var question = Of(
                [new KnownQuestion("q1", "Who opened the gates of the Sarn dam?", Flood.Morning)],
                Flood.Of("a9", 0, Gates, Gates)
            )
            .ShouldHaveSingleItem();

        question.Id.ShouldBe("q1");
        question.Asked.ShouldHaveSingleItem().Article.ShouldBe("a9");
    }

    [Fact]
    public void The_order_in_which_articles_are_given_does_not_matter()
    {
        StoryArticle[] articles =
        [
            Flood.Of("a9", 0, Gates, Gates),
            Flood.Of("a11", 1, "Why did Velta get no warning?", "Why did Velta get no warning?"),
            Flood.Of("a14", 2, "Ivo Tal opened the gates of the dam at Sarn."),
        ];
        Shown(Of(articles)).ShouldBe(Shown(Of([.. articles.Reverse()])));

        static string Shown(IReadOnlyList<OpenQuestion> questions) =>
            string.Join(
                '\n',
                questions.Select(question =>
                    $"{question.Id} {string.Join(',', question.Asked)} {string.Join(',', question.MayAnswer.Select(answer => answer.Passage))}"
                )
            );
    }

    [Theory]
    [InlineData("Engineers say that Ivo Tal opened the gates of the dam at Sarn.", "names Ivo Tal")]
    [InlineData("The gates of the dam at Sarn were opened by Mira Holt at four.", "names Mira Holt")]
    public void Who_did_it_is_answered_by_a_name_at_the_verb(string text, string given)
    {
        var answer = Answers(Gates, Flood.Of("a20", 4, "It rained.\n\n" + text)).ShouldHaveSingleItem();

        answer.Because.ShouldContain(given);
        answer.Because[0].ShouldBe("shares opened, gates, dam, sarn");
        answer.Passage.ShouldBe(new PassageAnchor("a20", 100, 12, 12 + text.Length));
    }

    [Theory]
    // Who only says so.
    [InlineData("The gates of the dam at Sarn were opened in the night, Ivo Tal said.")]
    [InlineData("Ivo Tal said the gates of the dam at Sarn were opened too late.")]
    // To whom it was done, who did not, what is only thought or asked, and another dam.
    [InlineData("Ivo Tal never opened the gates of the dam at Sarn.")]
    [InlineData("Ivo Tal may have opened the gates of the dam at Sarn.")]
    [InlineData("The gates of the dam at Sarn were not opened by Ivo Tal.")]
    [InlineData("Was it Ivo Tal who opened the gates of the dam at Sarn?")]
    [InlineData("Ivo Tal opened the gates of the dam at Velta.")]
    [InlineData("Ivo Tal opened a school at Sarn.")]
    public void A_name_that_stands_elsewhere_is_no_answer(string text) =>
        Answers(Gates, Flood.Of("a20", 4, text)).ShouldBeEmpty();

    [Fact]
    public void What_came_before_or_stands_in_the_article_that_asks_is_no_answer()
    {
        const string told = "Ivo Tal opened the gates of the dam at Sarn.";
        Answers(Gates, Flood.Of("a5", -1, told)).ShouldBeEmpty();
        Of(Flood.Of("a9", 0, Gates, Gates), Flood.Of("a20", 4, told), Flood.Of("a21", 5, Gates, Gates))[0]
            .MayAnswer.ShouldBeEmpty();
    }

    [Fact]
    public void How_many_is_answered_by_a_figure_of_what_is_counted()
    {
        const string asked = "It was unclear how many people were missing in Velta.";
        const string told = "In Velta 14 people are still missing, and 300 houses are under water.";

        Answers(asked, Flood.Of("a20", 4, told).WithFigure("14 people", 14))
            .ShouldHaveSingleItem()
            .Because[1]
            .ShouldBe("counts 14 people");
        Answers(asked, Flood.Of("a20", 4, told).WithFigure("300 houses", 300)).ShouldBeEmpty();
    }

    [Fact]
    public void When_is_answered_by_a_date_at_what_happens()
    {
        const string asked = "The company has not said when the dam at Sarn will be repaired.";

        Answers(
                asked,
                Flood
                    .Of("a20", 4, "The dam at Sarn will be repaired in May, the company said.")
                    .WithMoment("in May", "2031-05")
            )
            .ShouldHaveSingleItem()
            .Because[1]
            .ShouldBe("dates it in May");
        Answers(
                asked,
                Flood
                    .Of(
                        "a20",
                        4,
                        "The dam at Sarn, which was inspected on Tuesday and will be repaired, was built by Valley Water."
                    )
                    .WithMoment("on Tuesday", "2031-03-11")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Where_is_answered_by_a_place_at_what_happened()
    {
        const string asked = "It is not known where the barge was moored.";
        Answers(asked, Flood.Of("a20", 4, "The barge was moored at Lower Quay."))
            .ShouldHaveSingleItem()
            .Because[1]
            .ShouldBe("names the place Lower Quay");
        Answers(asked, Flood.Of("a20", 4, "The barge was moored, Ivo Tal told people in Velta.")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The siren at Sarn was sounded before the wave, Valley Water said.", Stance.Asserted, "says yes")]
    [InlineData("The siren at Sarn was not sounded before the wave, Valley Water said.", Stance.Asserted, "says no")]
    [InlineData("Valley Water denied that the siren at Sarn was sounded before the wave.", Stance.Denied, "says no")]
    public void Whether_is_answered_by_yes_or_no(string text, Stance stance, string given)
    {
        const string asked = "It is unclear whether the siren at Sarn was sounded before the wave.";
        var answer = Answers(asked, Flood.Of("a20", 4, text).WithStatement(text, "Valley Water", stance))
            .ShouldHaveSingleItem();

        answer.Because[1].ShouldBe(given);
        answer.Statement.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Investigators asked whether the siren at Sarn was sounded before the wave.")]
    [InlineData("The siren at Sarn should have been sounded before the wave.")]
    public void What_only_considers_it_is_neither_yes_nor_no(string text) =>
        Answers("It is unclear whether the siren at Sarn was sounded before the wave.", Flood.Of("a20", 4, text))
            .ShouldBeEmpty();

    [Fact]
    public void Why_is_answered_by_a_cause()
    {
        const string asked = "The cause of the crack in the dam at Sarn is not known.";
        Answers(asked, Flood.Of("a20", 4, "The crack in the dam at Sarn was caused by a frozen joint."))
            .ShouldHaveSingleItem()
            .Because[1]
            .ShouldBe("gives a cause: caused by");
        Answers(asked, Flood.Of("a20", 4, "The crack in the dam at Sarn is a metre long.")).ShouldBeEmpty();
    }

    [Fact]
    public void What_asks_for_no_sort_of_answer_gets_none() =>
        Answers(
                "What Valley Water gains from the dam at Sarn is less clear.",
                Flood.Of("a20", 4, "Valley Water gains money from the dam at Sarn.")
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_story_of_many_long_articles_is_looked_through_in_bounds()
    {
        var long_ = string.Join(
            ' ',
            Enumerable.Range(0, 20_000).Select(i => $"Who opened gate {i} of the dam at Sarn?")
        );
        var articles = Enumerable
            .Range(0, 5)
            .Select(i =>
                Flood.Of(
                    $"a{i}",
                    i,
                    long_,
                    [.. Enumerable.Range(0, 300).Select(n => $"Who opened gate {n} of the dam at Sarn?")]
                )
            )
            .ToArray();
        Of(articles).Count.ShouldBe(200);
    }

    [Fact]
    public void Going_on_gives_what_beginning_anew_gives_also_after_people_said_something()
    {
        var reader = new StoryReader();
        List<StoryArticle> story = [];
        List<KnownQuestion> known = [];
        string[] told =
        [
            Gates,
            "Officials have not said who had the dam gates opened.",
            "Why did Velta get no warning?",
            "Ivo Tal opened the gates of the dam at Sarn.",
            "Velta got no warning because Mira Holt was asleep.",
        ];
        for (var i = 0; i < 20; i++)
        {
            var text = told[i % told.Length];
            story.Add(Flood.Of($"a{i}", i, text, i % told.Length < 3 ? [text] : []));
            if (i % 6 == 5)
            {
                known.Add(new KnownQuestion($"q{i}", told[i % 3], i % 4 == 1 ? Flood.Morning : null));
            }
            Shown(reader).ShouldBe(Shown(new StoryReader()));
        }

        string Shown(StoryReader by) =>
            System.Text.Encoding.UTF8.GetString(
                EntryKinds.StoryRead.New("s1", "weaver/1", by.Read(1, "Dam", 1, null, story, [.. known])).Payload.Span
            );
    }

    private static IReadOnlyList<OpenQuestion> Of(params StoryArticle[] articles) => Of([], articles);

    private static IReadOnlyList<OpenQuestion> Of(IReadOnlyList<KnownQuestion> known, params StoryArticle[] articles) =>
        new StoryReader().Read(1, "Dam", 1, null, articles, known).Questions;

    private static IReadOnlyList<PossibleAnswer> Answers(string asked, StoryArticle told) =>
        Of(Flood.Of("a9", 0, asked, asked), told)
            .Single(question => question.Asked.Any(asking => asking.Article == "a9"))
            .MayAnswer;
}
