using Perennial.Store;

namespace Perennial.Newsroom;

/// <summary>Follows the ledger and appends what it makes of each entry: the reader, the weaver, the maker of posts.</summary>
public interface IFollower
{
    /// <summary>The name under which its position is kept.</summary>
    string Name { get; }

    /// <summary>Brings back what it needs to remember, before it goes on from <paramref name="position"/>.</summary>
    void Restore(long position);

    /// <summary>What follows from an entry; empty for an entry that does not concern it.</summary>
    /// <remarks>The views have reached the entry, and everything that this follower appended before.</remarks>
    IReadOnlyList<NewEntry> Follow(Entry entry);

    /// <summary>What makes void what it makes of an entry, when that stands in the ledger by the time it is appended.</summary>
    LedgerCondition? VoidedBy(Entry entry) => null;

    /// <summary>Whether entries of this kind concern it.</summary>
    bool Follows(string kind);
}
