using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>What editors ask of stories and say of their questions, and what later readings make of it.</summary>
public sealed class QuestionEditsTests : IAsyncLifetime
{
    private const string Asked = "It is not known who ordered the sluices of the dam to be opened.";
    private const string AskedAnew = "Officials have not said who ordered the sluices opened at the dam.";

    private readonly EditedNewsroom newsroom = new(readsStories: true);
    private string report = "";
    private string story = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        report = await newsroom.SettledAsync(Asking(SarnFlood.First, Asked));
        story = newsroom.StoryOf(report).ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task What_a_person_said_of_a_question_stays_with_it_in_whatever_words_it_is_asked_again()
    {
        var id = Last().Questions.ShouldHaveSingleItem().Id;
        QuestionId.ArticleOf(id).ShouldBe(report);

        var outcome = await newsroom.Acts.ChangeQuestionAsync(
            id,
            new(State: "dropped", Reason: "The mayor did."),
            "u1",
            Cancellation
        );

        (outcome.ShouldNotBeNull().Refusal, outcome.Subject).ShouldBe((null, id));
        await newsroom.SettledAsync(Asking(SarnFlood.Second, AskedAnew));
        await newsroom.RestartAsync();
        await newsroom.SettledAsync(Asking(SarnFlood.Third, Asked));
        var question = Last().Questions.ShouldHaveSingleItem();
        (question.Id, question.Asked.Count).ShouldBe((id, 3));
        Act(id).Said.State.ShouldBe(QuestionState.Dropped);
    }

    [Fact]
    public async Task Whoever_names_a_later_asking_means_the_question()
    {
        await newsroom.SettledAsync(Asking(SarnFlood.Second, AskedAnew));
        var question = Last().Questions.ShouldHaveSingleItem();

        var outcome = await newsroom.Acts.ChangeQuestionAsync(
            question.Asked[1].Id,
            new(State: "answered"),
            "u1",
            Cancellation
        );
        outcome.ShouldNotBeNull().Subject.ShouldBe(question.Id);
        await newsroom.IdleAsync();
        Last().Questions.ShouldHaveSingleItem().Id.ShouldBe(question.Id);
    }

    [Fact]
    public async Task An_editors_own_question_goes_with_its_story_and_is_asked_once()
    {
        var outcome = await newsroom.Acts.AskAsync(
            story,
            new("How many houses stand empty?", Reason: "Readers ask."),
            "u1",
            Cancellation
        );
        var id = outcome.ShouldNotBeNull().Subject.ShouldNotBeNull();
        (
            await newsroom.Acts.AskAsync(story, new("How many houses stand empty"), "u1", Cancellation)
        )!.Refusal!.ShouldContain(id);

        var other = await newsroom.Acts.OpenStoryAsync("The vote", null, null, "u1", Cancellation);
        await newsroom.Acts.MergeStoryAsync(story, other.Id, "u1", Cancellation);
        await newsroom.IdleAsync();

        newsroom
            .Look(snapshot => QuestionsView.Of(snapshot, other.Id))
            .ShouldHaveSingleItem()
            .Said.Text.ShouldBe("How many houses stand empty?");
        Last().Questions.Select(question => question.Id).ShouldContain(id);
    }

    [Fact]
    public async Task An_answer_is_a_statement_or_words_of_an_article_or_our_own()
    {
        var id = Last().Questions[0].Id;
        var statement = newsroom.Look(snapshot => ArticlesView.Find(snapshot, report)!.Article!.Statements[0]);
        QuestionAnswer[] answers =
        [
            new() { Statement = StatementId.Of(report, statement) },
            new() { Article = report, Words = "Engineers opened two sluices during the night" },
            new() { Text = "The district council, by its minutes." },
        ];
        foreach (var answer in answers)
        {
            (
                await newsroom.Acts.ChangeQuestionAsync(id, new(State: "answered", Answer: answer), "u1", Cancellation)
            )!.Refusal.ShouldBeNull();
            Act(id).Said.Answer.ShouldBe(answer);
        }
        newsroom
            .Look(snapshot => QuestionsView.Of(snapshot, story, Act(id).Position - 1))
            .ShouldHaveSingleItem()
            .Said.Answer.ShouldBe(answers[1]);
    }

