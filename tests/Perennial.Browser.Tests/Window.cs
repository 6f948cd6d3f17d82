using Microsoft.Playwright;

namespace Perennial.Browser.Tests;

/// <summary>What one test opens in the browser, closed with it.</summary>
internal sealed class Window(Newspaper newspaper) : IAsyncDisposable
{
    private readonly List<IBrowserContext> readers = [];

    /// <summary>Opens an address of the site for a reader of its own.</summary>
    public async Task<IPage> OpenAsync(string address, BrowserNewContextOptions? reader = null)
    {
        var context = await newspaper.ReaderAsync(reader ?? new BrowserNewContextOptions());
        readers.Add(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in readers)
        {
            await reader.CloseAsync();
        }
    }
}
