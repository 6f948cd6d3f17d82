using System.Net;
using System.Text.RegularExpressions;

namespace Perennial.Publish.Tests;

/// <summary>What is not known of a story, what may answer it, and what a person said of it.</summary>
public sealed partial class QuestionPageTests
{
    private const string Asked = "It is not known who opened the gates of the dam at Sarn.";
    private const string Told = "Ivo Tal opened the gates of the dam at Sarn.";

    private string story = "";
    private string asking = "";
    private string telling = "";

    private string Id => QuestionId.Of(asking, new Question(0, Asked.Length, Asked, StatementPlace.Body));

    [Fact]
    public async Task What_is_not_known_stands_there_with_who_asks_it_and_what_may_answer_it()
    {
        await using var site = await AskingAsync();

        var page = await site.GetAsync("/stories/flood");
        Section(page).ShouldContain($"<li id=\"{Id}\"");
        Plain(Section(page))
            .ShouldBe(
                $"What is not known {Asked} asked by Sarn Wire since 12 Mar 2031 09:00 May answer it: {Told} Radio Velta, 12 Mar 2031 10:00. shares opened, gates, dam, sarn; names Ivo Tal"
            );
    }

    [Fact]
    public async Task What_a_person_said_stands_under_it_and_the_page_as_it_was_has_it_as_it_was()
    {
        await using var site = await AskingAsync();
        var before = site.Newsroom.Ledger.Head;
        await ChangeAsync(
            site,
            new QuestionAnswer { Article = telling, Words = "opened the gates" },
            QuestionState.Answered,
            "He says so."
        );

        var now = Plain(Section(await site.GetAsync("/stories/flood")));
        now.ShouldStartWith($"Answered {Asked}");
        now.ShouldContain("opened the gates Radio Velta. Answered");
        now.ShouldContain("He says so.");
        now.ShouldNotContain("May answer");
        Plain(Section(await site.GetAsync($"/stories/flood?at={before}"))).ShouldStartWith("What is not known");

        await ChangeAsync(site, null, QuestionState.Dropped, "Nobody asks.");
        Plain(Section(await site.GetAsync("/stories/flood"))).ShouldStartWith("1 question that is no longer asked");
    }

    [Fact]
    public async Task A_question_of_our_own_stands_first_in_our_words_before_it_has_been_read()
    {
        await using var site = await AskingAsync();
        await site.Newsroom.AppendAsync(
            EntryKinds.QuestionChanged.New(
                "q2222222222",
                "u1",
                new QuestionChanged
                {
                    Story = story,
                    State = QuestionState.Open,
                    Text = "Who pays for <all> this?",
                }
            )
        );

        var section = Section(await site.GetAsync("/stories/flood?lang=fr"));
        section.ShouldContain("Who pays for &lt;all&gt; this?");
        Plain(section).ShouldStartWith("Ce qu’on ne sait pas Who pays for <all> this? question posée par la rédaction");
    }

    [Fact]
    public async Task Open_pages_are_told()
    {
        await using var site = await AskingAsync();
        var before = site.Newsroom.Ledger.Head;
        await ChangeAsync(site, new QuestionAnswer { Text = "The minutes say so." }, QuestionState.Answered, null);

        var changes = await site.GetAsync($"/stories/flood/changes/{before}");
        changes.ShouldContain("\"event\":\"facts\"");
        changes.ShouldContain("The minutes say so.");
    }

    [Fact]
    public async Task What_is_held_asks_and_answers_nothing()
    {
        await using var site = await AskingAsync();
        await ChangeAsync(
            site,
            new QuestionAnswer { Article = telling, Words = "opened the gates" },
            QuestionState.Answered,
            null
        );
        var post = await site.Newsroom.AppendAsync(
            EntryKinds.PostPublished.New(
                "p2222222222",
                "weaver/1",
                new PostPublished
                {
                    Story = story,
                    Post = new Post { Time = DateTimeOffset.UnixEpoch, Article = telling },
                }
            ),
            EntryKinds.Held.New("p2222222222", "u1", new GateMoved { Reason = "a test" })
        );
        post.Count.ShouldBe(2);

        var section = Section(await site.GetAsync("/stories/flood"));
        section.ShouldNotContain("opened the gates</span>");
        section.ShouldContain(Asked);
    }

    [Fact]
    public async Task Words_without_a_licence_are_not_shown()
    {
        // What was said takes all the room that the excerpt has.
        await using var site = await AskingAsync(SourceLicence.None, new string('x', 350) + "\n\n");

        var page = await site.GetAsync("/stories/flood");
        page.ShouldNotContain(Asked);
        page.ShouldNotContain("id=\"questions\"");
    }

