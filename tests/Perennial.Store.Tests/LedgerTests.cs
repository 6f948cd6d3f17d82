using System.Text;
using static Perennial.Store.Tests.Sample;

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
    public async Task Concurrent_writers_get_positions_without_gaps_and_each_batch_stands_together()
    {
        var writers = Enumerable
            .Range(0, 20)
            .Select(writer =>
                Task.Run(async () =>
                {
                    var acknowledged = new List<IReadOnlyList<Entry>>();
                    for (var i = 0; i < 25; i++)
                    {
                        var notes = Enumerable.Range(0, 1 + (i % 3)).Select(_ => Note($"{writer}:{i}"));
                        acknowledged.Add(await newsroom.Ledger.AppendAsync(LedgerBatch.Of([.. notes])));
                    }
                    return acknowledged;
                })
            );
        var batches = await Task.WhenAll(writers);

        var entries = newsroom.Ledger.ReadAfter(0, 2000);
        entries.Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, entries.Count).Select(i => (long)i));
        foreach (var own in batches)
        {
            var positions = own.SelectMany(batch => batch).Select(entry => entry.Position).ToArray();
            positions.ShouldBe(positions.Order());
            foreach (var batch in own)
            {
                (batch[^1].Position - batch[0].Position).ShouldBe(batch.Count - 1);
                batch.Select(TextOf).Distinct().ShouldHaveSingleItem();
                batch.ShouldAllBe(entry => TextOf(entries[(int)entry.Position - 1]) == TextOf(entry));
            }
        }
        entries.Select(entry => entry.At).ShouldBe(entries.Select(entry => entry.At).Order());
    }

    [Fact]
    public async Task What_is_acknowledged_can_be_read_by_anybody()
    {
        using var beside = Ledger.OpenToRead(newsroom.Folder);
        for (var i = 0; i < 20; i++)
        {
            var entry = (await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note($"{i}")))).Single();
            TextOf(beside.Find(entry.Position).ShouldNotBeNull()).ShouldBe($"{i}");
        }
    }

    [Fact]
    public async Task A_batch_that_can_not_be_committed_does_not_spoil_those_beside_it()
    {
        var bad = Note("bad") with { Kind = null! };
        var appends = Enumerable
            .Range(0, 50)
            .Select(i => newsroom.Ledger.AppendAsync(LedgerBatch.Of(i == 25 ? bad : Note($"{i}"))))
            .ToArray();
        await Should.ThrowAsync<StoreException>(() => appends[25]);
        await Task.WhenAll(appends.Where((_, i) => i != 25));

        var entries = newsroom.Ledger.ReadAfter(0, 100);
        entries.Select(TextOf).ShouldBe(Enumerable.Range(0, 50).Where(i => i != 25).Select(i => $"{i}"));
        entries[^1].Position.ShouldBe(49);
    }

    [Fact]
    public async Task Of_a_batch_that_can_not_be_committed_nothing_is()
    {
        var bad = Note("bad") with { Kind = null! };
        await Should.ThrowAsync<StoreException>(() =>
            newsroom.Ledger.AppendAsync(
                new LedgerBatch { Entries = [Note("good"), bad], Follower = new FollowerStep("reader", 7) }
            )
        );

        newsroom.Ledger.Head.ShouldBe(0);
        newsroom.Ledger.ReadAfter(0, 10).ShouldBeEmpty();
        newsroom.Ledger.FollowerPosition("reader").ShouldBe(0);
    }

    [Fact]
    public void A_ledger_that_is_open_to_read_only_is_not_written()
    {
        using var beside = Ledger.OpenToRead(newsroom.Folder);

        Should
            .Throw<StoreException>(() => beside.AppendAsync(LedgerBatch.Of(Note("x"))))
            .Message.ShouldContain("read only");
    }

    [Fact]
    public void A_closed_ledger_says_so()
    {
        newsroom.Ledger.Dispose();

        Should
            .Throw<StoreException>(() => newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("x"))))
            .Message.ShouldContain("closed");
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
        var capture = Capture(content);
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

    [Fact]
    public async Task What_rests_on_what_has_changed_is_not_appended_while_its_follower_goes_on()
    {
        await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("seen"), Note("not seen")));
        var batch = LedgerBatch.Of(Note("too late")) with { Follower = new FollowerStep("f", 1) };

        var late = await newsroom.Ledger.AppendAsync(
            batch with
            {
                Unless = new LedgerCondition([EntryKinds.Held.Name], After: 1),
            }
        );

        late.ShouldBeEmpty();
        newsroom.Ledger.Head.ShouldBe(2);
        newsroom.Ledger.FollowerPosition("f").ShouldBe(1);
        LedgerCondition[] met =
        [
            new([EntryKinds.Held.Name], After: 2),
            new([EntryKinds.Opened.Name], After: 0),
            new([EntryKinds.Held.Name], After: 0, ButBy: "u1"),
        ];
        foreach (var unless in met)
        {
            (
                await newsroom.Ledger.AppendAsync(LedgerBatch.Of(Note("in time")) with { Unless = unless })
            ).Count.ShouldBe(1);
        }
    }

    public void Dispose() => newsroom.Dispose();

    private IReadOnlyList<LedgerFault> Verify() =>
        LedgerVerification.Verify(newsroom.Ledger, null, TestContext.Current.CancellationToken).Faults;
}
