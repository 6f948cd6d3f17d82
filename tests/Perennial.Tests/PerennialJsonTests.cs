using System.Text.Json;

namespace Perennial.Tests;

public sealed class PerennialJsonTests
{
    [Fact]
    public void An_article_survives_the_way_through_json()
    {
        var article = new Article
        {
            Title = "Сарн: вода встає",
            Published = StatedTime.ParseIso("2026-03-12T18:10:00+01:00"),
            Statements =
            [
                new Statement
                {
                    Text = "“x”",
                    Kind = StatementKind.Mixed,
                    Spans =
                    [
                        [0, 3],
                    ],
                    Stance = Stance.Hedged,
                },
            ],
        };
        var json = JsonSerializer.Serialize(article, PerennialJson.Lines.Article);

        json.ShouldContain("\"Сарн: вода встає\"");
        json.ShouldContain("\"published\":\"2026-03-12T18:10:00+01:00\"");
        json.ShouldContain("\"kind\":\"mixed\"");
        json.ShouldContain("\"standfirst\":null");
        var again = JsonSerializer.Deserialize(json, PerennialJson.Lines.Article).ShouldNotBeNull();
        JsonSerializer.Serialize(again, PerennialJson.Lines.Article).ShouldBe(json);
    }
}
