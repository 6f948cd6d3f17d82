using Perennial.Read;
using Perennial.Read.Corrections;
using Perennial.Store;

namespace Perennial.Newsroom;

/// <summary>Reads every capture into an article, and reads it again when a person corrects the reading.</summary>
/// <remarks>
/// A reading respects all corrections that stand before the entry it answers, and no later one: those are entries of their own,
/// and are answered in their turn. So the readings are the same whenever they are made.
/// </remarks>
public sealed class ReadFollower(Ledger ledger) : IFollower
{
    /// <summary>The version of the reader; a better one counts up, and reads everything again.</summary>
    public const string Author = "reader/1";

    /// <inheritdoc/>
    public string Name => "read";

    /// <inheritdoc/>
    public bool Follows(string kind) =>
        kind == EntryKinds.PageCaptured.Name || kind == EntryKinds.ReadingCorrected.Name;

    /// <inheritdoc/>
    public void Restore(long position) { }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
    {
        // What is corrected about an entity across documents has no capture of its own to read.
        if (
            ledger.LastAbout(EntryKinds.PageCaptured, entry.Subject, entry.Position) is not { } capture
            || EntryKinds.PageCaptured.Read(capture) is not { } captured
            || ledger.Blob(captured.Blob) is not { } bytes
        )
        {
            return [];
        }
        var article = Reader.Read(
            new Capture
            {
                // What was imported from a file without an address of its own has none.
                Url = ImportAddress.IsOne(captured.FinalUrl) ? null : captured.FinalUrl,
                ContentType = captured.ContentType,
                Bytes = bytes,
                Listing = captured.Listing,
            }
        );
        var reading = CorrectedReading.Of(entry.Subject, article, Corrections(entry));
        return
        [
            EntryKinds.ArticleRead.New(
                entry.Subject,
                Author,
                new ArticleRead
                {
                    Capture = capture.Position,
                    Article = reading.Article,
                    Corrected = reading.Corrected,
                }
            ),
        ];
    }

    private List<(long, ReadingCorrection)> Corrections(Entry upTo) =>
        [
            .. ledger
                .About(EntryKinds.ReadingCorrected, upTo.Subject, upTo.Position)
                .Select(act => (act.Position, EntryKinds.ReadingCorrected.Read(act)?.Correction))
                .Where(act => act.Correction is not null)
                .Select(act => (act.Position, act.Correction!)),
        ];
}
