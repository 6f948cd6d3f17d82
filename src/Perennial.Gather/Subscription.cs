using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Perennial.Gather.Feeds;

namespace Perennial.Gather;

/// <summary>What stands at an address that somebody wants to follow: a feed, a page that names one, or only a page.</summary>
public sealed partial record Subscription
{
    private const int HeadLength = 256 * 1024;

    /// <summary>The address to follow.</summary>
    public string Url { get; private init; } = "";

    /// <summary>Feed or page.</summary>
    public SourceKind Kind { get; private init; }

    /// <summary>The name it gives itself.</summary>
    public string Name { get; private init; } = "";

    /// <summary>How many entries the feed has.</summary>
    public int Entries { get; private init; }

    /// <summary>Why it can't be followed; <see langword="null"/> when it can.</summary>
    public Problem? Problem { get; private init; }

    /// <summary>Looks at an address.</summary>
    public static async Task<Subscription> FindAsync(Fetcher fetcher, string url, CancellationToken cancellation)
    {
        var outcome = await fetcher.FetchAsync(new FetchRequest { Url = url }, cancellation);
        return outcome switch
        {
            Fetched fetched => await LookAsync(fetcher, fetched, url, cancellation),
            Gone gone => Not("gone", $"there is nothing there (HTTP {gone.Status})"),
            Throttled => Not("throttled", "the server asks to come back later"),
            Refused refused => new Subscription { Problem = refused.Problem },
            Failed failed => new Subscription { Problem = failed.Problem },
            _ => Not("unchanged", "the server sends nothing"),
        };
    }

    private static async Task<Subscription> LookAsync(
        Fetcher fetcher,
        Fetched fetched,
        string url,
        CancellationToken cancellation
    )
    {
        url = fetched.MovedTo ?? url;
        if (AsFeed(fetched) is { } feed)
        {
            return OfFeed(feed, url);
        }
        var html = Encoding.UTF8.GetString(fetched.Body.AsSpan(0, Math.Min(HeadLength, fetched.Body.Length)));
        if (!Markup().IsMatch(html))
        {
            return Not("not-a-feed", "this is neither a feed nor a web page");
        }
        if (FeedNamedBy(html, fetched.FinalUrl) is { } named)
        {
            var outcome = await fetcher.FetchAsync(new FetchRequest { Url = named }, cancellation);
            if (outcome is Fetched there && AsFeed(there) is { } found)
            {
                return OfFeed(found, named);
            }
        }
        var name = NameOf(html) ?? new Uri(fetched.FinalUrl).Host;
        if (FeedAddress().IsMatch(new Uri(fetched.FinalUrl).AbsolutePath))
        {
            // Whoever names a feed does not mean to follow the error page that stands in for it.
            return Not(
                "not-a-feed",
                $"its address is that of a feed, but a web page came, “{name}”: try again later, or name the site"
            );
        }
        return new Subscription
        {
            Url = url,
            Kind = SourceKind.Page,
            Name = name,
        };
    }

    private static Subscription OfFeed(Feed feed, string url) =>
        new()
        {
            Url = url,
            Kind = SourceKind.Feed,
            Name = feed.Title ?? new Uri(url).Host,
            Entries = feed.Entries.Count,
        };

    private static Feed? AsFeed(Fetched fetched)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (fetched.ContentType is { } type)
        {
            headers["Content-Type"] = type;
        }
        var feed = FeedReader.Read(fetched.Body, fetched.FinalUrl, headers);
        return feed.Format is null ? null : feed;
    }

    private static string? FeedNamedBy(string html, string pageUrl)
    {
        foreach (Match link in Link().Matches(html))
        {
            if (
                link.Value.Contains("alternate", StringComparison.OrdinalIgnoreCase)
                && FeedType().IsMatch(link.Value)
                && Href().Match(link.Value) is { Success: true } href
                && Uri.TryCreate(new Uri(pageUrl), WebUtility.HtmlDecode(href.Groups["url"].Value), out var url)
            )
            {
                return url.AbsoluteUri;
            }
        }
        return null;
    }

    private static string? NameOf(string html) =>
        Title().Match(html) is { Success: true } title
        && WebUtility.HtmlDecode(title.Groups["text"].Value).ReplaceLineEndings(" ").Trim() is { Length: > 0 } text
            ? text
            : null;

    private static Subscription Not(string code, string message) => new() { Problem = new Problem(code, message) };

    [GeneratedRegex(@"<[a-z!]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"(\.(xml|rss|atom|rdf)|/(feed|rss|atom))/?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FeedAddress();

    [GeneratedRegex(@"<link\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"application/(rss|atom|feed)\+(xml|json)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FeedType();

    [GeneratedRegex(
        @"href\s*=\s*[""']?(?<url>[^""'\s>]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Href();

    [GeneratedRegex(
        @"<title[^>]*>(?<text>[^<]{1,300})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Title();
}
