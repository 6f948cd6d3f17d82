using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>What pages say of themselves in JSON-LD, against the rules of schema.org that matter to us.</summary>
public sealed class SchemaRulesTests
{
    private const string Begin = "<script type=\"application/ld+json\">";
    private static readonly DateTimeOffset Nine = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private readonly SettableClock clock = new(Nine);

    [Fact]
    public async Task Every_page_keeps_to_the_rules_while_live_and_later()
    {
        await using var site = await RunningSite.StartAsync(clock);
        var pages = await FillAsync(site);
        foreach (var page in pages)
        {
            SchemaRules.Wrong(await DataAsync(site, page)).ShouldBeEmpty(page);
        }
        var live = await DataAsync(site, "/stories/flood");
        live.TryGetProperty("coverageEndTime", out _).ShouldBeFalse("it is live");

        clock.Now = Nine.AddDays(3);

        var quiet = await DataAsync(site, "/stories/flood");
        SchemaRules.Wrong(quiet).ShouldBeEmpty();
        quiet.GetProperty("coverageEndTime").GetString().ShouldBe("2026-03-12T09:00:00+00:00");
    }

    [Fact]
    public async Task A_correction_is_a_comment_with_its_time()
    {
        await using var site = await RunningSite.StartAsync(clock);
        await FillAsync(site);

        var correction = (await DataAsync(site, "/stories/flood"))
            .GetProperty("liveBlogUpdate")
            .EnumerateArray()
            .Select(post => post.TryGetProperty("correction", out var said) ? said : (JsonElement?)null)
            .OfType<JsonElement>()
            .First();

        correction.GetProperty("@type").GetString().ShouldBe("CorrectionComment");
        correction.GetProperty("datePublished").GetString().ShouldBe("2026-03-12T09:00:00+00:00");
    }

    /// <summary>The guards: each rule finds what breaks it.</summary>
    [Theory]
    [InlineData("\"headline\"", "\"title\"", "must have headline")]
    [InlineData("\"coverageStartTime\":\"2026", "\"coverageStartTime\":\"soon 2026", "coverageStartTime is")]
    [InlineData("\"@type\":\"BlogPosting\"", "\"@type\":\"BlogPost\"", "BlogPost")]
    [InlineData("\"url\":\"http", "\"url\":\"/http", "url is")]
    [InlineData("\"articleBody\":\"", "\"articleBody\":\"\",\"x\":\"", "articleBody is")]
    [InlineData("https://schema.org", "https://elsewhere.example", "context")]
    [InlineData(
        "\"@type\":\"CorrectionComment\",\"text\"",
        "\"@type\":\"CorrectionComment\",\"name\"",
        "must have text"
    )]
    public async Task What_breaks_a_rule_is_found(string was, string becomes, string because)
    {
        await using var site = await RunningSite.StartAsync(clock);
        await FillAsync(site);
        var json = (await DataAsync(site, "/stories/flood")).GetRawText();
        var broken = json.Replace(was, becomes, StringComparison.Ordinal);
        broken.ShouldNotBe(json);

        SchemaRules
            .Wrong(JsonDocument.Parse(broken).RootElement)
            .ShouldContain(wrong => wrong.Contains(because, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> FillAsync(RunningSite site)
    {
        var story = await site.OpenStoryAsync("flood", "Floods </script> & more", "What we know");
        var post = await site.PublishAsync(story, RunningSite.APost("Ten hurt") with { Correction = "It was nine." });
        await site.PublishAsync(
            story,
            RunningSite.APost("Said") with
            {
                Text = "",
                Outlet = "The Outlet",
                Statements =
                [
                    new PostStatement
                    {
                        Id = "a1",
                        Text = "“It holds,”",
                        Kind = StatementKind.Direct,
                    },
                ],
            }
        );
        Statement[] statements =
        [
            Said("“It holds,”", StatementKind.Direct, Stance.Asserted),
            Said("that it holds", StatementKind.Indirect, Stance.Hedged),
            Said("“Does it hold?”", StatementKind.Direct, Stance.Asked),
        ];
        var article = await site.AddArticleAsync(
            story,
            new Article
            {
                Title = "The dam",
                Text = "“It holds,” said Ilse Marten.",
                Published = StatedTime.ParseIso("2026-03-12"),
                Modified = StatedTime.ParseIso("2026-03-12T10:00:00+01:00"),
                Credits = [new Credit("Ada Tal", CreditKind.Person), new Credit("Sarn Wire", CreditKind.Agency)],
                Entities =
                [
                    new Entity
                    {
                        Id = "e1",
                        Kind = EntityKind.Person,
                        Name = "Ilse Marten",
                    },
                ],
                Statements = statements,
            }
        );
        await site.LinkAsync(
            article,
            new EntityLink
            {
                In = "e1",
                Entity = "e2222222222",
                Kind = EntityKind.Person,
                Name = "Ilse Marten",
                Names = ["I. Marten"],
            }
        );
        await site.OpenAsync("e2222222222");
        return
        [
            "/",
            "/sections/world",
            "/stories/flood",
            $"/stories/flood/posts/{post.Subject}",
            $"/articles/{article}",
            "/people/e2222222222",
            .. statements.Select(statement => $"/statements/{StatementId.Of(article, statement)}"),
        ];
    }

    private static async Task<JsonElement> DataAsync(RunningSite site, string address)
    {
        var page = await site.GetAsync(address);
        var start = page.IndexOf(Begin, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, address);
        start += Begin.Length;
        return JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]).RootElement;
    }

    private static Statement Said(string text, StatementKind kind, Stance stance) =>
        new()
        {
            Kind = kind,
            Stance = stance,
            Text = text,
            Speaker = new Speaker
            {
                Name = "Ilse Marten",
                Kind = SpeakerKind.Person,
                Entity = "e1",
                Sure = true,
            },
        };
}
