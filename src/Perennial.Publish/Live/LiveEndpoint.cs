using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>The stream of a story: server-sent events with resume.</summary>
internal sealed class LiveEndpoint(
    ViewStore views,
    LiveHub hub,
    LivePump pump,
    StreamPlaces places,
    IHostApplicationLifetime lifetime
)
{
    // In seconds; until then pages ask for changes, which costs us less.
    private const string RetryRefusedAfter = "60";

    /// <summary>The stream of a story, from <c>Last-Event-ID</c> or else <c>?after=</c> on.</summary>
    public async Task StreamAsync(HttpContext context)
    {
        var slug = (string)context.GetRouteValue("slug")!;
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
        var isHead = HttpMethods.IsHead(context.Request.Method);
        var address = context.Connection.RemoteIpAddress;
        if (!isHead && places.Take(address) is { } refusal)
        {
            await RefuseAsync(context.Response, refusal);
            return;
        }
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        headers.XContentTypeOptions = "nosniff";
        if (isHead)
        {
            return;
        }
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var channel = hub.Join(story.Id, story.Texts);
        try
        {
            await new ReaderStream(context, hub, pump, channel, lifetime.ApplicationStopping).FollowAsync(after);
        }
        catch (OperationCanceledException)
        {
            // The reader left.
        }
        finally
        {
            hub.Leave(channel);
            places.GiveBack(address);
        }
    }

    private static Task RefuseAsync(HttpResponse response, StreamRefusal refusal)
    {
        response.StatusCode =
            refusal == StreamRefusal.Full
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status429TooManyRequests;
        response.Headers.CacheControl = "no-store";
        response.Headers.RetryAfter = RetryRefusedAfter;
        return response.WriteAsync("no more streams are open to you; ask for changes instead");
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
}
