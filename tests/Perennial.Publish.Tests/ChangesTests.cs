using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>The polling documents: the same events, for caches.</summary>
public sealed class ChangesTests
{
    [Fact]
    public async Task At_the_head_there_is_nothing_and_a_time_to_wait()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");

        var answer = await site.AnswerAsync($"/stories/flood/changes/{post.Position}");

        var changes = await JsonAsync(answer);
        changes.GetProperty("events").GetArrayLength().ShouldBe(0);
        changes.GetProperty("next").GetInt64().ShouldBe(post.Position);
        changes.GetProperty("wait").GetInt32().ShouldBeGreaterThan(0);
        answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Older_documents_may_be_kept_but_not_for_long()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");

        var answer = await site.AnswerAsync($"/stories/flood/changes/{post.Position - 1}");

        answer.Headers.CacheControl!.Extensions.ShouldContain(extension => extension.Name == "immutable");
        answer.Headers.CacheControl.Public.ShouldBeTrue();
        // What is removed for a reason of law must not stand in a cache for longer.
        answer.Headers.CacheControl.MaxAge!.Value.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task They_hold_the_very_events_of_the_stream()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");
        var post = await site.PublishAsync(story, "First", keyEvent: true);
        var streamed = await stream.EventAsync();

        var changes = await JsonAsync(await site.AnswerAsync($"/stories/flood/changes/{post.Position - 1}"));

        var told = changes.GetProperty("events").EnumerateArray().ShouldHaveSingleItem();
        told.GetProperty("event").GetString().ShouldBe("post");
        var data = JsonDocument.Parse(streamed.Split('\n')[2]["data: ".Length..]).RootElement;
        JsonElement.DeepEquals(told.GetProperty("data"), data).ShouldBeTrue();
        changes.GetProperty("next").GetInt64().ShouldBe(post.Position);
    }

    [Fact]
    public async Task From_one_to_the_next_a_reader_sees_every_event_once_and_in_order()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var published = await site.PublishAsync(
            story,
            Enumerable.Range(0, 250).Select(number => RunningSite.APost($"Post {number}"))
        );

        var seen = new List<long>();
        for (var position = 0L; ; )
        {
            var changes = await JsonAsync(await site.AnswerAsync($"/stories/flood/changes/{position}"));
            if (changes.GetProperty("events").GetArrayLength() == 0)
            {
                break;
            }
            seen.AddRange(
                changes
                    .GetProperty("events")
                    .EnumerateArray()
                    .Select(told => told.GetProperty("data").GetProperty("position").GetInt64())
            );
            position = changes.GetProperty("next").GetInt64();
        }

        seen.ShouldBe(published.Select(entry => entry.Position));
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_until_something_of_it_is_removed()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "Too early");
        var address = $"/stories/flood/changes/{post.Position - 1}";
        var etag = (await site.AnswerAsync(address)).Headers.ETag!.ToString();

        (await site.AnswerAsync(address, ifNoneMatch: etag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await site.HoldAsync(post.Subject);
        var after = await site.AnswerAsync(address, ifNoneMatch: etag);

        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Too early");
    }

    [Fact]
    public async Task A_position_that_is_yet_to_come_leads_back_to_now()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        var changes = await JsonAsync(await site.AnswerAsync("/stories/flood/changes/1000000"));

        changes.GetProperty("next").GetInt64().ShouldBe(site.Newsroom.Ledger.Head);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task There_is_nothing_under_what_is_no_position(string position)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        (await site.AnswerAsync($"/stories/flood/changes/{position}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_story_that_has_been_silent_for_days_tells_pages_to_stop_asking()
    {
        var clock = new ShiftedClock();
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");

        clock.Shift = TimeSpan.FromDays(4);
        var changes = await JsonAsync(await site.AnswerAsync($"/stories/flood/changes/{post.Position}"));

        changes.GetProperty("wait").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement;
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
