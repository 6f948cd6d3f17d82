using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>Live delivery: server-sent events with resume, and the same events for those who ask from time to time.</summary>
internal static class LiveEndpoints
{
    // How long a polling page should wait before it asks again, in seconds.
    private const int PollingWait = 5;
    private const int EventsAnAnswer = 100;

    // Reconnecting readers are spread over two seconds, so that a restart does not bring them all at once.
    private const int RetryMilliseconds = 2000;

    private static readonly JsonSerializerOptions AnyScript = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The stream of a story, from <c>Last-Event-ID</c> or else <c>?after=</c> on.</summary>
    public static async Task StreamAsync(
        string slug,
        HttpContext context,
        ViewStore views,
        LiveHub hub,
        IHostApplicationLifetime lifetime
    )
    {
        if (Find(views, context.Request, slug) is not ({ } story, { } texts, var head))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            // At once: a browser that gets no headers does not know that it is connected.
            await context.Response.StartAsync(ended.Token);
            var retry = RetryMilliseconds + Random.Shared.Next(RetryMilliseconds);
            await WriteAsync(
                context.Response.BodyWriter,
                string.Create(CultureInfo.InvariantCulture, $"retry: {retry}\n\n"),
                ended.Token
            );
            await FollowAsync(
                context.Response.BodyWriter,
                hub,
                hub.Channel(story.Id, texts),
                After(context.Request, head),
                ended.Token
            );
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the server stops.
        }
    }

    /// <summary>The events after a position, for pages that poll and for caches in between.</summary>
    public static async Task ChangesAsync(
        string slug,
        long position,
        HttpContext context,
        ViewStore views,
        LiveRenderer renderer
    )
    {
        if (Find(views, context.Request, slug) is not ({ } story, { } texts, _))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        IReadOnlyList<LiveEvent> events;
        long head;
        using (var snapshot = views.Snapshot())
        {
            events = LiveView.After(snapshot, story.Id, position, EventsAnAnswer);
            head = snapshot.Position;
        }
        var whole = events.Count == EventsAnAnswer;
        var answers = new List<object>(events.Count);
        foreach (var live in events)
        {
            var frame = await renderer.FrameAsync(live, texts);
            answers.Add(
                new { @event = LiveFrame.NameOf(live), data = JsonSerializer.Deserialize<JsonElement>(frame.Json) }
            );
        }
        // Short also for old positions: a post that is removed must not live on in a cache.
        context.Response.Headers.CacheControl = whole ? "public, max-age=30" : "public, max-age=1";
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(
            context.Response.Body,
            new
            {
                events = answers,
                next = whole ? events[^1].Position : Math.Max(head, position),
                wait = whole ? 0 : PollingWait,
            },
            AnyScript,
            context.RequestAborted
        );
    }

    private static async Task FollowAsync(
        PipeWriter writer,
        LiveHub hub,
        LiveChannel channel,
        long position,
        CancellationToken ended
    )
    {
        while (true)
        {
            if (channel.After(position) is not ({ } frames, { } woken))
            {
                var floor = channel.Floor;
                var missed = await hub.CatchUpAsync(channel, position);
                position = missed.Count > 0 ? missed[^1].Event.Position : floor;
                await WriteAsync(writer, missed, ended);
            }
            else if (frames.Count > 0)
            {
                position = frames[^1].Event.Position;
                await WriteAsync(writer, frames, ended);
            }
            else
            {
                await woken.WaitAsync(ended);
                if (channel.After(position) is ({ Count: 0 }, _))
                {
                    // Woken for nothing: a comment shows that the connection lives.
                    await WriteAsync(writer, ":\n\n", ended);
                }
            }
        }
    }

    /// <summary>The story, the language and the position of the views, or nothing for a story that readers can't see.</summary>
    private static (StoryRow? Story, InterfaceTexts? Texts, long Head) Find(
        ViewStore views,
        HttpRequest request,
        string slug
    )
    {
        using var snapshot = views.Snapshot();
        var site = SiteView.Current(snapshot) ?? Setup.NamelessSite;
        var texts =
            InterfaceTexts.Find(request.Query["lang"])
            ?? InterfaceTexts.Find(site.Language)
            ?? InterfaceTexts.Find("en");
        return (StoriesView.FindBySlug(snapshot, slug), texts, snapshot.Position);
    }

    /// <summary>Where a reader is; one who says nothing begins with what comes next.</summary>
    private static long After(HttpRequest request, long head) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last
        : long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after
        : head;

    private static async Task WriteAsync(PipeWriter writer, IReadOnlyList<LiveFrame> frames, CancellationToken ended)
    {
        foreach (var frame in frames)
        {
            await writer.WriteAsync(frame.Bytes, ended);
        }
    }

    private static async Task WriteAsync(PipeWriter writer, string text, CancellationToken ended) =>
        await writer.WriteAsync(Encoding.UTF8.GetBytes(text), ended);
}
