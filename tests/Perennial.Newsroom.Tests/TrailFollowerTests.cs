using Microsoft.Extensions.Logging.Abstractions;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

public sealed class TrailFollowerTests : IDisposable
{
    private const string Words = "The dam holds, and nobody who lives below it has to sleep in a school tonight.";
    private const string Garbled = "The dam breaks, and nobody who lives below it has to sleep in a school tonight.";

    private readonly WorkingNewsroom newsroom = new WorkingNewsroom().Opened();

    public TrailFollowerTests() => newsroom.Clock.Advance(TimeSpan.FromHours(12));

    // The newsroom restarts its followers after each article: every test is one of restoring too.
    [Fact]
    public async Task Articles_with_one_quotation_are_its_trail()
    {
        var first = await newsroom.ReadAsync("1", Carrying("Sarn Wire", "08:00", SarnFlood.First, Words));
        var second = await newsroom.ReadAsync("2", Carrying("Radio Velta", "09:00", SarnFlood.Second, Words));
        var third = await newsroom.ReadAsync("3", Carrying("Newsgrind", "10:00", SarnFlood.Third, Garbled));

        var trail = Trail(first, Words);
        trail.Select(carrier => carrier.Article).ShouldBe([first, second, third]);
        trail.Select(carrier => carrier.Verbatim).ShouldBe([true, true, false]);
        trail[2].Runs.Count(run => run.Kind == TrailRunKind.Added).ShouldBe(1);
        Trail(third, Garbled).Count.ShouldBe(3);
        newsroom.Newsroom.Ledger.ReadSince(EntryKinds.TrailExtended, DateTimeOffset.MinValue).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reprint_is_no_origin()
    {
        var first = await newsroom.ReadAsync("1", Carrying("Sarn Wire", "08:00", SarnFlood.First, Words));
        await newsroom.ReadAsync("2", Carrying("Hill Gazette", "09:00", SarnFlood.First, Words));

        var trail = Trail(first, Words);
        trail.Select(carrier => carrier.Relation).ShouldBe([TrailRelation.Earliest, TrailRelation.Echo]);
        trail.ShouldAllBe(carrier => carrier.Origin == 1 && !carrier.Verbatim);
    }

    [Fact]
    public async Task A_trail_of_one_article_is_none()
    {
        var first = await newsroom.ReadAsync("1", Carrying("Sarn Wire", "08:00", SarnFlood.First, Words));
        await newsroom.ReadAsync("2", Carrying("Radio Velta", "09:00", SarnFlood.Second, Words));
        Trail(first, Words).Count.ShouldBe(2);

        await newsroom.LoseAsync("2");

        Trail(first, Words).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mended_report_mends_its_place_in_the_trail()
    {
        var first = await newsroom.ReadAsync("1", Carrying("Sarn Wire", "08:00", SarnFlood.First, Words));
        await newsroom.ReadAsync("2", Carrying("Newsgrind", "09:00", SarnFlood.Second, Garbled));
        await newsroom.ReadAsync("2", Carrying("Newsgrind", "09:00", SarnFlood.Second, Words));

        Trail(first, Words)[1].Runs.ShouldAllBe(run => run.Kind == TrailRunKind.Kept);
    }

    [Fact]
    public async Task What_nobody_carried_for_months_begins_anew()
    {
        var first = await newsroom.ReadAsync("1", Carrying("Sarn Wire", "08:00", SarnFlood.First, Words));
        newsroom.Clock.Advance(TimeSpan.FromDays(90));
        await newsroom.ReadAsync("2", SarnFlood.Second with { Published = null, Statements = [Said(Words)] });

        Trail(first, Words).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_crash_between_finding_and_committing_repeats_nothing_and_loses_nothing(int at)
    {
        var inner = newsroom.Newsroom;
        await inner.AppendAsync([
            .. new[] { "Sarn Wire", "Radio Velta", "Newsgrind" }.SelectMany(
                (outlet, i) =>
                    new[]
                    {
                        Captured($"a{(2 * i) + 1}"),
                        Read((2 * i) + 1, Carrying(outlet, $"0{i + 7}:00", SarnFlood.First, Words)),
                    }
            ),
        ]);
        using var stop = new CancellationTokenSource();
        var views = inner.Views.FollowAsync(inner.Ledger, stop.Token);
        await Should.ThrowAsync<StoreException>(() => Eventually.Ends(RunAsync(new Crashing(inner, at), stop.Token)));
        await stop.CancelAsync();
        await Should.ThrowAsync<Exception>(() => Eventually.Ends(views));
        inner.Restart();

        await newsroom.SettleAsync();

        var said = inner.Ledger.ReadSince(EntryKinds.TrailExtended, DateTimeOffset.MinValue);
        said.Select(entry => EntryKinds.TrailExtended.Read(entry)!.After).ShouldBeUnique();
        said.Select(entry => entry.Subject).Distinct().ShouldHaveSingleItem();
        EntryKinds
            .TrailExtended.Read(said[^1])!
            .Carriers.Select(carrier => carrier.Article)
            .ShouldBe(["a1", "a3", "a5"]);
    }

    public void Dispose() => newsroom.Dispose();

    private IReadOnlyList<TrailCarrier> Trail(string article, string words)
    {
        using var snapshot = newsroom.Newsroom.Views.Snapshot();
        return TrailsView.Of(snapshot, StatementId.Of(article, Said(words)));
    }

    private Task RunAsync(IFollower follower, CancellationToken stop)
    {
        var inner = newsroom.Newsroom;
        return new Following(inner.Ledger, inner.Views, NullLogger<Following>.Instance).RunAsync(follower, stop);
    }

    private static Article Carrying(string outlet, string time, Article report, string words) =>
        report with
        {
            SiteName = outlet,
            Published = StatedTime.ParseIso($"2031-03-12T{time}:00+00:00"),
            Statements = [Said(words)],
        };

    private static Statement Said(string words) =>
        new()
        {
            Kind = StatementKind.Direct,
            Text = words,
            Speaker = new Speaker
            {
                Name = "Ivo Tal",
                Kind = SpeakerKind.Person,
                Sure = true,
            },
        };

    private static NewEntry Captured(string article) =>
        EntryKinds.PageCaptured.New(
            article,
            "gatherer",
            new PageCaptured
            {
                Source = "f1",
                Url = $"https://example.org/{article}",
                FinalUrl = $"https://example.org/{article}",
                Blob = "00",
                Size = 1,
            }
        );

    private static NewEntry Read(int capture, Article article) =>
        EntryKinds.ArticleRead.New($"a{capture}", "reader/1", new ArticleRead { Capture = capture, Article = article });

    /// <summary>The ledger is gone when it wants to commit what it found in the n-th reading.</summary>
    private sealed class Crashing(TemporaryNewsroom newsroom, int at) : IFollower
    {
        private readonly TrailFollower follower = new(newsroom.Ledger);
        private int followed;

        public string Name => follower.Name;

        public bool Follows(string kind) => follower.Follows(kind);

        public void Restore(long position) => follower.Restore(position);

        public IReadOnlyList<NewEntry> Follow(Entry entry)
        {
            var made = follower.Follow(entry);
            if (++followed == at)
            {
                newsroom.Ledger.Dispose();
            }
            return made;
        }
    }
}
