using Microsoft.AspNetCore.Http;

namespace Perennial.Gather.Tests;

public sealed class FeedGatheringTests : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private GatheringNewsroom newsroom = null!;

    private LocalOrigin Origin => newsroom.Origin;

    public async ValueTask InitializeAsync()
    {
        newsroom = await GatheringNewsroom.OpenAsync();
        foreach (var path in new[] { "/1", "/2", "/3" })
        {
            Origin.Serve(path, $"<h1>Page {path}</h1>", etag: $"\"{path}\"");
        }
    }

    [Fact]
    public async Task The_pages_of_a_feed_are_captured_oldest_first()
    {
        Origin.ServeFeed("/feed", null, ("/3", "Three"), ("/2", "Two"), ("/1", "One"));
        var source = await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        newsroom.CapturedPaths.ShouldBe(["/1", "/2", "/3"]);
        var (subject, capture) = newsroom.Captures[0];
        subject.ShouldBe("a2");
        (capture.Source, capture.Url, capture.ContentType, capture.Etag, capture.Listing?.Title).ShouldBe(
            (source, Origin.Url("/1"), "text/html; charset=utf-8", "\"/1\"", "One")
        );
        newsroom.Newsroom.Ledger.Blob(capture.Blob).ShouldBe("<h1>Page /1</h1>"u8.ToArray());
        newsroom.Health(source).ShouldStartWith("well");
    }

    [Fact]
    public async Task Bytes_are_kept_as_they_came_whatever_they_are()
    {
        byte[] bytes = [0xFF, 0x00, 0xFE, .. "<html"u8];
        Origin.Answer("/1", context => context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask());
        Origin.ServeFeed("/feed", null, ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        newsroom.Newsroom.Ledger.Blob(newsroom.Captures.ShouldHaveSingleItem().Capture.Blob).ShouldBe(bytes);
        newsroom.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_costs_one_short_request()
    {
        Origin.ServeFeed("/feed", "\"f1\"", ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        await newsroom.LookAfterAsync(Day);

        Origin
            .Requests.Where(request => request.Path == "/feed")
            .Select(request => request.IfNoneMatch)
            .ShouldBe(["", "\"f1\""]);
        Origin.Asked("/1").ShouldBe(1);
        newsroom.Captures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_feed_that_turns_into_an_error_page_loses_nothing_and_goes_on_when_it_is_back()
    {
        Origin.ServeFeed("/feed", null, ("/1", "One"));
        var source = await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        Origin.Serve("/feed", "<!doctype html><html><head><title>Maintenance</title></head><body>Sorry.</body></html>");
        await newsroom.LookAfterAsync(Day);

        newsroom.Health(source).ShouldContain("this is a web page and not a feed");
        newsroom.CapturedPaths.ShouldBe(["/1"]);

        Origin.ServeFeed("/feed", null, ("/2", "Two"), ("/1", "One"));
        await newsroom.LookAfterAsync(Day);

        newsroom.Health(source).ShouldStartWith("well");
        newsroom.CapturedPaths.ShouldBe(["/1", "/2"]);
    }

    [Fact]
    public async Task Only_what_is_new_is_fetched()
    {
        Origin.ServeFeed("/feed", null, ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.ServeFeed("/feed", null, ("/2", "Two"), ("/1", "One"));
        await newsroom.LookAfterAsync(Day);

        newsroom.CapturedPaths.ShouldBe(["/1", "/2"]);
        Origin.Asked("/1").ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_changes_with_its_entry_is_captured_again_as_a_version()
    {
        Origin.ServeFeed("/feed", null, ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.Serve("/1", "<h1>Page one, corrected</h1>", etag: "\"next\"");
        Origin.ServeFeed("/feed", null, ("/1", "One, corrected"));
        await newsroom.LookAfterAsync(Day);

        newsroom.Captures.Select(pair => pair.Subject).ShouldBe(["a2", "a2"]);
        Origin.Requests[^1].IfNoneMatch.ShouldBe("\"/1\"");
    }

    [Fact]
    public async Task An_entry_that_changes_without_its_page_is_looked_at_once()
    {
        Origin.ServeFeed("/feed", null, ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.ServeFeed("/feed", null, ("/1", "Another title"));
        await newsroom.LookAfterAsync(Day);
        await newsroom.LookAfterAsync(Day);
        await newsroom.LookAfterAsync(Day);

        Origin.Asked("/1").ShouldBe(2);
        newsroom.Captures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_could_not_be_fetched_is_tried_again_though_the_feed_has_not_changed()
    {
        Origin.Answer("/2", 500);
        Origin.ServeFeed("/feed", "\"f1\"", ("/2", "Two"), ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        newsroom.CapturedPaths.ShouldBe(["/1"]);
        Origin.Serve("/2", "<h1>There it is</h1>");
        await newsroom.LookAfterAsync(Day);
        newsroom.CapturedPaths.ShouldBe(["/1", "/2"]);

        // And with everything in, the feed is asked for conditionally again.
        await newsroom.LookAfterAsync(Day);
        Origin.Requests[^1].IfNoneMatch.ShouldBe("\"f1\"");
    }

    [Fact]
    public async Task A_page_that_never_comes_is_given_up_at_last()
    {
        Origin.Answer("/2", 403);
        Origin.ServeFeed("/feed", "\"f1\"", ("/2", "Two"));
        await newsroom.FollowAsync("/feed");
        for (var look = 0; look < 20; look++)
        {
            await newsroom.LookAfterAsync(Day);
        }

        Origin.Asked("/2").ShouldBe(9);
        Origin.Requests[^1].IfNoneMatch.ShouldBe("\"f1\"");
    }

    [Fact]
    public async Task A_host_that_asks_for_patience_is_left_alone_until_then()
    {
        Origin.Answer("/1", 429, "Retry-After", "7200");
        Origin.ServeFeed("/feed", "\"f1\"", ("/3", "Three"), ("/2", "Two"), ("/1", "One"));
        var source = await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        newsroom.Captures.ShouldBeEmpty();
        (Origin.Asked("/2"), newsroom.StateOf(source).Interval).ShouldBe((0, TimeSpan.FromHours(2)));
        Origin.Serve("/1", "x");
        await newsroom.LookAfterAsync(TimeSpan.FromHours(2));
        newsroom.CapturedPaths.ShouldBe(["/1", "/2", "/3"]);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_left_alone_until_the_next_look()
    {
        RequestDelegate hangUp = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        foreach (var path in new[] { "/1", "/2", "/3" })
        {
            Origin.Answer(path, hangUp);
        }
        Origin.ServeFeed("/feed", null, ("/3", "Three"), ("/2", "Two"), ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        Origin.Asked("/3").ShouldBe(0);
    }

    [Fact]
    public async Task A_source_that_has_moved_for_good_is_followed_at_its_new_address()
    {
        Origin.Redirect("/old", "/feed", 301);
        Origin.ServeFeed("/feed", null, ("/1", "One"));
        var source = await newsroom.FollowAsync("/old");
        await newsroom.LookAsync();
        newsroom.UrlOf(source).ShouldBe(Origin.Url("/feed"));
        await newsroom.LookAfterAsync(Day);

        Origin.Asked("/old").ShouldBe(1);
        newsroom.Entries.Count(EntryKinds.SourceChanged.Is).ShouldBe(1);
    }

    [Fact]
    public async Task A_source_that_seems_to_have_moved_to_a_page_stays_where_it_was()
    {
        Origin.Redirect("/feed", "/home", 301);
        Origin.Serve("/home", "<!doctype html><html><title>Sign in</title>");
        var source = await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        newsroom.UrlOf(source).ShouldBe(Origin.Url("/feed"));
        newsroom.Health(source).ShouldContain("this is a web page and not a feed");
    }

    [Fact]
    public async Task A_feed_that_is_an_error_page_fails_and_is_tried_again_later_and_later()
    {
        Origin.Serve("/feed", "<!doctype html><html><body>502</body></html>");
        var source = await newsroom.FollowAsync("/feed");
        var waits = new List<double>();
        for (var look = 0; look < 3; look++)
        {
            await newsroom.LookAfterAsync(newsroom.StateOf(source).Interval);
            waits.Add(newsroom.StateOf(source).Interval.TotalMinutes);
        }
        waits.ShouldBe([15, 30, 60]);
        newsroom.Health(source).ShouldContain("3 times in a row: this is a web page and not a feed");

        Origin.ServeFeed("/feed", null, ("/1", "One"));
        await newsroom.LookAfterAsync(Day);
        newsroom.Health(source).ShouldStartWith("well");
        newsroom.Captures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_bad_source_does_not_stop_the_others()
    {
        Origin.Answer("/bad", 500);
        Origin.ServeFeed("/feed", null, ("/1", "One"));
        await newsroom.FollowAsync("/bad");
        await newsroom.FollowAsync("/nothing");
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        newsroom.CapturedPaths.ShouldBe(["/1"]);
    }

    [Fact]
    public async Task A_page_that_two_feeds_list_at_the_same_time_is_one_article()
    {
        for (var number = 0; number < 20; number++)
        {
            Origin.Serve($"/both/{number}", $"<h1>{number}</h1>");
        }
        var items = Enumerable.Range(0, 20).Select(number => ($"/both/{number}", $"{number}")).ToArray();
        for (var feed = 0; feed < 4; feed++)
        {
            Origin.ServeFeed($"/feed{feed}", null, items);
            await newsroom.FollowAsync($"/feed{feed}");
        }
        await newsroom.LookAsync();

        newsroom.Captures.Select(pair => pair.Capture.Url).ShouldBeUnique();
        newsroom.Captures.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Two_addresses_of_one_page_are_one_article()
    {
        Origin.Redirect("/short", "/1?utm_source=feed");
        Origin.ServeFeed("/feed", null, ("/short", "One"), ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        newsroom.Captures.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_host_gets_one_request_at_a_time()
    {
        for (var feed = 0; feed < 4; feed++)
        {
            Origin.ServeFeed($"/feed{feed}", null, ("/1", "One"), ("/2", "Two"), ("/3", "Three"));
            await newsroom.FollowAsync($"/feed{feed}");
        }
        await newsroom.LookAsync();

        Origin.MostAtOnce.ShouldBe(1);
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();
}
