using System.Net;

namespace Perennial.Publish.Tests;

public sealed class TrailPageTests
{
    private const string Words = "“The dam holds, and nobody has to sleep in a school,”";
    private const string Garbled = "“The dam breaks, and nobody has to sleep,”";

    [Fact]
    public async Task A_statement_shows_the_way_of_its_words_with_what_changed()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, last) = await TrailAsync(site);

        foreach (var id in new[] { first, last })
        {
            var page = await site.GetAsync($"/statements/{id}");
            page.ShouldContain("The way of these words");
            page.ShouldContain("3 reports carry it, 2 origins.");
            page.ShouldContain("<del>holds</del> <ins>breaks</ins>");
            page.ShouldContain("<q>holds</q> became <q>breaks</q>");
            page.ShouldContain("title=\"in a school\">[…]");
            page.ShouldContain("by way of Radio Velta (not sure)");
            page.ShouldContain("given to somebody else than in Sarn Wire");
        }
    }

    [Theory]
    [InlineData("en", "carried by Sarn Wire, words confirmed by an editor")]
    [InlineData("fr", "d’après Sarn Wire, propos confirmés par la rédaction")]
    public async Task Words_that_an_editor_confirmed_are_said_to_be_verbatim(string language, string words)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var carrying = Carrying("Sarn Wire", Words, "Ivo Tal");
        var article = await site.AddArticleAsync(
            story,
            carrying with
            {
                Statements = [carrying.Statements[0] with { Confirmed = true }],
            }
        );

        var page = await site.GetAsync($"/statements/{Id(article, Words, "Ivo Tal")}?lang={language}");
        page.ShouldContain(words);
        page.ShouldNotContain("as carried by");
    }

    [Fact]
    public async Task A_carrier_that_nobody_saw_is_a_gap_with_the_name_that_is_known()
    {
        await using var site = await RunningSite.StartAsync();
        var (_, last) = await TrailAsync(site);

        (await site.GetAsync($"/statements/{last}")).ShouldContain(
            "<li class=\"gap\"><p>Radio Velta: not seen here</p></li>"
        );
    }

    [Fact]
    public async Task It_is_told_in_french_too()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, _) = await TrailAsync(site);

        (await site.GetAsync($"/statements/{first}?lang=fr")).ShouldContain("Le chemin de ces mots");
    }

    [Fact]
    public async Task The_front_page_leads_to_the_longest_way()
    {
        await using var site = await RunningSite.StartAsync();
        (await site.GetAsync("/")).ShouldNotContain("Follow a quotation");
        var (first, _) = await TrailAsync(site);

        (await site.GetAsync("/")).ShouldContain($"<a href=\"/statements/{first}\">Follow a quotation on its way</a>");
        (await site.GetAsync("/sections/world")).ShouldNotContain("Follow a quotation");
    }

    [Fact]
    public async Task Nothing_of_what_is_held_stands_in_the_way()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, last) = await TrailAsync(site);
        var held = await site.Newsroom.AppendAsync(
            EntryKinds.Held.New(LastStory, "tester", new GateMoved { Reason = "a test" })
        );
        held.ShouldHaveSingleItem();

        var page = await site.GetAsync($"/statements/{first}");
        page.ShouldNotContain("breaks");
        page.ShouldNotContain("Newsgrind");
        (await site.AnswerAsync($"/statements/{last}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Words_without_a_licence_are_not_shown_in_the_way_either()
    {
        await using var site = await RunningSite.StartAsync();
        var (first, _) = await TrailAsync(site, SourceLicence.None, new string('x', Excerpt.Budget - 10));

        var page = await site.GetAsync($"/statements/{first}");
        page.ShouldContain("We have no licence to show the words of this report.");
        page.ShouldNotContain("breaks");
    }

    [Fact]
    public async Task A_statement_that_one_article_carries_has_no_way()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var article = await site.AddArticleAsync(story, Carrying("Sarn Wire", Words, "Ivo Tal"));

        (await site.GetAsync($"/statements/{Id(article, Words, "Ivo Tal")}")).ShouldNotContain(
            "The way of these words"
        );
    }

    private string LastStory { get; set; } = "";

    /// <summary>A wire, its reprint, and a mill that garbles what a broadcaster had from the wire.</summary>
    private async Task<(string First, string Last)> TrailAsync(
        RunningSite site,
        SourceLicence licence = SourceLicence.Full,
        string before = ""
    )
    {
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "The dam holds");
        LastStory = await site.OpenStoryAsync("mill");
        string[] articles =
        [
            await site.AddArticleAsync(story, Carrying("Sarn Wire", Words, "Ivo Tal")),
            await site.AddArticleAsync(story, Carrying("Hill Gazette", Words, "Ivo Tal")),
            await site.AddArticleAsync(LastStory, Carrying("Newsgrind", Garbled, "Mira Holt", before), licence),
        ];
        var first = Id(articles[0], Words, "Ivo Tal");
        var last = Id(articles[2], Garbled, "Mira Holt");
        await site.Newsroom.AppendAsync(
            EntryKinds.TrailExtended.New(
                "t1",
                "weaver/1",
                new TrailExtended
                {
                    After = 1,
                    Carriers =
                    [
                        At(0, articles[0], first, TrailRelation.Earliest) with
                        {
                            Origin = 1,
                        },
                        At(1, articles[1], Id(articles[1], Words, "Ivo Tal"), TrailRelation.Echo) with
                        {
                            From = first,
                            Origin = 1,
                            ComparedWith = first,
                            Runs = [new TrailRun(TrailRunKind.Kept, 1, 51)],
                        },
                        At(2, articles[2], last, TrailRelation.ByWayOf) with
                        {
                            By = "Radio Velta",
                            Sure = false,
                            Origin = 2,
                            OtherSpeaker = true,
                            ComparedWith = first,
                            Runs = Compared(),
                        },
                    ],
                }
            )
        );
        return (first, last);
    }

    private static IReadOnlyList<TrailRun> Compared()
    {
        return
        [
            In(Garbled, TrailRunKind.Kept, "The dam"),
            In(Words, TrailRunKind.Dropped, "holds"),
            In(Garbled, TrailRunKind.Added, "breaks"),
            In(Garbled, TrailRunKind.Kept, "and nobody has to sleep"),
            In(Words, TrailRunKind.Cut, "in a school"),
        ];

        static TrailRun In(string text, TrailRunKind kind, string words)
        {
            var start = text.IndexOf(words, StringComparison.Ordinal);
            return new TrailRun(kind, start, start + words.Length);
        }
    }

    private static TrailCarrier At(int hour, string article, string statement, TrailRelation relation) =>
        new()
        {
            Statement = statement,
            Article = article,
            At = new DateTimeOffset(2031, 3, 12, 8 + hour, 0, 0, TimeSpan.Zero),
            Relation = relation,
        };

    private static string Id(string article, string words, string speaker) =>
        StatementId.Of(article, Said(words, speaker));

    private static Statement Said(string words, string speaker) =>
        new()
        {
            Kind = StatementKind.Direct,
            Text = words,
            Speaker = new Speaker { Name = speaker, Sure = true },
        };

    private static Article Carrying(string outlet, string words, string speaker, string before = "") =>
        new()
        {
            SiteName = outlet,
            Title = "The dam",
            Language = "en",
            Text = "A text.",
            Statements = before.Length > 0 ? [Said(before, speaker), Said(words, speaker)] : [Said(words, speaker)],
        };
}
