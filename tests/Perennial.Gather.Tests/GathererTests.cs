namespace Perennial.Gather.Tests;

/// <summary>The loop itself: it wakes for what is new and for what is due.</summary>
public sealed class GathererTests : IAsyncLifetime
{
    private GatheringNewsroom newsroom = null!;

    public async ValueTask InitializeAsync() => newsroom = await GatheringNewsroom.OpenAsync();

    [Fact]
    public async Task It_wakes_for_a_source_that_is_added_and_for_one_that_is_due()
    {
        newsroom.Origin.ServeFeed("/feed", null, ("/1", "One"));
        newsroom.Origin.Serve("/1", "x");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var loop = newsroom.Gatherer.RunAsync(stop.Token);
        var source = await newsroom.FollowAsync("/feed");
        await Eventually.IsSo(() => newsroom.StateOf(source).Looked is not null, "the new source is looked at");
        newsroom.Captures.Count.ShouldBe(1);

        newsroom.Clock.Advance(newsroom.StateOf(source).Interval);
        await Eventually.IsSo(
            () => newsroom.Origin.Asked("/feed") == 2,
            "the source is looked at again when it is due"
        );
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(loop));
    }

    [Fact]
    public async Task A_server_that_never_answers_holds_up_no_other_source()
    {
        await using var slow = await LocalOrigin.StartAsync();
        slow.Answer(
            "/feed",
            context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
        );
        newsroom.Origin.ServeFeed("/feed", null, ("/1", "One"));
        newsroom.Origin.Serve("/1", "x");
        await newsroom.Newsroom.AppendAsync(
            EntryKinds.SourceAdded.New(
                "f0",
                "operator",
                new SourceAdded
                {
                    Url = slow.Url("/feed"),
                    Kind = SourceKind.Feed,
                    Name = "Slow",
                }
            )
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var loop = newsroom.Gatherer.RunAsync(stop.Token);
        await Eventually.IsSo(() => slow.Asked("/feed") == 1, "the slow source is being looked at");
        await newsroom.FollowAsync("/feed");
        await Eventually.IsSo(() => newsroom.Captures.Count == 1, "the other source is gathered meanwhile");

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(loop));
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();
}
