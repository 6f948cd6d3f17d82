using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>Our feeds and sitemaps against the rules of their formats.</summary>
public sealed class FeedRulesTests
{
    // What people may write and sources may send.
    private static readonly (string Title, string Text)[] Hostile =
    [
        ("Plain", "A [link](/about), [another](https://elsewhere.example/a?b=1&c=2) and ![a picture](x.png)."),
        ("</title> & \u0001 \uFFFF <c>", "<script>alert(1)</script> **bold** <b style=\"x\">raw</b>"),
        ("서울 \U0001F30A", "# Heading\n\n- one\n- two\n\n> said\n\n***\n\n    code <x>"),
        ("]]>", "[js](javascript:alert(1)) [rel](../x \"on\") [frag](#a) <https://a.example/ü?q=ä>"),
        ("   ", "a  \nb\n\n1. x\n2. y"),
    ];

    [Theory]
    [InlineData("/feed")]
    [InlineData("/sections/world/feed")]
    [InlineData("/stories/flood/feed")]
    [InlineData("/stories/empty/feed")]
    public async Task Feeds_keep_to_the_rules_of_their_formats(string address)
    {
        await using var site = await RunningSite.StartAsync();
        await FillAsync(site);
        var whole = site.Url.AbsoluteUri.TrimEnd('/') + address;

        FeedRules.Atom(await site.GetAsync(address + ".atom"), whole + ".atom").ShouldBeEmpty();
        FeedRules.Rss(await site.GetAsync(address + ".rss"), whole + ".rss").ShouldBeEmpty();
        FeedRules.Json(await site.GetAsync(address + ".json"), whole + ".json").ShouldBeEmpty();
    }

    [Fact]
    public async Task Sitemaps_keep_to_their_rules_and_the_index_names_them_all()
    {
        await using var site = await RunningSite.StartAsync();
        await FillAsync(site);
        var root = site.Url.AbsoluteUri;
        var index = await site.GetAsync("/sitemap.xml");

        FeedRules.Sitemap(index, root).ShouldBeEmpty();
        var maps = System
            .Xml.Linq.XDocument.Parse(index)
            .Root!.Elements()
            .Select(map => new Uri(map.Value).AbsolutePath)
            .ToList();
        maps.Count.ShouldBeGreaterThan(2);
        foreach (var map in maps)
        {
            var answer = await site.AnswerAsync(map);
            answer.Content.Headers.ContentType!.ToString().ShouldBe("application/xml; charset=utf-8");
            FeedRules
                .Sitemap(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), root)
                .ShouldBeEmpty(map);
        }
        var news = await site.GetAsync("/sitemaps/news.xml");
        news.ShouldContain("<news:news");
        FeedRules.News(news, TimeProvider.System.GetUtcNow()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_id_of_a_post_leads_to_it_and_outlives_its_story()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var other = await site.OpenStoryAsync("dam");
        var post = await site.PublishAsync(story, "First");
        await site.PublishAsync(other, "Another");
        var before = await IdAsync();

        await site.Newsroom.AppendAsync(
            EntryKinds.StoryMerged.New(story, RunningSite.Author, new StoryMerged { Into = other })
        );

        (await IdAsync()).ShouldBe(before);
        var leads = await site.AnswerAsync(new Uri(before).AbsolutePath);
        leads.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        leads.Headers.Location!.ToString().ShouldBe($"/stories/dam/posts/{post.Subject}");
        (await site.AnswerAsync("/posts/pnone")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await site.HoldAsync(other);
        (await site.AnswerAsync(new Uri(before).AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task<string> IdAsync() =>
            System
                .Text.Json.JsonDocument.Parse(await site.GetAsync("/feed.json"))
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Single(item => item.GetProperty("title").GetString() == "First")
                .GetProperty("id")
                .GetString()!;
    }

    /// <summary>The guards: each rule finds what breaks it.</summary>
    [Theory]
    [InlineData("<title>", "<title/><title>", "one title")]
    [InlineData("rel=\"self\"", "rel=\"mine\"", "no relation")]
    [InlineData("rel=\"hub\"", "rel=\"related\"", "no hub")]
    [InlineData("<id>http", "<id>/http", "no absolute address")]
    [InlineData("+00:00</updated>", "</updated>", "RFC 3339")]
    [InlineData("<name>", "<name/><x>", "no author")]
    [InlineData("href=\"http", "href=\"/http", "no absolute address")]
    [InlineData("&lt;p&gt;", "&lt;p&gt;&lt;img src=x&gt;", "not well formed")]
    [InlineData("&lt;p&gt;", "&lt;p style=\"a\"&gt;", "style")]
    public async Task A_feed_that_breaks_a_rule_is_found(string was, string becomes, string because)
    {
        await using var site = await RunningSite.StartAsync();
        await site.PublishAsync(await site.OpenStoryAsync("flood"), "First");
        var feed = await site.GetAsync("/feed.atom");
        var address = site.Url.AbsoluteUri + "feed.atom";
        var broken = feed.Replace(was, becomes, StringComparison.Ordinal);
        broken.ShouldNotBe(feed);
        broken = becomes == "<name/><x>" ? broken.Replace("</name>", "</x>", StringComparison.Ordinal) : broken;

        FeedRules.Atom(broken, address).ShouldContain(wrong => wrong.Contains(because, StringComparison.Ordinal));
    }

    private static async Task FillAsync(RunningSite site)
    {
        var now = TimeProvider.System.GetUtcNow();
        var story = await site.OpenStoryAsync("flood", "A & B <c> \u0001 \"d\"", "What <we> know & don’t");
        await site.OpenStoryAsync("empty");
        foreach (var (title, text) in Hostile)
        {
            await site.PublishAsync(
                story,
                RunningSite.APost(title, text) with
                {
                    Time = now,
                    Correction = "Nine & <not> ten.",
                }
            );
        }
        await site.PublishAsync(
            story,
            RunningSite.APost("Said", "") with
            {
                Time = now,
                Outlet = "A & Co",
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
    }
}
