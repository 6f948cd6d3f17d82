using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>The same events as the stream's, for pages that ask from time to time and for caches in between.</summary>
/// <remarks>
/// Readers who have seen the same ask for the same address. An answer with events holds what follows a position, and
/// where to go on; it may be short of the newest when a cache has kept it, but never wrong.
/// </remarks>
internal static class ChangesEndpoint
{
    private const int EventsAnAnswer = 100;

    // Seconds until a page asks again: at the head of a story that moves, of one that has gone quiet, and after an
    // answer with events, since there may be more by now.
    private const int WaitAtHead = 5;
    private const int WaitWhenQuiet = 30;
    private const int WaitBetween = 1;

    // A minute and no more: a post that is removed must not live on in a cache.
    private const string Older = "public, max-age=60, immutable, stale-if-error=600";
    private const string AtHead = "public, max-age=1, stale-if-error=60";

    private static readonly TimeSpan QuietAfter = TimeSpan.FromHours(6);

    // Whoever still has the page open after this long asks when they come back to it.
    private static readonly TimeSpan SilentAfter = TimeSpan.FromDays(3);

    private static readonly JsonSerializerOptions AnyScript = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The events of a story after a position.</summary>
    public static async Task AnswerAsync(
        string slug,
        long position,
        HttpContext context,
        ViewStore views,
        LiveRenderer renderer,
        TimeProvider clock
    )
    {
        if (position < 0 || LiveStory.Find(views, context.Request, slug) is not { } story)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (story.Elsewhere(position) is { } elsewhere)
        {
            context.Response.Redirect(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{elsewhere}/changes/{position}{context.Request.QueryString}"
                )
            );
            return;
        }
        IReadOnlyList<LiveEvent> events;
        long head;
        DateTimeOffset? updated;
        using (var snapshot = views.Snapshot())
        {
            events = LiveView.After(snapshot, story.Id, position, EventsAnAnswer);
            head = snapshot.Position;
            updated = events.Count > 0 ? null : StoriesView.Find(snapshot, story.Id)?.Updated;
        }
        var frames = await renderer.FramesAsync(events, story.Texts);
        var answer = new
        {
            events = frames.Select(frame => new
            {
                @event = frame.Name,
                data = JsonSerializer.Deserialize<JsonElement>(frame.Json),
            }),
            next = events.Count > 0 ? events[^1].Position : Math.Min(position, head),
            wait = updated is { } last ? WaitFor(clock.GetUtcNow() - last) : WaitBetween,
        };
        await SendAsync(
            context,
            JsonSerializer.SerializeToUtf8Bytes(answer, AnyScript),
            events.Count > 0 ? Older : AtHead
        );
    }

    private static int? WaitFor(TimeSpan silence) =>
        silence > SilentAfter ? null
        : silence > QuietAfter ? WaitWhenQuiet
        : WaitAtHead;

    private static async Task SendAsync(HttpContext context, byte[] json, string cacheControl)
    {
        // From the content, since what has been removed leaves answers that were given before.
        var etag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(json))[..16]}\"";
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = cacheControl;
        if (Revalidation.Knows(context.Request, etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
        }
    }
}
