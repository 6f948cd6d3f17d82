using Microsoft.Playwright;
using Perennial.Server.Demo;
using Perennial.Store;

namespace Perennial.Browser.Tests;

/// <summary>By itself: a day of news in half a minute leaves little of the processor for other tests.</summary>
[CollectionDefinition(nameof(AloneInTheMachine), DisableParallelization = true)]
public sealed class AloneInTheMachine;

/// <summary>Every sort of page, as the demo's readers see it. The pictures in <c>docs/screens</c> are made here.</summary>
/// <remarks>Where <c>PERENNIAL_SCREENS</c> names a folder they are written there, else nowhere.</remarks>
[Collection(nameof(AloneInTheMachine))]
public sealed class ScreensTests(Newspaper newspaper) : IAsyncLifetime
{
    // The recorded day in little more than half a minute.
    private const double Speed = 1500;

    private static readonly string? Folder = Environment.GetEnvironmentVariable("PERENNIAL_SCREENS");

    private static readonly (string Name, int Width, int Height, ColorScheme Colours)[] Screens =
    [
        ("wide", 1200, 900, ColorScheme.Light),
        ("narrow", 390, 780, ColorScheme.Light),
        ("dark", 1200, 900, ColorScheme.Dark),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perennial-");
    private DemoNewsroom? demo;
    private IPage? page;

    private DemoNewsroom Demo => demo!;

    private IPage Page => page!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Newspaper.SkipWithoutBrowser();
        demo = await DemoNewsroom.StartAsync(
            new NewsroomFolder(Path.Combine(folder.FullName, "newsroom")),
            "http://127.0.0.1:0",
            0,
            Speed,
            Cancellation
        );
        var reader = await newspaper.ReaderAsync(
            new()
            {
                BaseURL = Demo.Server.Url.ToString(),
                Locale = "en-GB",
                DeviceScaleFactor = 0.75f,
            }
        );
        page = await reader.NewPageAsync();
    }

    [Fact]
    public async Task Every_sort_of_page_fits_every_screen()
    {
        await EveningComesAsync();
        await ShowAsync("front", "/");
        var section = await LinkAsync("a[href^='/sections/']");
        var story = await LinkAsync("main a[href^='/stories/']");
        var statement = await LinkAsync("main a[href^='/statements/']");
        await ShowAsync("section", section);
        await ShowAsync("story", story);
        var article = await LinkAsync("main a[href^='/articles/']");
        var post = await LinkAsync($"main a[href^='{story}/posts/']");
        var person = await LinkAsync("main a[href^='/people/']");
        await ShowPartAsync("story-record", "#facts");
        await ShowAsync("story-oldest-first", story + "?order=oldest");
        await ShowAsync("story-as-it-was", story + "?at=60");
        await ShowAsync("story-since", story + "?since=60");
        await ShowAsync("post", post);
        await ShowAsync("versions", post + "/versions");
        await ShowAsync("statement", statement);
        await ShowAsync("article", article);
        var outlet = await LinkAsync("main a[href^='/outlets/']");
        await ShowAsync("outlet", outlet);
        await ShowAsync("person", person);
        await ShowAsync("search", "/search?q=ship");
        await ShowAsync("about", "/about");
        await ShowAsync("report", "/report?about=" + Uri.EscapeDataString(statement));
        await ShowAsync("not-found", "/nothing");
    }

    public async ValueTask DisposeAsync()
    {
        if (page is not null)
        {
            await page.Context.CloseAsync();
        }
        if (demo is not null)
        {
            await demo.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }

    /// <summary>Until most of the recorded day has been read, and everything that follows from it is shown.</summary>
    private async Task EveningComesAsync()
    {
        var evening = Demo.Recording.Start.AddHours(12);
        await Eventually.IsSo(
            () => Demo.Server.Newsroom.Ledger.Find(Demo.Server.Newsroom.Ledger.Head)?.At > evening,
            "evening comes"
        );
        await Demo.Server.Newsroom.Views.WaitBeyondAsync(Demo.Server.Newsroom.Ledger.Head - 1, Cancellation);
    }

    private async Task<string> LinkAsync(string selector) =>
        (await Page.Locator(selector).First.GetAttributeAsync("href"))!.Split('?', '#')[0];

    private async Task ShowAsync(string name, string address)
    {
        await Page.GotoAsync(address);
        await ShowPartAsync(name, null);
    }

    /// <summary>Looks at a page, from the top or from a part of it on, on every screen.</summary>
    private async Task ShowPartAsync(string name, string? part)
    {
        foreach (var screen in Screens)
        {
            await Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await Page.EmulateMediaAsync(new() { ColorScheme = screen.Colours, ReducedMotion = ReducedMotion.Reduce });
            if (part is not null)
            {
                await Page.Locator(part).EvaluateAsync("part => part.scrollIntoView()");
            }
            (await Page.Locator("h1").CountAsync()).ShouldBe(1, name);
            (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(
                screen.Width,
                $"{name}, {screen.Name}"
            );
            if (Folder is not null)
            {
                await Page.ScreenshotAsync(
                    new()
                    {
                        Path = Path.Combine(Folder, $"{name}-{screen.Name}.jpg"),
                        Type = ScreenshotType.Jpeg,
                        Quality = 55,
                    }
                );
            }
        }
    }
}
