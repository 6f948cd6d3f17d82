using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>A newsroom whose weaver and maker of posts work, fed with readings that a test writes itself.</summary>
internal sealed class WorkingNewsroom(GatePolicy? gate = null) : IDisposable
{
    private readonly Dictionary<string, string> articles = new(StringComparer.Ordinal);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 3, 12, 6, 0, 0, TimeSpan.Zero));

    public TemporaryNewsroom Newsroom { get; private set; } = null!;

    public WorkingNewsroom Opened()
    {
        Newsroom = new TemporaryNewsroom(Clock);
        return this;
    }

    /// <summary>A page is captured and read, and all that follows is done.</summary>
    /// <param name="page">The page's name.</param>
    /// <param name="article">What stands on it.</param>
    /// <returns>The article's id.</returns>
    public async Task<string> ReadAsync(string page, Article article)
    {
        var captured = await Newsroom.AppendAsync(
            EntryKinds.PageCaptured.New(
                articles.GetValueOrDefault(page),
                "gatherer",
                new PageCaptured
                {
                    Source = "f1",
                    Url = $"https://example.org/{page}",
                    FinalUrl = $"https://example.org/{page}",
                    Blob = "00",
                    Size = 1,
                }
            )
        );
        var id = articles[page] = captured[0].Subject;
        await Newsroom.AppendAsync(
            EntryKinds.ArticleRead.New(
                id,
                "reader/1",
                new ArticleRead { Capture = captured[0].Position, Article = article }
            )
        );
        await SettleAsync();
        return id;
    }

    /// <summary>An editor corrects the reading of an article, which is read again, and all that follows is done.</summary>
    public async Task CorrectAsync(string id, ReadingCorrection correction, Article corrected)
    {
        var capture = Newsroom.Ledger.LastAbout(EntryKinds.PageCaptured, id, long.MaxValue)!;
        var act = await Newsroom.AppendAsync(
            EntryKinds.ReadingCorrected.New(id, "u1", new ReadingCorrected { Correction = correction })
        );
        await Newsroom.AppendAsync(
            EntryKinds.ArticleRead.New(
                id,
                "reader/1",
                new ArticleRead
                {
                    Capture = capture.Position,
                    Article = corrected,
                    Corrected = [new AppliedCorrection(act[0].Position, Found: true)],
                }
            )
        );
        await SettleAsync();
    }

    /// <summary>A page is gone, and all that follows is done.</summary>
    public async Task LoseAsync(string page)
    {
        await Newsroom.AppendAsync(EntryKinds.PageGone.New(articles[page], "gatherer", new PageGone { Status = 410 }));
        await SettleAsync();
    }

    /// <summary>The stories that readers see, the one that moved last first.</summary>
    public IReadOnlyList<StoryRow> Front()
    {
        using var snapshot = Newsroom.Views.Snapshot();
        return StoriesView.Front(snapshot, null, 100);
    }

    /// <summary>The posts of the one story, oldest first.</summary>
    public IReadOnlyList<PostRow> Posts()
    {
        using var snapshot = Newsroom.Views.Snapshot();
        return PostsView.OfStory(snapshot, Front().ShouldHaveSingleItem().Id, oldestFirst: true, 0, 100);
    }

    /// <summary>Runs the followers until nothing is left to follow.</summary>
    public async Task SettleAsync()
    {
        IFollower[] followers =
        [
            new WeaveFollower(Newsroom.Ledger, Newsroom.Views, gate ?? GatePolicy.Open),
            new PostFollower(Newsroom.Views),
            new TrailFollower(Newsroom.Ledger),
            new StoryFollower(Newsroom.Ledger, Newsroom.Views),
        ];
        var following = new Following(Newsroom.Ledger, Newsroom.Views, NullLogger<Following>.Instance);
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll([
            Newsroom.Views.FollowAsync(Newsroom.Ledger, stop.Token),
            .. followers.Select(follower => following.RunAsync(follower, stop.Token)),
        ]);
        await Eventually.IsSo(() => work.IsCompleted || followers.All(IsDone), "all is followed");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Eventually.Ends(work));
        await Newsroom.Views.CatchUpAsync(Newsroom.Ledger, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Newsroom.Dispose();

    private bool IsDone(IFollower follower)
    {
        var last = Newsroom.Ledger.ReadAfter(0, 10_000).LastOrDefault(entry => follower.Follows(entry.Kind));
        return last is null || Newsroom.Ledger.FollowerPosition(follower.Name) >= last.Position;
    }
}
