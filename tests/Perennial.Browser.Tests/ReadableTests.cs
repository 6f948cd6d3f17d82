using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Perennial.Browser.Tests;

/// <summary>Every page is open to all readers, on any screen.</summary>
public sealed class ReadableTests(Newspaper newspaper) : IAsyncDisposable
{
    private readonly Window window = new(newspaper);

    public static TheoryData<string, ColorScheme> Pages
    {
        get
        {
            var pages = new TheoryData<string, ColorScheme>();
            foreach (
                var page in new[]
                {
                    "front",
                    "section",
                    "story",
                    "of-article",
                    "article",
                    "statement",
                    "post",
                    "about",
                    "nothing",
                }
            )
            {
                pages.Add(page, ColorScheme.Light);
                pages.Add(page, ColorScheme.Dark);
            }
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string name, ColorScheme colours)
    {
        var page = await window.OpenAsync(await AddressAsync(name), new() { ColorScheme = colours });

        var found = await page.RunAxe();

        found.Violations.ShouldBeEmpty(
            string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}"))
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_stands_out_at_the_side_on_a_small_phone_with_large_text(string name, ColorScheme colours)
    {
        var page = await window.OpenAsync(
            await AddressAsync(name),
            new()
            {
                ColorScheme = colours,
                ViewportSize = new() { Width = 320, Height = 640 },
            }
        );

        (await OverhangAsync(page)).ShouldBe(0);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        (await OverhangAsync(page)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_touched_is_large_enough()
    {
        var page = await window.OpenAsync(
            await AddressAsync("of-article"),
            new()
            {
                HasTouch = true,
                IsMobile = true,
                ViewportSize = new() { Width = 390, Height = 800 },
            }
        );

        // Links within a sentence are as high as their line.
        var small = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("a, button")]
              .filter(target => !target.closest(".text, .skip") && target.getClientRects().length)
              .filter(target => target.getBoundingClientRect().height < 43.5)
              .map(target => target.outerHTML)
            """
        );

        small.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private static Task<int> OverhangAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private async Task<string> AddressAsync(string name)
    {
        Newspaper.SkipWithoutBrowser();
        switch (name)
        {
            case "front":
                return "/";
            case "section":
                return "/sections/world";
            case "of-article":
                return newspaper.StoryOfArticle;
            case "article":
                return $"/articles/{newspaper.Article}";
            case "statement":
                return newspaper.Statement;
            case "about":
                return "/about";
            case "nothing":
                return "/nothing";
        }
        var story = await newspaper.OpenStoryAsync($"Floods upstream, seen on the page {name}");
        var post = await newspaper.PublishAsync(
            story,
            "Averylongwordthatnobodycanbreakwithouthyphens",
            keyEvent: true,
            text: "# A heading\n\nSome *words*, a [link](https://example.org/a-very-long-address-without-any-place-to-break-it) and `code`.\n\n"
                + "- one\n- two\n\n> quoted\n\n    a line of code that is longer than any phone is wide, and then some more"
        );
        await newspaper.EditAsync(post, post.Post.Title!, "It said otherwise before.");
        return name == "story" ? $"/stories/{story.Slug}" : $"/stories/{story.Slug}/posts/{post.Id}";
    }
}
