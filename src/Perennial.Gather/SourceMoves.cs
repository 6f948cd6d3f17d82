using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Gather;

/// <summary>Follows a source to the address that it has moved to for good.</summary>
internal sealed class SourceMoves(Ledger ledger, ViewStore views)
{
    /// <summary>Writes the new address down, unless another source follows it already.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fetched">An answer that is known to be worth following.</param>
    public async Task FollowAsync(SourceRow source, Fetched fetched)
    {
        if (fetched.MovedTo is not { } url || url == source.Url || IsFollowed(url))
        {
            return;
        }
        await ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.SourceChanged.New(source.Id, PageGathering.Author, new SourceChanged { Url = url })
            )
        );
        await views.CatchUpAsync(ledger, CancellationToken.None);
    }

    private bool IsFollowed(string url)
    {
        using var snapshot = views.Snapshot();
        return SourcesView.FindByUrl(snapshot, url) is not null;
    }
}
