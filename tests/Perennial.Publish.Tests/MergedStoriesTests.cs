using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>What readers of a story see when it becomes part of another, or loses a part.</summary>
public sealed class MergedStoriesTests
{
    private static readonly Article Report = new()
    {
        Title = "The dam holds",
        Text = "The dam holds.",
        Blocks = [new Block(BlockKind.Paragraph, 0, 14)],
    };

    [Fact]
    public async Task Every_address_of_a_merged_story_leads_to_the_one_that_goes_on()
    {
        await using var site = await RunningSite.StartAsync();
        var (flood, dam, river) = await ThreeAsync(site);
        var post = await site.PublishAsync(flood, "The water rises");
        await MergeAsync(site, flood, dam);
        await MergeAsync(site, dam, river);

        foreach (var slug in new[] { "flood", "dam" })
        {
            await ShouldLeadAsync(site, $"/stories/{slug}", "/stories/river");
            await ShouldLeadAsync(
                site,
                $"/stories/{slug}/posts/{post.Subject}",
                $"/stories/river/posts/{post.Subject}"
            );
            await ShouldLeadAsync(site, $"/stories/{slug}/changes/100", "/stories/river/changes/100");
            (await site.GetAsync($"/stories/{slug}/feed.atom")).ShouldContain("The water rises");
        }
        (await site.GetAsync("/stories/river")).ShouldContain("The water rises");
        (await site.GetAsync("/")).Split("<article").Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_open_page_is_told_where_its_story_goes_on_and_nothing_after_that()
    {
        await using var site = await RunningSite.StartAsync();
        var (flood, dam, _) = await ThreeAsync(site);
        var first = await site.PublishAsync(flood, "First");
        using var open = await RawStream.OpenAsync(site, "/stories/flood/live");
        using var other = await RawStream.OpenAsync(site, "/stories/dam/live");

        var merged = await MergeAsync(site, flood, dam);

        (await open.EventAsync()).ShouldContain("event: merged\n");
        (await open.BlockAsync()).ShouldBeNull();
        // The other takes the posts in.
        var taken = Data(await other.EventAsync());
        taken.GetProperty("id").GetString().ShouldBe(first.Subject);
        taken.GetProperty("html").GetString()!.ShouldContain("First");
        // Whoever was away is told the same, and only that.
        using var back = await RawStream.OpenAsync(site, "/stories/flood/live?after=0");
        var told = await back.EventAsync();
        told.ShouldStartWith($"id: {merged.Position}\nevent: merged\n");
        Data(told).GetProperty("html").GetString()!.ShouldContain("href=\"/stories/dam\"");
        (await back.BlockAsync()).ShouldBeNull();
        await ShouldLeadAsync(
            site,
            $"/stories/flood/live?after={merged.Position}",
            $"/stories/dam/live?after={merged.Position}"
        );
        var asked = JsonDocument
            .Parse(await site.GetAsync("/stories/flood/changes/0"))
            .RootElement.GetProperty("events");
        asked.EnumerateArray().ShouldHaveSingleItem().GetProperty("event").GetString().ShouldBe("merged");
    }

    [Fact]
    public async Task A_story_that_goes_on_where_readers_can_not_see_it_is_closed_to_them()
    {
        await using var site = await RunningSite.StartAsync();
        var (flood, dam, _) = await ThreeAsync(site);
        await site.PublishAsync(flood, "First");
        await MergeAsync(site, flood, dam);
        await site.HoldAsync(dam);

        foreach (var address in new[] { "/stories/flood", "/stories/flood/live", "/stories/flood/changes/0" })
        {
            (await site.AnswerAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task A_post_that_moves_leaves_one_open_page_for_the_other_also_for_those_who_come_back()
    {
        await using var site = await RunningSite.StartAsync();
        var (flood, dam, _) = await ThreeAsync(site);
        var article = await site.AddArticleAsync(flood, Report);
        var post = await site.PublishAsync(flood, RunningSite.APost("It holds") with { Article = article });
        using var from = await RawStream.OpenAsync(site, $"/stories/flood/live?after={post.Position}");
        using var into = await RawStream.OpenAsync(site, "/stories/dam/live");

        await MoveAsync(site, article, flood, dam);

        var left = Data(await from.EventAsync());
        (left.GetProperty("id").GetString(), left.GetProperty("html").GetString()).ShouldBe((post.Subject, ""));
        Data(await into.EventAsync()).GetProperty("html").GetString()!.ShouldContain("It holds");
        await ShouldLeadAsync(site, $"/stories/flood/posts/{post.Subject}", $"/stories/dam/posts/{post.Subject}");
        // A later change replaces what the channel keeps of the move.
        await site.Newsroom.AppendAsync(
            EntryKinds.PostEdited.New(
                post.Subject,
                RunningSite.Author,
                new PostEdited
                {
                    // As one who had looked before the move.
                    Story = flood,
                    Post = RunningSite.APost("It held") with { Article = article },
                    Reason = PostChange.SourceChanged,
                }
            )
        );
        (await into.EventAsync()).ShouldContain("It held");
        using var back = await RawStream.OpenAsync(site, $"/stories/dam/live?after={post.Position}");
        (await back.EventAsync()).ShouldNotContain("It holds");

        await MoveAsync(site, article, dam, null);
        await ShouldLeadAsync(site, $"/stories/dam/posts/{post.Subject}", $"/articles/{article}");
        (await site.GetAsync("/stories/dam")).ShouldNotContain("It held");
    }

    [Fact]
    public async Task An_article_says_which_other_stories_it_touches_under_the_names_they_have_now()
    {
        await using var site = await RunningSite.StartAsync();
        var (flood, dam, river) = await ThreeAsync(site);
        var article = await site.AddArticleAsync(flood, Report);
        await site.Newsroom.AppendAsync(
            EntryKinds.ArticlePlaced.New(
                article,
                RunningSite.Author,
                new ArticlePlaced
                {
                    Read = 1,
                    Story = flood,
                    Because = ["a test"],
                    AlsoIn = [dam],
                }
            )
        );
        (await site.GetAsync($"/articles/{article}")).ShouldContain("href=\"/stories/dam\"");

        await MergeAsync(site, dam, river);
        (await site.GetAsync($"/articles/{article}")).ShouldContain("href=\"/stories/river\"");

        await site.HoldAsync(river);
        (await site.GetAsync($"/articles/{article}")).ShouldNotContain("Also touches");
    }

    private static async Task<(string Flood, string Dam, string River)> ThreeAsync(RunningSite site) =>
        (await site.OpenStoryAsync("flood"), await site.OpenStoryAsync("dam"), await site.OpenStoryAsync("river"));

    private static async Task<Entry> MergeAsync(RunningSite site, string story, string into) =>
        (
            await site.Newsroom.AppendAsync(
                EntryKinds.StoryMerged.New(story, RunningSite.Author, new StoryMerged { Into = into })
            )
        )[0];

    private static async Task MoveAsync(RunningSite site, string article, string from, string? into) =>
        await site.Newsroom.AppendAsync(
            EntryKinds.ArticleMoved.New(article, RunningSite.Author, new ArticleMoved { From = from, Into = into })
        );

    private static async Task ShouldLeadAsync(RunningSite site, string address, string to)
    {
        var answer = await site.AnswerAsync(address);
        ((int)answer.StatusCode).ShouldBeInRange(301, 302, address);
        answer.Headers.Location!.ToString().ShouldBe(to);
    }

    private static JsonElement Data(string live) =>
        JsonDocument
            .Parse(live.Split('\n').Single(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..])
            .RootElement;
}
