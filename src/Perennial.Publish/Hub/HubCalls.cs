using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Perennial.Store;

namespace Perennial.Publish;

/// <summary>The calls that the hub makes to subscribers: to verify what they ask for, and to deliver (WebSub, sections 5.3, 7 and 8).</summary>
internal sealed partial class HubCalls(HubOptions options, ILogger log)
{
    private const int BytesOfChallenge = 24;

    /// <summary>Asks a subscriber whether it means what was asked for in its name.</summary>
    public Task<HubAnswer> VerifyAsync(HubSubscription subscription, CancellationToken cancellation)
    {
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfChallenge));
        return CallAsync(
            subscription,
            () => Question(subscription, challenge),
            async (response, token) =>
                response.IsSuccessStatusCode && await BeginsAndEndsAsync(response, challenge, token)
                    ? HubAnswer.Yes
                    : HubAnswer.No,
            cancellation
        );
    }

    /// <summary>Sends a subscriber all that a topic has.</summary>
    public Task<HubAnswer> DeliverAsync(
        HubSubscription subscription,
        HubContent content,
        CancellationToken cancellation
    ) =>
        CallAsync(
            subscription,
            () => Delivery(subscription, content),
            (response, _) =>
                Task.FromResult(
                    response.IsSuccessStatusCode ? HubAnswer.Yes
                    : response.StatusCode == HttpStatusCode.Gone ? HubAnswer.Gone
                    : HubAnswer.No
                ),
            cancellation
        );

    private static HttpRequestMessage Question(HubSubscription subscription, string challenge)
    {
        var query = new StringBuilder(subscription.Callback)
            .Append(new Uri(subscription.Callback).Query.Length > 0 ? '&' : '?')
            .Append("hub.mode=")
            .Append(subscription.Asked)
            .Append("&hub.topic=")
            .Append(Uri.EscapeDataString(subscription.Topic))
            .Append("&hub.challenge=")
            .Append(challenge);
        if (subscription.Asked == "subscribe")
        {
            query.Append(CultureInfo.InvariantCulture, $"&hub.lease_seconds={subscription.AskedLease.TotalSeconds:0}");
        }
        return new HttpRequestMessage(HttpMethod.Get, query.ToString());
    }

    private static HttpRequestMessage Delivery(HubSubscription subscription, HubContent content)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, subscription.Callback)
        {
            Content = new ByteArrayContent(content.Bytes),
        };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", content.ContentType);
        message.Headers.TryAddWithoutValidation(
            "Link",
            [
                $"<{HubTopics.Ascii(content.BaseUrl + HubTopics.HubPath)}>; rel=\"hub\"",
                $"<{HubTopics.Ascii(subscription.Topic)}>; rel=\"self\"",
            ]
        );
        if (subscription.Secret is { } secret)
        {
            // Of the methods that section 8 allows, sha1, sha256, sha384 and sha512, the one that every subscriber knows and nobody has broken.
            var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content.Bytes);
            message.Headers.TryAddWithoutValidation("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(signature)}");
        }
        return message;
    }

    /// <summary>Calls a subscriber. Whatever it or its address makes of that is an answer: only our own end is an exception.</summary>
    private async Task<HubAnswer> CallAsync(
        HubSubscription subscription,
        Func<HttpRequestMessage> write,
        Func<HttpResponseMessage, CancellationToken, Task<HubAnswer>> judge,
        CancellationToken cancellation
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Patience);
        try
        {
            using var message = write();
            using var response = await options.Http.SendAsync(
                message,
                HttpCompletionOption.ResponseHeadersRead,
                patience.Token
            );
            return await judge(response, patience.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogUnreached(log, subscription.Host, e);
            return HubAnswer.None;
        }
    }

    /// <summary>Whether the body is the challenge, and nothing else.</summary>
    private static async Task<bool> BeginsAndEndsAsync(
        HttpResponseMessage response,
        string challenge,
        CancellationToken cancellation
    )
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[challenge.Length + 1];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return CryptographicOperations.FixedTimeEquals(buffer.AsSpan(0, read), Encoding.ASCII.GetBytes(challenge));
    }

    [LoggerMessage(LogLevel.Debug, "A subscriber at {Host} could not be called")]
    private static partial void LogUnreached(ILogger log, string host, Exception e);
}

/// <summary>What a subscriber answers.</summary>
internal enum HubAnswer
{
    /// <summary>What was hoped for.</summary>
    Yes,

    /// <summary>Something else.</summary>
    No,

    /// <summary>That it wants nothing any more.</summary>
    Gone,

    /// <summary>Nothing: it could not be reached, or took too long.</summary>
    None,
}
