using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>The stream as it comes over the wire.</summary>
public sealed class LiveStreamTests
{
    [Fact]
    public async Task Headers_and_the_time_to_retry_come_before_anything_has_happened()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");

        stream.Head.ShouldStartWith("HTTP/1.1 200 OK");
        stream.Head.ShouldContain("Content-Type: text/event-stream");
        stream.Head.ShouldContain("Cache-Control: no-store");
        stream.Head.ShouldContain("X-Accel-Buffering: no");
        var first = await stream.BlockAsync();
        int.Parse(first!["retry: ".Length..], CultureInfo.InvariantCulture).ShouldBeInRange(1000, 5000);
    }

    [Fact]
    public async Task An_event_is_its_position_its_name_and_one_line_of_data()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");

        var entry = await site.PublishAsync(story, "The dam holds – 서울", "One line.\n\nAnother line.");

        var lines = (await stream.EventAsync()).Split('\n');
        lines.Length.ShouldBe(5);
        lines[0].ShouldBe($"id: {entry.Position}");
        lines[1].ShouldBe("event: post");
        lines[3].ShouldBeEmpty();
        lines[4].ShouldBeEmpty();
        var data = JsonDocument.Parse(lines[2]["data: ".Length..]).RootElement;
        data.GetProperty("position").GetInt64().ShouldBe(entry.Position);
        data.GetProperty("story").GetString().ShouldBe(story);
        data.GetProperty("id").GetString().ShouldBe(entry.Subject);
        data.GetProperty("html").GetString()!.ShouldContain("Another line.");
        // Any script stands as itself.
        lines[2].ShouldContain("서울");
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_position_in_its_address()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var first = await site.PublishAsync(story, "First");
        var second = await site.PublishAsync(story, "Second");
        var third = await site.PublishAsync(story, "Third");

        using var stream = await RawStream.OpenAsync(site, $"/stories/flood/live?after={first.Position}");

        PositionOf(await stream.EventAsync()).ShouldBe(second.Position);
        PositionOf(await stream.EventAsync()).ShouldBe(third.Position);
    }

    [Fact]
    public async Task The_last_event_seen_wins_over_the_address()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var first = await site.PublishAsync(story, "First");
        var second = await site.PublishAsync(story, "Second");
        var third = await site.PublishAsync(story, "Third");

        using var stream = await RawStream.OpenAsync(
            site,
            $"/stories/flood/live?after={first.Position}",
            second.Position.ToString(CultureInfo.InvariantCulture)
        );

        PositionOf(await stream.EventAsync()).ShouldBe(third.Position);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_last_event_that_is_no_position_is_passed_over(string lastEventId)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var first = await site.PublishAsync(story, "First");
        var second = await site.PublishAsync(story, "Second");

        using var stream = await RawStream.OpenAsync(site, $"/stories/flood/live?after={first.Position}", lastEventId);

        PositionOf(await stream.EventAsync()).ShouldBe(second.Position);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("1&after=2")]
    public async Task An_address_without_a_position_in_it_is_refused(string after)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        var answer = await site.AnswerAsync($"/stories/flood/live?after={after}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_position_that_is_yet_to_come_is_taken_for_now()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");

        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live?after=1000000");
        var second = await site.PublishAsync(story, "Second");

        PositionOf(await stream.EventAsync()).ShouldBe(second.Position);
    }

    [Fact]
    public async Task Posts_of_other_stories_stay_out_of_a_stream()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var other = await site.OpenStoryAsync("election");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");

        await site.PublishAsync(other, "Elsewhere");
        var ours = await site.PublishAsync(story, "Here");

        PositionOf(await stream.EventAsync()).ShouldBe(ours.Position);
    }

    [Fact]
    public async Task A_reader_far_behind_gets_every_event_once_and_in_order()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var early = await RawStream.OpenAsync(site, "/stories/flood/live");
        // More than a channel keeps.
        var published = await site.PublishAsync(
            story,
            Enumerable.Range(0, 700).Select(number => RunningSite.APost($"Post {number}"))
        );

        using var late = await RawStream.OpenAsync(site, "/stories/flood/live?after=0");

        foreach (var entry in published)
        {
            PositionOf(await early.EventAsync()).ShouldBe(entry.Position);
            PositionOf(await late.EventAsync()).ShouldBe(entry.Position);
        }
    }

    [Fact]
    public async Task What_is_replayed_is_what_stands_now()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "Nine thousand");
        await site.EditAsync(story, post.Subject, "Six thousand");

        using var stream = await RawStream.OpenAsync(site, $"/stories/flood/live?after={post.Position - 1}");

        var replayed = await stream.EventAsync();
        replayed.ShouldContain("event: post");
        replayed.ShouldContain("Six thousand");
        replayed.ShouldNotContain("Nine thousand");
    }

    [Fact]
    public async Task A_post_that_was_held_is_told_to_go_and_comes_back_for_nobody()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var open = await RawStream.OpenAsync(site, "/stories/flood/live");
        var post = await site.PublishAsync(story, "Too early");
        (await open.EventAsync()).ShouldContain("Too early");

        await site.HoldAsync(post.Subject);

        var gone = await open.EventAsync();
        gone.ShouldContain("event: remove");
        gone.ShouldContain(post.Subject);
        gone.ShouldNotContain("Too early");
        using var late = await RawStream.OpenAsync(site, $"/stories/flood/live?after={post.Position - 1}");
        (await late.EventAsync()).ShouldNotContain("Too early");
        (await late.EventAsync()).ShouldContain("event: remove");
    }

    [Fact]
    public async Task A_story_that_is_held_ends_its_streams()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");

        var held = await site.HoldAsync(story);

        var last = await stream.EventAsync();
        PositionOf(last).ShouldBe(held.Position);
        last.ShouldContain("event: remove");
        (await stream.BlockAsync()).ShouldBeNull();
        (await site.AnswerAsync("/stories/flood/live")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_story_that_was_held_and_is_open_again_is_not_taken_away_from_those_who_resume()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");
        await site.HoldAsync(story);
        await site.OpenAsync(story);
        var second = await site.PublishAsync(story, "Second");

        using var stream = await RawStream.OpenAsync(site, $"/stories/flood/live?after={post.Position}");

        (await stream.EventAsync()).ShouldContain("event: story");
        // That it is open again is an event too: those who follow everything were told that it went.
        (await stream.EventAsync()).ShouldContain("event: story");
        PositionOf(await stream.EventAsync()).ShouldBe(second.Position);
    }

    [Fact]
    public async Task A_stream_with_nothing_to_tell_shows_that_it_lives()
    {
        await using var site = await RunningSite.StartAsync(signOfLife: TimeSpan.FromMilliseconds(50));
        await site.OpenStoryAsync("flood");

        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");

        (await stream.BlockAsync()).ShouldStartWith("retry: ");
        (await stream.BlockAsync()).ShouldBe(":\n\n");
        (await stream.BlockAsync()).ShouldBe(":\n\n");
    }

    [Fact]
    public void The_sign_of_life_comes_within_the_twenty_seconds_that_the_contract_promises() =>
        new PublishOptions { Build = "" }.SignOfLife.ShouldBeLessThan(TimeSpan.FromSeconds(20));

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_at_once()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");
        (await stream.BlockAsync()).ShouldStartWith("retry: ");

        var stopping = site.StopAsync();

        (await stream.BlockAsync()).ShouldBeNull();
        await Eventually.Ends(stopping);
    }

    [Fact]
    public async Task Who_asks_for_the_head_alone_gets_it_and_no_stream()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        var answer = await site.AnswerAsync("/stories/flood/live", HttpMethod.Head);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
    }

    [Fact]
    public async Task A_stream_is_in_the_language_that_its_page_asks_for()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var english = await RawStream.OpenAsync(site, "/stories/flood/live");
        using var french = await RawStream.OpenAsync(site, "/stories/flood/live?lang=fr");

        await site.PublishAsync(story, "First", keyEvent: true);

        (await english.EventAsync()).ShouldContain("Key event");
        (await french.EventAsync()).ShouldContain("Moment clé");
    }

    [Fact]
    public async Task A_key_event_brings_the_list_of_key_events_and_the_head_along()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");

        await site.PublishAsync(story, "Spillway opened", keyEvent: true);

        var data = JsonDocument.Parse((await stream.EventAsync()).Split('\n')[2]["data: ".Length..]).RootElement;
        var parts = data.GetProperty("parts").GetString()!;
        parts.ShouldContain("id=\"key-events\"");
        parts.ShouldContain("Spillway opened");
        parts.ShouldContain("id=\"head\"");
        parts.ShouldContain("1 post");
    }

    private static long PositionOf(string block) =>
        long.Parse(block.Split('\n')[0]["id: ".Length..], CultureInfo.InvariantCulture);
}
