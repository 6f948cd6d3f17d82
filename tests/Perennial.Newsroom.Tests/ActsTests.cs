using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>What people do is an entry, and is seen when the act returns.</summary>
public sealed class ActsTests : IDisposable
{
    private static readonly Site Site = new() { Name = "The Day", Sections = [new SiteSection("world", "World")] };

    private readonly NewsroomFolder folder = new(Directory.CreateTempSubdirectory("perennial-").FullName);
    private readonly OpenNewsroom newsroom;
    private readonly Acts acts;

    public ActsTests()
    {
        newsroom = OpenNewsroom.Open(folder, TimeProvider.System);
        acts = new Acts(newsroom);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_is_named_once_and_again_when_it_changes()
    {
        await acts.NameSiteAsync(Site, Cancellation);
        await acts.NameSiteAsync(Site with { }, Cancellation);
        newsroom.Ledger.Head.ShouldBe(1);
        await acts.NameSiteAsync(Site with { Tagline = "Every day" }, Cancellation);

        newsroom.Ledger.Head.ShouldBe(2);
        using var snapshot = newsroom.Views.Snapshot();
        SiteView.Current(snapshot).ShouldNotBeNull().Tagline.ShouldBe("Every day");
    }

    [Fact]
    public async Task A_source_that_is_followed_already_is_not_added_twice()
    {
        var source = new SourceAdded
        {
            Url = "https://example.org/feed",
            Kind = SourceKind.Feed,
            Name = "Sarn Wire",
        };
        var id = await acts.AddSourceAsync(source, Cancellation);

        (await acts.AddSourceAsync(source, Cancellation)).ShouldBe(id);
        newsroom.Ledger.Head.ShouldBe(1);
    }

    [Fact]
    public async Task A_story_of_our_own_is_opened_filled_edited_held_and_opened_again()
    {
        await acts.NameSiteAsync(Site, Cancellation);
        var story = await acts.OpenStoryAsync("The dam", "In short", "World News", "u1", Cancellation);
        (story.Slug, story.Headline, story.Section, story.Carrier).ShouldBe(("the-dam", "The dam", "world", null));

        var post = await acts.PublishAsync(
            story,
            new Post { Text = "It holds.", Time = DateTimeOffset.UnixEpoch },
            "u1",
            Cancellation
        );
        Shown(post.Id).ShouldNotBeNull().Post.Text.ShouldBe("It holds.");

        await acts.EditAsync(post, post.Post with { Text = "It still holds." }, "u1", Cancellation);
        var edited = Shown(post.Id).ShouldNotBeNull();
        (edited.Post.Text, edited.Reason).ShouldBe(("It still holds.", PostChange.Edited));

        await acts.HoldAsync(post.Id, "legal", "u1", Cancellation);
        Shown(post.Id).ShouldBeNull();
        await acts.OpenAsync(post.Id, "checked", "u1", Cancellation);
        Shown(post.Id).ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_stories_of_one_name_have_two_addresses()
    {
        await acts.OpenStoryAsync("The dam", null, null, "u1", Cancellation);

        (await acts.OpenStoryAsync("The dam", null, null, "u1", Cancellation)).Slug.ShouldBe("the-dam-2");
    }

    [Fact]
    public async Task Stories_of_one_name_that_are_opened_at_the_same_time_have_addresses_of_their_own()
    {
        var stories = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => Task.Run(() => acts.OpenStoryAsync("The dam", null, null, "u1", Cancellation)))
        );

        stories.Select(story => story.Slug).ShouldBeUnique();
        using var snapshot = newsroom.Views.Snapshot();
        foreach (var story in stories)
        {
            StoriesView.FindBySlug(snapshot, story.Slug).ShouldNotBeNull().Id.ShouldBe(story.Id);
        }
    }

    [Fact]
    public void A_newsroom_that_is_open_is_not_opened_twice() =>
        Should
            .Throw<StoreException>(() => OpenNewsroom.Open(folder, TimeProvider.System))
            .Message.ShouldContain("in use by another Perennial");

    public void Dispose()
    {
        newsroom.Dispose();
        Directory.Delete(folder.Path, recursive: true);
    }

    private PostRow? Shown(string post)
    {
        using var snapshot = newsroom.Views.Snapshot();
        return PostsView.Find(snapshot, post);
    }
}
