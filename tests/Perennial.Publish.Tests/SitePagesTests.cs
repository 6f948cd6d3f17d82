using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>The site itself: who writes, whom we read, what is breaking, the policies.</summary>
public sealed class SitePagesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private readonly SettableClock clock = new(Nine);

    [Fact]
    public async Task An_author_has_a_page_with_what_they_wrote_and_bylines_lead_there()
    {
        await using var site = await RunningSite.StartAsync(clock);
        await NameAsync(
            site,
            RunningSite.Courier with
            {
                Authors = [new SiteAuthor("mara-tal", "Mara Tal", "Editor", "She **knows** dams.")],
            }
        );
        var story = await site.OpenStoryAsync("flood", "Floods");
        var post = await site.PublishAsync(
            story,
            RunningSite.APost("Water falls") with
            {
                Authors = ["mara-tal", "who-left"],
            }
        );
        await site.PublishAsync(story, "Unsigned");

        var page = await site.GetAsync("/authors/mara-tal");

        page.ShouldContain(">Mara Tal</h1>");
        page.ShouldContain("She <strong>knows</strong> dams.");
        page.ShouldContain($"/stories/flood/posts/{post.Subject}");
        page.ShouldNotContain("Unsigned");
        SchemaRules.Wrong(Data(page)).ShouldBeEmpty();
        foreach (var address in new[] { "/stories/flood", $"/stories/flood/posts/{post.Subject}" })
        {
            (await site.GetAsync(address)).ShouldContain(
                "By <a href=\"/authors/mara-tal\" rel=\"author\" dir=\"auto\">Mara Tal</a>"
            );
        }
        (await site.GetAsync("/feed.atom")).ShouldContain("<name>Mara Tal</name>");
        (await site.AnswerAsync("/authors/nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await site.HoldAsync(post.Subject);
        (await site.GetAsync("/authors/mara-tal")).ShouldNotContain("Water falls");
    }

    [Fact]
    public async Task An_outlet_has_a_page_with_its_reports_and_whom_it_repeats()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood", "Floods");
        var original = await site.AddArticleAsync(
            story,
            new Article
            {
                Title = "The dam holds",
                Text = "It holds.",
                Language = "en",
            }
        );
        var echo = await site.AddArticleAsync(
            story,
            new Article
            {
                Title = "Le barrage tient",
                Text = "Il tient.",
                Language = "fr",
            },
            SourceLicence.None
        );
        await site.Newsroom.AppendAsync(
            EntryKinds.EchoFound.New(
                echo,
                RunningSite.Author,
                new EchoFound
                {
                    Read = site.Newsroom.Ledger.Head,
                    Of = original,
                    Relation = EchoRelation.Copy,
                }
            )
        );
        var outlet = OutletOf(await site.GetAsync($"/articles/{echo}"));

        var page = await site.GetAsync(outlet);

        page.ShouldContain("1 report, 0 origins");
        page.ShouldContain("Le barrage tient");
        page.ShouldContain("French");
        page.ShouldContain("repeats another report");
        page.ShouldContain(OutletOf(await site.GetAsync($"/articles/{original}")));
        page.ShouldContain("one short excerpt");
        SchemaRules.Wrong(Data(page)).ShouldBeEmpty();
        (await site.GetAsync(outlet + "?lang=fr")).ShouldContain("français");
        (await site.GetAsync($"/report?about={outlet}")).ShouldContain("The Outlet");
        (await site.AnswerAsync("/outlets/fnone")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await site.HoldAsync(story);
        var held = await site.GetAsync(outlet);
        held.ShouldNotContain("Le barrage tient");
        held.ShouldContain("0 reports");
    }

    [Fact]
    public async Task What_is_breaking_stands_above_every_page_until_its_time_is_over()
    {
        await using var site = await RunningSite.StartAsync(clock);
        await site.OpenStoryAsync("flood", "Floods");
        await NameAsync(
            site,
            RunningSite.Courier with
            {
                Breaking = new Breaking("The <dam> breaks", Nine.AddMinutes(20), "/stories/flood"),
            }
        );
        string[] pages = ["/", "/stories/flood", "/about", "/search"];
        var etag = "";
        foreach (var address in pages)
        {
            var answer = await site.AnswerAsync(address);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
                "<a href=\"/stories/flood\" dir=\"auto\">The &lt;dam&gt; breaks</a>"
            );
            etag = answer.Headers.ETag!.ToString();
        }
        (await site.GetAsync("/?lang=fr")).ShouldContain("Dernière minute");

        clock.Now = Nine.AddMinutes(21);

        foreach (var address in pages)
        {
            (await site.GetAsync(address)).ShouldNotContain("class=\"breaking\"", customMessage: address);
        }
        (await site.AnswerAsync(pages[^1], ifNoneMatch: etag)).StatusCode.ShouldBe(
            HttpStatusCode.OK,
            "the page has changed"
        );
    }

    [Fact]
    public async Task Policies_and_imprint_stand_on_one_page_that_every_foot_leads_to()
    {
        await using var site = await RunningSite.StartAsync(clock);
        (await site.GetAsync("/")).ShouldNotContain("#imprint");
        await NameAsync(
            site,
            RunningSite.Courier with
            {
                Imprint = "Harbour Street 1",
                Corrections = "We say *what* was wrong.",
            }
        );

        var about = await site.GetAsync("/about");

        about.ShouldContain("<section id=\"imprint\">");
        about.ShouldContain("Harbour Street 1");
        about.ShouldContain("We say <em>what</em> was wrong.");
        var front = await site.GetAsync("/");
        front.ShouldContain("href=\"/about#imprint\"");
        front.ShouldContain("href=\"/about#corrections\"");
        Data(front)
            .GetProperty("publisher")
            .GetProperty("correctionsPolicy")
            .GetString()!
            .ShouldEndWith("/about#corrections");
    }

    private static Task<IReadOnlyList<Entry>> NameAsync(RunningSite site, Site named) =>
        site.Newsroom.AppendAsync(
            EntryKinds.SiteChanged.New("site", RunningSite.Author, new SiteChanged { Site = named })
        );

    private static string OutletOf(string page)
    {
        var start = page.IndexOf("/outlets/", StringComparison.Ordinal);
        return page[start..page.IndexOf('"', start)];
    }

    private static JsonElement Data(string page)
    {
        const string begin = "<script type=\"application/ld+json\">";
        var start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]).RootElement;
    }
}
