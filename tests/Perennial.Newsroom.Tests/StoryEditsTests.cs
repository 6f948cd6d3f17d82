using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>What editors do to stories, and what the weaver makes of it.</summary>
public sealed class StoryEditsTests : IAsyncLifetime
{
    private readonly EditedNewsroom newsroom = new();
    private string dam = "";
    private string vote = "";
    private string report = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        report = await newsroom.SettledAsync(SarnFlood.First);
        dam = newsroom.StoryOf(report).ShouldNotBeNull();
        vote = (await newsroom.Acts.OpenStoryAsync("The vote", null, null, "u1", Cancellation)).Id;
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task A_merged_story_is_found_under_every_name_it_had_and_new_reports_go_where_it_went()
    {
        var outcome = await newsroom.Acts.MergeStoryAsync(dam, "the-vote", "u1", Cancellation);

        outcome.ShouldNotBeNull().Refusal.ShouldBeNull();
        outcome.Story.ShouldNotBeNull().Id.ShouldBe(vote);
        var later = await newsroom.SettledAsync(SarnFlood.Second);
        newsroom.StoryOf(later).ShouldBe(vote);
        newsroom.Look(snapshot => StoriesView.Front(snapshot, null, 10)).ShouldHaveSingleItem().Posts.ShouldBe(2);
        var last = await newsroom.Acts.OpenStoryAsync("The year", null, null, "u1", Cancellation);
        await newsroom.Acts.MergeStoryAsync(vote, last.Id, "u1", Cancellation);
        newsroom
            .Look(snapshot => StoriesView.FindBySlug(snapshot, "sarn-dam-holds-as-the-velta-rises")!.Id)
            .ShouldBe(last.Id);
        newsroom.StoryOf(report).ShouldBe(last.Id);
    }

    [Fact]
    public async Task An_article_that_leaves_all_stories_takes_its_post_along_and_brings_it_back()
    {
        var post = newsroom.Look(snapshot => PostsView.FindByArticle(snapshot, report)).ShouldNotBeNull();

        (await newsroom.Acts.MoveArticleAsync(report, null, "u1", Cancellation))!.Story.ShouldBeNull();
        await newsroom.IdleAsync();

        newsroom.Look(snapshot => PostsView.Find(snapshot, post.Id)).ShouldBeNull();
        newsroom.Look(snapshot => PostsView.ArticleOfUnplaced(snapshot, post.Id)).ShouldBe(report);
        newsroom.Look(snapshot => StoriesView.Front(snapshot, null, 10)).ShouldBeEmpty();

        await newsroom.Acts.MoveArticleAsync(report, vote, "u1", Cancellation);
        await newsroom.IdleAsync();
        newsroom.Look(snapshot => PostsView.Find(snapshot, post.Id)).ShouldNotBeNull().Story.ShouldBe(vote);
        newsroom.Entries.Count(EntryKinds.PostPublished.Is).ShouldBe(1);
    }

    [Fact]
    public async Task A_part_has_its_own_headline_and_what_stays_takes_the_newest_of_its_own()
    {
        var second = await newsroom.SettledAsync(SarnFlood.Second);
        newsroom.StoryOf(second).ShouldBe(dam);

        var outcome = await newsroom.Acts.SplitStoryAsync(dam, new StorySplitRequest([second]), "u1", Cancellation);
        await newsroom.IdleAsync();

        var part = outcome.ShouldNotBeNull().Story.ShouldNotBeNull();
        (part.Headline, part.Posts).ShouldBe((SarnFlood.Second.Title, 1));
        var rest = newsroom.Look(snapshot => StoriesView.Find(snapshot, dam)).ShouldNotBeNull();
        (rest.Headline, rest.Posts).ShouldBe((SarnFlood.First.Title, 1));
    }

