namespace Perennial;

/// <summary>One line of the ledger, as it was committed.</summary>
public sealed record Entry
{
    /// <summary>Its number, from 1, without gaps, in the order of commits.</summary>
    public required long Position { get; init; }

    /// <summary>When it was appended, by the newsroom's clock: UTC, in whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name of its kind: see <see cref="EntryKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The opaque id of what it is about. Never an address, a name or a text, since it survives a takedown.</summary>
    public required string Subject { get; init; }

    /// <summary>Who made it: an opaque person's id, <c>reader/VERSION</c>, <c>linker/VERSION</c>, <c>weaver/VERSION</c> or <c>gatherer</c>.</summary>
    public required string Author { get; init; }

    /// <summary>SHA-256 over salt and payload: 32 bytes.</summary>
    public required ReadOnlyMemory<byte> PayloadHash { get; init; }

    /// <summary>The payload, the very bytes that were hashed; <see langword="null"/> once it has been taken down.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }
}

/// <summary>An entry before it has a position and a time.</summary>
public sealed record NewEntry
{
    /// <summary>The name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about; <see langword="null"/> for a page's first capture, whose subject is <c>a</c> and its own position.</summary>
    public required string? Subject { get; init; }

    /// <summary>Who makes it.</summary>
    public required string Author { get; init; }

    /// <summary>The payload as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The large contents that the payload names by their SHA-256.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Blobs
    {
        get => field ?? [];
        init;
    } = [];
}
