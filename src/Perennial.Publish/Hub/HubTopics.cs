using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
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

    /// <summary>
    /// Whether an address is that of a topic of ours that is there now, letter by letter as the topic names itself:
    /// each of the many ways to write it would be another topic to write.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="baseUrl">The address of the site.</param>
    public bool IsOurs(string address, string baseUrl)
    {
        using var snapshot = views.Snapshot();
        return address.StartsWith(baseUrl + "/", StringComparison.Ordinal)
            && Find(snapshot, address) is { } found
            && (address == found.Self || address == Ascii(found.Self));
    }

    /// <summary>What a topic has now, and what it depends on.</summary>
    /// <returns><see langword="null"/> when readers can't see it.</returns>
    public HubContent? Of(string address)
    {
        FoundTopic? found;
        using (var snapshot = views.Snapshot())
        {
            found = Find(snapshot, address);
        }
        return found?.Write();
    }

    /// <summary>The story that a topic is about, or <see langword="null"/> when it is about several.</summary>
    public string? StoryOf(ViewSnapshot snapshot, string address) =>
        Parts(address) is ["stories", var slug, _] ? StoriesView.FindBySlug(snapshot, slug)?.Id : null;

    private FoundTopic? Find(ViewSnapshot snapshot, string address)
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
            return
                StoriesView.FindBySlug(snapshot, of) is { } about
                && StoryLists.Of(snapshot, setting, of, csv[..^".csv".Length]) is { } list
                ? new FoundTopic(
                    $"{baseUrl}/stories/{about.Slug}/{csv}",
                    () => new HubContent(baseUrl, StoryLists.ContentType, list.ToBytes())
                )
                : null;
        }
        if (!parts[^1].StartsWith("feed.", StringComparison.Ordinal))
        {
            return null;
        }
        var ending = parts[^1]["feed.".Length..];
        if (!FeedPages.Formats.TryGetValue(ending, out var format))
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
            : new FoundTopic(
                feed.Self(ending),
                () => new HubContent(baseUrl, $"{format.ContentType}; charset=utf-8", format.Write(feed))
            );
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

    /// <param name="Self">The one address by which it names itself.</param>
    /// <param name="Write">Writes it, once the snapshot has been let go.</param>
    private sealed record FoundTopic(string Self, Func<HubContent> Write);
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

/// <summary>What topics have as the views stand, each written once for all who are told.</summary>
internal sealed partial class HubContents(HubTopics topics, ViewStore views, ILogger log)
{
    // As many as are sent at once; what goes too early is written again.
    private const int MostKept = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lazy<HubContent?>> written = new(StringComparer.Ordinal);
    private long position;

    /// <summary>What a topic has now, never older than the views; <see langword="null"/> when readers can't see it, or it can't be written.</summary>
    public HubContent? Of(string topic)
    {
        Lazy<HubContent?>? content;
        lock (gate)
        {
            var now = views.Position;
            if (now != position || written.Count >= MostKept)
            {
                written.Clear();
                position = now;
            }
            if (!written.TryGetValue(topic, out content))
            {
                content = new Lazy<HubContent?>(() => Write(topic));
                written.Add(topic, content);
            }
        }
        return content.Value;
    }

    /// <summary>One topic that can't be written keeps back no other.</summary>
    private HubContent? Write(string topic)
    {
        try
        {
            return topics.Of(topic);
        }
        catch (Exception e)
        {
            LogUnwritten(log, topic, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The topic {Topic} could not be written")]
    private static partial void LogUnwritten(ILogger log, string topic, Exception e);
}
