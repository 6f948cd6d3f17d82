using Microsoft.AspNetCore.Http;

namespace Perennial.Gather.Tests;

/// <summary>Pages that are looked at again: edits, removals, and those that robots.txt keeps to itself.</summary>
public sealed class PageGatheringTests : IAsyncLifetime
{
    private GatheringNewsroom newsroom = null!;

    private LocalOrigin Origin => newsroom.Origin;

    public async ValueTask InitializeAsync()
    {
        newsroom = await GatheringNewsroom.OpenAsync(
            GatherPace.Default with
            {
                HostGap = TimeSpan.Zero,
                ShortestInterval = TimeSpan.FromDays(1),
                LongestInterval = TimeSpan.FromDays(1),
                FirstInterval = TimeSpan.FromDays(1),
            }
        );
        Origin.Serve("/1", "<h1>One</h1>", etag: "\"one\"");
        Origin.ServeFeed("/feed", null, ("/1", "One"));
    }

    [Fact]
    public async Task A_page_is_looked_at_again_at_growing_intervals_and_then_no_more()
    {
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        var asked = new List<int>();
        foreach (var minutes in new[] { 9, 1, 50, 300, 1080, 60 })
        {
            await newsroom.LookAfterAsync(TimeSpan.FromMinutes(minutes));
            asked.Add(Origin.Asked("/1"));
        }

        asked.ShouldBe([1, 2, 3, 4, 5, 5]);
        newsroom.Captures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_edit_is_captured_as_a_version()
    {
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.Serve("/1", "<h1>One, edited</h1>", etag: "\"two\"");
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(10));

        newsroom.Captures.Select(pair => pair.Subject).Distinct().ShouldHaveSingleItem();
        newsroom.Captures.Select(pair => pair.Capture.Etag).ShouldBe(["\"one\"", "\"two\""]);
        newsroom.Captures[1].Capture.Listing.ShouldNotBeNull().Title.ShouldBe("One");
    }

    [Fact]
    public async Task A_page_that_says_it_is_gone_is_gone_at_once()
    {
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.Answer("/1", 410);
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(10));

        GoneEntries().ShouldBe([410]);
    }

    [Fact]
    public async Task A_page_that_is_not_found_is_gone_the_second_time()
    {
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.Answer("/1", 404);
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(10));
        GoneEntries().ShouldBeEmpty();
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(50));
        GoneEntries().ShouldBe([404]);
        await newsroom.LookAfterAsync(TimeSpan.FromHours(6));
        GoneEntries().ShouldBe([404]);
    }

    [Fact]
    public async Task Two_slips_with_the_page_in_between_are_no_removal()
    {
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.Answer("/1", 404);
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(10));
        Origin.Serve("/1", "<h1>One</h1>", etag: "\"one\"");
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(50));
        Origin.Answer("/1", 404);
        await newsroom.LookAfterAsync(TimeSpan.FromHours(5));

        GoneEntries().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_was_missing_comes_back_with_its_next_entry()
    {
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.Answer("/1", 404);
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(10));
        await newsroom.LookAfterAsync(TimeSpan.FromMinutes(50));
        GoneEntries().ShouldBe([404]);
        Origin.Serve("/1", "<h1>One</h1>", etag: "\"one\"");
        Origin.ServeFeed("/feed", null, ("/1", "One, again"));
        await newsroom.LookAfterAsync(TimeSpan.FromDays(1));

        newsroom.Captures.Count.ShouldBe(2);
        newsroom.Entries.Select(entry => entry.Kind).Last().ShouldBe("page-captured");
    }

    [Fact]
    public async Task A_source_that_is_a_page_is_captured_whenever_it_changes()
    {
        await newsroom.FollowAsync("/1", SourceKind.Page);
        await newsroom.LookAsync();
        await newsroom.LookAfterAsync(TimeSpan.FromDays(1));
        newsroom.Captures.Count.ShouldBe(1);
        Origin.Serve("/1", "<h1>One, later</h1>");
        await newsroom.LookAfterAsync(TimeSpan.FromDays(1));

        newsroom.Captures.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_robots_txt_keeps_back_is_not_fetched_and_the_file_is_asked_for_once()
    {
        Origin.Serve("/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain");
        Origin.Serve("/secret/1", "x");
        Origin.Serve("/2", "x");
        Origin.ServeFeed("/feed", null, ("/secret/1", "Secret"), ("/2", "Two"), ("/1", "One"));
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();

        newsroom.CapturedPaths.ShouldBe(["/1", "/2"]);
        (Origin.Asked("/robots.txt"), Origin.Asked("/secret/1")).ShouldBe((1, 0));
        Origin.MostAtOnce.ShouldBe(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_host_that_can_not_say_what_it_keeps_back_is_asked_again_before_anything_is_fetched(int status)
    {
        Origin.Answer("/robots.txt", status);
        await newsroom.FollowAsync("/feed");
        await newsroom.LookAsync();
        Origin.Asked("/1").ShouldBe(0);
        Origin.Answer("/robots.txt", StatusCodes.Status403Forbidden);
        await newsroom.LookAfterAsync(TimeSpan.FromDays(1));

        newsroom.CapturedPaths.ShouldBe(["/1"]);
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    private IEnumerable<int> GoneEntries() =>
        newsroom.Entries.Where(EntryKinds.PageGone.Is).Select(entry => EntryKinds.PageGone.Read(entry)!.Status);
}
