using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Perennial.Gather;

/// <summary>Everything that Perennial fetches from outside goes through here: guarded, bounded, and honest about who asks.</summary>
public sealed class Fetcher : IDisposable
{
    private readonly FetcherOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient http;

    /// <summary>Makes a fetcher with connections of its own.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="clock">The clock that <c>Retry-After</c> dates are compared with.</param>
    public Fetcher(FetcherOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        http = GuardedHttp.NewClient(options);
    }

    /// <summary>Fetches one address, following its redirects.</summary>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.Deadline);
        try
        {
            return await FollowAsync(request, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Fail(
                "timeout",
                string.Create(CultureInfo.InvariantCulture, $"no whole answer within {options.Deadline.TotalSeconds} s")
            );
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException refused)
        {
            return new Refused(new Problem("private-address", refused.Message));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return Fail("unreachable", $"the server could not be reached or broke off: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationToken cancellation)
    {
        var url = request.Url;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var permanent = true;
        while (true)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                return new Refused(new Problem("not-http", $"{url} is no http or https address"));
            }
            if (!seen.Add(uri.AbsoluteUri))
            {
                return Fail("redirect-loop", "the address redirects for ever");
            }
            if (seen.Count > options.MostRedirects + 1)
            {
                return Fail("redirects", $"more than {options.MostRedirects} redirects");
            }
            using var response = await SendAsync(request, uri, cancellation);
            if (Redirect(response, uri) is not { } next)
            {
                return await OutcomeAsync(
                    response,
                    uri,
                    seen.Count > 1 && permanent ? uri.AbsoluteUri : null,
                    cancellation
                );
            }
            permanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            url = next;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(FetchRequest request, Uri uri, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, uri);
        message.Headers.TryAddWithoutValidation(
            "Accept",
            "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,*/*;q=0.5"
        );
        message.Headers.TryAddWithoutValidation("If-None-Match", request.Etag);
        message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private static string? Redirect(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } to
        && Uri.TryCreate(from, to, out var next)
            ? next.AbsoluteUri
            : null;

    private async Task<FetchOutcome> OutcomeAsync(
        HttpResponseMessage response,
        Uri uri,
        string? movedTo,
        CancellationToken cancellation
    )
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            304 => new Unchanged(),
            404 or 410 => new Gone(status),
            429 or 503 => new Throttled(RetryAfter(response.Headers.RetryAfter)),
            >= 200 and < 300 => await BodyAsync(response, uri, movedTo, cancellation),
            >= 400 and < 500 => Fail("http-status-4xx", $"the server answers with HTTP {status}"),
            _ => Fail("http-status", $"the server answers with HTTP {status}"),
        };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => null,
        };

    private async Task<FetchOutcome> BodyAsync(
        HttpResponseMessage response,
        Uri uri,
        string? movedTo,
        CancellationToken cancellation
    )
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0; )
        {
            body.Write(buffer, 0, read);
            if (body.Length > options.LargestBody)
            {
                return Fail("too-large", $"the answer has more than {options.LargestBody / (1024 * 1024)} MB");
            }
        }
        return new Fetched
        {
            FinalUrl = uri.AbsoluteUri,
            MovedTo = movedTo,
            ContentType = First(response.Content.Headers, "Content-Type"),
            Etag = First(response.Headers, "ETag"),
            LastModified = First(response.Content.Headers, "Last-Modified"),
            Body = body.ToArray(),
        };
    }

    private static string? First(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static Failed Fail(string code, string message) => new(new Problem(code, message));
}
