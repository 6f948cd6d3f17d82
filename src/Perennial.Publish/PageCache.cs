using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>Pages that are the same for everybody: made once after each change, and sent to all who ask before the next.</summary>
/// <remarks>
/// All are dropped when the views move on, whatever moved them: nothing that was removed, held or corrected can come from
/// here. The minute counts too, since what pages say of times and states turns by itself.
/// </remarks>
internal sealed class PageCache(ViewStore views, TimeProvider clock, PublishOptions options)
{
    private const long MostBytes = 64 * 1024 * 1024;

    // What answers for itself, or is for one reader only.
    private static readonly string[] Others = ["/api", "/desk", "/report", "/reports", "/assets", "/health"];

    private volatile Shelf shelf = new(-1, -1);

    /// <summary>Answers from what is kept, or lets the page be made: by one where several ask for the same.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!MayBeKept(context.Request))
        {
            await next(context);
            return;
        }
        var now = Now();
        var key = KeyOf(context.Request);
        if (Kept(now, key) is { } ready)
        {
            await ready.SendAsync(context);
            return;
        }
        var making = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var maker = now.Making.GetOrAdd(key, making);
        if (maker != making)
        {
            await maker.Task.WaitAsync(context.RequestAborted);
            if (Kept(now, key) is { } made)
            {
                await made.SendAsync(context);
                return;
            }
            // It is no page to be kept after all, or it failed.
            await next(context);
            return;
        }
        try
        {
            context.Features.Set(new Wish(now, key));
            // Whatever is made is made by now: those who wait need not wait for this reader's network.
            context.Response.OnStarting(() =>
            {
                making.TrySetResult();
                return Task.CompletedTask;
            });
            await next(context);
        }
        finally
        {
            now.Making.TryRemove(key, out _);
            making.TrySetResult();
        }
    }

    /// <summary>Keeps a page that is the same for everybody, where it may be, and answers with it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="position">The position of the views that it was made from.</param>
    /// <param name="html">Its bytes. All that is to be said of it stands in the answer's headers.</param>
    /// <param name="until">Until when it holds though nothing comes; <see langword="null"/> for ever.</param>
    public static Task SendAsync(HttpContext context, long position, byte[] html, DateTimeOffset? until)
    {
        var page = new KeptPage(context.Response, html) { Until = until };
        if (context.Features.Get<Wish>() is { } wish && wish.Shelf.Position == position)
        {
            wish.Shelf.Add(wish.Key, page);
        }
        return page.SendAsync(context);
    }

    private KeptPage? Kept(Shelf shelf, PageKey key) =>
        shelf.Pages.TryGetValue(key, out var page) && (page.Until is not { } until || until > clock.GetUtcNow())
            ? page
            : null;

    private static bool MayBeKept(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !Array.Exists(Others, other => request.Path.StartsWithSegments(other, StringComparison.Ordinal))
        && request.Path.Value?.Contains("/changes/", StringComparison.Ordinal) != true;

    private Shelf Now()
    {
        var position = views.Position;
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        var now = shelf;
        if (now.Position != position || now.Minute != minute || now.Bytes > MostBytes)
        {
            // Two may do this at once: then one of the two shelves is forgotten, and a page is made once more.
            shelf = now = new Shelf(position, minute);
        }
        return now;
    }

    private PageKey KeyOf(HttpRequest request) =>
        new(
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            Setup.Asked(request)?.Language,
            options.PublicUrl is null ? Setup.BaseUrl(options, request) : ""
        );

    /// <summary>What a page depends on besides the views and the minute.</summary>
    private readonly record struct PageKey(string Path, string Query, string? Language, string Site);

    private sealed record Wish(Shelf Shelf, PageKey Key);

    /// <summary>The pages of one position and minute.</summary>
    private sealed class Shelf(long position, long minute)
    {
        private long bytes;

        public long Position => position;

        public long Minute => minute;

        public long Bytes => Interlocked.Read(ref bytes);

        public ConcurrentDictionary<PageKey, KeptPage> Pages { get; } = new();

        public ConcurrentDictionary<PageKey, TaskCompletionSource> Making { get; } = new();

        public void Add(PageKey key, KeptPage page)
        {
            // One whose time is over makes room for the next.
            Pages[key] = page;
            Interlocked.Add(ref bytes, page.Size);
        }
    }
}
