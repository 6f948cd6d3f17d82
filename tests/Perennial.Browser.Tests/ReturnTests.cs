using static Microsoft.Playwright.Assertions;

namespace Perennial.Browser.Tests;

/// <summary>What a reader sees who was here before.</summary>
public sealed class ReturnTests(Newspaper newspaper) : IAsyncDisposable
{
    private readonly Window window = new(newspaper);

    [Fact]
    public async Task A_reader_who_comes_back_is_told_what_is_new_and_what_was_corrected()
    {
        var story = await newspaper.OpenStoryAsync("A reader comes back");
        var post = await newspaper.PublishAsync(story, "Ten were hurt");
        var page = await window.OpenAsync($"/stories/{story.Slug}");
        await Expect(page.Locator("#since")).ToHaveCountAsync(0);
        await page.GotoAsync("/about");
        await newspaper.EditAsync(post, "Nine were hurt", "It was nine, not ten.");
        await newspaper.PublishAsync(story, "The road is open");

        await page.GotoAsync($"/stories/{story.Slug}");

        await Expect(page.Locator("#since")).ToContainTextAsync("It was nine, not ten.");
        await Expect(page.Locator("#since")).ToContainTextAsync("The road is open");
        await Expect(page.Locator("#announcement")).ToContainTextAsync("Since you were here");
        await page.ReloadAsync();
        await Expect(page.Locator(".order button")).ToHaveCountAsync(1);
        await Expect(page.Locator("#since")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_arrived_while_the_page_was_open_has_been_seen()
    {
        var story = await newspaper.OpenStoryAsync("The page was open");
        await newspaper.PublishAsync(story, "First");
        var page = await window.OpenAsync($"/stories/{story.Slug}");
        await newspaper.PublishAsync(story, "Seen as it came");
        await Expect(page.Locator("#posts")).ToContainTextAsync("Seen as it came");
        await page.GotoAsync("/about");
        await newspaper.PublishAsync(story, "Came afterwards");

        await page.GotoAsync($"/stories/{story.Slug}");

        await Expect(page.Locator("#since")).ToContainTextAsync("Came afterwards");
        await Expect(page.Locator("#since")).Not.ToContainTextAsync("Seen as it came");
    }

    [Fact]
    public async Task Without_script_the_address_tells_the_same()
    {
        var story = await newspaper.OpenStoryAsync("A reader without script");
        var post = await newspaper.PublishAsync(story, "Ten were hurt");
        var page = await window.OpenAsync($"/stories/{story.Slug}", new() { JavaScriptEnabled = false });
        var address = await page.Locator(".page-tools a[href*='since=']").GetAttributeAsync("href");
        await newspaper.EditAsync(post, "Nine were hurt", "It was nine, not ten.");

        await page.GotoAsync(address!);

        await Expect(page.Locator("#since")).ToContainTextAsync("It was nine, not ten.");
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
