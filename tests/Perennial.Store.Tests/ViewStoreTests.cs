using Perennial.Store.Views;
using static Perennial.Store.Tests.Sample;

namespace Perennial.Store.Tests;

public sealed class ViewStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 12, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryNewsroom newsroom = new();

    [Fact]
    public async Task A_story_with_a_post_stands_on_the_front_page()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Publish("p1", "s1", "Engineers are calm", Noon));

        using var snapshot = newsroom.Views.Snapshot();
        var story = StoriesView.Front(snapshot, section: null, most: 10).ShouldHaveSingleItem();
        (story.Headline, story.Posts).ShouldBe(("The dam holds", 1));
        PostsView
            .OfStory(snapshot, "s1", oldestFirst: false, 0, 10)
            .ShouldHaveSingleItem()
            .Post.Title.ShouldBe("Engineers are calm");
        snapshot.Position.ShouldBe(2);
    }

    [Fact]
    public async Task A_story_without_posts_is_not_on_the_front_page()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"));

        using var snapshot = newsroom.Views.Snapshot();
        StoriesView.Front(snapshot, section: null, most: 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_held_is_shown_nowhere_until_it_is_opened()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            EntryKinds.Held.New("s1", "weaver/1", new GateMoved { Reason = "opened by the machine" }),
            Publish("p1", "s1", "Calm", Noon)
        );
        using (var snapshot = newsroom.Views.Snapshot())
        {
            StoriesView.Front(snapshot, null, 10).ShouldBeEmpty();
            StoriesView.FindBySlug(snapshot, "dam").ShouldBeNull();
            PostsView.Find(snapshot, "p1").ShouldBeNull();
            GateView.All(snapshot).ShouldHaveSingleItem().Id.ShouldBe("s1");
        }

        await newsroom.AppendAsync(EntryKinds.Opened.New("s1", "u1", new GateMoved { Reason = "looks right" }));
        using (var snapshot = newsroom.Views.Snapshot())
        {
            StoriesView.FindBySlug(snapshot, "dam").ShouldNotBeNull().Posts.ShouldBe(1);
            PostsView.Find(snapshot, "p1").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_held_post_leaves_its_story_with_a_message()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Publish("p1", "s1", "One", Noon),
            Publish("p2", "s1", "Two", Noon.AddMinutes(5)),
            EntryKinds.Held.New("p1", "u1", new GateMoved { Reason = "legal" })
        );

        using var snapshot = newsroom.Views.Snapshot();
        PostsView.OfStory(snapshot, "s1", oldestFirst: true, 0, 10).Select(post => post.Id).ShouldBe(["p2"]);
        LiveView
            .After(snapshot, "s1", 1, 10)
            .Select(live => (live.Position, live.Name, live.Id))
            .ShouldBe([(2, LiveEventName.Post, "p1"), (3, LiveEventName.Post, "p2"), (4, LiveEventName.Remove, "p1")]);
    }

    [Fact]
    public async Task An_edited_post_keeps_its_place_and_says_why_it_changed()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            Publish("p1", "s1", "One", Noon),
            Publish("p2", "s1", "Two", Noon.AddMinutes(5)),
            EntryKinds.PostEdited.New(
                "p1",
                "u1",
                new PostEdited
                {
                    Story = "s1",
                    Post = new Post { Title = "One!", Time = Noon },
                    Reason = PostChange.SourceCorrected,
                }
            )
        );

        using var snapshot = newsroom.Views.Snapshot();
        var posts = PostsView.OfStory(snapshot, "s1", oldestFirst: true, 0, 10);
        posts.Select(post => post.Post.Title).ShouldBe(["One!", "Two"]);
        (posts[0].Reason, posts[0].First, posts[0].Since).ShouldBe((PostChange.SourceCorrected, 2, 4));
    }

    [Fact]
    public async Task A_renamed_story_is_found_by_both_names()
    {
        await newsroom.AppendAsync(
            Open("s1", "dam", "The dam holds"),
            EntryKinds.StoryChanged.New(
                "s1",
                "u1",
                new StoryChanged { Slug = "sarn-floods", Headline = "The dam breaks" }
            )
        );

        using var snapshot = newsroom.Views.Snapshot();
        StoriesView.FindBySlug(snapshot, "dam").ShouldNotBeNull().Slug.ShouldBe("sarn-floods");
        StoriesView.FindBySlug(snapshot, "sarn-floods").ShouldNotBeNull().Headline.ShouldBe("The dam breaks");
    }

    [Fact]
    public async Task A_slug_that_two_stories_chose_leads_to_the_first_and_the_other_has_its_own()
    {
        await newsroom.AppendAsync(Open("s1", "dam", "The dam holds"), Open("s2", "dam", "Another dam"));

        using var snapshot = newsroom.Views.Snapshot();
        StoriesView.FindBySlug(snapshot, "dam").ShouldNotBeNull().Id.ShouldBe("s1");
        var other = StoriesView.Find(snapshot, "s2").ShouldNotBeNull();
        other.Slug.ShouldBe("dam-s2");
        StoriesView.FindBySlug(snapshot, other.Slug).ShouldNotBeNull().Id.ShouldBe("s2");
    }

    [Fact]
    public void A_token_is_known_again_and_another_is_not()
    {
        var token = newsroom.State.NewToken("desk", TimeProvider.System);

        newsroom.State.AuthorOf(token).ShouldNotBeNull().ShouldStartWith("u");
        newsroom.State.AuthorOf(token + "x").ShouldBeNull();
    }

    public void Dispose() => newsroom.Dispose();
}
