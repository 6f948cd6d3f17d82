using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Perennial.Browser.Tests;

/// <summary>What a reader with an open story page sees.</summary>
public sealed class LivePageTests(Newspaper newspaper) : IAsyncDisposable
{
    private readonly Window window = new(newspaper);

    private static readonly BrowserNewContextOptions Small = new()
    {
        ViewportSize = new() { Width = 390, Height = 600 },
    };

    [Fact]
    public async Task A_post_arrives_on_an_open_page_without_reload()
    {
        var story = await newspaper.OpenStoryAsync("A post arrives");
        await newspaper.PublishAsync(story, "First");
        var page = await window.OpenAsync($"/stories/{story.Slug}");
        await page.EvaluateAsync("window.sameDocument = true");

        await newspaper.PublishAsync(story, "Second", keyEvent: true);

        await Expect(Titles(page)).ToHaveTextAsync(["Second", "First"]);
        await Expect(page.Locator("#key-events li")).ToContainTextAsync(["Second"]);
        await Expect(page.Locator("#head .meta")).ToContainTextAsync("2 posts");
        await Expect(page.Locator("#announcement")).ToContainTextAsync("1 new update");
        (await page.EvaluateAsync<bool>("window.sameDocument")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_open_page_turns_quiet_by_itself_when_nothing_comes_and_live_when_something_does()
    {
        var story = await newspaper.OpenStoryAsync("It turns quiet");
        await newspaper.PublishAsync(story, "Long ago");
        var page = await window.OpenAsync("/");
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/stories/{story.Slug}");
        var state = page.Locator("#head .state > :not([hidden])");
        await Expect(state).ToHaveTextAsync("New");

        await page.Clock.FastForwardAsync("03:01:00");
        await Expect(state).ToHaveTextAsync("Live");
        await page.Clock.FastForwardAsync("03:01:00");
        await Expect(state).ToHaveTextAsync("Quiet");

        await newspaper.PublishAsync(story, "And on");
        await Expect(state).ToHaveTextAsync("New");
    }

    [Fact]
    public async Task A_page_that_lost_its_connection_catches_up_without_loss_or_repetition()
    {
        var story = await newspaper.OpenStoryAsync("The connection is lost");
        await newspaper.PublishAsync(story, "Before");
        using var network = new Relay(newspaper.Url);
        var page = await window.OpenAsync($"/stories/{story.Slug}", new() { BaseURL = network.Url.ToString() });
        await newspaper.PublishAsync(story, "While connected");
        await Expect(Titles(page)).ToHaveTextAsync(["While connected", "Before"]);

        network.Cut();
        for (var number = 1; number <= 5; number++)
        {
            await newspaper.PublishAsync(story, $"Missed {number}");
        }
        await Expect(page.Locator(".connection")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        network.Mend();

        await Expect(Titles(page))
            .ToHaveTextAsync(
                ["Missed 5", "Missed 4", "Missed 3", "Missed 2", "Missed 1", "While connected", "Before"],
                new() { Timeout = 60_000 }
            );
        await Expect(page.Locator(".connection")).ToBeHiddenAsync();
        await newspaper.PublishAsync(story, "And on");
        await Expect(Titles(page).First).ToHaveTextAsync("And on");
        await Expect(Titles(page)).ToHaveCountAsync(8);
    }

    [Fact]
    public async Task New_posts_wait_while_somebody_reads_further_down()
    {
        var story = await newspaper.OpenStoryAsync("Somebody reads");
        for (var number = 1; number <= 12; number++)
        {
            await newspaper.PublishAsync(story, $"Old {number}");
        }
        var page = await window.OpenAsync($"/stories/{story.Slug}", Small);
        var read = page.Locator(".post", new() { HasText = "Old 4" });
        await read.ScrollIntoViewIfNeededAsync();
        var before = await read.BoundingBoxAsync();

        await newspaper.PublishAsync(story, "New 1");
        var second = await newspaper.PublishAsync(story, "New 2");

        var pill = page.Locator(".held button");
        await Expect(pill).ToHaveTextAsync("2 new updates");
        await Expect(page).ToHaveTitleAsync("(2) Somebody reads – The Courier");
        await Expect(Titles(page)).ToHaveCountAsync(12);
        // Nothing has moved under the reader's eyes.
        (await read.BoundingBoxAsync())!.Y.ShouldBe(before!.Y, tolerance: 1);

        // What waits is kept true as well.
        await newspaper.EditAsync(second, "New 2, corrected");
        await pill.ClickAsync();

        await Expect(Titles(page).First).ToHaveTextAsync("New 2, corrected");
        await Expect(Titles(page)).ToHaveCountAsync(14);
        await Expect(pill).ToBeHiddenAsync();
        await Expect(page).ToHaveTitleAsync("Somebody reads – The Courier");
        await Expect(Titles(page).First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_reader_can_pause_and_resume()
    {
        var story = await newspaper.OpenStoryAsync("A pause");
        await newspaper.PublishAsync(story, "First");
        var page = await window.OpenAsync($"/stories/{story.Slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause updates" }).ClickAsync();

        await newspaper.PublishAsync(story, "Second");

        await Expect(page.Locator(".held button")).ToHaveTextAsync("1 new update");
        await Expect(Titles(page)).ToHaveTextAsync(["First"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume updates" }).ClickAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["Second", "First"]);
    }

    [Fact]
    public async Task A_correction_reaches_those_who_have_read_the_error()
    {
        var story = await newspaper.OpenStoryAsync("A correction");
        var post = await newspaper.PublishAsync(story, "Nine thousand");
        var page = await window.OpenAsync($"/stories/{story.Slug}");

        await newspaper.EditAsync(post, "Six thousand", "It was the figure of the whole district.");

        await Expect(Titles(page)).ToHaveTextAsync(["Six thousand"]);
        await Expect(page.Locator(".post .correction")).ToContainTextAsync("whole district");
        await Expect(page.Locator(".post .changed")).ToContainTextAsync("Corrected");
    }

    [Fact]
    public async Task A_post_that_is_taken_away_leaves_open_pages()
    {
        var story = await newspaper.OpenStoryAsync("A post goes");
        var post = await newspaper.PublishAsync(story, "Too early", keyEvent: true);
        await newspaper.PublishAsync(story, "Stays");
        var page = await window.OpenAsync($"/stories/{story.Slug}");

        await newspaper.HoldAsync(post.Id);

        await Expect(Titles(page)).ToHaveTextAsync(["Stays"]);
        await Expect(page.Locator("#key-events")).ToBeHiddenAsync();
        await Expect(page.Locator("body")).Not.ToContainTextAsync("Too early");
    }

    [Fact]
    public async Task A_story_that_is_taken_away_leaves_open_pages()
    {
        var story = await newspaper.OpenStoryAsync("A story goes");
        await newspaper.PublishAsync(story, "Too early");
        var page = await window.OpenAsync($"/stories/{story.Slug}");

        await newspaper.HoldAsync(story.Id);

        await Expect(page.Locator(".connection")).ToHaveTextAsync("This story is no longer open to readers.");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Too early");
    }

    [Fact]
    public async Task A_new_headline_comes_to_page_and_tab_and_takes_nobodys_focus()
    {
        var story = await newspaper.OpenStoryAsync("Dam may break");
        await newspaper.PublishAsync(story, "First");
        var page = await window.OpenAsync($"/stories/{story.Slug}");
        var section = page.Locator("#head .kicker a");
        await section.FocusAsync();

        await newspaper.RenameAsync(story, "Dam holds");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Dam holds");
        await Expect(page).ToHaveTitleAsync("Dam holds – The Courier");
        await Expect(section).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_a_reader_unfolded_in_the_record_stays_so_when_the_story_is_read_anew()
    {
        Newspaper.SkipWithoutBrowser();
        var page = await window.OpenAsync(newspaper.StoryOfArticle);
        await page.Locator("#said details summary").First.ClickAsync();
        await Assertions.Expect(page.Locator("#timeline")).ToHaveCountAsync(1);

        var before = await newspaper.ReadAgainAsync(reading => reading with { Timeline = [] });

        await Assertions.Expect(page.Locator("#timeline")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#said details[open]")).ToHaveCountAsync(1);
        await newspaper.ReadAgainAsync(_ => before);
        await Assertions.Expect(page.Locator("#timeline")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_headline_leads_to_what_carries_it_without_script()
    {
        Newspaper.SkipWithoutBrowser();
        var page = await window.OpenAsync(newspaper.StoryOfArticle, new() { JavaScriptEnabled = false });

        await page.Locator("h1 .check").First.ClickAsync();

        await Assertions.Expect(page.Locator("#headline-check li:target")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".chart")).ToHaveAttributeAsync("role", "img");
    }

    [Fact]
    public async Task A_reader_who_wants_the_oldest_first_gets_new_posts_at_the_end()
    {
        var story = await newspaper.OpenStoryAsync("Oldest first");
        await newspaper.PublishAsync(story, "First");
        var page = await window.OpenAsync($"/stories/{story.Slug}?order=oldest");

        await newspaper.PublishAsync(story, "Second");

        await Expect(Titles(page)).ToHaveTextAsync(["First", "Second"]);
    }

    [Fact]
    public async Task Where_streams_do_not_get_through_the_page_asks()
    {
        var story = await newspaper.OpenStoryAsync("No streams here");
        await newspaper.PublishAsync(story, "First");
        var page = await window.OpenAsync("/about");
        await page.RouteAsync("**/live?**", route => route.AbortAsync());
        await page.GotoAsync($"/stories/{story.Slug}");

        await newspaper.PublishAsync(story, "Second");

        await Expect(Titles(page)).ToHaveTextAsync(["Second", "First"], new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_page_behind_another_tab_holds_no_stream_and_still_counts()
    {
        var story = await newspaper.OpenStoryAsync("Behind another tab");
        await newspaper.PublishAsync(story, "First");
        var page = await window.OpenAsync("/about");
        await page.AddInitScriptAsync(
            "Object.defineProperty(document, 'hidden', { get: () => window.behind ?? true })"
        );
        var streams = 0;
        page.Request += (_, request) => streams += request.Url.Contains("/live?", StringComparison.Ordinal) ? 1 : 0;
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/stories/{story.Slug}");

        await newspaper.PublishAsync(story, "Second");
        await Eventually.IsSo(
            async () =>
            {
                await page.Clock.RunForAsync(20_000);
                return await page.TitleAsync() == "(1) Behind another tab – The Courier";
            },
            "the tab counts the post"
        );

        streams.ShouldBe(0);
        await Expect(Titles(page)).ToHaveTextAsync(["First"]);
        await page.EvaluateAsync("window.behind = false; document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(Titles(page)).ToHaveTextAsync(["Second", "First"]);
        await newspaper.PublishAsync(story, "Third");
        await Expect(Titles(page)).ToHaveTextAsync(["Third", "Second", "First"]);
        streams.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_of_one_story_share_a_stream_and_the_next_takes_it_over()
    {
        var story = await newspaper.OpenStoryAsync("Two pages");
        await newspaper.PublishAsync(story, "First");
        var one = await window.OpenAsync($"/stories/{story.Slug}");
        await newspaper.PublishAsync(story, "Second");
        await Expect(Titles(one)).ToHaveTextAsync(["Second", "First"]);
        var other = await one.Context.NewPageAsync();
        var streams = 0;
        other.Request += (_, request) => streams += request.Url.Contains("/live?", StringComparison.Ordinal) ? 1 : 0;
        await other.GotoAsync($"/stories/{story.Slug}");

        await newspaper.PublishAsync(story, "Third");
        await Expect(Titles(other)).ToHaveTextAsync(["Third", "Second", "First"]);
        await newspaper.PublishAsync(story, "Fourth");
        await Expect(Titles(other)).ToHaveTextAsync(["Fourth", "Third", "Second", "First"]);
        await Expect(Titles(one)).ToHaveTextAsync(["Fourth", "Third", "Second", "First"]);
        streams.ShouldBe(0);
        await one.CloseAsync();
        await Eventually.IsSo(() => streams == 1, "the page that stays takes the stream");
        await newspaper.PublishAsync(story, "Fifth");

        await Expect(Titles(other)).ToHaveTextAsync(["Fifth", "Fourth", "Third", "Second", "First"]);
    }

    [Fact]
    public async Task A_page_that_hears_nothing_from_the_one_with_the_stream_gets_its_own()
    {
        var story = await newspaper.OpenStoryAsync("A page falls silent");
        await newspaper.PublishAsync(story, "First");
        var frozen = await window.OpenAsync("/about");
        // Has the stream, as far as others can see, and hands on nothing, like a page that the browser has put to sleep.
        await frozen.EvaluateAsync($"navigator.locks.request('live/{story.Id}/', () => new Promise(() => {{}})), 0");
        var page = await frozen.Context.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/stories/{story.Slug}");
        await newspaper.PublishAsync(story, "Second");

        await Eventually.IsSo(
            async () =>
            {
                await page.Clock.RunForAsync(10_000);
                return await Titles(page).CountAsync() == 2;
            },
            "the page has what was published"
        );
        await newspaper.PublishAsync(story, "Third");
        await Eventually.IsSo(
            async () =>
            {
                await page.Clock.RunForAsync(10_000);
                return await Titles(page).CountAsync() == 3;
            },
            "the page hears of what comes"
        );
    }

    [Fact]
    public async Task A_page_is_whole_without_script()
    {
        var story = await newspaper.OpenStoryAsync("Without script");
        await newspaper.PublishAsync(story, "First", keyEvent: true);
        await newspaper.PublishAsync(story, "Second");
        var page = await window.OpenAsync($"/stories/{story.Slug}", new() { JavaScriptEnabled = false });

        await Expect(Titles(page)).ToHaveTextAsync(["Second", "First"]);
        await page.Locator("#key-events a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("First");
        await page.GetByRole(AriaRole.Link, new() { Name = "Read it in its place in the story" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Oldest first" }).ClickAsync();
        await Expect(Titles(page)).ToHaveTextAsync(["First", "Second"]);
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private static ILocator Titles(IPage page) => page.Locator(".post .title");
}
