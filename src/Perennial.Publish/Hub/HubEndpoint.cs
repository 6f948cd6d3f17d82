using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Perennial.Store;

namespace Perennial.Publish;

/// <summary>Takes requests to subscribe to topics of this site, and to end subscriptions (WebSub, section 5.1).</summary>
internal sealed class HubEndpoint(
    State state,
    HubTopics topics,
    HubWorker worker,
    HubOptions hub,
    PublishOptions options
)
{
    private const int LongestForm = 16 * 1024;
    private const int LongestAddress = 2_000;

    // WebSub, section 5.1: "MUST be less than 200 bytes in length".
    private const int LongestSecret = 199;

    public async Task TakeAsync(HttpContext context)
    {
        if (await FieldsAsync(context) is not { } form)
        {
            await AnswerAsync(context, 400, "send a form of application/x-www-form-urlencoded, each field once");
            return;
        }
        var mode = form["hub.mode"].ToString();
        var topic = form["hub.topic"].ToString();
        var callback = form["hub.callback"].ToString();
        var secret = form["hub.secret"].ToString();
        if (mode is not ("subscribe" or "unsubscribe"))
        {
            await AnswerAsync(
                context,
                400,
                "hub.mode must be subscribe or unsubscribe: this hub tells of its own site only"
            );
        }
        else if (CallbackOf(callback) is not { } address)
        {
            await AnswerAsync(
                context,
                400,
                $"hub.callback must be an http or https address of {LongestAddress} characters at most, without a name, a password or a fragment"
            );
        }
        else if (mode == "unsubscribe")
        {
            await AcceptAsync(context, state.AskToUnsubscribe(topic, callback), 404, "there is no such subscription");
        }
        else if (
            topic.Length > LongestAddress
            || !IsAtOurAddress(context)
            || !topics.IsOurs(topic, Setup.BaseUrl(options, context.Request))
        )
        {
            await AnswerAsync(
                context,
                404,
                "hub.topic must be a feed or a list of this site, by the address it names as self; without a public address, that at which the server listens"
            );
        }
        else if (Encoding.UTF8.GetByteCount(secret) > LongestSecret)
        {
            await AnswerAsync(context, 400, $"hub.secret may have {LongestSecret} bytes at most");
        }
        else if (LeaseOf(form["hub.lease_seconds"].ToString()) is not { } lease)
        {
            await AnswerAsync(context, 400, "hub.lease_seconds must be a whole number above nought");
        }
        else
        {
            var request = new SubscriptionRequest(
                topic,
                callback,
                address.IdnHost,
                secret.Length > 0 ? secret : null,
                lease
            );
            await AcceptAsync(
                context,
                state.AskToSubscribe(request, hub.Bounds),
                503,
                "the hub has as many subscriptions or requests as it can serve, in all or for this host"
            );
        }
    }

    private async Task AcceptAsync(HttpContext context, bool taken, int otherwise, string why)
    {
        if (taken)
        {
            worker.Wake();
        }
        await AnswerAsync(context, taken ? 202 : otherwise, taken ? "accepted; the callback will be asked" : why);
    }

    /// <summary>
    /// Whether the request names the site's own address. Where no public one is set that is the one the connection came to:
    /// anything else can be written into a request, and every name would be another topic to write.
    /// </summary>
    private bool IsAtOurAddress(HttpContext context)
    {
        if (options.PublicUrl is not null)
        {
            return true;
        }
        if (context.Connection.LocalIpAddress is not { } address)
        {
            return false;
        }
        var own = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var host = context.Request.Host;
        return (host.Port is null || host.Port == context.Connection.LocalPort)
            && (
                host.Host == new HostString(own.ToString(), 1).Host
                || (host.Host == "localhost" && IPAddress.IsLoopback(own))
            );
    }

    private static Uri? CallbackOf(string callback) =>
        callback.Length <= LongestAddress
        && Uri.TryCreate(callback, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
            ? uri
            : null;

    private static TimeSpan? LeaseOf(string seconds)
    {
        if (seconds.Length == 0)
        {
            return HubOptions.UsualLease;
        }
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }
        return TimeSpan.FromSeconds(
            Math.Clamp(number, HubOptions.ShortestLease.TotalSeconds, HubOptions.LongestLease.TotalSeconds)
        );
    }

    private static async Task<IFormCollection?> FieldsAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LongestForm;
        }
        if (
            context.Request.ContentType?.StartsWith(
                "application/x-www-form-urlencoded",
                StringComparison.OrdinalIgnoreCase
            ) != true
        )
        {
            return null;
        }
        try
        {
            var form = await context.Request.ReadFormAsync(
                new FormOptions { ValueCountLimit = 32, ValueLengthLimit = LongestForm },
                context.RequestAborted
            );
            return form.Where(field => field.Key.StartsWith("hub.", StringComparison.Ordinal))
                .All(field => field.Value.Count == 1)
                ? form
                : null;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(words + "\n", context.RequestAborted);
    }
}
