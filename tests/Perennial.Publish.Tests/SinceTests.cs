using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>What a reader who comes back is told.</summary>
public sealed class SinceTests
{
    [Fact]
    public async Task New_changed_corrected_withdrawn_and_taken_off_posts_are_told_apart()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "The old headline");
        var edited = await site.PublishAsync(story, "To be edited");
        var corrected = await site.PublishAsync(story, "To be corrected");
        var withdrawn = await site.PublishAsync(story, "To be withdrawn");
        var held = await site.PublishAsync(story, "To be held");
        var here = held.Position;
        await site.EditAsync(story, edited.Subject, "Edited since");
        await EditAsync(
            site,
            story,
            corrected.Subject,
            RunningSite.APost("Put right") with
            {
                Correction = "It was nine.",
            }
        );
        await EditAsync(site, story, withdrawn.Subject, RunningSite.APost("x") with { Title = null, Withdrawn = true });
        await site.HoldAsync(held.Subject);
        await site.PublishAsync(story, "Quite new");
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(story, RunningSite.Author, new StoryChanged { Headline = "The new headline" })
        );

        foreach (var address in new[] { $"/stories/flood?since={here}", $"/stories/flood/since/{here}" })
        {
            var part = Part(await site.GetAsync(address));

            part.ShouldContain("Something that you read here has been corrected.");
            part.ShouldContain("It was nine.");
            part.ShouldContain("One report that you read here has been withdrawn.");
            part.ShouldContain("One post that stood here is not shown any more.");
            part.ShouldContain("The headline was <q dir=\"auto\">The old headline</q>");
            part.ShouldContain("1 new post");
            part.ShouldContain("Quite new");
            part.ShouldContain("1 post changed");
            part.ShouldContain("Edited since");
            part.ShouldNotContain("To be held");
            part.ShouldNotContain("To be withdrawn");
        }
    }

    [Fact]
    public async Task Who_has_seen_everything_is_told_so()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");

        Part(await site.GetAsync($"/stories/flood?since={post.Position}")).ShouldContain("Nothing has changed.");
        (await site.GetAsync("/stories/flood")).ShouldContain($"/stories/flood?since={post.Position}");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("999999")]
    [InlineData("99999999999999999999")]
    [InlineData("<script>")]
    public async Task A_position_that_is_none_is_passed_over(string since)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");

        (await site.GetAsync($"/stories/flood?since={Uri.EscapeDataString(since)}")).ShouldNotContain("id=\"since\"");
        (await site.AnswerAsync($"/stories/flood/since/{Uri.EscapeDataString(since)}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task What_came_and_went_in_between_is_not_told()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var first = await site.PublishAsync(story, "First");
        var second = await site.PublishAsync(story, "Never to be seen");
        await site.HoldAsync(second.Subject);

        var part = Part(await site.GetAsync($"/stories/flood?since={first.Position}"));

        part.ShouldContain("Nothing has changed.");
        part.ShouldNotContain("Never to be seen");
    }

    private static string Part(string page)
    {
        var start = page.IndexOf("<section class=\"since\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }

    private static Task<IReadOnlyList<Entry>> EditAsync(RunningSite site, string story, string id, Post post) =>
        site.Newsroom.AppendAsync(
            EntryKinds.PostEdited.New(
                id,
                RunningSite.Author,
                new PostEdited
                {
                    Story = story,
                    Post = post,
                    Reason = PostChange.Edited,
                }
            )
        );
}
