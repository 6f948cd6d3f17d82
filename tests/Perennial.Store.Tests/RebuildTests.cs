using Perennial.Store.Views;
using static Perennial.Store.Tests.Sample;

namespace Perennial.Store.Tests;

public sealed class RebuildTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 12, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryNewsroom newsroom = new();

    [Fact]
    public async Task A_rebuild_makes_the_same_views_in_a_new_file()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "One", Noon));
        var before = Directory.GetFiles(newsroom.Folder.Path, "views-*.db").ShouldHaveSingleItem();

        await newsroom.Views.RebuildAsync(newsroom.Ledger, null, TestContext.Current.CancellationToken);

        var after = Directory.GetFiles(newsroom.Folder.Path, "views-*.db").ShouldHaveSingleItem();
        after.ShouldNotBe(before);
        using (var snapshot = newsroom.Views.Snapshot())
        {
            snapshot.Position.ShouldBe(2);
            PostsView.Find(snapshot, "p1").ShouldNotBeNull();
        }
        await newsroom.AppendAsync(Publish("p2", "s1", "Two", Noon));
        newsroom.Restart();
        using var again = newsroom.Views.Snapshot();
        PostsView.OfStory(again, "s1", false, 0, 10).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Views_of_another_format_are_made_again()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "One", Noon));
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Views(1), "PRAGMA user_version = 99");
        newsroom.Restart();
        await newsroom.Views.CatchUpAsync(newsroom.Ledger, TestContext.Current.CancellationToken);

        using var snapshot = newsroom.Views.Snapshot();
        StoriesView.Front(snapshot, null, 10).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reading_goes_on_while_views_are_made_again()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "One", Noon));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(() =>
                {
                    var (reads, position) = (0, 0L);
                    while (!done.IsCancellationRequested)
                    {
                        using var snapshot = newsroom.Views.Snapshot();
                        StoriesView.FindBySlug(snapshot, "dam").ShouldNotBeNull();
                        snapshot.Position.ShouldBeGreaterThanOrEqualTo(position);
                        (reads, position) = (reads + 1, snapshot.Position);
                    }
                    return reads;
                })
            )
            .ToArray();
        for (var i = 0; i < 15; i++)
        {
            var rebuilding = newsroom.Views.RebuildAsync(newsroom.Ledger, null, TestContext.Current.CancellationToken);
            await newsroom.AppendAsync(Publish($"q{i}", "s1", "More", Noon));
            await rebuilding;
        }
        await done.CancelAsync();

        (await Task.WhenAll(readers)).ShouldAllBe(reads => reads > 0);
        newsroom.Views.Position.ShouldBe(newsroom.Ledger.Head);
        Directory
            .GetFiles(newsroom.Folder.Path, "views-*")
            .Where(file => file.EndsWith(".db", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_snapshot_that_is_open_keeps_the_views_it_was_taken_from()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "One", Noon));
        using (var before = newsroom.Views.Snapshot())
        {
            await newsroom.Views.RebuildAsync(newsroom.Ledger, null, TestContext.Current.CancellationToken);
            await newsroom.AppendAsync(Publish("p2", "s1", "Two", Noon));

            PostsView.OfStory(before, "s1", false, 0, 10).ShouldHaveSingleItem();
            before.Position.ShouldBe(2);
        }
        Directory.GetFiles(newsroom.Folder.Path, "views-*.db").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_rebuilds_at_once_follow_one_another()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "One", Noon));
        var cancellation = TestContext.Current.CancellationToken;
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => newsroom.Views.RebuildAsync(newsroom.Ledger, null, cancellation)))
        );

        using var snapshot = newsroom.Views.Snapshot();
        snapshot.Position.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_crash_left_of_a_rebuild_is_cleared_away()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "One", Noon));
        await File.WriteAllTextAsync(newsroom.Folder.Views(2), "half", TestContext.Current.CancellationToken);
        newsroom.Restart();

        Directory.GetFiles(newsroom.Folder.Path, "views-*.db").ShouldBe([newsroom.Folder.Views(1)]);
        using var snapshot = newsroom.Views.Snapshot();
        snapshot.Position.ShouldBe(2);
    }

    [Fact]
    public async Task Views_that_are_ahead_of_a_ledger_that_was_put_back_are_made_again()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "One", Noon));
        TemporaryNewsroom.ChangeBehindItsBack(newsroom.Folder.Ledger, "DELETE FROM entries WHERE position = 2");
        newsroom.Restart();
        await newsroom.AppendAsync(Publish("p2", "s1", "Two", Noon));

        using var snapshot = newsroom.Views.Snapshot();
        PostsView.OfStory(snapshot, "s1", false, 0, 10).Select(post => post.Id).ShouldBe(["p2"]);
    }

    public void Dispose() => newsroom.Dispose();
}
