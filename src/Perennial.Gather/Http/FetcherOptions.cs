using System.Net;

namespace Perennial.Gather;

/// <summary>How the fetcher behaves towards the world.</summary>
public sealed record FetcherOptions
{
    /// <summary>Private address ranges that may be fetched from.</summary>
    public IReadOnlyList<IPNetwork> Allow { get; init; } = [];

    /// <summary>The site that we are, which servers find in our <c>User-Agent</c>.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The most bytes of a body, decompressed. Larger pages are no articles.</summary>
    public int LargestBody { get; init; } = 20 * 1024 * 1024;

    /// <summary>How long one fetch may take with all its redirects.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many redirects are followed; browsers follow 20, well-kept sites need 2.</summary>
    public int MostRedirects { get; init; } = 5;

    /// <summary>How names are resolved; tests bring names of their own.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Who we say we are.</summary>
    public string UserAgent => $"Perennial/0.1 (news reader{(PublicUrl is null ? "" : $"; +{PublicUrl}")})";
}