    [Fact]
    public async Task A_part_of_what_is_held_is_held()
    {
        var second = await newsroom.SettledAsync(SarnFlood.Second);
        await newsroom.Acts.HoldAsync(dam, "legal", "u1", Cancellation);

        var outcome = await newsroom.Acts.SplitStoryAsync(dam, new StorySplitRequest([second]), "u1", Cancellation);

        newsroom.Look(snapshot => GateView.IsHeld(snapshot, outcome!.Story!.Id)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_can_not_be_is_refused_with_the_reason_and_leaves_no_trace()
    {
        await newsroom.IdleAsync();
        var old = (await newsroom.Acts.OpenStoryAsync("Old", null, null, "u1", Cancellation)).Id;
        await newsroom.Acts.MergeStoryAsync(old, dam, "u1", Cancellation);
        await newsroom.IdleAsync();
        var head = newsroom.Ledger.Head;
        var acts = newsroom.Acts;

        Refusal(await acts.MergeStoryAsync(dam, dam, "u1", Cancellation)).ShouldBe($"into is the story itself, {dam}");
        Refusal(await acts.MergeStoryAsync(dam, old, "u1", Cancellation))
            .ShouldBe($"{old} has become part of {dam}; name that");
        Refusal(await acts.MergeStoryAsync("old", vote, "u1", Cancellation))
            .ShouldBe($"old has become part of {dam}; name that");
        Refusal(await acts.MergeStoryAsync(dam, "nothing", "u1", Cancellation))
            .ShouldBe("into must be the id or the slug of a story");
        Refusal(await acts.MergeStoryAsync(dam, null, "u1", Cancellation))
            .ShouldBe("into must be the id or the slug of a story");
        (await acts.MergeStoryAsync("nothing", dam, "u1", Cancellation)).ShouldBeNull();
        Refusal(await acts.KeepApartAsync(dam, dam, "u1", Cancellation)).ShouldBe($"other is the story itself, {dam}");
        Refusal(await acts.SplitStoryAsync(vote, new StorySplitRequest([report]), "u1", Cancellation))
            .ShouldBe($"articles lists {report}, which is not one of the story's own");
        Refusal(await acts.SplitStoryAsync(vote, new StorySplitRequest([null!]), "u1", Cancellation))
            .ShouldBe("articles must list ids");
        Refusal(await acts.SplitStoryAsync(dam, new StorySplitRequest(null), "u1", Cancellation))
            .ShouldBe("name the articles or the posts of our own that leave, or both");
        Refusal(await acts.MoveArticleAsync(report, dam, "u1", Cancellation)).ShouldBe($"{report} is in {dam} already");
        (await acts.MoveArticleAsync("a999", dam, "u1", Cancellation)).ShouldBeNull();
        newsroom.Ledger.Head.ShouldBe(head);
    }

    [Fact]
    public async Task A_saga_that_slept_longer_than_articles_are_brought_back_wakes_after_a_restart()
    {
        var reports = new InventedEvents(new Random(3), 2);
        var saga = "";
        for (var i = 0; i < 6; i++)
        {
            newsroom.Clock.Advance(TimeSpan.FromHours(1));
            saga = newsroom.StoryOf(await newsroom.SettledAsync(reports.Of(0, newsroom.Clock.GetUtcNow()))) ?? "";
        }
        newsroom.Clock.Advance(TimeSpan.FromDays(60));
        await newsroom.SettledAsync(reports.Of(1, newsroom.Clock.GetUtcNow()));
        await newsroom.RestartAsync();

        var woken = await newsroom.SettledAsync(reports.Of(0, newsroom.Clock.GetUtcNow()));

        newsroom.StoryOf(woken).ShouldBe(saga);
        newsroom
            .Look(snapshot => ArticlesView.Find(snapshot, woken))!
            .Because.ShouldContain(reason => reason.StartsWith("wakes after 60 days", StringComparison.Ordinal));
    }

    private static string? Refusal(StoryActOutcome? outcome) => outcome.ShouldNotBeNull().Refusal;
}