    [Theory]
    [InlineData("settled", null, null, null, null, "open, answered, dropped")]
    [InlineData("1", null, null, null, null, "open, answered, dropped")]
    [InlineData("open", "a1x", null, null, null, "only an answered")]
    [InlineData("answered", "a1deadbeef", null, null, null, "the id of a statement")]
    [InlineData("answered", null, "REPORT", "words that stand nowhere", null, "exactly")]
    [InlineData("answered", "a1deadbeef", null, null, "both", "or a text")]
    [InlineData("answered", null, null, null, null, "or a text", true)]
    public async Task What_can_not_be_is_refused(
        string state,
        string? statement,
        string? article,
        string? words,
        string? text,
        string why,
        bool empty = false
    )
    {
        var answer =
            empty || (statement ?? article ?? text) is not null
                ? new QuestionAnswer
                {
                    Statement = statement,
                    Article = article is null ? null : report,
                    Words = words,
                    Text = text,
                }
                : null;
        var outcome = await newsroom.Acts.ChangeQuestionAsync(
            Last().Questions[0].Id,
            new(State: state, Answer: answer),
            "u1",
            Cancellation
        );

        outcome.ShouldNotBeNull().Refusal.ShouldNotBeNull().ShouldContain(why);
    }

    [Theory]
    [InlineData("q2222222222")]
    [InlineData("qa1deadbeef")]
    [InlineData("")]
    [InlineData("qadeadbeef")]
    public async Task There_is_no_such_question(string id) =>
        (await newsroom.Acts.ChangeQuestionAsync(id, new(State: "dropped"), "u1", Cancellation)).ShouldBeNull();

    [Fact]
    public async Task What_an_editor_writes_at_the_head_stays_and_an_empty_kicker_is_given_back()
    {
        await newsroom.Acts.ChangeStoryAsync(
            story,
            new(Headline: "The night at Sarn", Kicker: "Flood", Closed: true),
            "u1",
            Cancellation
        );
        var closed = newsroom.Look(snapshot => StoriesView.Find(snapshot, story)!);
        await newsroom.SettledAsync(SarnFlood.Second);

        var row = newsroom.Look(snapshot => StoriesView.Find(snapshot, story)!);
        (row.Headline, row.Kicker, row.Closed).ShouldBe(("The night at Sarn", "Flood", newsroom.Clock.GetUtcNow()));
        await newsroom.Acts.ChangeStoryAsync(story, new(Kicker: "", Closed: false), "u1", Cancellation);
        row = newsroom.Look(snapshot => StoriesView.Find(snapshot, story)!);
        (row.Headline, row.Kicker, row.Closed).ShouldBe(("The night at Sarn", null, null));
        newsroom.Look(snapshot => StoriesView.FindBySlug(snapshot, row.Slug, closed.Since)!.Closed).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null, null, "name what changes")]
    [InlineData(" ", null, "headline must have")]
    [InlineData(null, "nowhere", "there is no nowhere")]
    public async Task A_head_that_can_not_be_is_refused(string? headline, string? section, string why) =>
        (await newsroom.Acts.ChangeStoryAsync(story, new(Headline: headline, Section: section), "u1", Cancellation))
            .ShouldNotBeNull()
            .Refusal.ShouldNotBeNull()
            .ShouldContain(why);

    [Fact]
    public async Task A_story_is_filed_where_most_of_its_origins_have_it_and_only_once()
    {
        await newsroom.Acts.NameSiteAsync(
            new Site
            {
                Name = "The Valley",
                Sections = [new SiteSection("valley", "Valley"), new SiteSection("world", "World")],
            },
            Cancellation
        );
        await newsroom.SettledAsync(SarnFlood.Second with { Section = "Valley", SiteName = "Radio Velta" });
        await newsroom.SettledAsync(SarnFlood.Third with { Section = "World", SiteName = "The Hill" });

        newsroom.Look(snapshot => StoriesView.Find(snapshot, story)!.Section).ShouldBe("valley");
        newsroom
            .Entries.Count(entry =>
                EntryKinds.StoryChanged.Is(entry) && EntryKinds.StoryChanged.Read(entry)!.Section is not null
            )
            .ShouldBe(1);
    }

    private QuestionAct Act(string id) => newsroom.Look(snapshot => QuestionsView.Find(snapshot, id)).ShouldNotBeNull();

    private StoryRead Last() =>
        EntryKinds.StoryRead.Read(newsroom.Entries.Last(EntryKinds.StoryRead.Is)).ShouldNotBeNull();

    private static Article Asking(Article report, string question) =>
        report with
        {
            Text = $"{report.Text} {question}",
            Questions =
            [
                new Question(
                    report.Text.Length + 1,
                    report.Text.Length + 1 + question.Length,
                    question,
                    StatementPlace.Body
                ),
            ],
        };
}
