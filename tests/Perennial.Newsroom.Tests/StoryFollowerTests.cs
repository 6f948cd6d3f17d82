using Microsoft.Extensions.Logging.Abstractions;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

public sealed class StoryFollowerTests : IDisposable
{
    private const string Words = "The dam holds, and nobody who lives below it has to sleep in a school tonight.";

    private readonly WorkingNewsroom newsroom = new WorkingNewsroom().Opened();

    public StoryFollowerTests() => newsroom.Clock.Advance(TimeSpan.FromHours(12));

    // The newsroom restarts its followers after each article: every test is one of restoring too.
    [Fact]
    public async Task A_story_is_read_anew_with_each_article_that_adds_to_it()
    {
        var first = await newsroom.ReadAsync("1", Carrying("Sarn Wire", SarnFlood.First));
        var one = Last();
        one.Threads.ShouldHaveSingleItem().Carriers.ShouldHaveSingleItem().Article.ShouldBe(first);
        one.Headline.ShouldNotBeNull().Claims.ShouldContain(claim => claim.Kind == ClaimKind.Name);

        var second = await newsroom.ReadAsync("2", Carrying("Radio Velta", SarnFlood.Second));

        var both = Last().Threads.ShouldHaveSingleItem();
        both.Carriers.Select(carrier => carrier.Article).ShouldBe([first, second]);
        (both.Carried, both.Origins).ShouldBe((2, 2));
    }

    [Fact]
    public async Task What_was_said_already_is_not_said_again()
    {
        await newsroom.ReadAsync("1", Carrying("Sarn Wire", SarnFlood.First));
        var before = Said().Count;

        await newsroom.SettleAsync();
        await newsroom.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(Story(), "u1", new StoryChanged { Section = "world" })
        );
        await newsroom.SettleAsync();

