using System.Collections.Concurrent;

namespace Perennial.Gather;

/// <summary>Each host's <c>robots.txt</c>, fetched once a day.</summary>
internal sealed class RobotsRules(Fetcher fetcher, TimeProvider clock)
{
    private const string Agent = "Perennial";

    // RFC 9309, section 2.4: a cached copy should not be used for more than a day.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (Robots Rules, DateTimeOffset Until)> known = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a page may be fetched.</summary>
    public async Task<bool> AllowAsync(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return true;
        }
        var host = uri.GetLeftPart(UriPartial.Authority);
        if (!known.TryGetValue(host, out var cached) || cached.Until < clock.GetUtcNow())
        {
            var outcome = await fetcher.FetchAsync(new FetchRequest { Url = host + "/robots.txt" }, cancellation);
            // Without a file all is allowed; a host that can't be reached is asked again with the next page.
            var rules = outcome is Fetched fetched ? Robots.Parse(fetched.Body, Agent) : Robots.AllowAll;
            cached = (rules, clock.GetUtcNow() + Fresh);
            known[host] = cached;
        }
        return cached.Rules.Allows(uri);
    }
}
