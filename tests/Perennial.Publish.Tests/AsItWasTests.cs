using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>Pages as they were.</summary>
public sealed class AsItWasTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private readonly SettableClock clock = new(Nine);

    [Theory]
    [InlineData("2026-03-12T09:15Z")]
    [InlineData("2026-03-12T09:15:00Z")]
    [InlineData("2026-03-12T09:15:00.5Z")]
    [InlineData("2026-03-12T10:15+01:00")]
    [InlineData("2026-03-12T10:15%2B01:00")]
    [InlineData("2026-03-12T06:15-03:00")]
    [InlineData("2026-03-12T09:15")]
    [InlineData("3")]
    public async Task A_story_is_shown_as_it_stood_at_a_time_or_a_position(string at)
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood", "Before");
        await site.PublishAsync(story, "First report");
        clock.Now = Nine.AddMinutes(30);
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(story, RunningSite.Author, new StoryChanged { Headline = "Afterwards" })
        );
        await site.PublishAsync(story, "Second report");

        var page = await site.GetAsync($"/stories/flood?at={at}");

        page.ShouldContain("Before");
        page.ShouldContain("First report");
        page.ShouldNotContain("Afterwards");
        page.ShouldNotContain("Second report");
        page.ShouldContain("<meta name=\"robots\" content=\"noindex\">");
        page.ShouldContain("See it as it is now");
        page.ShouldNotContain("data-live=");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("canonical");
    }

    [Theory]
    [InlineData("yesterday", HttpStatusCode.BadRequest)]
    [InlineData("2026-13-99T09:15Z", HttpStatusCode.BadRequest)]
    [InlineData("2026-03-12T09:15%2B99:00", HttpStatusCode.BadRequest)]
    [InlineData("0001-01-01T00:00%2B14:00", HttpStatusCode.BadRequest)]
    [InlineData("9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("9999999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("99999", HttpStatusCode.BadRequest)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    [InlineData("2020-01-01T00:00Z", HttpStatusCode.NotFound)]
    [InlineData("1", HttpStatusCode.NotFound)]
    [InlineData("2199-01-01T00:00Z", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task A_time_that_is_none_or_before_the_beginning_is_said_so(string at, HttpStatusCode status)
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First report");
        var article = await site.AddArticleAsync(story, Report("Ten"));

        (await site.AnswerAsync($"/stories/flood?at={at}")).StatusCode.ShouldBe(status);
        (await site.AnswerAsync($"/stories/flood/posts/{post.Subject}?at={at}")).StatusCode.ShouldBe(status);
        (await site.AnswerAsync($"/articles/{article}?at={at}")).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Links_lead_from_change_to_change()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var first = await site.PublishAsync(story, "First report");
        var second = await site.PublishAsync(story, "Second report");
        var third = await site.PublishAsync(story, "Third report");

        var page = await site.GetAsync($"/stories/flood?at={second.Position}");

        page.ShouldContain("Change 2 of 3");
        page.ShouldContain($"rel=\"prev\" href=\"/stories/flood?at={first.Position}\"");
        page.ShouldContain($"rel=\"next\" href=\"/stories/flood?at={third.Position}\"");
        page.ShouldContain($"/stories/flood/posts/{second.Subject}?at={second.Position}");
        (await site.GetAsync("/stories/flood")).ShouldContain($"/stories/flood?at={second.Position}");
    }

    [Fact]
    public async Task An_old_version_of_something_corrected_carries_its_correction()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "Ten were hurt", "Ten people.");
        await CorrectAsync(site, story, post.Subject, "Nine were hurt", "It was nine, not ten.");

        foreach (var address in new[] { "/stories/flood", $"/stories/flood/posts/{post.Subject}" })
        {
            var page = await site.GetAsync($"{address}?at={post.Position}");

            page.ShouldContain("Ten were hurt");
            page.ShouldContain("It was nine, not ten.");
            page.ShouldContain("Corrected since");
            page.ShouldNotContain("Nine were hurt");
        }
    }

    [Fact]
    public async Task Versions_of_a_post_show_which_words_changed()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "Ten were hurt", "It was **early** in the day.");
        await CorrectAsync(site, story, post.Subject, "Nine were hurt", "It was nine, not ten.");

        var page = await site.GetAsync($"/stories/flood/posts/{post.Subject}/versions");

        page.ShouldContain("<del><span class=\"unseen\">removed: </span>Ten </del>");
        page.ShouldContain("<ins><span class=\"unseen\">added: </span>Nine </ins>");
        page.ShouldContain("It was nine, not ten.");
        page.ShouldContain("noindex");
        page.ShouldContain("2 versions");
        (await site.GetAsync($"/stories/flood/posts/{post.Subject}")).ShouldContain("/versions\"");
    }

    [Fact]
    public async Task What_is_held_or_withdrawn_now_is_not_shown_as_it_was()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var held = await site.PublishAsync(story, "Secret of the hold", keyEvent: true);
        var withdrawn = await site.PublishAsync(story, "Secret of the source", keyEvent: true);
        var last = await site.PublishAsync(story, "To be seen");
        await site.HoldAsync(held.Subject);
        await site.Newsroom.AppendAsync(
            EntryKinds.PostEdited.New(
                withdrawn.Subject,
                RunningSite.Author,
                new PostEdited
                {
                    Story = story,
                    Post = RunningSite.APost("x") with { Title = null, Text = "", Withdrawn = true },
                    Reason = PostChange.SourceWithdrew,
                }
            )
        );

        foreach (
            var address in new[]
            {
                $"/stories/flood?at={last.Position}",
                $"/stories/flood?at={held.Position}",
                $"/stories/flood/posts/{withdrawn.Subject}?at={last.Position}",
                $"/stories/flood/posts/{withdrawn.Subject}/versions",
            }
        )
        {
            (await site.GetAsync(address)).ShouldNotContain("Secret", customMessage: address);
        }
        (await site.AnswerAsync($"/stories/flood/posts/{held.Subject}?at={last.Position}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await site.AnswerAsync($"/stories/flood/posts/{held.Subject}/versions")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task An_article_is_shown_as_it_was_read_and_what_is_gone_is_gone()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var article = await site.AddArticleAsync(story, Report("Ten were hurt"));
        var then = site.Newsroom.Ledger.Head;
        await site.Newsroom.AppendAsync(
            EntryKinds.ArticleRead.New(
                article,
                "reader/2",
                new ArticleRead { Capture = then, Article = Report("Correction: It was nine.\n\nNine were hurt") }
            )
        );

        var page = await site.GetAsync($"/articles/{article}?at={then}");
        page.ShouldContain("Ten were hurt");
        page.ShouldNotContain("Nine were hurt");
        page.ShouldContain("Correction: It was nine.");
        page.ShouldContain("Version 1 of 2");

        await site.Newsroom.AppendAsync(EntryKinds.PageGone.New(article, "gatherer", new PageGone { Status = 410 }));
        (await site.GetAsync($"/articles/{article}?at={then}")).ShouldNotContain("Ten were hurt");
        (await site.GetAsync($"/stories/flood?at={then}")).ShouldNotContain(article);
    }

    [Fact]
    public async Task Without_a_licence_there_is_one_excerpt_and_it_is_that_of_now()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var article = await site.AddArticleAsync(story, Report("Ten were hurt"), SourceLicence.None);
        var then = site.Newsroom.Ledger.Head;

        (await site.GetAsync($"/articles/{article}")).ShouldContain("Ten were hurt");
        (await site.GetAsync($"/articles/{article}?at={then}")).ShouldNotContain("Ten were hurt");
    }

    [Fact]
    public async Task The_record_beside_the_stream_is_that_of_the_time()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        var first = await site.AddArticleAsync(story, Report("Ten were hurt", "Ilse Marten"));
        var then = site.Newsroom.Ledger.Head;
        var second = await site.AddArticleAsync(story, Report("Nine were hurt", "Otto Varn"));

        var page = await site.GetAsync($"/stories/flood?at={then}");

        page.ShouldContain($"/articles/{first}?at={then}");
        page.ShouldNotContain($"/articles/{second}");
    }

    private static Task<IReadOnlyList<Entry>> CorrectAsync(
        RunningSite site,
        string story,
        string post,
        string title,
        string correction
    ) =>
        site.Newsroom.AppendAsync(
            EntryKinds.PostEdited.New(
                post,
                RunningSite.Author,
                new PostEdited
                {
                    Story = story,
                    Post = RunningSite.APost(title, "It was **early** in the day.") with { Correction = correction },
                    Reason = PostChange.Edited,
                }
            )
        );

    private static Article Report(string text, string speaker = "Ilse Marten") =>
        new()
        {
            Title = "A report",
            Text = text,
            Blocks = [new Block(BlockKind.Paragraph, 0, text.Length)],
            Statements =
            [
                new Statement
                {
                    Kind = StatementKind.Indirect,
                    Text = text,
                    Start = 0,
                    End = text.Length,
                    Spans =
                    [
                        [0, text.Length],
                    ],
                    Speaker = new Speaker { Name = speaker, Sure = true },
                },
            ],
        };
}
