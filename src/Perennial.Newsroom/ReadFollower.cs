using Perennial.Read;
using Perennial.Store;

namespace Perennial.Newsroom;

/// <summary>Reads every capture into an article.</summary>
public sealed class ReadFollower(Ledger ledger) : IFollower
{
    /// <summary>The version of the reader; a better one counts up, and reads everything again.</summary>
    public const string Author = "reader/1";

    /// <inheritdoc/>
    public string Name => "read";

    /// <inheritdoc/>
    public bool Follows(string kind) => kind == EntryKinds.PageCaptured.Name;

    /// <inheritdoc/>
    public void Restore(long position) { }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
    {
        if (EntryKinds.PageCaptured.Read(entry) is not { } captured || ledger.Blob(captured.Blob) is not { } bytes)
        {
            return [];
        }
        var capture = new Capture
        {
            // What was imported from a file without an address of its own has none.
            Url = ImportAddress.IsOne(captured.FinalUrl) ? null : captured.FinalUrl,
            ContentType = captured.ContentType,
            Bytes = bytes,
            Listing = captured.Listing,
        };
        return
        [
            EntryKinds.ArticleRead.New(
                entry.Subject,
                Author,
                new ArticleRead { Capture = entry.Position, Article = Reader.Read(capture) }
            ),
        ];
    }
}
