using Perennial.Store.Views;
using static Perennial.Store.Tests.Sample;

namespace Perennial.Store.Tests;

/// <summary>What stood at an earlier position.</summary>
public sealed class AsItWasTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 12, 12, 0, 0, TimeSpan.Zero);
    private readonly SettableClock clock = new(Noon);
    private readonly TemporaryNewsroom newsroom;

    public AsItWasTests() => newsroom = new TemporaryNewsroom(clock);

    [Fact]
    public async Task A_time_is_the_last_position_before_it()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"));
        clock.Now = Noon.AddMinutes(5);
        await newsroom.AppendAsync(Publish("p1", "s1", "One", Noon), Publish("p2", "s1", "Two", Noon));

        using var snapshot = newsroom.Views.Snapshot();
        TimesView.PositionBefore(snapshot, Noon).ShouldBe(0);
        TimesView.PositionBefore(snapshot, Noon.AddMilliseconds(1)).ShouldBe(1);
        TimesView.PositionBefore(snapshot, Noon.AddMinutes(5)).ShouldBe(1);
        TimesView.PositionBefore(snapshot, Noon.AddHours(1)).ShouldBe(3);
        TimesView.TimeOf(snapshot, 2).ShouldBe(Noon.AddMinutes(5));
        TimesView.TimeOf(snapshot, 4).ShouldBeNull();
    }

    [Fact]
    public async Task A_clock_that_is_set_back_puts_nothing_in_another_order()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"));
        clock.Now = Noon.AddHours(-3);
        await newsroom.AppendAsync(Publish("p1", "s1", "One", Noon));

        using var snapshot = newsroom.Views.Snapshot();
        TimesView.PositionBefore(snapshot, Noon.AddHours(-1)).ShouldBe(0);
        TimesView.PositionBefore(snapshot, Noon.AddSeconds(1)).ShouldBe(2);
    }

    [Fact]
    public async Task A_story_and_its_posts_stand_as_they_stood()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Publish("p1", "s1", "One", Noon),
            EntryKinds.StoryChanged.New("s1", "u1", new StoryChanged { Headline = "The dam breaks" }),
            Edit("p1", "Two", correction: null),
            Publish("p2", "s1", "Three", Noon)
        );

        using var snapshot = newsroom.Views.Snapshot();
        var story = StoriesView.FindBySlug(snapshot, "dam", at: 2).ShouldNotBeNull();
        (story.Headline, story.Posts).ShouldBe(("The dam holds", 1));
        StoriesView.FindBySlug(snapshot, "dam", at: 0).ShouldBeNull();
        Titles(snapshot, 3).ShouldBe(["One"]);
        Titles(snapshot, 5).ShouldBe(["Two", "Three"]);
        PostsView.Find(snapshot, "p2", at: 4).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_read_out_of_a_story_stands_as_it_stood_and_after_a_rebuild_too()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Told("s1", new DateOnly(2031, 3, 10)),
            Told("s2", new DateOnly(2031, 1, 1)),
            Told("s1", new DateOnly(2031, 3, 11))
        );
        for (var made = 0; made < 2; made++)
        {
            using (var snapshot = newsroom.Views.Snapshot())
            {
                StoryReadingsView.Find(snapshot, "s1")!.Timeline[0].Date.Day.ShouldBe(11);
                StoryReadingsView.PositionAt(snapshot, "s1", 1).ShouldBeNull();
                StoryReadingsView.PositionAt(snapshot, "s1", 3).ShouldBe(2);
                StoryReadingsView.PositionAt(snapshot, "s1", 9).ShouldBe(4);
                StoryReadingsView.Find(snapshot, "s3").ShouldBeNull();
                // Open pages are told.
                LiveView
                    .After(snapshot, "s1", 1, 10)
                    .Select(live => (live.Position, live.Name))
                    .ShouldBe([(2, LiveEventName.Facts), (4, LiveEventName.Facts)]);
            }
            await newsroom.Views.RebuildAsync(newsroom.Ledger, null, TestContext.Current.CancellationToken);
        }
    }

    private static NewEntry Told(string story, DateOnly date) =>
        EntryKinds.StoryRead.New(
            story,
            "weaver/1",
            new StoryRead { After = 1, Timeline = [new StoryMoment { Date = date, Precision = "day" }] }
        );

    [Fact]
    public async Task What_is_held_now_or_was_held_then_is_not_shown_as_it_was()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Publish("p1", "s1", "Taken off later", Noon),
            Publish("p2", "s1", "Opened later", Noon),
            EntryKinds.Held.New("p2", "u1", new GateMoved { Reason = "to be checked" }),
            EntryKinds.Opened.New("p2", "u1", new GateMoved { Reason = "checked" }),
            EntryKinds.Held.New("p1", "u1", new GateMoved { Reason = "legal" })
        );

        using var snapshot = newsroom.Views.Snapshot();
        Titles(snapshot, 4).ShouldBeEmpty();
        Titles(snapshot, 5).ShouldBe(["Opened later"]);
        PostsView.Find(snapshot, "p1", at: 2).ShouldBeNull();
        PostsView.Versions(snapshot, "p1").ShouldBeEmpty();
        PostsView.CountTakenOff(snapshot, "s1", 5).ShouldBe(1);
        PostsView.CountTakenOff(snapshot, "s1", 6).ShouldBe(0);
    }

    [Fact]
    public async Task An_old_version_names_what_corrected_it_and_a_withdrawn_post_has_none()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Publish("p1", "s1", "Ten", Noon),
            Publish("p2", "s1", "Secret", Noon),
            Edit("p1", "Nine", correction: "It was nine."),
            Edit("p1", "Nine, they say", correction: "It was nine."),
            Edit("p2", null, correction: null, withdrawn: true)
        );

        using var snapshot = newsroom.Views.Snapshot();
        var posts = PostsView.OfStory(snapshot, "s1", oldestFirst: true, 0, 10, at: 3);
        posts[0].Post.Title.ShouldBe("Ten");
        posts[0].CorrectedLater.ShouldNotBeNull().Post.Correction.ShouldBe("It was nine.");
        posts[1].Post.Withdrawn.ShouldBeTrue();
        PostsView.Find(snapshot, "p1", at: 4).ShouldNotBeNull().CorrectedLater.ShouldBeNull();
        PostsView.Versions(snapshot, "p1").Select(version => version.Since).ShouldBe([2, 4, 5]);
        PostsView.Versions(snapshot, "p2").ShouldHaveSingleItem().Post.Title.ShouldBeNull();
    }

    [Fact]
    public async Task What_changed_since_a_position_comes_with_what_it_was()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Publish("p1", "s1", "Ten", Noon),
            Publish("p2", "s1", "Untouched", Noon),
            Edit("p1", "Nine", correction: "It was nine."),
            Publish("p3", "s1", "New", Noon)
        );

        using var snapshot = newsroom.Views.Snapshot();
        var changed = PostsView.ChangedSince(snapshot, "s1", 3, 10);
        changed.Select(pair => pair.Now.Id).ShouldBe(["p3", "p1"]);
        changed[0].Then.ShouldBeNull();
        changed[1].Then.ShouldNotBeNull().CorrectedLater.ShouldNotBeNull();
        PostsView.ChangedSince(snapshot, "s1", 4, 10).ShouldHaveSingleItem().Now.Id.ShouldBe("p3");
    }

    [Fact]
    public async Task An_article_belongs_where_it_belonged_then()
    {
        await newsroom.AppendAsync(
            Capture([1, 2, 3]),
            EntryKinds.ArticleRead.New("a1", "reader/1", new ArticleRead { Capture = 1, Article = new Article() }),
            Placed(2, "s1"),
            EntryKinds.ArticleRead.New("a1", "reader/2", new ArticleRead { Capture = 1, Article = new Article() }),
            Placed(4, "s2")
        );

        using var snapshot = newsroom.Views.Snapshot();
        ArticleVersionsView.Find(snapshot, "a1", 1).ShouldBeNull();
        ArticleVersionsView.Find(snapshot, "a1", 3).ShouldNotBeNull().Read.ShouldBe(2);
        ArticleVersionsView.OfStory(snapshot, "s1", 4).ShouldHaveSingleItem().Read.ShouldBe(4);
        ArticleVersionsView.OfStory(snapshot, "s1", 5).ShouldBeEmpty();
        ArticleVersionsView.Readings(snapshot, "a1").ShouldBe([2, 4]);
    }

    [Fact]
    public async Task Steps_lead_from_change_to_change()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Publish("p1", "s1", "One", Noon),
            Publish("p2", "s1", "Two", Noon),
            EntryKinds.StoryChanged.New("s1", "u1", new StoryChanged { Headline = "The dam breaks" })
        );

        using var snapshot = newsroom.Views.Snapshot();
        var steps = LiveView.Steps(snapshot, "s1", 3);
        (steps.Number, steps.Of).ShouldBe((2, 3));
        (steps.Before?.Position, steps.Last?.Position, steps.Next?.Position).ShouldBe((2L, 3L, 4L));
        LiveView.Steps(snapshot, "s1", 1).Next?.Position.ShouldBe(2L);
    }

    public void Dispose() => newsroom.Dispose();

    private static IEnumerable<string?> Titles(ViewSnapshot snapshot, long at) =>
        PostsView.OfStory(snapshot, "s1", oldestFirst: true, 0, 10, at).Select(post => post.Post.Title);

    private static NewEntry Edit(string id, string? title, string? correction, bool withdrawn = false) =>
        EntryKinds.PostEdited.New(
            id,
            "u1",
            new PostEdited
            {
                Story = "s1",
                Post = new Post
                {
                    Title = title,
                    Time = Noon,
                    Correction = correction,
                    Withdrawn = withdrawn,
                },
                Reason = PostChange.Edited,
            }
        );

    private static NewEntry Placed(long read, string story) =>
        EntryKinds.ArticlePlaced.New("a1", "weaver/1", new ArticlePlaced { Read = read, Story = story });

    private sealed class SettableClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
