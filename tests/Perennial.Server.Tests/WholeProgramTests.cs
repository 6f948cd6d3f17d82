using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Perennial.Server.Tests;

/// <summary>A source goes in, a live story page comes out: the program as it is run, with a web server beside it.</summary>
public sealed class WholeProgramTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("perennial-").FullName;
    private readonly HttpClient http = new();
    private LocalOrigin origin = null!;

    public async ValueTask InitializeAsync() => origin = await LocalOrigin.StartAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await origin.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_feed_becomes_one_story_with_a_post_for_each_report()
    {
        var feed = Tormouth.Serve(origin);
        var (program, url) = await Perennially.ServeAsync(folder);
        using var _ = program;

        var added = await Perennially.RunAsync("add", feed, "--data", folder);
        added.Output.ShouldHaveSingleItem().ShouldContain("a feed with 4 entries");
        await PostsAsync(url, 4);

        var story = await GetAsync(url, await StoryPathAsync(url));
        story.ShouldContain("Tugs pull ferry Halvarin off Skarn reef");
        story.ShouldContain("“Nobody answered us”");
        story.ShouldContain("Mara Kestrel");
        story.ShouldNotContain("Harbour Street");
        (await GetAsync(url, "/")).Split("<article").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_is_killed_again_and_again_loses_and_repeats_nothing()
    {
        var feed = Tormouth.Serve(origin);
        (await Perennially.RunAsync("add", feed, "--data", folder, "--allow", "127.0.0.0/8")).Code.ShouldBe(0);

        // Killed as soon as it has asked for one page more than before: in the middle of whatever it is doing.
        for (var round = 1; round <= Tormouth.Paths.Count; round++)
        {
            var (killed, _) = await Perennially.ServeAsync(folder);
            using (killed)
            {
                await Eventually.IsSo(() => Asked() >= round, "it asks for the next page");
                await killed.KillAsync();
            }
        }
        var (program, url) = await Perennially.ServeAsync(folder);
        using (program)
        {
            await PostsAsync(url, Tormouth.Paths.Count);
            await program.KillAsync();
        }

        using (var newsroom = new ReadOnlyNewsroom(folder))
        {
            newsroom.Captured().Order().ShouldBe(Tormouth.Paths.Select(path => origin.Url(path)).Order());
            newsroom.PostsByArticle().ShouldAllBe(posts => posts == 1);
        }
        var verified = await Perennially.RunAsync("verify", "--data", folder);
        verified.Output[^1].ShouldEndWith(" 0 faults");
        verified.Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_server_is_refused_and_the_socket_is_its_owners_alone()
    {
        var (program, url) = await Perennially.ServeAsync(folder);
        using var _ = program;
        await GetAsync(url, "/health/ready");

        (await Perennially.RunAsync("serve", "--data", folder, "--urls", "http://127.0.0.1:0")).ShouldHaveFailed(
            1,
            "in use by another Perennial"
        );

        await Eventually.IsSo(() => File.Exists(Path.Combine(folder, "control.sock")), "the socket is there");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(folder, "control.sock"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        (await Perennially.RunAsync("doctor", "--data", folder)).Code.ShouldBe(0);
        (await Perennially.RunAsync("rebuild", "--data", folder)).Code.ShouldBe(0);
        await GetAsync(url, "/");
    }

    [Fact]
    public async Task Posts_are_published_with_a_token_and_not_without()
    {
        var (program, url) = await Perennially.ServeAsync(folder);
        using var _ = program;
        var token = (await Perennially.RunAsync("token", "--data", folder)).Output.ShouldHaveSingleItem();
        var post = new { title = "First", text = "It *begins*." };

        (await SendAsync(url, "/api/v1/stories", token: null, new { headline = "A story" })).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        var opened = await SendAsync(url, "/api/v1/stories", token, new { headline = "A story" });
        opened.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await SendAsync(url, "/api/v1/stories/a-story/posts", "wrong", post)).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await SendAsync(url, "/api/v1/stories/nowhere/posts", token, post)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await SendAsync(url, "/api/v1/stories/a-story/posts", token, new { title = "No text" })).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        var published = await SendAsync(url, "/api/v1/stories/a-story/posts", token, post);
        published.StatusCode.ShouldBe(HttpStatusCode.Created);

        (await GetAsync(url, "/stories/a-story")).ShouldContain("It <em>begins</em>.");
        var answer = await published.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        (await GetAsync(url, answer.GetProperty("url").GetString()!)).ShouldContain("First");
    }

    [Fact]
    public async Task Readings_are_corrected_with_a_token_and_what_can_not_be_is_refused()
    {
        var file = Path.Combine(folder, "..", Path.GetFileName(folder) + ".txt");
        await File.WriteAllTextAsync(
            file,
            "Sarn dam holds\n\n“The dam will hold through the night,” said Ivo Tal, the mayor of Sarn.\n\n"
                + "Engineers opened two sluices during the night, and the river went down by a hand.\n",
            TestContext.Current.CancellationToken
        );
        try
        {
            var (program, url) = await Perennially.ServeAsync(folder);
            using var _ = program;
            var token = (await Perennially.RunAsync("token", "--data", folder)).Output.ShouldHaveSingleItem();
            (await Perennially.RunAsync("import", file, "--data", folder)).Code.ShouldBe(0);
            string? article = null;
            await Eventually.IsSo(
                () =>
                {
                    using var newsroom = new ReadOnlyNewsroom(folder);
                    article = newsroom.ArticlesRead() is [var first, ..] ? first : null;
                    return article is not null;
                },
                "the file is read"
            );
            var address = $"/api/v1/articles/{article}/corrections";
            var correction = new
            {
                what = "entity",
                entity = "Ivo Tal",
                name = "Ivo Tal-Renn",
            };

            (await SendAsync(url, address, token: null, correction)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await SendAsync(url, "/api/v1/articles/a999/corrections", token, correction)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await SendAsync(url, "/api/v1/entities/e999/corrections", token, correction)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
            var refused = await SendAsync(
                url,
                address,
                token,
                new
                {
                    what = "entity",
                    entity = "Nobody",
                    name = "X",
                }
            );
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
                "entity must be the name of an entity"
            );
            (await SendAsync(url, address, token, new { mentions = 7 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

            (await SendAsync(url, address, token, correction)).StatusCode.ShouldBe(HttpStatusCode.Created);
            await Eventually.IsSo(
                async () =>
                    (await GetAsync(url, $"/articles/{article}")).Contains("Ivo Tal-Renn", StringComparison.Ordinal),
                "the article is read as corrected"
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Questions_are_asked_and_answered_and_heads_written_with_the_calls_that_the_page_shows()
    {
        var (program, url) = await Perennially.ServeAsync(folder);
        using var _ = program;
        var token = (await Perennially.RunAsync("token", "--data", folder)).Output.ShouldHaveSingleItem();
        await SendAsync(url, "/api/v1/stories", token, new { headline = "The flood" });
        await SendAsync(url, "/api/v1/stories/the-flood/posts", token, new { text = "It rises." });

        var text = "Who opened the gates?";
        var asked = await SendAsync(url, "/api/v1/stories/the-flood/questions", token, new { text });
        asked.StatusCode.ShouldBe(HttpStatusCode.Created);
        var answer = await AnswerAsync(asked);
        var id = answer.GetProperty("question").GetString();
        answer.GetProperty("url").GetString().ShouldBe($"/stories/the-flood#{id}");
        (await GetAsync(url, "/stories/the-flood")).ShouldContain(text);

        var said = new
        {
            state = "answered",
            answer = new { text = "The minutes name the mayor." },
            reason = "Published.",
        };
        (await SendAsync(url, $"/api/v1/questions/{id}", token, said)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await GetAsync(url, "/stories/the-flood")).ShouldContain("The minutes name the mayor.");
        (await SendAsync(url, $"/api/v1/questions/{id}", token, new { state = "settled" })).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await SendAsync(url, $"/api/v1/questions/{id}", null, said)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(url, "/api/v1/questions/q2222222222", token, said)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await SendAsync(url, "/api/v1/stories/nothing/questions", token, new { text })).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

        var head = new { kicker = "Flood at Sarn", closed = true };
        (await SendAsync(url, "/api/v1/stories/the-flood", token, head, HttpMethod.Patch)).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );
        var page = await GetAsync(url, "/stories/the-flood");
        page.ShouldContain("Flood at Sarn");
        page.ShouldContain("As it happened");
        var read = await GetAsync(url, "/api/v1/stories/the-flood/reading");
        read.ShouldContain("\"state\":\"closed\"");
        read.ShouldContain("\"kicker\":\"Flood at Sarn\"");
        read.ShouldContain(text);
    }

    [Fact]
    public async Task Stories_are_put_right_with_the_calls_that_the_page_shows()
    {
        var (program, url) = await Perennially.ServeAsync(folder);
        using var _ = program;
        var token = (await Perennially.RunAsync("token", "--data", folder)).Output.ShouldHaveSingleItem();
        foreach (var headline in new[] { "The flood", "The dam", "The river" })
        {
            await SendAsync(url, "/api/v1/stories", token, new { headline });
        }
        var published = await SendAsync(url, "/api/v1/stories/the-flood/posts", token, new { text = "It rises." });
        var post = (await AnswerAsync(published)).GetProperty("id").GetString();

        (await SendAsync(url, "/api/v1/stories/the-flood/merge", null, new { into = "the-dam" })).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        var split = await SendAsync(
            url,
            "/api/v1/stories/the-flood/split",
            token,
            new { posts = new[] { post }, headline = "The water" }
        );
        split.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await AnswerAsync(split)).GetProperty("url").GetString().ShouldBe("/stories/the-water");
        var apart = await SendAsync(url, "/api/v1/stories/the-dam/keep-apart", token, new { other = "the-river" });
        apart.StatusCode.ShouldBe(HttpStatusCode.Created);
        var merged = await SendAsync(url, "/api/v1/stories/the-water/merge", token, new { into = "the-dam" });
        (await AnswerAsync(merged)).GetProperty("url").GetString().ShouldBe("/stories/the-dam");
        (await GetAsync(url, "/stories/the-water")).ShouldContain("It rises.");

        var again = await SendAsync(url, "/api/v1/stories/the-water/merge", token, new { into = "the-river" });
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(again)).GetProperty("title").GetString()!.ShouldStartWith("the-water has become part of ");
        var check = await SendAsync(
            url,
            "/api/v1/stories/the-dam/headline-check",
            token,
            new { headline = "Mayor: ‘Nobody was told’ at Sarn" }
        );
        check.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await AnswerAsync(check);
        answer.GetProperty("mayBeProposed").GetBoolean().ShouldBeFalse();
        answer
            .GetProperty("claims")
            .EnumerateArray()
            .Select(claim => claim.GetProperty("kind").GetString())
            .ShouldBe(["words", "quotation", "name"]);
        (
            await SendAsync(url, "/api/v1/stories/nothing/headline-check", token, new { headline = "Nothing" })
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (
            await SendAsync(url, "/api/v1/stories/the-dam/headline-check", token, new { headline = " " })
        ).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (
            await SendAsync(url, "/api/v1/stories/the-dam/headline-check", null, new { headline = "Nothing" })
        ).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(url, "/api/v1/stories/nothing/merge", token, new { into = "the-dam" })).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await SendAsync(url, "/api/v1/articles/a999/move", token, new { into = "the-dam" })).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private int Asked() => Tormouth.Paths.Count(path => origin.Asked(path) > 0);

    private async Task PostsAsync(Uri url, int count) =>
        await Eventually.IsSo(
            async () =>
                await StoryPathAsync(url) is { Length: > 1 } path
                && (await GetAsync(url, path)).Split("<article class=\"post").Length == count + 1,
            $"the story has {count} posts"
        );

    /// <summary>Where the first story of the front page is, or nothing yet.</summary>
    private async Task<string> StoryPathAsync(Uri url)
    {
        var front = await GetAsync(url, "/");
        var start = front.IndexOf("/stories/", StringComparison.Ordinal);
        return start < 0 ? "" : front[start..front.IndexOf('"', start)];
    }

    private Task<string> GetAsync(Uri url, string path) =>
        http.GetStringAsync(new Uri(url, path), TestContext.Current.CancellationToken);

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> SendAsync<T>(
        Uri url,
        string path,
        string? token,
        T body,
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(url, path))
        {
            Content = JsonContent.Create(body),
        };
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
