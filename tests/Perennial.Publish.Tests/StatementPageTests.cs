using System.Net;
using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>The page of a statement: what it tells machines, how it is cited, and what it was.</summary>
public sealed class StatementPageTests
{
    [Theory]
    [InlineData(StatementKind.Direct, Stance.Asserted, "Quotation,Claim")]
    [InlineData(StatementKind.Mixed, Stance.Denied, "Quotation,Claim")]
    [InlineData(StatementKind.Direct, Stance.Asked, "Quotation")]
    [InlineData(StatementKind.Indirect, Stance.Hedged, "Claim")]
    [InlineData(StatementKind.Indirect, Stance.Planned, "")]
    public async Task What_a_statement_is_depends_on_its_marks_and_its_stance(
        StatementKind kind,
        Stance stance,
        string types
    )
    {
        await using var site = await RunningSite.StartAsync();
        var said = Said("“It holds,”") with { Kind = kind, Stance = stance };
        var article = await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report(said));

        var page = await site.GetAsync($"/statements/{StatementId.Of(article, said)}");

        string.Join(',', Data(page) is { } data ? Types(data) : []).ShouldBe(types);
    }

    [Fact]
    public async Task A_claim_names_the_report_that_carries_it_and_only_a_sure_speaker()
    {
        await using var site = await RunningSite.StartAsync();
        var sure = Said("“It holds,”");
        var unsure = Said("“It breaks,”") with
        {
            Speaker = new Speaker
            {
                Name = "Ilse Marten",
                Kind = SpeakerKind.Person,
                Sure = false,
            },
        };
        var article = await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report(sure, unsure));

        var data = Data(await site.GetAsync($"/statements/{StatementId.Of(article, sure)}"))!.Value;

        data.GetProperty("text").GetString().ShouldBe("“It holds,”");
        data.GetProperty("spokenByCharacter").GetProperty("name").GetString().ShouldBe("Ilse Marten");
        var appearance = data.GetProperty("appearance").EnumerateArray().ShouldHaveSingleItem();
        appearance.GetProperty("@type").GetString().ShouldBe("NewsArticle");
        appearance.GetProperty("url").GetString().ShouldStartWith("https://outlet.example/");
        data.GetProperty("firstAppearance").GetProperty("headline").GetString().ShouldBe("The dam");
        var other = await site.GetAsync($"/statements/{StatementId.Of(article, unsure)}");
        Data(other)!.Value.TryGetProperty("spokenByCharacter", out _).ShouldBeFalse("it is not sure");
        other.ShouldContain("<meta name=\"robots\" content=\"noindex\">");
    }

    [Fact]
    public async Task It_can_be_cited_and_reported_and_an_allegation_is_not_for_search()
    {
        await using var site = await RunningSite.StartAsync();
        var plain = Said("“It holds,”");
        var allegation = Said("“They took money,”") with
        {
            Allegation = new Allegation(AllegationKind.Crime, new Passage(0, 1, "t")),
        };
        var article = await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report(plain, allegation));
        var read = site.Newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, article, long.MaxValue)!.Position;

        var id = StatementId.Of(article, plain);
        var page = await site.GetAsync($"/statements/{id}");
        page.ShouldContain($"/statements/{id}/cite.bib?at={read}");
        page.ShouldContain($"/report?about=/statements/{id}");
        page.ShouldNotContain("noindex");
        (await site.GetAsync($"/statements/{StatementId.Of(article, allegation)}")).ShouldContain("noindex");
    }

    [Fact]
    public async Task It_is_shown_as_it_was_with_what_became_of_it()
    {
        await using var site = await RunningSite.StartAsync();
        var first = Said("“It holds,”") with { Role = "the engineer" };
        var second = first with { Role = "the chief engineer", Stance = Stance.Hedged };
        var other = Said("“Nobody was told of it,”");
        var article = await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report(first));
        var was = Reading(site, article);
        await ReadAgainAsync(site, article, Report(second));
        var became = Reading(site, article);
        var address = $"/statements/{StatementId.Of(article, first)}";

        var then = await site.GetAsync($"{address}?at={was}");
        then.ShouldContain("the engineer");
        then.ShouldContain("Version 1 of 2");
        then.ShouldContain($"rel=\"next\" href=\"{address}?at={became}\"");
        then.ShouldContain("noindex");
        then.ShouldNotContain("canonical");
        then.ShouldNotContain("application/ld+json");
        (await site.GetAsync(address)).ShouldContain("the chief engineer");

        await ReadAgainAsync(site, article, Report(other));
        (await site.AnswerAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.GetAsync($"{address}?at={became}")).ShouldContain(
            "A later reading of the report does not have this statement."
        );
        (await site.AnswerAsync($"{address}?at=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.AnswerAsync($"{address}?at=x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_a_licence_what_it_was_is_shown_only_while_the_excerpt_has_it()
    {
        await using var site = await RunningSite.StartAsync();
        var said = Said("“It holds,”");
        var article = await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report(said), SourceLicence.None);
        var was = Reading(site, article);
        var address = $"/statements/{StatementId.Of(article, said)}";
        (await site.GetAsync($"{address}?at={was}")).ShouldContain("It holds");

        await ReadAgainAsync(site, article, Report(Said("“Nobody was told of it,”")));

        (await site.AnswerAsync($"{address}?at={was}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static long Reading(RunningSite site, string article) =>
        site.Newsroom.Ledger.LastAbout(EntryKinds.ArticleRead, article, long.MaxValue)!.Position;

    private static Task<IReadOnlyList<Entry>> ReadAgainAsync(RunningSite site, string id, Article article) =>
        site.Newsroom.AppendAsync(
            EntryKinds.ArticleRead.New(id, RunningSite.Author, new ArticleRead { Capture = 1, Article = article })
        );

    private static JsonElement? Data(string page)
    {
        const string begin = "<script type=\"application/ld+json\">";
        var start = page.IndexOf(begin, StringComparison.Ordinal);
        return start < 0
            ? null
            : JsonDocument
                .Parse(page[(start + begin.Length)..page.IndexOf("</script>", start, StringComparison.Ordinal)])
                .RootElement;
    }

    private static IEnumerable<string?> Types(JsonElement data) =>
        data.GetProperty("@type") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Select(type => type.GetString())
            : [data.GetProperty("@type").GetString()];

    private static Article Report(params IReadOnlyList<Statement> statements) =>
        new()
        {
            Title = "The dam",
            Text = string.Join(' ', statements.Select(statement => statement.Text)),
            Statements = statements,
        };

    private static Statement Said(string text) =>
        new()
        {
            Kind = StatementKind.Direct,
            Text = text,
            Speaker = new Speaker
            {
                Name = "Ilse Marten",
                Kind = SpeakerKind.Person,
                Sure = true,
            },
        };
}
