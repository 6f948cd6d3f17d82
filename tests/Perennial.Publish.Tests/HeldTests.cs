using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>What is held is shown nowhere.</summary>
public sealed class HeldTests
{
    private const string Secret = "Nobody may read this yet";

    private static readonly Article Report = new()
    {
        Title = Secret,
        Text = $"“{Secret},” said Ilse Marten. {Secret}?",
        Blocks = [new Block(BlockKind.Paragraph, 0, 26)],
        Statements =
        [
            new Statement
            {
                Kind = StatementKind.Direct,
                Start = 0,
                End = 26,
                Spans =
                [
                    [0, 26],
                ],
                Text = $"“{Secret},”",
                Speaker = new Speaker { Name = "Ilse Marten", Sure = true },
            },
        ],
        Questions = [new Question(null, null, $"{Secret}?", StatementPlace.Body)],
    };

    [Fact]
    public async Task A_held_story_is_on_no_page_in_no_feed_and_in_no_stream()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("secret", Secret);
        var post = await site.PublishAsync(story, Secret);
        var article = await site.AddArticleAsync(story, Report);
        var statement = StatementId.Of(article, Report.Statements[0]);
        await site.HoldAsync(story);

        foreach (
            var address in new[]
            {
                "/stories/secret",
                $"/stories/secret/posts/{post.Subject}",
                "/stories/secret/live",
                "/stories/secret/changes/0",
                "/stories/secret/feed.atom",
                $"/articles/{article}",
                $"/statements/{statement}",
            }
        )
        {
            (await site.AnswerAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
        foreach (var address in new[] { "/", "/sections/world", "/feed.atom" })
        {
            (await site.GetAsync(address)).ShouldNotContain(Secret);
        }
    }

    [Fact]
    public async Task A_held_post_is_on_no_page_and_nor_is_the_article_it_was_made_from()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var article = await site.AddArticleAsync(story, Report);
        var statement = StatementId.Of(article, Report.Statements[0]);
        await site.PublishAsync(story, "To be seen");
        var post = await site.PublishAsync(
            story,
            RunningSite.APost(Secret, keyEvent: true) with
            {
                Kind = PostKind.Report,
                Article = article,
            }
        );
        (await site.GetAsync("/stories/flood")).ShouldContain(Secret);

        await site.HoldAsync(post.Subject);

        foreach (
            var address in new[]
            {
                $"/stories/flood/posts/{post.Subject}",
                $"/articles/{article}",
                $"/statements/{statement}",
            }
        )
        {
            (await site.AnswerAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
        foreach (
            var address in new[]
            {
                "/",
                "/feed.atom",
                "/stories/flood",
                "/stories/flood/feed.atom",
                "/stories/flood/changes/0",
            }
        )
        {
            var page = await site.GetAsync(address);
            page.ShouldNotContain(Secret, customMessage: address);
            page.ShouldNotContain("Ilse Marten", customMessage: address);
        }
    }

    [Fact]
    public async Task What_has_been_opened_again_is_there()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "Here again");
        await site.HoldAsync(post.Subject);

        await site.OpenAsync(post.Subject);

        (await site.GetAsync("/stories/flood")).ShouldContain("Here again");
    }
}
