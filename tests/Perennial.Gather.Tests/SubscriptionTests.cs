using System.Net;

namespace Perennial.Gather.Tests;

/// <summary>What <c>add</c> finds at an address.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private readonly Fetcher fetcher = new(
        new FetcherOptions { Allow = [IPNetwork.Parse("127.0.0.0/8")] },
        TimeProvider.System
    );
    private LocalOrigin origin = null!;

    public async ValueTask InitializeAsync() => origin = await LocalOrigin.StartAsync();

    [Fact]
    public async Task A_feed_is_followed_under_its_own_name()
    {
        origin.ServeFeed("/feed", null, ("/1", "One"), ("/2", "Two"));
        var found = await FindAsync("/feed");

        (found.Url, found.Kind, found.Name, found.Entries).ShouldBe(
            (origin.Url("/feed"), SourceKind.Feed, "Sarn Wire", 2)
        );
    }

    [Theory]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="/feed">""")]
    [InlineData("""<LINK HREF='feed' TYPE='application/atom+xml' REL='alternate'/>""")]
    [InlineData("""<link rel=alternate type=application/rss+xml href=/feed title="a &amp; b">""")]
    public async Task A_page_that_names_its_feed_leads_to_it(string link)
    {
        origin.Serve("/", $"<!doctype html><html><head>{link}<title>Sarn</title></head></html>");
        origin.ServeFeed("/feed", null, ("/1", "One"));

        (await FindAsync("/")).ShouldSatisfyAllConditions(
            found => found.Kind.ShouldBe(SourceKind.Feed),
            found => found.Url.ShouldBe(origin.Url("/feed"))
        );
    }

    [Fact]
    public async Task A_page_whose_feed_is_not_there_is_followed_itself()
    {
        origin.Serve(
            "/",
            """<html><head><link rel="alternate" type="application/rss+xml" href="/gone"><title>Sarn &amp; sea</title>"""
        );
        var found = await FindAsync("/");

        (found.Kind, found.Url, found.Name).ShouldBe((SourceKind.Page, origin.Url("/"), "Sarn & sea"));
    }

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/news.rss")]
    [InlineData("/blog/feed/")]
    public async Task An_error_page_in_the_place_of_a_feed_is_not_followed(string path)
    {
        origin.Serve(
            path,
            "<!doctype html><html><head><title>502 Bad Gateway</title></head><body>Sorry.</body></html>"
        );

        var problem = (await FindAsync(path)).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe("not-a-feed");
        problem.Message.ShouldContain("502 Bad Gateway");
    }

    [Fact]
    public async Task A_feed_that_has_moved_for_good_is_followed_at_its_new_address()
    {
        origin.Redirect("/old", "/feed", 301);
        origin.ServeFeed("/feed", null, ("/1", "One"));

        (await FindAsync("/old")).Url.ShouldBe(origin.Url("/feed"));
    }

    [Fact]
    public async Task Something_else_is_not_followed()
    {
        origin.Serve("/a", "\u0001\u0002\u0003 plain words", "application/octet-stream");
        origin.Answer("/empty", 200);

        (await FindAsync("/a")).Problem.ShouldNotBeNull().Message.ShouldContain("neither a feed nor a web page");
        (await FindAsync("/empty")).Problem.ShouldNotBeNull().Message.ShouldContain("neither a feed nor a web page");
    }

    [Fact]
    public async Task What_is_not_there_is_not_followed() =>
        (await FindAsync("/nothing")).Problem.ShouldNotBeNull().Message.ShouldContain("HTTP 404");

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://example.org/feed")]
    [InlineData("/etc/passwd")]
    public async Task What_is_no_web_address_is_not_followed(string url) =>
        (await Subscription.FindAsync(fetcher, url, TestContext.Current.CancellationToken))
            .Problem.ShouldNotBeNull()
            .Message.ShouldContain("no http or https address");

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await origin.DisposeAsync();
    }

    private Task<Subscription> FindAsync(string path) =>
        Subscription.FindAsync(fetcher, origin.Url(path), TestContext.Current.CancellationToken);
}
