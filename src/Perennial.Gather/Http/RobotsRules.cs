using System.Collections.Concurrent;

namespace Perennial.Gather;

/// <summary>Each host's <c>robots.txt</c>, fetched once a day.</summary>
internal sealed class RobotsRules(Fetcher fetcher, HostTurns turns, TimeProvider clock)
{
    private const string Agent = "Perennial";

    // RFC 9309, section 2.4: a cached copy should not be used for more than a day.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    // How soon a host is asked again that could not say.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Answer> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a page may not be fetched; <see langword="null"/> when it may.</summary>
    public async Task<FetchOutcome?> ObjectionAsync(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }
        var host = uri.GetLeftPart(UriPartial.Authority);
        var answer = Known(host) ?? await turns.TakeAsync(url, () => AskAsync(host, cancellation), cancellation);
        return answer.Objection
            ?? (
                answer.Rules.Allows(uri)
                    ? null
                    : new Refused(new Problem("robots", "robots.txt of the host asks not to fetch this page"))
            );
    }

    private Answer? Known(string host) =>
        known.TryGetValue(host, out var answer) && answer.Until > clock.GetUtcNow() ? answer : null;

    /// <summary>Asks, unless somebody else has asked while this one waited for its turn.</summary>
    private async Task<Answer> AskAsync(string host, CancellationToken cancellation)
    {
        if (Known(host) is { } answered)
        {
            return answered;
        }
        var outcome = await fetcher.FetchAsync(new FetchRequest { Url = host + "/robots.txt" }, cancellation);
        var now = clock.GetUtcNow();
        // RFC 9309, section 2.3.1: a host that says there is no file allows all; one that can't say allows nothing.
        return known[host] = outcome switch
        {
            Fetched fetched => new Answer(Robots.Parse(fetched.Body, Agent), null, now + Fresh),
            Gone or Failed { Problem.Code: "http-status-4xx" } => new Answer(Robots.AllowAll, null, now + Fresh),
            _ => new Answer(Robots.AllowAll, outcome, now + Again),
        };
    }

    private sealed record Answer(Robots Rules, FetchOutcome? Objection, DateTimeOffset Until);
}
