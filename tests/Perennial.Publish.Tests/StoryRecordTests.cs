using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>What is read out of a story's articles together, as its page shows it.</summary>
public sealed class StoryRecordTests
{
    private const string Headline = "Ivo Tal: ‘Nobody was told’ as 14 hurt at Sarn";
    private const string Text =
        "The gates of the Sarn dam were opened on Monday. “Nobody was told,” said mayor Ivo Tal. The hospital counted 14 people hurt.\n\n"
        + "Police said 31 people were hurt.";
    private const string Quoted = "“Nobody was told,”";
    private static readonly DateTimeOffset Nine = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ten = Nine.AddHours(1);

    [Fact]
    public async Task Each_speaker_stands_with_role_words_and_carriers()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, second) = await ToldAsync(site);
        await site.LinkAsync(first, Link("e1", "e2222222222", "Ivo Tal"));

        var page = await site.GetAsync("/stories/sarn");

        page.ShouldContain("<a class=\"who\" href=\"/people/e2222222222\" dir=\"auto\">Ivo Tal</a>");
        page.ShouldContain("<small dir=\"auto\">mayor</small>");
        page.ShouldContain("“Nobody was told”");
        page.ShouldContain(
            $"<a href=\"/statements/{StatementId.Of(first, Said())}\">as carried by Sarn Wire and 1 other</a>, 2 origins"
        );
        page.ShouldContain("quoted");
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Figures_stand_side_by_side_with_givers_in_a_table_and_a_drawing_that_says_the_same()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, second) = await ToldAsync(site);

        var page = await site.GetAsync("/stories/sarn");

        page.ShouldContain(">14 people</td>");
        page.ShouldContain(">31 people</td>");
        page.ShouldContain("no giver named");
        page.ShouldContain($"href=\"/articles/{first}#b0\"");
        page.ShouldContain($"href=\"/articles/{second}#b{Text.IndexOf("Police", StringComparison.Ordinal)}\"");
        page.ShouldContain(
            "role=\"img\" aria-label=\"people, as it was given over time: 14 people, no giver named, 09:00; 31 people, no giver named, 10:00\""
        );
        // Nothing is added up.
        page.ShouldNotContain("45 people");
    }

    [Fact]
    public async Task Dated_moments_stand_with_their_sentence_and_origins()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, _) = await ToldAsync(site);

        var page = await site.GetAsync("/stories/sarn");

        page.ShouldContain("<time datetime=\"2026-03-09\">");
        page.ShouldContain("The gates of the Sarn dam were opened on Monday.</span>");
        page.ShouldContain($"<a href=\"/articles/{first}#b0\" dir=\"auto\">Sarn Wire</a>, in 2 origins");
    }

    [Fact]
    public async Task A_headline_leads_to_the_passages_that_carry_it_or_says_that_none_does()
    {
        await using var site = await RunningSite.StartAsync();
        await ToldAsync(site);

        var page = await site.GetAsync("/stories/sarn");

        page.ShouldContain("<a class=\"check\" href=\"#carried-9\">‘Nobody was told’</a>");
        page.ShouldContain("<li id=\"carried-9\" tabindex=\"-1\">");
        page.ShouldContain("<a class=\"check uncarried\" href=\"#carried-30\">14</a>");
        page.ShouldContain("<li id=\"carried-30\" tabindex=\"-1\">");
        page.ShouldContain("No passage of the reports below says this.");
        page.ShouldContain("<a href=\"#headline-check\">Check this headline</a>");
    }

    [Fact]
    public async Task Another_headline_than_the_one_that_was_looked_at_has_no_handles()
    {
        await using var site = await RunningSite.StartAsync();
        await ToldAsync(site);
        var story = site.Newsroom.Ledger.ReadSince(EntryKinds.StoryOpened, DateTimeOffset.MinValue)[0].Subject;
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(story, RunningSite.Author, new StoryChanged { Headline = "Another" })
        );

        var page = await site.GetAsync("/stories/sarn");

        page.ShouldContain("<h1 dir=\"auto\">Another</h1>");
        page.ShouldNotContain("headline-check");
    }

    [Fact]
    public async Task Without_a_licence_only_what_stands_in_the_excerpt_is_shown()
    {
        await using var site = await RunningSite.StartAsync();
        await ToldAsync(
            site,
            SourceLicence.None,
            report => report with { Standfirst = new string('x', Excerpt.Budget - 30) }
        );

        var page = await site.GetAsync("/stories/sarn");

        // The quotation is short enough for what is left of the budget, the sentences around it are not in it.
        page.ShouldContain("“Nobody was told”");
        page.ShouldNotContain("The gates of the Sarn dam");
        page.ShouldContain("We have no licence to show the words of this report.");
        page.ShouldNotContain("14 people");
        page.ShouldNotContain("id=\"figures\"");
    }

    [Fact]
    public async Task What_is_held_or_gone_is_cited_nowhere()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, second) = await ToldAsync(site);
        await site.Newsroom.AppendAsync(EntryKinds.PageGone.New(second, "gatherer", new PageGone { Status = 410 }));

        var page = await site.GetAsync("/stories/sarn");
        page.ShouldNotContain("31 people");
        page.ShouldContain("as carried by Sarn Wire</a>");

        var story = site.Newsroom.Ledger.ReadSince(EntryKinds.StoryOpened, DateTimeOffset.MinValue)[0].Subject;
        var post = await site.PublishAsync(story, RunningSite.APost("A post") with { Article = first });
        await site.HoldAsync(post.Subject);
        page = await site.GetAsync("/stories/sarn");
        page.ShouldNotContain("Nobody was told,");
        page.ShouldNotContain("id=\"said\"");
        page.ShouldNotContain("id=\"timeline\"");
    }

    [Fact]
    public async Task Passages_of_an_earlier_reading_are_not_shown_from_a_later_one()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, second) = await ToldAsync(site);
        foreach (var id in new[] { first, second })
        {
            await site.Newsroom.AppendAsync(
                EntryKinds.ArticleRead.New(
                    id,
                    "reader/1",
                    new ArticleRead { Capture = 1, Article = Report(Nine) with { Text = new string('z', 400) } }
                )
            );
        }

        var page = await site.GetAsync("/stories/sarn");

        page.ShouldNotContain("zzz");
        page.ShouldNotContain("id=\"timeline\"");
        page.ShouldNotContain("class=\"check\"");
    }

    [Fact]
    public async Task A_page_as_it_was_shows_what_was_read_then()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, _) = await ToldAsync(site);
        var story = site.Newsroom.Ledger.ReadSince(EntryKinds.StoryOpened, DateTimeOffset.MinValue)[0].Subject;
        var then = site.Newsroom.Ledger.Head;
        await site.Newsroom.AppendAsync(EntryKinds.StoryRead.New(story, "weaver/1", new StoryRead { After = then }));

        (await site.GetAsync("/stories/sarn")).ShouldNotContain("id=\"said\"");
        var page = await site.GetAsync($"/stories/sarn?at={then}");
        page.ShouldContain("as carried by Sarn Wire and 1 other");
        page.ShouldContain($"href=\"/articles/{first}?at={then}#b0\"");
        page.ShouldContain("href=\"#carried-9\"");
        (await site.GetAsync($"/stories/sarn?at={then - 1}")).ShouldNotContain("id=\"said\"");
    }

    [Fact]
    public async Task Without_a_licence_no_words_are_shown_as_they_were()
    {
        await using var site = await RunningSite.StartAsync();
        await ToldAsync(site, SourceLicence.None);
        (await site.GetAsync("/stories/sarn")).ShouldContain("“Nobody was told”");

        var page = await site.GetAsync($"/stories/sarn?at={site.Newsroom.Ledger.Head}");

        page.ShouldNotContain("“Nobody was told”");
        page.ShouldNotContain("The gates of the Sarn dam");
        page.ShouldNotContain("14 people");
    }

    [Fact]
    public async Task Open_pages_are_told_when_a_story_is_read_anew()
    {
        await using var site = await RunningSite.StartAsync();
        await ToldAsync(site);
        var read = site.Newsroom.Ledger.ReadSince(EntryKinds.StoryRead, DateTimeOffset.MinValue)[0];

        var changes = await site.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/stories/sarn/changes/{read.Position - 1}")
        );

        changes.ShouldContain("\"event\":\"facts\"");
        changes.ShouldContain("as carried by Sarn Wire and 1 other");
        // The head comes along, with the handles of its headline.
        changes.ShouldContain("check uncarried");
    }

    [Fact]
    public async Task It_is_told_in_french_too()
    {
        await using var site = await RunningSite.StartAsync();
        await ToldAsync(site);

        var page = await site.GetAsync("/stories/sarn?lang=fr");

        page.ShouldContain("Ce qui porte ce titre");
        page.ShouldContain("sans auteur nommé");
        page.ShouldContain("autre</a>");
    }

    [Fact]
    public async Task Programs_get_what_the_page_shows()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, _) = await ToldAsync(site);
        var story = site.Newsroom.Ledger.ReadSince(EntryKinds.StoryOpened, DateTimeOffset.MinValue)[0].Subject;

        foreach (var named in new[] { "sarn", story })
        {
            using var json = JsonDocument.Parse(await site.GetAsync($"/api/v1/stories/{named}/reading"));
            var reading = json.RootElement;
            reading.GetProperty("headline").GetString().ShouldBe(Headline);
            var side = reading.GetProperty("figures")[0].GetProperty("sides")[1];
            (side.GetProperty("value").GetDecimal(), side.GetProperty("giver").GetString()).ShouldBe((31, null));
            var said = reading.GetProperty("speakers")[0].GetProperty("statements")[0];
            said.GetProperty("url").GetString().ShouldEndWith($"/statements/{StatementId.Of(first, Said())}");
            said.GetProperty("carriers").GetArrayLength().ShouldBe(2);
            reading.GetProperty("timeline")[0].GetProperty("date").GetString().ShouldBe("2026-03-09");
            reading
                .GetProperty("claims")
                .EnumerateArray()
                .Select(claim => claim.GetProperty("passages").GetArrayLength())
                .ShouldBe([1, 1, 0]);
        }
        await site.HoldAsync(story);
        var held = await site.AnswerAsync("/api/v1/stories/sarn/reading");
        held.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        held.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    /// <summary>A story with two articles, and what the weaver reads out of them.</summary>
    private static async Task<(string First, string Second)> ToldAsync(
        RunningSite site,
        SourceLicence licence = SourceLicence.Full,
        Func<Article, Article>? changed = null
    )
    {
        changed ??= report => report;
        var story = await site.OpenStoryAsync("sarn", Headline);
        var since = site.Newsroom.Ledger.Head;
        var first = await site.AddArticleAsync(story, changed(Report(Nine)), licence);
        var second = await site.AddArticleAsync(story, changed(Report(Ten) with { SiteName = "Radio Velta" }), licence);
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryRead.New(
                story,
                "weaver/1",
                new StoryRead
                {
                    After = site.Newsroom.Ledger.Head,
                    Figures =
                    [
                        new StoryFigure
                        {
                            Passage = Anchor(second, "Police said 31 people were hurt."),
                            Sides =
                            [
                                new GivenFigure { Passage = Anchor(first, "14 people"), At = Nine },
                                new GivenFigure { Passage = Anchor(second, "31 people"), At = Ten },
                            ],
                        },
                    ],
                    Threads =
                    [
                        new StoryThread
                        {
                            Carriers =
                            [
                                new ThreadPlace(StatementId.Of(first, Said()), first, Nine),
                                new ThreadPlace(StatementId.Of(second, Said()), second, Ten),
                            ],
                            Carried = 2,
                            Origins = 2,
                        },
                    ],
                    Timeline =
                    [
                        new StoryMoment
                        {
                            Date = new DateOnly(2026, 3, 9),
                            Precision = "day",
                            Passages = [Anchor(first, "The gates of the Sarn dam were opened on Monday.")],
                            Articles = [first, second],
                            Carried = 2,
                            Origins = 2,
                        },
                    ],
                    Headline = new StoryHeadline
                    {
                        Since = since,
                        Claims =
                        [
                            Claim(ClaimKind.Name, "Ivo Tal", Anchor(first, "said mayor Ivo Tal")),
                            Claim(ClaimKind.Quotation, "‘Nobody was told’", Anchor(first, Quoted)),
                            Claim(ClaimKind.Figure, "14"),
                        ],
                    },
                }
            )
        );
        return (first, second);

        PassageAnchor Anchor(string article, string words)
        {
            var start = Text.IndexOf(words, StringComparison.Ordinal);
            var read = site.Newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, article, long.MaxValue)!;
            return new PassageAnchor(article, read.Position, start, start + words.Length);
        }
    }

    private static StoryClaim Claim(ClaimKind kind, string words, params PassageAnchor[] passages)
    {
        var start = Headline.IndexOf(words, StringComparison.Ordinal);
        return new StoryClaim
        {
            Kind = kind,
            Start = start,
            End = start + words.Length,
            Passages = passages,
        };
    }

    private static Article Report(DateTimeOffset at) =>
        new()
        {
            Title = "Gates of Sarn dam opened",
            SiteName = "Sarn Wire",
            Language = "en",
            Published = StatedTime.ParseIso(at.ToString("O", CultureInfo.InvariantCulture)),
            Text = Text,
            Blocks =
            [
                new Block(BlockKind.Paragraph, 0, Text.IndexOf('\n', StringComparison.Ordinal)),
                new Block(BlockKind.Paragraph, Text.IndexOf("Police", StringComparison.Ordinal), Text.Length),
            ],
            Statements = [Said()],
            Entities = [new Entity { Id = "e1", Name = "Ivo Tal" }],
            Figures = [Counted("14 people", 14), Counted("31 people", 31)],
        };

    private static Statement Said()
    {
        var start = Text.IndexOf(Quoted, StringComparison.Ordinal);
        return new Statement
        {
            Kind = StatementKind.Direct,
            Start = start,
            End = start + Quoted.Length,
            Spans =
            [
                [start, start + Quoted.Length],
            ],
            Text = Quoted,
            Speaker = new Speaker
            {
                Name = "Ivo Tal",
                Entity = "e1",
                Kind = SpeakerKind.Person,
                Sure = true,
            },
            Role = "mayor",
        };
    }

    private static Figure Counted(string words, decimal value)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Figure
        {
            Start = start,
            End = start + words.Length,
            Text = words,
            Value = value,
            Unit = "people",
        };
    }

    private static EntityLink Link(string local, string entity, string name) =>
        new()
        {
            In = local,
            Entity = entity,
            Kind = EntityKind.Person,
            Name = name,
        };
}
