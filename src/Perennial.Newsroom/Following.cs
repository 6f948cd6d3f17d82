using System.Data.Common;
using Microsoft.Extensions.Logging;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Runs one follower over the ledger, each entry exactly once, also across a crash.</summary>
/// <remarks>
/// What a follower makes of an entry and its step past that entry are one commit: after a crash it goes on where its last
/// commit left it, and nothing is made twice.
/// </remarks>
public sealed partial class Following(Ledger ledger, ViewStore views, ILogger<Following> log)
{
    private const int EntriesARead = 100;

    /// <summary>Follows until cancelled.</summary>
    public async Task RunAsync(IFollower follower, CancellationToken cancellation)
    {
        var position = ledger.FollowerPosition(follower.Name);
        var appended = ledger.Head;
        // What it restores from views is there.
        await views.WaitBeyondAsync(position - 1, cancellation);
        follower.Restore(position);
        while (true)
        {
            await ledger.WaitBeyondAsync(position, cancellation);
            foreach (var entry in ledger.ReadAfter(position, EntriesARead))
            {
                cancellation.ThrowIfCancellationRequested();
                position = entry.Position;
                if (!follower.Follows(entry.Kind))
                {
                    continue;
                }
                await views.WaitBeyondAsync(Math.Max(appended, position) - 1, cancellation);
                var made = Follow(follower, entry);
                var committed = await ledger.AppendAsync(
                    new LedgerBatch
                    {
                        Entries = made,
                        Follower = new FollowerStep(follower.Name, position),
                        Unless = follower.VoidedBy(entry),
                    }
                );
                appended = committed.Count > 0 ? committed[^1].Position : appended;
            }
        }
    }

    private IReadOnlyList<NewEntry> Follow(IFollower follower, Entry entry)
    {
        try
        {
            return follower.Follow(entry);
        }
#pragma warning disable CA1031 // One entry that a follower can't take must not stop all that come after it; a store that fails must.
        catch (Exception e) when (e is not (StoreException or DbException or IOException))
#pragma warning restore CA1031
        {
            LogFailed(log, e, follower.Name, entry.Position, entry.Kind);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Error, "{Follower} could not take entry {Position} ({Kind}); it goes on with the next")]
    private static partial void LogFailed(ILogger log, Exception e, string follower, long position, string kind);
}
