using Microsoft.Data.Sqlite;
using static Perennial.Store.Tests.Sample;

namespace Perennial.Store.Tests;

/// <summary>Whatever somebody changes in the file with a database tool, <c>verify</c> says so.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly TemporaryNewsroom newsroom = new();

    [Theory]
    [InlineData("UPDATE payloads SET bytes = x'7b7d' WHERE rowid = 2", "its payload is not the one that was committed")]
    [InlineData("UPDATE payloads SET salt = x'00' WHERE rowid = 2", "its payload is not the one that was committed")]
    [InlineData("DELETE FROM payloads WHERE rowid = 2", "its payload is missing")]
    [InlineData("UPDATE entries SET payload = zeroblob(32) WHERE position = 2", "its payload is missing")]
    [InlineData("DELETE FROM entries WHERE position = 1", "entries 1 to 1 are missing")]
    [InlineData("DELETE FROM entries WHERE position = 2", "entries 2 to 2 are missing")]
    [InlineData("DELETE FROM entries WHERE position = 4", "1 payloads belong to no entry")]
    [InlineData(
        "UPDATE followers SET position = 5",
        "the follower reader has dealt with this entry, but it is missing"
    )]
    [InlineData("UPDATE entries SET kind = 'gossip' WHERE position = 2", "its kind gossip is unknown")]
    [InlineData("UPDATE blobs SET zstd = x'00'", "is not what its name says")]
    [InlineData("UPDATE blobs SET size = 2", "is not what its name says")]
    [InlineData("UPDATE blobs SET hash = zeroblob(32)", "is missing")]
    [InlineData("DELETE FROM blobs", "is missing")]
    [InlineData("UPDATE blobs SET refs = 7", "counts 7 references, but 1 entries name it")]
    public async Task What_is_changed_behind_the_ledgers_back_is_found(string change, string fault)
    {
        await FillAsync();
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, change);

        Verify().Select(found => found.Message).ShouldContain(message => message.Contains(fault));
    }

    [Fact]
    public async Task A_sound_ledger_has_no_faults()
    {
        await FillAsync();

        Verify().ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_rot_on_the_disk_are_found()
    {
        await FillAsync();
        newsroom.Ledger.Dispose();
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(newsroom.Folder.Ledger, TestContext.Current.CancellationToken);
        var at = bytes.AsSpan().IndexOf("\"reason\":\"3\""u8);
        at.ShouldBePositive();
        bytes[at + 10] = (byte)'4';
        await File.WriteAllBytesAsync(newsroom.Folder.Ledger, bytes, TestContext.Current.CancellationToken);
        newsroom.Restart();

        var fault = Verify().ShouldHaveSingleItem();
        fault.Position.ShouldBe(3);
    }

    public void Dispose() => newsroom.Dispose();

    private async Task FillAsync()
    {
        await newsroom.Ledger.AppendAsync(
            new LedgerBatch
            {
                Entries = [Note("1"), Note("2"), Note("3"), Capture([1, 2, 3])],
                Follower = new FollowerStep("reader", 4),
            }
        );
    }

    private IReadOnlyList<LedgerFault> Verify() =>
        LedgerVerification.Verify(newsroom.Ledger, null, TestContext.Current.CancellationToken).Faults;
}
