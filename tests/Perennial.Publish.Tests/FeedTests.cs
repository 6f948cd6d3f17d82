using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Perennial.Publish.Tests;

/// <summary>The feeds.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/stories/flood/feed.atom")]
    public async Task A_feed_is_well_formed_whatever_stands_in_its_posts(string address)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "A & B <c> \u0001 \"d\"");
        await site.PublishAsync(story, "</title> \u000B & 서울 \uFFFF", "]]> <b> &amp; \u0008 text");
        await site.PublishAsync(
            story,
            RunningSite.APost("Said") with
            {
                Statements =
                [
                    new PostStatement
                    {
                        Id = "a1",
                        Text = "a < b & \u0002 c",
                        Kind = StatementKind.Direct,
                    },
                ],
            }
        );

        var feed = XDocument.Parse(await site.GetAsync(address)).Root!;

        feed.Name.ShouldBe(Atom + "feed");
        feed.Element(Atom + "id")!.Value.ShouldStartWith("http://127.0.0.1");
        feed.Elements(Atom + "entry").Count().ShouldBe(2);
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            foreach (var name in new[] { "id", "title", "updated", "author", "content" })
            {
                entry.Element(Atom + name).ShouldNotBeNull(name);
            }
        }
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/sections/world/feed.rss")]
    [InlineData("/stories/flood/feed.rss")]
    public async Task An_rss_feed_has_what_its_rules_ask_for(string address)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "A & B \u0001");
        var post = await site.PublishAsync(story, "</title> \u000B", "]]> <b> text");

        var channel = XDocument.Parse(await site.GetAsync(address)).Root!.Element("channel")!;

        foreach (var name in new[] { "title", "link", "description", "language", "lastBuildDate" })
        {
            channel.Element(name).ShouldNotBeNull(name).Value.ShouldNotBeEmpty();
        }
        channel.Element(Atom + "link")!.Attribute("href")!.Value.ShouldEndWith(address);
        var item = channel.Elements("item").ShouldHaveSingleItem();
        item.Element("guid")!.Value.ShouldEndWith($"/posts/{post.Subject}");
        item.Element("link")!.Value.ShouldEndWith($"/stories/flood/posts/{post.Subject}");
        item.Element("pubDate")!.Value.ShouldBe("Thu, 12 Mar 2026 18:10:00 GMT");
        item.Element("description")!.Value.ShouldContain("&lt;b&gt;");
    }

    [Theory]
    [InlineData("/feed.json")]
    [InlineData("/sections/world/feed.json")]
    [InlineData("/stories/flood/feed.json")]
    public async Task A_json_feed_has_what_its_rules_ask_for(string address)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, RunningSite.APost("First") with { Correction = "It was nine." });

        var feed = JsonDocument.Parse(await site.GetAsync(address)).RootElement;

        feed.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        feed.GetProperty("feed_url").GetString().ShouldEndWith(address);
        var item = feed.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("id").GetString().ShouldEndWith($"/posts/{post.Subject}");
        item.GetProperty("url").GetString().ShouldEndWith($"/stories/flood/posts/{post.Subject}");
        item.GetProperty("content_html").GetString()!.ShouldContain("It was nine.");
        item.GetProperty("date_published").GetString().ShouldBe("2026-03-12T18:10:00+00:00");
        item.GetProperty("language").GetString().ShouldBe("en");
    }

    [Fact]
    public async Task Pages_name_their_feeds()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        foreach (
            var (page, feed) in new[]
            {
                ("/", "/feed"),
                ("/sections/world", "/sections/world/feed"),
                ("/stories/flood", "/stories/flood/feed"),
            }
        )
        {
            var html = await site.GetAsync(page);
            html.ShouldContain($"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}.atom\"");
            html.ShouldContain($"<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{feed}.rss\"");
            html.ShouldContain($"<link rel=\"alternate\" type=\"application/feed+json\" href=\"{feed}.json\"");
        }
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    [InlineData("/feed.rss")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemaps/pages.xml")]
    [InlineData("/robots.txt")]
    public async Task What_is_the_same_is_not_sent_again_whatever_else_happened(string address)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");
        var etag = (await site.AnswerAsync(address)).Headers.ETag!.ToString();

        await site.Newsroom.AppendAsync(
            EntryKinds.SiteChanged.New("site", "u1", new SiteChanged { Site = RunningSite.Courier })
        );

        (await site.AnswerAsync(address, ifNoneMatch: etag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_feed_can_be_asked_for_by_the_time_of_its_last_change()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");
        var changed = (await site.AnswerAsync("/feed.rss")).Content.Headers.LastModified.ShouldNotBeNull();

        (await AskAsync(site, changed)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await AskAsync(site, changed.AddSeconds(-1))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sitemaps_name_every_page_that_readers_may_see()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(
            story,
            RunningSite.APost("First") with
            {
                Time = TimeProvider.System.GetUtcNow(),
            }
        );
        var withdrawn = await site.PublishAsync(story, RunningSite.APost("x") with { Withdrawn = true });
        var secret = await site.OpenStoryAsync("secret");
        await site.PublishAsync(secret, "Secret");
        await site.HoldAsync(secret);

        var addresses = new List<string>();
        foreach (var map in Locations(await site.GetAsync("/sitemap.xml")))
        {
            addresses.AddRange(
                Locations(await site.GetAsync(new Uri(map).PathAndQuery)).Select(url => new Uri(url).PathAndQuery)
            );
        }
        addresses.ShouldContain("/");
        addresses.ShouldContain("/sections/world");
        addresses.ShouldContain("/stories/flood");
        addresses
            .Count(address => address == $"/stories/flood/posts/{post.Subject}")
            .ShouldBe(2, "as a post and as news");
        addresses.ShouldNotContain($"/stories/flood/posts/{withdrawn.Subject}");
        addresses.ShouldNotContain(address => address.Contains("secret", StringComparison.Ordinal));
        (await site.GetAsync("/sitemaps/news.xml")).ShouldContain("<news:title>First</news:title>");
        (await site.GetAsync("/robots.txt")).ShouldContain("/sitemap.xml");
        (await site.GetAsync("/sitemaps/posts-999999999999999999.xml")).ShouldNotContain("<loc>");
    }

    [Fact]
    public async Task What_its_source_has_withdrawn_is_in_no_feed()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, RunningSite.APost("Gone") with { Withdrawn = true });

        (await site.GetAsync("/feed.atom")).ShouldNotContain("Gone");
    }

    private static IEnumerable<string> Locations(string map) =>
        XDocument
            .Parse(map)
            .Root!.Elements()
            .Select(part => part.Elements().First(of => of.Name.LocalName == "loc").Value);

    private static Task<HttpResponseMessage> AskAsync(RunningSite site, DateTimeOffset since)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/feed.rss");
        request.Headers.IfModifiedSince = since;
        return site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