        // The headline stands since another position, and nothing else is new.
        Said().Count.ShouldBe(before + 1);
        Said().Select(said => said.After).ShouldBeUnique();
    }

    [Fact]
    public async Task The_headline_is_looked_at_as_readers_see_it()
    {
        await newsroom.ReadAsync("1", Carrying("Sarn Wire", SarnFlood.First));
        await newsroom.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(Story(), "u1", new StoryChanged { Headline = "Mira Holt opens gates at Sarn" })
        );
        await newsroom.SettleAsync();

        using var snapshot = newsroom.Newsroom.Views.Snapshot();
        var headline = Last().Headline.ShouldNotBeNull();
        headline.Since.ShouldBe(StoriesView.Find(snapshot, Story())!.Since);
        var (holt, sarn) = (headline.Claims[0], headline.Claims[^1]);
        (holt.Kind, holt.Start, holt.End, holt.Passages.Count).ShouldBe((ClaimKind.Name, 0, 9, 0));
        sarn.Passages.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_went_is_read_no_more()
    {
        await newsroom.ReadAsync("1", Carrying("Sarn Wire", SarnFlood.First));
        await newsroom.ReadAsync("2", Carrying("Radio Velta", SarnFlood.Second));

        await newsroom.LoseAsync("2");
        Last().Threads.ShouldHaveSingleItem().Carried.ShouldBe(1);

        await newsroom.LoseAsync("1");
        Text(Last()).ShouldBe(Text(new StoryRead { After = 0 }));
    }

    [Fact]
    public async Task A_page_that_is_read_again_is_cited_as_it_is_now()
    {
        await newsroom.ReadAsync("1", Carrying("Sarn Wire", SarnFlood.First));
        var before = Last();
        var id = await newsroom.ReadAsync("1", Carrying("Sarn Wire", SarnFlood.First));

        var read = newsroom.Newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, id, long.MaxValue)!.Position;
        Last().After.ShouldBeGreaterThan(before.After);
        Last().Headline!.Claims.SelectMany(claim => claim.Passages).ShouldAllBe(passage => passage.Read == read);
    }

    [Fact]
    public async Task An_echo_carries_and_is_no_origin()
    {
        await newsroom.ReadAsync("1", Carrying("Sarn Wire", SarnFlood.First));
        await newsroom.ReadAsync("2", Carrying("Hill Gazette", SarnFlood.First));

        var thread = Last().Threads.ShouldHaveSingleItem();
        (thread.Carried, thread.Origins).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Stories_that_are_merged_parted_or_from_which_an_article_goes_are_read_anew()
    {
        await newsroom.Newsroom.AppendAsync([.. Told()]);
        await newsroom.SettleAsync();
        await ActAsync(
            EntryKinds.StoryOpened.New("s2", "u1", new StoryOpened { Slug = "rest", Headline = "The rest" }),
            EntryKinds.StorySplit.New("s1", "u1", new StorySplit { Into = "s2", Articles = ["a5", "a8"] })
        );
        Carried("s1").ShouldBe(1);
        Carried("s2").ShouldBe(2);

        await ActAsync(EntryKinds.ArticleMoved.New("a8", "u1", new ArticleMoved { From = "s2", Into = "s1" }));
        Carried("s1").ShouldBe(2);
        Carried("s2").ShouldBe(1);

        await ActAsync(EntryKinds.StoryMerged.New("s2", "u1", new StoryMerged { Into = "s1" }));
        Carried("s1").ShouldBe(3);

        async Task ActAsync(params NewEntry[] acts)
        {
            await newsroom.Newsroom.AppendAsync(acts);
            await newsroom.SettleAsync();
        }

        int Carried(string story) =>
            EntryKinds
                .StoryRead.Read(newsroom.Newsroom.Ledger.LastAbout(EntryKinds.StoryRead, story, long.MaxValue)!)!
                .Threads.ShouldHaveSingleItem()
                .Carried;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_crash_between_reading_and_committing_says_the_same_in_the_end(int at)
    {
        using var unharmed = new WorkingNewsroom().Opened();
        unharmed.Clock.Advance(TimeSpan.FromHours(12));
        await unharmed.Newsroom.AppendAsync([.. Told()]);
        await unharmed.SettleAsync();
        var inner = newsroom.Newsroom;
        await inner.AppendAsync([.. Told()]);
        using var stop = new CancellationTokenSource();
        var views = inner.Views.FollowAsync(inner.Ledger, stop.Token);
        var following = new Following(inner.Ledger, inner.Views, NullLogger<Following>.Instance);
        await Should.ThrowAsync<StoreException>(() =>
            Eventually.Ends(following.RunAsync(new Crashing(inner, at), stop.Token))
        );
        await stop.CancelAsync();
        await Should.ThrowAsync<Exception>(() => Eventually.Ends(views));
        inner.Restart();

        await newsroom.SettleAsync();

        Said().Select(said => said.After).ShouldBeUnique();
        Text(Last()).ShouldBe(Text(Last(unharmed)));
        Last().Threads.ShouldHaveSingleItem().Carried.ShouldBe(3);
    }

    public void Dispose() => newsroom.Dispose();

    /// <summary>A story with three articles, as reader and weaver leave it.</summary>
    private static IEnumerable<NewEntry> Told()
    {
        yield return EntryKinds.StoryOpened.New(
            "s1",
            "weaver/1",
            new StoryOpened { Slug = "sarn", Headline = "Ivo Tal on the dam at Sarn" }
        );
        foreach (var (report, position) in new[] { SarnFlood.First, SarnFlood.Second, SarnFlood.Third }.Zip([2, 5, 8]))
        {
            var id = $"a{position}";
            yield return EntryKinds.PageCaptured.New(
                id,
                "gatherer",
                new PageCaptured
                {
                    Source = "f1",
                    Url = $"https://example.org/{id}",
                    FinalUrl = $"https://example.org/{id}",
                    Blob = "00",
                    Size = 1,
                }
            );
            yield return EntryKinds.ArticleRead.New(
                id,
                "reader/1",
                new ArticleRead { Capture = position, Article = Carrying("Sarn Wire", report) }
            );
            yield return EntryKinds.ArticlePlaced.New(
                id,
                "weaver/1",
                new ArticlePlaced
                {
                    Read = position + 1,
                    Story = "s1",
                    Because = ["test"],
                }
            );
        }
    }

    private static string Text(StoryRead read) =>
        System.Text.Encoding.UTF8.GetString(
            EntryKinds.StoryRead.New("s1", "weaver/1", read with { After = 0 }).Payload.Span
        );

    private string Story(WorkingNewsroom? of = null) => (of ?? newsroom).Front().ShouldHaveSingleItem().Id;

    private StoryRead Last(WorkingNewsroom? of = null) => Said(of)[^1];

    private List<StoryRead> Said(WorkingNewsroom? of = null) =>
        [
            .. (of ?? newsroom)
                .Newsroom.Ledger.ReadSince(EntryKinds.StoryRead, DateTimeOffset.MinValue)
                .Select(entry => EntryKinds.StoryRead.Read(entry)!),
        ];

    private static Article Carrying(string outlet, Article report) =>
        report with
        {
            SiteName = outlet,
            Statements = [SarnFlood.Said(Words)],
        };

    /// <summary>The ledger is gone when it wants to commit what it read the n-th time, from the beginning.</summary>
    private sealed class Crashing(TemporaryNewsroom newsroom, int at) : IFollower
    {
        private readonly StoryFollower follower = new(newsroom.Ledger, newsroom.Views);
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
