using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Perennial.Server.Tests;

/// <summary>Pieces, bylines and breaking news through the API of the program as it is run.</summary>
public sealed class PiecesProgramTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("perennial-").FullName;
    private readonly HttpClient http = new();
    private ChildProgram program = null!;
    private Uri url = null!;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "site.json"),
            """
            { "name": "The Courier", "sections": [{ "slug": "world", "name": "World" }],
              "authors": [{ "slug": "mara-tal", "name": "Mara Tal" }] }
            """,
            TestContext.Current.CancellationToken
        );
        token = (await Perennially.RunAsync("token", "--data", folder)).Output.ShouldHaveSingleItem();
        (program, url) = await Perennially.ServeAsync(folder);
    }

    public ValueTask DisposeAsync()
    {
        program.Dispose();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_piece_is_published_changed_and_withdrawn()
    {
        var story = await SendAsync(HttpMethod.Post, "/api/v1/stories", new { headline = "Floods" });
        story.StatusCode.ShouldBe(HttpStatusCode.Created);
        var published = await SendAsync(
            HttpMethod.Post,
            "/api/v1/pieces",
            new
            {
                kind = "analysis",
                headline = "Why dams hold",
                text = "It is the **curve**.",
                authors = new[] { "mara-tal" },
                section = "world",
                stories = new[] { "floods" },
            }
        );
        published.StatusCode.ShouldBe(HttpStatusCode.Created);
        published.Headers.Location!.ToString().ShouldBe("/pieces/why-dams-hold");
        var id = (await JsonAsync(published)).GetProperty("id").GetString()!;
        (await GetAsync("/pieces/why-dams-hold")).ShouldContain("It is the <strong>curve</strong>.");
        (await GetAsync("/stories/floods")).ShouldContain("/pieces/why-dams-hold");
        (await GetAsync("/authors/mara-tal")).ShouldContain("Why dams hold");

        var changed = await SendAsync(
            HttpMethod.Put,
            $"/api/v1/pieces/{id}",
            new { headline = "Why most dams hold", correction = "Not all do." }
        );
        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var page = await GetAsync("/pieces/why-dams-hold");
        page.ShouldContain("Why most dams hold");
        page.ShouldContain("Not all do.");
        page.ShouldContain("Mara Tal", customMessage: "what is left out stays");

        (await SendAsync(HttpMethod.Put, $"/api/v1/pieces/{id}", new { withdrawn = true })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await GetAsync("/pieces/why-dams-hold")).ShouldContain("We have withdrawn this piece.");
        (await SendAsync(HttpMethod.Put, "/api/v1/pieces/wnone", new { headline = "x" })).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory]
    [InlineData("""{"headline": "", "text": "x"}""")]
    [InlineData("""{"headline": "x"}""")]
    [InlineData("""{"headline": "x", "text": "x", "kind": "gossip"}""")]
    [InlineData("""{"headline": "x", "text": "x", "authors": ["nobody"]}""")]
    [InlineData("""{"headline": "x", "text": "x", "section": "none"}""")]
    [InlineData("""{"headline": "x", "text": "x", "stories": ["none"]}""")]
    public async Task What_can_not_be_published_is_refused_with_a_problem(string body)
    {
        using var content = new StringContent(body);
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/pieces", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await JsonAsync(answer)).GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_is_breaking_stands_above_pages_and_survives_a_restart()
    {
        (
            await SendAsync(
                HttpMethod.Put,
                "/api/v1/breaking",
                new { text = "The dam breaks", address = "//elsewhere.example" }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var set = await SendAsync(HttpMethod.Put, "/api/v1/breaking", new { text = "The dam breaks", minutes = 30 });
        set.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await GetAsync("/")).ShouldContain("The dam breaks");

        await program.KillAsync();
        program.Dispose();
        (program, url) = await Perennially.ServeAsync(folder);

        (await GetAsync("/about")).ShouldContain("The dam breaks");
        (await SendAsync(HttpMethod.Delete, "/api/v1/breaking", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await GetAsync("/about")).ShouldNotContain("The dam breaks");
    }

    [Fact]
    public async Task A_post_has_a_byline_of_authors_that_the_site_lists()
    {
        await SendAsync(HttpMethod.Post, "/api/v1/stories", new { headline = "Floods" });
        var post = new
        {
            title = "Water falls",
            text = "At last.",
            authors = new[] { "mara-tal" },
        };
        (await SendAsync(HttpMethod.Post, "/api/v1/stories/floods/posts", post)).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );

        (await GetAsync("/stories/floods")).ShouldContain("rel=\"author\" dir=\"auto\">Mara Tal</a>");
        var unknown = new { text = "At last.", authors = new[] { "nobody" } };
        (await SendAsync(HttpMethod.Post, "/api/v1/stories/floods/posts", unknown)).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    private Task<string> GetAsync(string address) =>
        http.GetStringAsync(new Uri(url, address), TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, object body) =>
        SendAsync(method, address, JsonContent.Create(body));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, address)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
