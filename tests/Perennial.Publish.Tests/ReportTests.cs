using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>Readers report errors.</summary>
public sealed class ReportTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_report_is_kept_and_its_receipt_says_what_became_of_it()
    {
        await using var site = await RunningSite.StartAsync();
        var about = await PostAsync(site);
        (await site.GetAsync($"/report?about={about}")).ShouldContain("action=\"/report\"");

        var answer = await SendAsync(site, about, "It was <nine>.\nNot ten.", "ilse@example.org");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var receipt = answer.Headers.Location!.ToString();
        receipt["/reports/".Length..].Length.ShouldBe(32);
        var open = await site.AnswerAsync(receipt);
        open.Headers.CacheControl!.NoStore.ShouldBeTrue();
        open.Headers.GetValues("Referrer-Policy").ShouldBe(["strict-origin-when-cross-origin"]);
        var page = await open.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldContain("It was &lt;nine&gt;.");
        page.ShouldContain("Nobody has answered it yet.");
        page.ShouldContain("noindex");
        page.ShouldNotContain("ilse@example.org");
        var report = site.Newsroom.State.OpenReports().ShouldHaveSingleItem();
        (report.About, report.Contact).ShouldBe((about, "ilse@example.org"));

        site.Newsroom.State.AnswerReport(report.Id, "You are right: corrected.", TimeProvider.System).ShouldBeTrue();

        (await site.GetAsync(receipt)).ShouldContain("You are right: corrected.");
        site.Newsroom.State.OpenReports().ShouldBeEmpty();
    }

    [Fact]
    public async Task Posts_statements_and_pages_about_people_lead_to_the_form()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");
        var article = await site.AddArticleAsync(
            story,
            new Article
            {
                Title = "A report",
                Text = "“It holds,” said Ilse Marten.",
                Statements = [new Statement { Text = "“It holds,”", Kind = StatementKind.Direct }],
            }
        );

        (await site.GetAsync("/stories/flood")).ShouldContain($"/report?about=/stories/flood/posts/{post.Subject}");
        var page = await site.GetAsync($"/articles/{article}");
        page.ShouldContain($"/report?about=/statements/{article}");
        var form = page[page.IndexOf("/report?about=/statements", StringComparison.Ordinal)..];
        (await site.GetAsync(form[..form.IndexOf('"', StringComparison.Ordinal)])).ShouldContain("“It holds”");
    }

    [Fact]
    public async Task One_address_may_send_five_in_an_hour()
    {
        var clock = new SettableClock(Nine);
        await using var site = await RunningSite.StartAsync(clock);
        var about = await PostAsync(site);
        for (var sent = 0; sent < 5; sent++)
        {
            (await SendAsync(site, about, "Wrong")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        var refused = await SendAsync(site, about, "What I wrote");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("What I wrote");

        clock.Now = Nine.AddHours(1);
        (await SendAsync(site, about, "Wrong")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("", "x", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", "x", HttpStatusCode.NotFound)]
    [InlineData("https://evil.example/", "x", HttpStatusCode.NotFound)]
    [InlineData("//evil.example/stories/flood", "x", HttpStatusCode.NotFound)]
    [InlineData("/stories/secret", "x", HttpStatusCode.NotFound)]
    [InlineData("/articles/a99", "x", HttpStatusCode.NotFound)]
    [InlineData("/stories/flood", "  ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/stories/flood", null, HttpStatusCode.UnprocessableEntity)]
    public async Task A_report_without_words_or_about_nothing_is_refused(
        string about,
        string? message,
        HttpStatusCode status
    )
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        await site.HoldAsync(await site.OpenStoryAsync("secret"));

        (await SendAsync(site, about, message ?? new string('x', 2001))).StatusCode.ShouldBe(status);
        site.Newsroom.State.OpenReports().ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_sites_and_other_kinds_of_bodies_are_refused()
    {
        await using var site = await RunningSite.StartAsync();
        var about = await PostAsync(site);

        (await SendAsync(site, about, "x", fetchSite: "cross-site")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await site.Client.PostAsync(
                new Uri("/report", UriKind.Relative),
                new StringContent("{}", mediaType: new("application/json")),
                TestContext.Current.CancellationToken
            )
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(site, about, new string('x', 100_000))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        site.Newsroom.State.OpenReports().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/report")]
    [InlineData("/report?about=/stories/nothing")]
    [InlineData("/report?about=javascript:alert(1)")]
    [InlineData("/reports/00000000000000000000000000000000")]
    [InlineData("/reports/x")]
    public async Task What_is_not_there_is_said(string address)
    {
        await using var site = await RunningSite.StartAsync();

        (await site.AnswerAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> PostAsync(RunningSite site)
    {
        var story = await site.OpenStoryAsync("flood");
        return $"/stories/flood/posts/{(await site.PublishAsync(story, "Ten hurt")).Subject}";
    }

    private static Task<HttpResponseMessage> SendAsync(
        RunningSite site,
        string about,
        string message,
        string contact = "",
        string fetchSite = "same-origin"
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/report")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["about"] = about,
                    ["message"] = message,
                    ["contact"] = contact,
                }
            ),
        };
        request.Headers.Add("Sec-Fetch-Site", fetchSite);
        return site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
