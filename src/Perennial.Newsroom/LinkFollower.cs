using Perennial.Read.Linking;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Finds which lasting entities each reading names, and keeps what it says of them.</summary>
/// <remarks>It remembers nothing itself: all it goes by are the views, which have what it appended before.</remarks>
public sealed class LinkFollower(ViewStore views) : IFollower
{
    /// <summary>The version of the linker.</summary>
    public const string Author = "linker/1";

    /// <inheritdoc/>
    public string Name => "link";

    /// <inheritdoc/>
    public bool Follows(string kind) => kind == EntryKinds.ArticleRead.Name;

    /// <inheritdoc/>
    public void Restore(long position) { }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
    {
        if (EntryKinds.ArticleRead.Read(entry) is not { } read)
        {
            return [];
        }
        using var snapshot = views.Snapshot();
        var before = EntitiesView.Of(snapshot, entry.Subject);
        var linker = EntityLinker.Of(read.Article);
        if (linker.Keys.Count == 0 && before.Count == 0)
        {
            return [];
        }
        var memory = new LinkingMemory
        {
            Known = EntitiesView.Recall(snapshot, linker.Keys),
            Before = [.. before.SelectMany(Keys)],
            Ruled = EntitiesView.Rulings(snapshot, entry.Subject),
            Commonness = EntitiesView.Commonness(snapshot, linker.Company),
        };
        return
        [
            EntryKinds.EntitiesLinked.New(
                entry.Subject,
                Author,
                new EntitiesLinked
                {
                    Read = entry.Position,
                    When = Earlier(read.Article.Published?.ToInstant(), entry.At),
                    Links = linker.Link(memory, () => FreeId(snapshot)),
                }
            ),
        ];
    }

    private static IEnumerable<NamedEntity> Keys(EntityLink link) =>
        link.Keys.Take(1).Select(key => new NamedEntity(link.Kind, key, link.Entity, IsMain: true));

    private static string FreeId(ViewSnapshot snapshot)
    {
        var id = ShortId.New('e');
        while (EntitiesView.IsTaken(snapshot, id))
        {
            id = ShortId.New('e');
        }
        return id;
    }

    // A page may state a time that is yet to come; it can't have been published after we saw it.
    private static DateTimeOffset Earlier(DateTimeOffset? stated, DateTimeOffset seen) =>
        stated is { } time && time < seen ? time : seen;
}
