using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>What was read of articles and stories at earlier positions, from the record itself.</summary>
internal sealed class PastReadings(Ledger ledger)
{
    /// <summary>An article with the reading that it had.</summary>
    /// <returns><see langword="null"/> when that has been taken down.</returns>
    public ArticleRow? With(ArticleRow row) =>
        row.Read is { } position
        && ledger.Find(position) is { } entry
        && EntryKinds.ArticleRead.Is(entry)
        && EntryKinds.ArticleRead.Read(entry) is { } read
            ? row with
            {
                Article = read.Article,
                Corrected = read.Corrected,
            }
            : null;

    /// <summary>What was read out of a story at a position.</summary>
    /// <returns><see langword="null"/> when that has been taken down.</returns>
    public StoryRead? OfStory(long position) =>
        ledger.Find(position) is { } entry && EntryKinds.StoryRead.Is(entry) ? EntryKinds.StoryRead.Read(entry) : null;
}
