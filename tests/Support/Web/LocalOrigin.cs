using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Perennial.Support;

/// <summary>A web server of this test on a free port of this machine, which serves what it is told to.</summary>
internal sealed class LocalOrigin : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> requests = new();
    private int now;
    private int most;

    private LocalOrigin(WebApplication app) => this.app = app;

    /// <summary>What it has been asked for, in order.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. requests];

    /// <summary>How many requests it had to answer at the same time at most.</summary>
    public int MostAtOnce => most;

    public static async Task<LocalOrigin> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var origin = new LocalOrigin(builder.Build());
        origin.app.Run(origin.AnswerAsync);
        await origin.app.StartAsync(TestContext.Current.CancellationToken);
        return origin;
    }

    /// <summary>The address of a path.</summary>
    public string Url(string path) => app.Urls.Single() + path;

    /// <summary>How often a path was asked for.</summary>
    public int Asked(string path) => requests.Count(request => request.Path == path);

    /// <summary>Answers a path with whatever is written.</summary>
    public void Answer(string path, RequestDelegate answer) => answers[path] = answer;

    /// <summary>Answers a path with a status and a header.</summary>
    public void Answer(string path, int status, string? header = null, string? value = null) =>
        Answer(
            path,
            context =>
            {
                context.Response.StatusCode = status;
                if (header is not null)
                {
                    context.Response.Headers[header] = value;
                }
                return Task.CompletedTask;
            }
        );

    /// <summary>Answers a path with a redirect.</summary>
    public void Redirect(string path, string to, int status = 302) => Answer(path, status, "Location", to);

    /// <summary>Answers a path with a text, and with 304 who knows its ETag.</summary>
    public void Serve(string path, string body, string contentType = "text/html; charset=utf-8", string? etag = null) =>
        Answer(
            path,
            context =>
            {
                if (etag is not null)
                {
                    context.Response.Headers.ETag = etag;
                    if (context.Request.Headers.IfNoneMatch == etag)
                    {
                        context.Response.StatusCode = StatusCodes.Status304NotModified;
                        return Task.CompletedTask;
                    }
                }
                context.Response.ContentType = contentType;
                return context.Response.WriteAsync(body, context.RequestAborted);
            }
        );

    /// <summary>Answers a path with a feed.</summary>
    /// <param name="path">The path.</param>
    /// <param name="etag">Its ETag; <see langword="null"/> for none.</param>
    /// <param name="items">The path and the title of each entry, newest first.</param>
    public void ServeFeed(string path, string? etag, params IEnumerable<(string Path, string Title)> items)
    {
        var entries = items.Select(item =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"<item><guid>{item.Path}</guid><link>{Url(item.Path)}</link><title>{item.Title}</title></item>"
            )
        );
        var feed = $"<rss version=\"2.0\"><channel><title>Sarn Wire</title>{string.Concat(entries)}</channel></rss>";
        Serve(path, feed, "application/rss+xml", etag);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        requests.Enqueue(
            new SeenRequest(
                context.Request.Path,
                context.Request.Headers.IfNoneMatch,
                context.Request.Headers.IfModifiedSince,
                context.Request.Headers.UserAgent
            )
        );
        var together = Interlocked.Increment(ref now);
        InterlockedMax(together);
        try
        {
            await answers.GetValueOrDefault(context.Request.Path, NotThereAsync)(context);
        }
        finally
        {
            Interlocked.Decrement(ref now);
        }
    }

    private void InterlockedMax(int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static Task NotThereAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>A request as a server saw it.</summary>
internal sealed record SeenRequest(string? Path, string? IfNoneMatch, string? IfModifiedSince, string? UserAgent);
