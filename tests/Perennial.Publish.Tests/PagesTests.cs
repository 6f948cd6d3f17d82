using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Perennial.Publish.Tests;

/// <summary>The pages as they are served.</summary>
public sealed partial class PagesTests
{
    [Fact]
    public async Task A_post_in_a_page_and_in_a_live_event_is_the_same_html()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");
        await site.PublishAsync(
            story,
            RunningSite.APost("The dam holds", "It is **dry** below.", keyEvent: true) with
            {
                Kind = PostKind.Report,
                Outlet = "Radio Sarn",
                Correction = "It said otherwise before.",
                Statements =
                [
                    new PostStatement
                    {
                        Id = "a1b2",
                        Text = "It holds.",
                        Kind = StatementKind.Direct,
                        Speaker = "Ilse Marten",
                        Role = "engineer",
                        Told = "Radio Sarn",
                    },
                ],
            }
        );

        var data = JsonDocument.Parse((await stream.EventAsync()).Split('\n')[2]["data: ".Length..]).RootElement;
        var page = await site.GetAsync("/stories/flood");

        page.ShouldContain(data.GetProperty("html").GetString()!);
    }

    [Fact]
    public async Task A_story_page_names_its_stream_from_the_position_it_was_made_at()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");

        var page = await site.GetAsync("/stories/flood");

        page.ShouldContain($"data-live=\"/stories/flood/live?after={post.Position}\"");
        page.ShouldContain($"data-position=\"{post.Position}\"");
    }

    [Fact]
    public async Task A_long_story_has_pages_and_every_post_stands_on_one_of_them()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var entries = await site.PublishAsync(
            story,
            Enumerable.Range(0, 120).Select(number => RunningSite.APost($"Post {number}"))
        );
        var published = entries.Select(entry => entry.Subject).ToList();

        var newest = new List<string>();
        var oldest = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            newest.AddRange(Posts(await site.GetAsync($"/stories/flood?page={page}")));
            oldest.AddRange(Posts(await site.GetAsync($"/stories/flood?order=oldest&page={page}")));
        }

        oldest.ShouldBe(published);
        newest.ShouldBe(published.AsEnumerable().Reverse());
        (await site.AnswerAsync("/stories/flood?page=4")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_story_that_was_renamed_is_found_under_its_old_address()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var post = await site.PublishAsync(story, "First");
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(story, RunningSite.Author, new StoryChanged { Slug = "the-flood" })
        );

        var page = await site.AnswerAsync("/stories/flood?order=oldest");
        var posts = await site.AnswerAsync($"/stories/flood/posts/{post.Subject}");

        page.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        page.Headers.Location!.ToString().ShouldBe("/stories/the-flood?order=oldest");
        posts.Headers.Location!.ToString().ShouldBe($"/stories/the-flood/posts/{post.Subject}");
    }

    [Fact]
    public async Task A_page_that_a_reader_has_already_is_not_sent_again_until_something_happens()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");
        var etag = (await site.AnswerAsync("/stories/flood")).Headers.ETag!.ToString();

        (await site.AnswerAsync("/stories/flood", ifNoneMatch: etag)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await site.PublishAsync(story, "Second");

        (await site.AnswerAsync("/stories/flood", ifNoneMatch: etag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/stories/nothing")]
    [InlineData("/stories/flood/posts/pnothing")]
    [InlineData("/sections/nothing")]
    [InlineData("/articles/a999")]
    [InlineData("/statements/a999ffffffff")]
    public async Task What_is_not_there_is_said_in_the_look_of_the_site(string address)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        var answer = await site.AnswerAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("The Courier");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/stories/flood")]
    [InlineData("/feed.atom")]
    [InlineData("/about")]
    public async Task The_head_of_an_answer_can_be_asked_for_alone(string address)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");

        var answer = await site.AnswerAsync(address, HttpMethod.Head);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("/stories/live")]
    [InlineData("/stories/live/posts/live")]
    [InlineData("/nothing/live")]
    public async Task Only_the_stream_goes_without_the_headers_of_pages(string address)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("live");

        var answer = await site.AnswerAsync(address);

        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task Every_page_forbids_scripts_and_styles_that_are_not_ours()
    {
        await using var site = await RunningSite.StartAsync();

        var answer = await site.AnswerAsync("/");

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task A_reader_is_answered_in_their_language_and_can_ask_for_another()
    {
        await using var site = await RunningSite.StartAsync();

        (await site.GetAsync("/?lang=fr")).ShouldContain("<html lang=\"fr\">");
        (await site.GetAsync("/")).ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task No_text_of_a_post_can_end_the_data_for_search_engines()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "</script><script>alert(1)</script>");
        await site.PublishAsync(story, "</script><b>", "</script><i>");

        var page = await site.GetAsync("/stories/flood");

        page.ShouldNotContain("<script>alert");
        ScriptEnd().Count(page).ShouldBe(2, "the script of the page and the data");
    }

    [Fact]
    public async Task A_page_of_fifty_posts_is_small_on_the_wire()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var words = new Random(7);
        await site.PublishAsync(
            story,
            Enumerable
                .Range(0, 50)
                .Select(number =>
                    RunningSite.APost(
                        $"Post number {number}",
                        string.Join(' ', Enumerable.Range(0, 90).Select(_ => $"word{words.Next(3000)}"))
                    )
                )
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/stories/flood");
        request.Headers.AcceptEncoding.ParseAdd("br");

        var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        var sent = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        sent.Length.ShouldBeLessThan(70_000);
    }

    [Fact]
    public void The_script_is_small_on_the_wire() => SiteAsset.Script.CompressedLength.ShouldBeLessThan(8_000);

    private static IEnumerable<string> Posts(string page) =>
        PostId().Matches(page).Select(match => match.Groups["id"].Value);

    [GeneratedRegex("""<article class="post[^"]*" id="(?<id>[^"]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex PostId();

    [GeneratedRegex("</script>", RegexOptions.NonBacktracking)]
    private static partial Regex ScriptEnd();
}
