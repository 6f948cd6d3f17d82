using Perennial.Store;
using Perennial.Weave;

namespace Perennial.Newsroom;

/// <summary>The entries that say what became of stories: by the machine or by people.</summary>
internal static class StoryActs
{
    private static readonly IEntryKind[] All =
    [
        EntryKinds.StoryMerged,
        EntryKinds.StorySplit,
        EntryKinds.ArticleMoved,
        EntryKinds.StoriesKeptApart,
    ];

    /// <summary>The names of their kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(kind => kind.Name)];

    /// <summary>The acts up to a position, in order.</summary>
    public static IReadOnlyList<Entry> UpTo(Ledger ledger, long position) =>
        [
            .. All.SelectMany(kind => ledger.ReadSince(kind, DateTimeOffset.UnixEpoch))
                .Where(entry => entry.Position <= position)
                .OrderBy(entry => entry.Position),
        ];

    /// <summary>The stories that other articles belong to since an act.</summary>
    public static IEnumerable<string> Touched(Entry entry) =>
        EntryKinds.StoryMerged.Is(entry) && EntryKinds.StoryMerged.Read(entry) is { } merged ? [merged.Into]
        : EntryKinds.StorySplit.Is(entry) && EntryKinds.StorySplit.Read(entry) is { } split
            ? [entry.Subject, split.Into]
        : EntryKinds.ArticleMoved.Is(entry) && EntryKinds.ArticleMoved.Read(entry) is { } moved
            ? new[] { moved.From, moved.Into }.OfType<string>()
        : [];

    /// <summary>The act as the weaver takes it; <see langword="null"/> for an entry that is none, or that was taken down.</summary>
    public static StoryAct? Of(Entry entry) =>
        EntryKinds.StoryMerged.Is(entry) && EntryKinds.StoryMerged.Read(entry) is { } merged
            ? new StoryAct.Merged(entry.Subject, merged.Into)
        : EntryKinds.StorySplit.Is(entry) && EntryKinds.StorySplit.Read(entry) is { } split
            ? new StoryAct.Split(entry.Subject, split.Into, split.Articles)
        : EntryKinds.ArticleMoved.Is(entry) && EntryKinds.ArticleMoved.Read(entry) is { } moved
            ? new StoryAct.Moved(entry.Subject, moved.Into)
        : EntryKinds.StoriesKeptApart.Is(entry) && EntryKinds.StoriesKeptApart.Read(entry) is { } apart
            ? new StoryAct.KeptApart(entry.Subject, apart.Other)
        : null;
}
