using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Perennial.Store;

namespace Perennial.Newsroom.Tests;

public sealed class FollowingTests : IDisposable
{
    private readonly TemporaryNewsroom newsroom = new();

    [Fact]
    public async Task Every_entry_is_followed_once_in_order()
    {
        await NoteAsync(5);
        await FollowAsync(new Answering(), () => Answers().Count == 5);

        Answers().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_follower_goes_on_where_it_was()
    {
        await NoteAsync(3);
        await FollowAsync(new Answering(), () => Answers().Count == 3);
        newsroom.Restart();
        await NoteAsync(2);
        var again = new Answering();
        await FollowAsync(again, () => Answers().Count == 5);

        again.Seen.ShouldBe([7, 8]);
        again.RestoredAt.ShouldBe(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_crash_between_making_and_committing_repeats_nothing_and_loses_nothing(long at)
    {
        await NoteAsync(5);
        // The ledger is gone when the follower wants to commit what it has made of this entry.
        var crashing = new Answering { OnEntry = position => End(position == at) };
        await Should.ThrowAsync<StoreException>(() => Eventually.Ends(RunAsync(crashing, CancellationToken.None)));
        newsroom.Restart();
        Answers().ShouldBe(Range(1, at - 1));

        var again = new Answering();
        await FollowAsync(again, () => Answers().Count == 5);
        Answers().ShouldBe([1, 2, 3, 4, 5]);
        again.Seen[0].ShouldBe(at);
    }

    [Fact]
    public async Task An_entry_that_a_follower_can_not_take_does_not_stop_those_after_it()
    {
        await NoteAsync(4);
        var stumbling = new Answering
        {
            OnEntry = position =>
            {
                if (position == 2)
                {
                    throw new FormatException("what a strange entry");
                }
            },
        };
        await FollowAsync(stumbling, () => Answers().Count == 3);

        Answers().ShouldBe([1, 3, 4]);
    }

    [Fact]
    public async Task A_store_that_fails_stops_the_follower_before_the_entry()
    {
        await NoteAsync(3);
        var failing = new Answering
        {
            OnEntry = position =>
            {
                if (position == 2)
                {
                    throw new StoreException("the disk is gone");
                }
            },
        };
        await Should.ThrowAsync<StoreException>(() => Eventually.Ends(RunAsync(failing, CancellationToken.None)));
        Answers().ShouldBe([1]);

        await FollowAsync(new Answering(), () => Answers().Count == 3);
        Answers().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_is_appended_while_it_waits_is_followed_at_once()
    {
        var follower = new Answering();
        using var stop = new CancellationTokenSource();
        var following = RunAsync(follower, stop.Token);
        for (var i = 1; i <= 3; i++)
        {
            await NoteAsync(1);
            await Eventually.IsSo(() => Answers().Count == i, "the entry is followed");
        }
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(following));
    }

    [Fact]
    public async Task The_views_have_reached_what_a_follower_is_given_and_what_it_appended_before()
    {
        await NoteAsync(5);
        var lag = new List<long>();
        var follower = new Answering();
        follower.OnEntry = position =>
        {
            using var snapshot = newsroom.Views.Snapshot();
            lag.Add(Math.Max(position, follower.Seen.Count > 1 ? newsroom.Ledger.Head : 0) - snapshot.Position);
        };
        await FollowAsync(follower, () => Answers().Count == 5);

        lag.ShouldAllBe(behind => behind <= 0);
    }

    public void Dispose() => newsroom.Dispose();

    private void End(bool now)
    {
        if (now)
        {
            newsroom.Ledger.Dispose();
        }
    }

    private static IEnumerable<long> Range(long first, long last)
    {
        for (var position = first; position <= last; position++)
        {
            yield return position;
        }
    }

    private Task<IReadOnlyList<Entry>> NoteAsync(int count) =>
        newsroom.AppendAsync([
            .. Enumerable
                .Range(0, count)
                .Select(_ => EntryKinds.Held.New("p1", "u1", new GateMoved { Reason = "a question" })),
        ]);

    /// <summary>The positions that have been answered, in the order of the answers.</summary>
    private IReadOnlyList<long> Answers() =>
        [
            .. newsroom
                .Ledger.ReadAfter(EntryKinds.Opened, 0, 100)
                .Select(entry => long.Parse(EntryKinds.Opened.Read(entry)!.Reason, CultureInfo.InvariantCulture)),
        ];

    private async Task FollowAsync(IFollower follower, Func<bool> until)
    {
        using var stop = new CancellationTokenSource();
        var following = RunAsync(follower, stop.Token);
        await Eventually.IsSo(until, "all is followed");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(following));
    }

    private async Task RunAsync(IFollower follower, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var views = newsroom.Views.FollowAsync(newsroom.Ledger, stop.Token);
        try
        {
            await new Following(newsroom.Ledger, newsroom.Views, NullLogger<Following>.Instance).RunAsync(
                follower,
                stop.Token
            );
        }
        finally
        {
            await stop.CancelAsync();
            await views.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Answers each entry of the kind "held" with one of the kind "opened" that names its position.</summary>
    private sealed class Answering : IFollower
    {
        public List<long> Seen { get; } = [];

        public Action<long>? OnEntry { get; set; }

        public long RestoredAt { get; private set; }

        public string Name => "answering";

        public bool Follows(string kind) => kind == EntryKinds.Held.Name;

        public void Restore(long position) => RestoredAt = position;

        public IReadOnlyList<NewEntry> Follow(Entry entry)
        {
            Seen.Add(entry.Position);
            OnEntry?.Invoke(entry.Position);
            return [EntryKinds.Opened.New("p1", "answering", new GateMoved { Reason = $"{entry.Position}" })];
        }
    }
}
