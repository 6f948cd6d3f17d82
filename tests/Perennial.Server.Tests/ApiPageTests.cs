using System.Text.Json;

namespace Perennial.Server.Tests;

/// <summary><c>docs/api.md</c> against what the running program says of itself.</summary>
public sealed class ApiPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("perennial-").FullName;

    [Fact]
    public async Task The_page_lists_every_call_and_every_call_says_how_it_answers()
    {
        var (program, url) = await Perennially.ServeAsync(folder);
        using var _ = program;
        using var http = new HttpClient();

        var json = await http.GetStringAsync(
            new Uri(url, "/api/v1/openapi.json"),
            TestContext.Current.CancellationToken
        );

        var calls = JsonDocument
            .Parse(json)
            .RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject()
                    .Select(call => (Call: $"{call.Name.ToUpperInvariant()} {path.Name}", call.Value))
            )
            .ToList();
        calls.Select(call => call.Call).Order().ShouldBe(Listed().Order());
        foreach (var (call, value) in calls)
        {
            value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(call);
            var answers = value.GetProperty("responses");
            answers
                .GetProperty("404")
                .GetProperty("content")
                .TryGetProperty("application/problem+json", out var _)
                .ShouldBeTrue(call);
            value
                .TryGetProperty("security", out var _)
                .ShouldBe(!call.StartsWith("GET", StringComparison.Ordinal), call);
            answers.EnumerateObject().ShouldContain(answer => answer.Name.StartsWith('2'), call);
            value.TryGetProperty("requestBody", out var _).ShouldBe(call[0] == 'P', call);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<string> Listed()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Perennial.slnx")))
        {
            root = root.Parent!;
        }
        return File.ReadLines(Path.Combine(root.FullName, "docs/api.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);
    }
}
