using Perennial.Store;

namespace Perennial.Server.Tests;

/// <summary>What stands in the ledger of a newsroom that somebody else wrote.</summary>
internal sealed class ReadOnlyNewsroom(string folder) : IDisposable
{
    private readonly Ledger ledger = Ledger.OpenToRead(new NewsroomFolder(folder));

    /// <summary>The address of every capture.</summary>
    public IReadOnlyList<string> Captured() =>
        [
            .. ledger
                .ReadSince(EntryKinds.PageCaptured, DateTimeOffset.MinValue)
                .Select(entry => EntryKinds.PageCaptured.Read(entry)!.Url),
        ];

    /// <summary>The id of every article that was read.</summary>
    public IReadOnlyList<string> ArticlesRead() =>
        [
            .. ledger
                .ReadSince(EntryKinds.ArticleRead, DateTimeOffset.MinValue)
                .Select(entry => entry.Subject)
                .Distinct(),
        ];

    /// <summary>For each article how many posts were made from it.</summary>
    public IReadOnlyList<int> PostsByArticle() =>
        [
            .. ledger
                .ReadSince(EntryKinds.PostPublished, DateTimeOffset.MinValue)
                .CountBy(entry => EntryKinds.PostPublished.Read(entry)!.Post.Article!)
                .Select(pair => pair.Value),
        ];

    public void Dispose() => ledger.Dispose();
}
