using System.Text;

namespace Perennial.Store.Tests;

public sealed class LedgerTests : IDisposable
{
    private static readonly string[] Texts = ["first", "second"];
    private readonly TemporaryNewsroom newsroom = new();

    [Fact]
    public async Task Entries_are_read_as_they_were_appended()
    {
        var appended = await newsroom.Ledger.AppendAsync(LedgerBatch.Of([.. Texts.Select(Note)]));

        appended.Select(entry => entry.Position).ShouldBe([1, 2]);
        var read = newsroom.Ledger.ReadAfter(0, 10);
        read.Select(TextOf).ShouldBe(Texts);
        read.Select(entry => entry.Author).ShouldBe(["u1", "u1"]);
        read.Select(entry => entry.At).ShouldBe(appended.Select(entry => entry.At));
    }

    [Fact]
    public async Task Entries_survive_a_restart_and_positions_go_on()
    {
        await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("before")));
        newsroom.Restart();
        var after = await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("after")));

        after.Single().Position.ShouldBe(2);
        newsroom.Ledger.ReadAfter(0, 10).Select(TextOf).ShouldBe(["before", "after"]);
    }

    [Fact]
    public async Task Concurrent_writers_get_positions_without_gaps_each_in_its_own_order()
    {
        var writers = Enumerable
            .Range(0, 20)
            .Select(writer =>
                Task.Run(async () =>
                {
                    for (var i = 0; i < 25; i++)
                    {
                        await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note($"{writer}:{i}")));
                    }
                })
            );
        await Task.WhenAll(writers);

        var entries = newsroom.Ledger.ReadAfter(0, 1000);
        entries.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, 500).Select(i => (long)i));
        foreach (var own in entries.Select(TextOf).GroupBy(text => text.Split(':')[0]))
        {
            own.Select(text => int.Parse(text.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture))
                .ShouldBe(Enumerable.Range(0, 25));
        }
    }

    [Fact]
    public async Task A_first_capture_is_named_after_its_own_position()
    {
        await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("x")));
        var entry = (await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("y") with { Subject = null }))).Single();

        entry.Subject.ShouldBe("a2");
    }

    [Fact]
    public async Task A_followers_step_is_committed_with_what_it_appends()
    {
        await newsroom.Ledger.AppendAsync(
            new LedgerBatch { Entries = [Note("x")], Follower = new FollowerStep("reader", 41) }
        );
        newsroom.Restart();

        newsroom.Ledger.FollowerPosition("reader").ShouldBe(41);
        newsroom.Ledger.FollowerPosition("nobody").ShouldBe(0);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_the_next_append()
    {
        var waiting = newsroom.Ledger.WaitBeyondAsync(0, TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();
        await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("x")));

        await waiting;
        newsroom.Ledger.Head.ShouldBe(1);
    }

    [Fact]
    public async Task A_blob_is_kept_once_however_often_it_is_named()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("the same page again ", 200)));
        var name = Ledger.BlobName(content);
        var capture = Capture(name, content);
        await newsroom.Ledger.AppendAsync(LedgerBatch.Of(capture, capture));

        newsroom.Ledger.Blob(name).ShouldBe(content);
        Verify().ShouldBeEmpty();
        Ledger.BlobName([]).ShouldStartWith("e3b0c442");
        newsroom.Ledger.Blob(Ledger.BlobName([1])).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_payload_twice_has_two_hashes()
    {
        var entries = await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("yes"), Note("yes")));

        entries[0].PayloadHash.ToArray().ShouldNotBe(entries[1].PayloadHash.ToArray());
    }

    [Theory]
    [InlineData("UPDATE payloads SET bytes = x'7b7d' WHERE rowid = 2", "its payload is not the one that was committed")]
    [InlineData("DELETE FROM payloads WHERE rowid = 2", "its payload is missing")]
    [InlineData("DELETE FROM entries WHERE position = 2", "entries 2 to 2 are missing")]
    [InlineData("UPDATE entries SET kind = 'gossip' WHERE position = 2", "its kind gossip is unknown")]
    [InlineData("UPDATE blobs SET zstd = x'00'", "is not what its name says")]
    [InlineData("DELETE FROM blobs", "is missing")]
    [InlineData("UPDATE blobs SET refs = 7", "counts 7 references, but 1 entries name it")]
    public async Task What_is_changed_behind_the_ledgers_back_is_found(string change, string fault)
    {
        byte[] content = [1, 2, 3];
        await newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(Note("1"), Note("2"), Note("3"), Capture(Ledger.BlobName(content), content))
        );
        Verify().ShouldBeEmpty();
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, change);

        Verify().ShouldContain(found => found.Message.Contains(fault));
    }

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused_in_one_line()
    {
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, "PRAGMA user_version = 99");

        var refused = Should.Throw<StoreException>(newsroom.Restart);
        refused.Message.ShouldContain("newer version of Perennial");
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, "PRAGMA user_version = 1");
    }

    [Fact]
    public void A_second_process_is_refused_while_the_lock_is_held()
    {
        using var held = newsroom.Folder.Lock();

        Should.Throw<StoreException>(() => newsroom.Folder.Lock()).Message.ShouldContain("in use by another Perennial");
    }

    public void Dispose() => newsroom.Dispose();

    private static NewEntry Note(string text) => EntryKinds.Held.New("s1", "u1", new GateMoved { Reason = text });

    private static NewEntry Capture(string blob, byte[] content) =>
        EntryKinds.PageCaptured.New(
            null,
            "gatherer",
            new PageCaptured
            {
                Source = "f1",
                Url = "https://example.org/",
                FinalUrl = "https://example.org/",
                Blob = blob,
                Size = content.Length,
            }
        ) with
        {
            Blobs = [content],
        };

    private static string TextOf(Entry entry) => EntryKinds.Held.Read(entry).ShouldNotBeNull().Reason;

    private IReadOnlyList<LedgerFault> Verify() =>
        LedgerVerification.Verify(newsroom.Ledger, null, TestContext.Current.CancellationToken).Faults;
}
