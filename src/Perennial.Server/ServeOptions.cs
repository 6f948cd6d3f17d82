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

    /// <summary>The newsroom's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What the machine may show by itself.</summary>
    public GatePolicy Gate => PublicUrl is null ? GatePolicy.Open : GatePolicy.Edited;
}
