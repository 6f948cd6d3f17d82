namespace Perennial.Publish.Tests;

/// <summary>What state a story is in, on its page, the front page and in feeds, and what becomes of it while nothing comes.</summary>
public sealed class StateOnPagesTests
{
    private readonly SettableClock clock = new(new DateTimeOffset(2031, 3, 12, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_story_turns_quiet_on_every_page_though_nothing_comes()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, RunningSite.APost("The dam holds") with { Time = clock.Now });

        var page = await site.GetAsync("/stories/flood");
        page.ShouldContain("<span class=\"live\">New</span>");
        // The states that follow wait for their time.
        page.ShouldContain("hidden>Live</span>");
        page.ShouldContain("hidden>Quiet</span>");
        (await site.GetAsync("/feed.json")).ShouldContain("\"state\":\"new\"");

        clock.Now += TimeSpan.FromHours(6);
        (await site.GetAsync("/stories/flood")).ShouldContain("<span class=\"quiet\">Quiet</span>");
        (await site.GetAsync("/")).ShouldContain("<span class=\"quiet\">Quiet</span>");
        (await site.GetAsync("/feed.json")).ShouldContain("\"state\":\"quiet\"");
    }

    [Fact]
    public async Task A_reader_who_has_the_page_is_told_when_it_turned()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, RunningSite.APost("The dam holds") with { Time = clock.Now });
        var before = (await site.AnswerAsync("/stories/flood")).Headers.ETag!.Tag;
        (await site.AnswerAsync("/stories/flood")).Headers.ETag!.Tag.ShouldBe(before);

        clock.Now += TimeSpan.FromHours(7);
        var quiet = (await site.AnswerAsync("/stories/flood")).Headers.ETag!.Tag;
        quiet.ShouldNotBe(before);
        clock.Now += TimeSpan.FromMinutes(20);
        (await site.AnswerAsync("/stories/flood")).Headers.ETag!.Tag.ShouldBe(quiet);
    }

    [Fact]
    public async Task What_an_editor_closed_is_told_as_it_happened()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, RunningSite.APost("The dam holds") with { Time = clock.Now });
        var before = site.Newsroom.Ledger.Head;
        await site.Newsroom.AppendAsync(EntryKinds.StoryChanged.New(story, "u1", new StoryChanged { Closed = true }));

        var page = await site.GetAsync("/stories/flood");
        page.ShouldContain("<span class=\"quiet\">As it happened</span>");
        page.ShouldContain("\"coverageEndTime\":\"20");
        (await site.GetAsync("/stories/flood?lang=fr")).ShouldContain("Direct terminé");
        (await site.GetAsync($"/stories/flood?at={before}")).ShouldNotContain("As it happened");
    }

    [Fact]
    public async Task A_story_that_wakes_says_since_when_it_slept()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, RunningSite.APost("The dam holds") with { Time = clock.Now });
        clock.Now += TimeSpan.FromDays(20);
        await site.PublishAsync(story, RunningSite.APost("The dam is repaired") with { Time = clock.Now });

        var page = await site.GetAsync("/stories/flood");
        page.ShouldContain("<span class=\"live\">Live again</span>");
        page.ShouldContain("Nothing had come since ");
        clock.Now += TimeSpan.FromHours(7);
        (await site.GetAsync("/stories/flood")).ShouldNotContain("Nothing had come since ");
    }
}
