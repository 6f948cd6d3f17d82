namespace Perennial.Publish;

/// <summary>How the readers' site is served.</summary>
public sealed record PublishOptions
{
    /// <summary>The address that readers know; <see langword="null"/> takes the one that was asked for.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether a page about a person waits until an editor opens it.</summary>
    public bool HoldsPeople { get; init; }

    /// <summary>How often an open stream with nothing to tell shows that it lives.</summary>
    /// <remarks>Proxies and phones cut connections that are silent; pages take 45 s of silence for a dead connection.</remarks>
    public TimeSpan SignOfLife { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many calls of the API for reading and of the hub one network may make in a minute.</summary>
    public int ApiCallsAMinute { get; init; } = 240;

    /// <summary>How long a reader's connection may take nothing of what is sent before it is cut.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many streams may be open: whoever comes then asks from time to time instead.</summary>
    /// <remarks>Each takes a file handle and some 10 KB; without a limit they would take the handles of pages too.</remarks>
    public int MostStreams { get; init; } = 15_000;

    /// <summary>How many streams may be open to one address, other than this machine's own: a large office has one.</summary>
    public int MostStreamsFromOne { get; init; } = 500;

    /// <summary>The program's version, which is part of every page's ETag.</summary>
    public required string Build { get; init; }
}
