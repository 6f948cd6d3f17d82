using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>Pieces written at our own desk, beside and inside stories.</summary>
public sealed class PieceTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private readonly SettableClock clock = new(Nine);

    [Theory]
    [InlineData(PieceGenre.News, "Report", "ReportageNewsArticle")]
    [InlineData(PieceGenre.Explainer, "Explainer", "BackgroundNewsArticle")]
    [InlineData(PieceGenre.Analysis, "Analysis", "AnalysisNewsArticle")]
    [InlineData(PieceGenre.Opinion, "Opinion", "OpinionNewsArticle")]
    public async Task A_piece_says_what_sort_it_is_to_readers_and_machines(PieceGenre genre, string label, string type)
    {
        await using var site = await StartAsync();
        await PublishAsync(site, APiece() with { Kind = genre });

        var page = await site.GetAsync("/pieces/why-dams-hold");

        page.ShouldContain($"<span class=\"label\">{label}</span>");
        page.ShouldContain("<a href=\"/authors/mara-tal\" rel=\"author\" dir=\"auto\">Mara Tal</a>");
        page.ShouldContain("<h2>The wall</h2>");
        page.Contains("This is what its author thinks.", StringComparison.Ordinal)
            .ShouldBe(genre == PieceGenre.Opinion);
        var data = Data(page);
        data.GetProperty("@type").GetString().ShouldBe(type);
        SchemaRules.Wrong(data).ShouldBeEmpty();
        data.GetProperty("author")[0].GetProperty("name").GetString().ShouldBe("Mara Tal");
    }

    [Fact]
    public async Task It_stands_on_the_front_page_its_section_its_stories_and_in_feeds_sitemaps_and_search()
    {
        await using var site = await StartAsync();
        var story = await site.OpenStoryAsync("flood", "Floods");
        await site.PublishAsync(story, "First");
        await PublishAsync(site, APiece() with { Stories = [story] });

        foreach (
            var address in new[]
            {
                "/",
                "/sections/world",
                "/stories/flood",
                "/search?q=concrete",
                "/sitemaps/pages.xml",
                "/sitemaps/news.xml",
            }
        )
        {
            (await site.GetAsync(address)).ShouldContain("/pieces/why-dams-hold", customMessage: address);
        }
        foreach (var feed in new[] { "/feed", "/sections/world/feed", "/stories/flood/feed" })
        {
            var whole = site.Url.AbsoluteUri.TrimEnd('/') + feed;
            var atom = await site.GetAsync(feed + ".atom");
            atom.ShouldContain("<title>Explainer: Why dams hold</title>");
            FeedRules.Atom(atom, whole + ".atom").ShouldBeEmpty();
            FeedRules.Rss(await site.GetAsync(feed + ".rss"), whole + ".rss").ShouldBeEmpty();
            FeedRules.Json(await site.GetAsync(feed + ".json"), whole + ".json").ShouldBeEmpty();
        }
        FeedRules
            .News(await site.GetAsync("/sitemaps/news.xml"), Nine)
            .Where(wrong => !wrong.Contains("older"))
            .ShouldBeEmpty();
        (await site.GetAsync("/pieces/why-dams-hold")).ShouldContain(
            "<a href=\"/stories/flood\" dir=\"auto\">Floods</a>"
        );
    }

    [Fact]
    public async Task It_is_shown_as_it_was_with_its_correction_and_its_versions()
    {
        await using var site = await StartAsync();
        var published = await PublishAsync(site, APiece());
        clock.Now = Nine.AddHours(1);
        var edited = await EditAsync(
            site,
            published.Subject,
            APiece() with
            {
                Headline = "Why most dams hold",
                Correction = "Not all dams hold.",
            }
        );

        var then = await site.GetAsync($"/pieces/why-dams-hold?at={published.Position}");
        then.ShouldContain(">Why dams hold</h1>");
        then.ShouldContain("Not all dams hold.");
        then.ShouldContain("Version 1 of 2");
        then.ShouldContain("noindex");
        then.ShouldNotContain("og:image");
        (await site.GetAsync("/pieces/why-dams-hold?at=2026-03-12T09:30Z")).ShouldContain(">Why dams hold</h1>");
        (await site.AnswerAsync("/pieces/why-dams-hold?at=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var now = await site.GetAsync("/pieces/why-dams-hold");
        now.ShouldContain(">Why most dams hold</h1>");
        now.ShouldContain($"/pieces/why-dams-hold/cite.bib?at={edited.Position}");
        var versions = await site.GetAsync("/pieces/why-dams-hold/versions");
        versions.ShouldContain("<ins><span class=\"unseen\">added: </span>most </ins>");
        (await site.GetAsync($"/pieces/why-dams-hold/cite.ris?at={published.Position}")).ShouldContain(
            "TI  - Why dams hold"
        );
        (await site.GetAsync("/report?about=/pieces/why-dams-hold")).ShouldContain("Why most dams hold");
    }

    [Fact]
    public async Task What_is_held_is_nowhere_and_what_is_withdrawn_says_so_and_was_never_shown()
    {
        await using var site = await StartAsync();
        var story = await site.OpenStoryAsync("flood", "Floods");
        await site.PublishAsync(story, "First");
        var piece = await PublishAsync(site, APiece() with { Stories = [story] });
        string[] surfaces =
        [
            "/",
            "/stories/flood",
            $"/stories/flood?at={piece.Position}",
            "/feed.atom",
            "/search?q=concrete",
            "/authors/mara-tal",
            "/api/v1/pieces",
            "/sitemaps/pages.xml",
        ];

        await site.HoldAsync(piece.Subject);
        foreach (var address in surfaces)
        {
            (await site.GetAsync(address)).ShouldNotContain("/pieces/why-dams-hold", customMessage: address);
        }
        foreach (
            var address in new[]
            {
                "/pieces/why-dams-hold",
                $"/pieces/why-dams-hold?at={piece.Position}",
                "/pieces/why-dams-hold/versions",
                "/pieces/why-dams-hold/cite.bib",
                "/api/v1/pieces/why-dams-hold",
            }
        )
        {
            (await site.AnswerAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        await site.OpenAsync(piece.Subject);
        await EditAsync(
            site,
            piece.Subject,
            APiece() with
            {
                Text = "",
                Withdrawn = true,
                Correction = "Its figures are wrong.",
            }
        );
        foreach (var address in surfaces)
        {
            (await site.GetAsync(address)).ShouldNotContain("/pieces/why-dams-hold", customMessage: address);
        }
        foreach (
            var address in new[]
            {
                "/pieces/why-dams-hold",
                $"/pieces/why-dams-hold?at={piece.Position}",
                "/pieces/why-dams-hold/versions",
            }
        )
        {
            var page = await site.GetAsync(address);
            page.ShouldContain("We have withdrawn this piece.");
            page.ShouldContain("Its figures are wrong.", customMessage: address);
            page.ShouldNotContain("concrete", customMessage: address);
        }
    }

    [Fact]
    public async Task It_goes_where_its_story_goes_and_two_never_share_an_address()
    {
        await using var site = await StartAsync();
        var story = await site.OpenStoryAsync("flood", "Floods");
        var other = await site.OpenStoryAsync("dam", "The dam");
        await site.PublishAsync(other, "First");
        await PublishAsync(site, APiece() with { Stories = [story] });
        var second = await PublishAsync(site, APiece() with { Headline = "Another" });

        await site.Newsroom.AppendAsync(
            EntryKinds.StoryMerged.New(story, RunningSite.Author, new StoryMerged { Into = other })
        );

        (await site.GetAsync("/stories/dam")).ShouldContain("/pieces/why-dams-hold");
        (await site.GetAsync($"/pieces/why-dams-hold-{second.Subject}")).ShouldContain(">Another</h1>");
        var leads = await site.AnswerAsync($"/pieces/{second.Subject}");
        leads.Headers.Location!.ToString().ShouldBe($"/pieces/why-dams-hold-{second.Subject}");
        var json = JsonDocument.Parse(await site.GetAsync("/api/v1/pieces/why-dams-hold")).RootElement;
        json.GetProperty("stories")[0].GetString().ShouldBe(other);
        json.GetProperty("kind").GetString().ShouldBe("explainer");
    }

    private async Task<RunningSite> StartAsync()
    {
        var site = await RunningSite.StartAsync(clock);
        await site.Newsroom.AppendAsync(
            EntryKinds.SiteChanged.New(
                "site",
                RunningSite.Author,
                new SiteChanged
                {
                    Site = RunningSite.Courier with { Authors = [new SiteAuthor("mara-tal", "Mara Tal")] },
                }
            )
        );
        return site;
    }

    private static async Task<Entry> PublishAsync(RunningSite site, Piece piece) =>
        (
            await site.Newsroom.AppendAsync(
                EntryKinds.PiecePublished.New(
                    Perennial.Store.ShortId.New('w'),
                    RunningSite.Author,
                    new PiecePublished { Piece = piece }
                )
            )
        )[0];

    private static async Task<Entry> EditAsync(RunningSite site, string id, Piece piece) =>
        (
            await site.Newsroom.AppendAsync(
                EntryKinds.PieceEdited.New(id, RunningSite.Author, new PieceEdited { Piece = piece })
            )
        )[0];

    private static Piece APiece() =>
        new()
        {
            Kind = PieceGenre.Explainer,
            Slug = "why-dams-hold",
            Headline = "Why dams hold",
            Standfirst = "It is the curve.",
            Text = "Water pushes.\n\n# The wall\n\nIt is of concrete.",
            Authors = ["mara-tal"],
            Section = "world",
            Language = "en",
        };

    private static JsonElement Data(string page)
    {
        const string begin = "<script type=\"application/ld+json\">";
        var start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]).RootElement;
    }
}
