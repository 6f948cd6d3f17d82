using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>What can be followed at the hub: the feeds, and the lists of stories.</summary>
internal sealed class HubTopics(ViewStore views, TimeProvider clock, PublishOptions options)
{
    /// <summary>Where the hub is, under the address of the site.</summary>
    public const string HubPath = "/hub";

    /// <summary>Names the hub and the topic in the headers of an answer, as WebSub asks of publishers (section 4).</summary>
    public static void Name(HttpResponse response, string baseUrl, string self)
    {
        response.Headers.Append("Link", $"<{Ascii(baseUrl + HubPath)}>; rel=\"hub\"");
        response.Headers.Append("Link", $"<{Ascii(self)}>; rel=\"self\"");
    }

    /// <summary>An address as a header can hold it.</summary>
    public static string Ascii(string address) => new Uri(address).AbsoluteUri;

    /// <summary>Whether an address is one of a topic of ours that is there now.</summary>
    /// <param name="address">The address.</param>
    /// <param name="baseUrl">The address of the site.</param>
    public bool IsOurs(string address, string baseUrl)
    {
        using var snapshot = views.Snapshot();
        return address.StartsWith(baseUrl + "/", StringComparison.Ordinal) && Find(snapshot, address) is not null;
    }

    /// <summary>What a topic has now, and what it depends on.</summary>
    /// <returns><see langword="null"/> when readers can't see it.</returns>
    public HubContent? Of(string address)
    {
        Func<HubContent>? write;
        using (var snapshot = views.Snapshot())
        {
            write = Find(snapshot, address);
        }
        return write?.Invoke();
    }

    /// <summary>The story that a topic is about, or <see langword="null"/> when it is about several.</summary>
    public string? StoryOf(ViewSnapshot snapshot, string address) =>
        Parts(address) is ["stories", var slug, _] ? StoriesView.FindBySlug(snapshot, slug)?.Id : null;

    /// <returns>What writes it, once the snapshot has been let go.</returns>
    private Func<HubContent>? Find(ViewSnapshot snapshot, string address)
    {
        var parts = Parts(address);
        if (parts is [] || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }
        var baseUrl = options.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? uri.GetLeftPart(UriPartial.Authority);
        var setting = Setup.Of(snapshot, clock, baseUrl);
        if (parts is ["stories", var of, var csv] && csv.EndsWith(".csv", StringComparison.Ordinal))
        {
            return StoryLists.Of(snapshot, setting, of, csv[..^".csv".Length]) is { } list
                ? () => new HubContent(baseUrl, StoryLists.ContentType, list.ToBytes())
                : null;
        }
        if (
            !parts[^1].StartsWith("feed.", StringComparison.Ordinal)
            || !FeedPages.Formats.TryGetValue(parts[^1]["feed.".Length..], out var format)
        )
        {
            return null;
        }
        var feed = parts switch
        {
            [_] => FeedPages.OfSite(snapshot, setting),
            ["sections", var section, _] => FeedPages.OfSection(snapshot, setting, section),
            ["stories", var story, _] => FeedPages.OfStory(snapshot, setting, story),
            _ => null,
        };
        return feed is null
            ? null
            : () => new HubContent(baseUrl, $"{format.ContentType}; charset=utf-8", format.Write(feed));
    }

    /// <summary>The parts of a topic's path below the address of the site; none for what is no topic.</summary>
    private string[] Parts(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return [];
        }
        var root = options.PublicUrl?.AbsolutePath.TrimEnd('/') ?? "";
        return uri.AbsolutePath.StartsWith(root + "/", StringComparison.Ordinal)
            ? [.. uri.AbsolutePath[(root.Length + 1)..].Split('/').Select(Uri.UnescapeDataString)]
            : [];
    }
}

/// <summary>What a topic has.</summary>
/// <param name="BaseUrl">The address of the site.</param>
/// <param name="ContentType">Its type, as a reader who asks for the topic gets it.</param>
/// <param name="Bytes">All of it.</param>
internal sealed record HubContent(string BaseUrl, string ContentType, byte[] Bytes)
{
    /// <summary>Tells it from what it was before.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>What topics have, each written once for all who are told in one turn.</summary>
internal sealed class HubContents(HubTopics topics)
{
    private readonly ConcurrentDictionary<string, Lazy<HubContent?>> written = new(StringComparer.Ordinal);

    /// <summary>What a topic has; <see langword="null"/> when readers can't see it.</summary>
    public HubContent? Of(string topic) =>
        written.GetOrAdd(topic, address => new Lazy<HubContent?>(() => topics.Of(address))).Value;
}
