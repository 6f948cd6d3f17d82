namespace Perennial.Store;

/// <summary>What is committed together: all of it, or nothing.</summary>
public sealed record LedgerBatch
{
    /// <summary>The entries, in the order they get their positions.</summary>
    public IReadOnlyList<NewEntry> Entries { get; init; } = [];

    /// <summary>How far the follower that makes them has come; <see langword="null"/> for anybody else.</summary>
    public FollowerStep? Follower { get; init; }

    /// <summary>What makes the entries void; <see langword="null"/> when they hold whatever has been appended meanwhile.</summary>
    public LedgerCondition? Unless { get; init; }

    /// <summary>A batch of these entries.</summary>
    public static LedgerBatch Of(params IReadOnlyList<NewEntry> entries) => new() { Entries = entries };
}

/// <summary>How far a follower has come.</summary>
/// <param name="Name">The follower's name.</param>
/// <param name="Position">The last position it has dealt with.</param>
public sealed record FollowerStep(string Name, long Position);

/// <summary>
/// Something was appended that whoever made a batch had not seen. Then no entry of the batch is appended, and its follower goes on.
/// </summary>
/// <param name="Kinds">The kinds that count.</param>
/// <param name="After">The position up to which everything has been seen.</param>
/// <param name="ButBy">An author whose entries do not count; <see langword="null"/> when all do.</param>
public sealed record LedgerCondition(IReadOnlyList<string> Kinds, long After, string? ButBy = null);
