using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>The stream of a story: server-sent events with resume.</summary>
internal static class LiveEndpoints
{
    // Reconnecting readers are spread over two seconds, so that a restart does not bring them all at once.
    private const int RetryMilliseconds = 2000;

    // A reader far behind is sent this much before we wait for the network to take it.
    private const int BytesAFlush = 64 * 1024;

    private static readonly byte[] SignOfLife = ":\n\n"u8.ToArray();

    /// <summary>The stream of a story, from <c>Last-Event-ID</c> or else <c>?after=</c> on.</summary>
    public static async Task StreamAsync(
        string slug,
        HttpContext context,
        ViewStore views,
        LiveHub hub,
        IHostApplicationLifetime lifetime
    )
    {
        if (LiveStory.Find(views, context.Request, slug) is not { } story)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (After(context.Request, story.Head) is not { } after)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("after must be a position, such as 42", context.RequestAborted);
            return;
        }
        if (story.Elsewhere(after) is { } elsewhere)
        {
            var language = context.Request.Query["lang"] is [{ Length: > 0 } lang]
                ? $"&lang={Uri.EscapeDataString(lang)}"
                : "";
            context.Response.Redirect(
                string.Create(CultureInfo.InvariantCulture, $"{elsewhere}/live?after={after}{language}")
            );
            return;
        }
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        var channel = hub.Join(story.Id, story.Texts);
        try
        {
            // At once: a browser that gets no headers does not know that it is connected.
            await context.Response.StartAsync(ended.Token);
            var retry = RetryMilliseconds + Random.Shared.Next(RetryMilliseconds);
            await context.Response.BodyWriter.WriteAsync(
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {retry}\n\n")),
                ended.Token
            );
            await FollowAsync(context.Response.BodyWriter, hub, channel, after, ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the server stops.
        }
        finally
        {
            hub.Leave(channel);
        }
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
                if (await hub.ReachBackAsync(channel, position, ended))
                {
                    continue;
                }
                frames = await hub.CatchUpAsync(channel, position, ended);
            }
            else if (frames.Count == 0)
            {
                await woken.WaitAsync(ended);
                if (channel.After(position) is ({ Count: 0 }, _))
                {
                    // Woken for nothing: a comment shows that the connection lives.
                    await writer.WriteAsync(SignOfLife, ended);
                }
                continue;
            }
            if (frames.Count > 0)
            {
                position = frames[^1].Event.Position;
                await WriteAsync(writer, frames, ended);
                if (frames[^1].EndsStory)
                {
                    return;
                }
            }
        }
    }

    /// <summary>
    /// Where a reader is: never beyond what there is. One who says nothing begins with what comes next;
    /// <see langword="null"/> for what is no position.
    /// </summary>
    private static long? After(HttpRequest request, long head)
    {
        // Only a browser sends the header, and only what we sent before; whatever else it holds is passed over.
        if (Position(request.Headers["Last-Event-ID"]) is { } last)
        {
            return Math.Min(last, head);
        }
        var after = request.Query["after"];
        return after.Count == 0 ? head
            : Position(after) is { } position ? Math.Min(position, head)
            : null;
    }

    private static long? Position(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    private static async Task WriteAsync(PipeWriter writer, IReadOnlyList<LiveFrame> frames, CancellationToken ended)
    {
        var unflushed = 0;
        foreach (var frame in frames)
        {
            writer.Write(frame.Bytes);
            unflushed += frame.Bytes.Length;
            if (unflushed > BytesAFlush)
            {
                await writer.FlushAsync(ended);
                unflushed = 0;
            }
        }
        await writer.FlushAsync(ended);
    }
}
