namespace Perennial.Store;

/// <summary>What is committed together: all of it, or nothing.</summary>
public sealed record LedgerBatch
{
    /// <summary>The entries, in the order they get their positions.</summary>
    public IReadOnlyList<NewEntry> Entries { get; init; } = [];

    /// <summary>How far the follower that makes them has come; <see langword="null"/> for anybody else.</summary>
    public FollowerStep? Follower { get; init; }

    /// <summary>A batch of these entries.</summary>
    public static LedgerBatch Of(params IReadOnlyList<NewEntry> entries) => new() { Entries = entries };
}

/// <summary>How far a follower has come.</summary>
/// <param name="Name">The follower's name.</param>
/// <param name="Position">The last position it has dealt with.</param>
public sealed record FollowerStep(string Name, long Position);
