using System.Text.Json;

namespace Perennial.Server.Tests;

/// <summary><c>weave --timelines</c> as people run it.</summary>
public sealed class TimelinesTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Each_story_has_its_days_in_order_with_a_sentence_and_its_carriers()
    {
        await File.WriteAllLinesAsync(
            file,
            [
                Line(
                    "a1",
                    "2031-03-11",
                    "The Sarn dam broke on March 10, and 400 people fled to the hills above the town."
                ),
                Line(
                    "a2",
                    "2031-03-12",
                    "Buses went back to Sarn on March 12. The dam had broken on March 10 in the middle of the night."
                ),
                Line(
                    "a3",
                    "2031-03-13",
                    "Nobody knows why the dam at Sarn broke on March 10. The first families came home on March 12."
                ),
                "{\"no\": \"id\"}",
            ],
            TestContext.Current.CancellationToken
        );

        var ran = await Perennially.RunAsync("weave", "--timelines", "--json", "--dates", "2", file);

        ran.Code.ShouldBe(0);
        ran.Errors.ShouldHaveSingleItem().ShouldBe("perennial: the line has no id");
        var days = ran.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        days.Select(day => day.GetProperty("date").GetString()).ShouldBe(["2031-03-10", "2031-03-12"]);
        days.ShouldAllBe(day => day.GetProperty("story").GetString() == "sarn");
        days[0].GetProperty("carriers").EnumerateArray().Select(id => id.GetString()).ShouldBe(["a1", "a2", "a3"]);
        days[0].GetProperty("sentences").EnumerateArray().ShouldHaveSingleItem().GetString()!.ShouldContain("March 10");
    }

    [Fact]
    public async Task Without_given_stories_those_that_are_woven_count()
    {
        await File.WriteAllLinesAsync(
            file,
            [
                Line(
                    "a1",
                    "2031-03-11",
                    "The Sarn dam broke on March 10, and 400 people fled to the hills above the town.",
                    story: null
                ),
            ],
            TestContext.Current.CancellationToken
        );

        var ran = await Perennially.RunAsync("weave", "--timelines", file);

        ran.Code.ShouldBe(0);
        ran.Output.ShouldContain(line =>
            line.StartsWith("s1\t2031-03-10\tThe Sarn dam broke", StringComparison.Ordinal)
        );
    }

    private static string Line(string id, string published, string text, string? story = "sarn") =>
        JsonSerializer.Serialize(
            new
            {
                id,
                published,
                title = "The dam at Sarn",
                text,
                language = "en",
                story,
            }
        );
}
