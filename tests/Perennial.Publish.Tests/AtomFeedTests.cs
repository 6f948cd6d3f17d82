using System.Xml.Linq;

namespace Perennial.Publish.Tests;

/// <summary>The feeds.</summary>
public sealed class AtomFeedTests
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

    [Fact]
    public async Task A_feed_says_when_it_has_nothing_new()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");
        var etag = (await site.AnswerAsync("/feed.atom")).Headers.ETag!.ToString();

        (await site.AnswerAsync("/feed.atom", ifNoneMatch: etag)).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.NotModified
        );
    }

    [Fact]
    public async Task What_its_source_has_withdrawn_is_in_no_feed()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, RunningSite.APost("Gone") with { Withdrawn = true });

        (await site.GetAsync("/feed.atom")).ShouldNotContain("Gone");
    }
}
