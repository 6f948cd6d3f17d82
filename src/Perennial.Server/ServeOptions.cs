using System.Net;
using Perennial.Newsroom;
using Perennial.Store;

namespace Perennial.Server;

/// <summary>How a newsroom is served.</summary>
internal sealed record ServeOptions
{
    /// <summary>Where it listens unless it is told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>The newsroom's folder.</summary>
    public required NewsroomFolder Folder { get; init; }

    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>The address that readers know; <see langword="null"/> while only this machine is served.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Private addresses that may be fetched from.</summary>
    public IReadOnlyList<IPNetwork> Allow { get; init; } = [];

    /// <summary>Proxies whose word on a reader's address is taken.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The certificate for <c>https</c>; <see langword="null"/> for none.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>How many streams may be open at once; <see langword="null"/> for the usual number.</summary>
    public int? MostStreams { get; init; }

    /// <summary>How many of them to one address; <see langword="null"/> for the usual number.</summary>
    public int? MostStreamsFromOne { get; init; }

    /// <summary>The newsroom's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What the machine may show by itself.</summary>
    public GatePolicy Gate => PublicUrl is null ? GatePolicy.Open : GatePolicy.Edited;
}
