using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Perennial.Browser.Tests;

/// <summary>Every page is open to all readers, on any screen.</summary>
public sealed class ReadableTests(Newspaper newspaper) : IAsyncDisposable
{
    private readonly Window window = new(newspaper);

    private static readonly ViewportSize SmallPhone = new() { Width = 320, Height = 640 };

    // What another width and other colours can change.
    private static readonly AxeRunOptions WhatIsSeen = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "rule",
            Values = ["color-contrast", "target-size", "scrollable-region-focusable"],
        },
    };

    public static TheoryData<string> Pages =>
        [
            "front",
            "section",
            "story",
            "of-article",
            "article",
            "statement",
            "post",
            "about",
            "nothing",
            "story-as-it-was",
            "post-as-it-was",
            "article-as-it-was",
            "versions",
            "since",
            "search",
            "found",
            "report",
            "receipt",
            "story-with-pieces",
            "piece",
            "piece-as-it-was",
            "piece-versions",
            "author",
            "outlet",
            "statement-as-it-was",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_the_light_and_in_the_dark(string name)
    {
        var page = await window.OpenAsync(await AddressAsync(name));
        ShouldFindNothing(await page.RunAxe());

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(SmallPhone.Width, SmallPhone.Height);
        ShouldFindNothing(await page.RunAxe(WhatIsSeen));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_stands_out_at_the_side_on_a_small_phone_with_large_text(string name)
    {
        var page = await window.OpenAsync(await AddressAsync(name), new() { ViewportSize = SmallPhone });

        (await OverhangAsync(page)).ShouldBe(0);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        (await OverhangAsync(page)).ShouldBe(0);
    }

    [Theory]
    [InlineData("of-article")]
    [InlineData("since")]
    [InlineData("story-as-it-was")]
    [InlineData("found")]
    [InlineData("versions")]
    [InlineData("story-with-pieces")]
    [InlineData("piece-as-it-was")]
    [InlineData("author")]
    [InlineData("outlet")]
    [InlineData("statement-as-it-was")]
    public async Task What_is_touched_is_large_enough(string name)
    {
        var page = await window.OpenAsync(
            await AddressAsync(name),
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
              .filter(target => !target.closest(".text, .skip, h1") && target.getClientRects().length)
              .filter(target => target.getBoundingClientRect().height < 43.5)
              .map(target => target.outerHTML)
            """
        );

        small.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private static void ShouldFindNothing(AxeResult found) =>
        found.Violations.ShouldBeEmpty(
            string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}"))
        );

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
            case "article-as-it-was":
                return $"/articles/{newspaper.Article}?at={newspaper.FirstReading}";
            case "statement-as-it-was":
                return $"{newspaper.Statement}?at={newspaper.LastReading}";
            case "outlet":
                return $"/outlets/{newspaper.Source}";
            case "search":
                return "/search";
            case "found":
                return "/search?q=photographs&speaker=Marten";
            case "report":
                return $"/report?about={newspaper.Statement}";
            case "receipt":
                return newspaper.Receipt();
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
        var piece = name is "story-with-pieces" or "piece" or "piece-as-it-was" or "piece-versions" or "author"
            ? await newspaper.PublishPieceAsync(story)
            : null;
        return name switch
        {
            "story-with-pieces" => $"/stories/{story.Slug}",
            "piece" => $"/pieces/{piece!.Piece.Slug}",
            "piece-as-it-was" => $"/pieces/{piece!.Piece.Slug}?at={piece.Since}",
            "piece-versions" => $"/pieces/{piece!.Piece.Slug}/versions",
            "author" => "/authors/mara-tal",
            "story" => $"/stories/{story.Slug}",
            "story-as-it-was" => $"/stories/{story.Slug}?at={post.Since}",
            "post-as-it-was" => $"/stories/{story.Slug}/posts/{post.Id}?at={post.Since}",
            "versions" => $"/stories/{story.Slug}/posts/{post.Id}/versions",
            "since" => $"/stories/{story.Slug}?since={post.Since}",
            _ => $"/stories/{story.Slug}/posts/{post.Id}",
        };
    }
}