    [Fact]
    public async Task Who_and_what_is_named_stands_there_and_the_kicker_over_the_headline_until_a_person_writes_one()
    {
        await using var site = await AskingAsync();

        var page = await site.GetAsync("/stories/flood");
        Plain(Named().Match(page).Value).ShouldBe("People and places People Ivo Tal 2 origins Places Sarn 2 origins");
        Plain(Kicker().Match(page).Value).ShouldContain("Dam at Sarn");
        Plain(Kicker().Match(await site.GetAsync("/")).Value).ShouldContain("Dam at Sarn");

        await site.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(story, "u1", new StoryChanged { Kicker = "The flood" })
        );
        Plain(Kicker().Match(await site.GetAsync("/stories/flood")).Value).ShouldContain("The flood");
        Kicker().Match(await site.GetAsync("/stories/flood")).Value.ShouldNotContain("Dam at Sarn");
    }

    [Fact]
    public async Task A_story_that_is_told_in_another_language_leads_there_unless_that_is_held()
    {
        await using var site = await AskingAsync();
        const string french = "s2222222222";
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryOpened.New(
                french,
                "weaver/1",
                new StoryOpened
                {
                    Slug = "crue",
                    Headline = "La crue à Sarn",
                    Language = "fr",
                }
            ),
            EntryKinds.StoryRead.New(
                story,
                "weaver/1",
                new StoryRead { After = 1, Tellings = [new StoryTelling(french, "fr", ["shares Sarn"])] }
            )
        );
        await site.PublishAsync(french, "La crue");

        const string link = "<a href=\"/stories/crue\" hreflang=\"fr\" lang=\"fr\" dir=\"auto\">La crue à Sarn</a>";
        WebUtility.HtmlDecode(await site.GetAsync("/stories/flood")).ShouldContain($"Also told in French: {link}");
        WebUtility.HtmlDecode(await site.GetAsync("/stories/flood?lang=fr")).ShouldContain("Raconté aussi en français");
        await site.HoldAsync(french);
        (await site.GetAsync("/stories/flood")).ShouldNotContain("told-in");
    }

    private async Task<RunningSite> AskingAsync(SourceLicence licence = SourceLicence.Full, string before = "")
    {
        var site = await RunningSite.StartAsync();
        story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "The dam holds");
        asking = await site.AddArticleAsync(story, Report("Sarn Wire", before + Asked, Asked), licence);
        telling = await site.AddArticleAsync(story, Report("Radio Velta", before + Told), licence);
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryRead.New(
                story,
                "weaver/1",
                new StoryRead
                {
                    After = 1,
                    Questions =
                    [
                        new OpenQuestion
                        {
                            Id = Id,
                            Kind = QuestionKind.Who,
                            Asked = [new Asking(Id, asking, new DateTimeOffset(2031, 3, 12, 9, 0, 0, TimeSpan.Zero))],
                            MayAnswer =
                            [
                                new PossibleAnswer
                                {
                                    Passage = new PassageAnchor(
                                        telling,
                                        Read(site, telling),
                                        before.Length,
                                        before.Length + Told.Length
                                    ),
                                    At = new DateTimeOffset(2031, 3, 12, 10, 0, 0, TimeSpan.Zero),
                                    Because = ["shares opened, gates, dam, sarn", "names Ivo Tal"],
                                },
                            ],
                        },
                    ],
                    Name = new StoryName
                    {
                        Kicker = new PassageAnchor(
                            asking,
                            Read(site, asking),
                            before.Length + Asked.IndexOf("dam", StringComparison.Ordinal),
                            before.Length + Asked.Length - 1
                        ),
                        Named =
                        [
                            new StoryEntity(telling, Read(site, telling), "e1", EntityKind.Person, 2),
                            new StoryEntity(asking, Read(site, asking), "e2", EntityKind.Place, 2),
                        ],
                    },
                }
            )
        );
        return site;
    }

    private Task<IReadOnlyList<Entry>> ChangeAsync(
        RunningSite site,
        QuestionAnswer? answer,
        QuestionState state,
        string? reason
    ) =>
        site.Newsroom.AppendAsync(
            EntryKinds.QuestionChanged.New(
                Id,
                "u1",
                new QuestionChanged
                {
                    Story = story,
                    State = state,
                    Words = StatementId.WordsOf(Asked),
                    Answer = answer,
                    Reason = reason,
                }
            )
        );

    private static long Read(RunningSite site, string article) =>
        site.Newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, article, long.MaxValue)!.Position;

    private static Article Report(string outlet, string text, params string[] questions) =>
        new()
        {
            SiteName = outlet,
            Title = "The gates of the dam",
            Language = "en",
            Text = text,
            Statements =
            [
                new Statement
                {
                    Kind = StatementKind.Direct,
                    Start = 0,
                    End = Math.Min(350, text.Length),
                    Spans =
                    [
                        [0, Math.Min(350, text.Length)],
                    ],
                    Text = text[..Math.Min(350, text.Length)],
                    Speaker = new Speaker { Name = "Ivo Tal", Sure = true },
                },
            ],
            Questions =
            [
                .. questions.Select(question =>
                {
                    var start = text.IndexOf(question, StringComparison.Ordinal);
                    return new Question(start, start + question.Length, question, StatementPlace.Body);
                }),
            ],
            Entities =
            [
                new Entity { Id = "e1", Name = "Ivo Tal" },
                new Entity
                {
                    Id = "e2",
                    Name = "Sarn",
                    Kind = EntityKind.Place,
                },
            ],
        };

    private static string Section(string page) => Questions().Match(page).Value;

    private static string Plain(string html) =>
        Blanks()
            .Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ")
            .Replace(" ,", ",", StringComparison.Ordinal)
            .Replace(" .", ".", StringComparison.Ordinal)
            .Trim();

    [GeneratedRegex("<section id=\"questions\".*?</section>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Questions();

    [GeneratedRegex("<section id=\"named\".*?</section>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex("<p class=\"kicker\">.*?</p>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Kicker();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
