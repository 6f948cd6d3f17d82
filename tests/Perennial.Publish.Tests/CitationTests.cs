using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>Citations and lists.</summary>
public sealed class CitationTests
{
    [Fact]
    public async Task A_citation_leads_to_the_version_that_was_cited()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "Floods & {dams} at 100%");
        var post = await site.PublishAsync(story, "Ten hurt");
        await site.EditAsync(story, post.Subject, "Nine hurt");

        var now = await site.GetAsync($"/stories/flood/posts/{post.Subject}/cite.bib");
        var then = await site.GetAsync($"/stories/flood/posts/{post.Subject}/cite.bib?at={post.Position}");
        var whole = await site.GetAsync("/stories/flood/cite.bib");

        now.ShouldContain("title = {{Nine hurt}}");
        then.ShouldContain("title = {{Ten hurt}}");
        then.ShouldContain($"/stories/flood/posts/{post.Subject}?at={post.Position}}}");
        whole.ShouldContain(@"title = {{Floods \& \{dams\} at 100\%}}");
        whole.ShouldContain($"/stories/flood?at={post.Position + 1}}}");
        (await site.GetAsync("/stories/flood")).ShouldContain($"/stories/flood/cite.ris?at={post.Position + 1}");
        (await site.GetAsync($"/stories/flood?at={post.Position}")).ShouldContain(
            $"/stories/flood/cite.ris?at={post.Position}"
        );
    }

    [Fact]
    public async Task A_record_of_ris_is_lines_of_tags_whatever_stands_in_it()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var article = await site.AddArticleAsync(story, Report("=1+1\r\nER  - \r\nTY  - EVIL"));
        var statement = StatementId.Of(article, Report("x").Statements[0]);

        foreach (var address in new[] { $"/articles/{article}/cite.ris", $"/statements/{statement}/cite.ris" })
        {
            var lines = (await site.GetAsync(address)).TrimEnd().Split("\r\n");

            lines[0].ShouldBe("TY  - NEWS");
            lines[^1].Trim().ShouldBe("ER  -");
            lines.Count(line => line.StartsWith("TY", StringComparison.Ordinal)).ShouldBe(1);
            lines.ShouldAllBe(line => line.Length >= 5 && line.Substring(2, 3) == "  -");
        }
        (await site.GetAsync($"/statements/{statement}/cite.ris")).ShouldContain("AU  - Ilse Marten");
    }

    [Fact]
    public async Task Lists_of_a_story_hold_what_pages_may_show()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var licensed = await site.AddArticleAsync(story, Report("=HYPERLINK(\"x\")"));
        var other = await site.AddArticleAsync(story, Report("Another"), SourceLicence.None);

        var statements = await site.GetAsync("/stories/flood/statements.csv");
        var figures = await site.GetAsync("/stories/flood/figures.csv");
        var origins = await site.GetAsync("/stories/flood/origins.csv");

        statements.ShouldContain("\"Ilse Marten\",,\"direct\",\"asserted\",\"“It holds, \"\"they\"\" say,”\"");
        statements.ShouldNotContain("reported only", customMessage: "an indirect statement is in no excerpt");
        Lines(statements).Count(line => line.Contains(licensed, StringComparison.Ordinal)).ShouldBe(2);
        Lines(figures).Length.ShouldBe(2, "names, and the one figure that may be shown");
        figures.ShouldContain("\"nine people\",9,,9.5,\"under\",\"people\"");
        Lines(origins).Length.ShouldBe(3);
        origins.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"", customMessage: "no cell is a formula");
        origins.ShouldContain(other);
    }

    [Theory]
    [InlineData("/stories/nothing/cite.bib")]
    [InlineData("/stories/flood/cite.bib?at=x")]
    [InlineData("/stories/flood/posts/pnone/cite.ris")]
    [InlineData("/articles/a99/cite.bib")]
    [InlineData("/statements/a99ffffffff/cite.ris")]
    [InlineData("/stories/nothing/statements.csv")]
    [InlineData("/stories/secret/statements.csv")]
    [InlineData("/stories/secret/cite.bib")]
    public async Task What_is_not_there_or_held_can_not_be_cited(string address)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        await site.HoldAsync(await site.OpenStoryAsync("secret"));

        (await site.AnswerAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string[] Lines(string csv) => csv.TrimEnd().Split("\r\n");

    private static Article Report(string title) =>
        new()
        {
            Title = title,
            Text = "“It holds, \"they\" say,” said Ilse Marten of nine people.",
            Statements =
            [
                new Statement
                {
                    Kind = StatementKind.Direct,
                    Text = "“It holds, \"they\" say,”",
                    Speaker = new Speaker { Name = "Ilse Marten", Sure = true },
                },
                new Statement
                {
                    Kind = StatementKind.Indirect,
                    Text = "reported " + (title == "Another" ? "only" : "too"),
                    Speaker = new Speaker { Name = "Ilse Marten", Sure = true },
                },
            ],
            Figures =
            [
                new Figure
                {
                    Text = "nine people",
                    Value = 9,
                    High = 9.5m,
                    Approximation = Approximation.Under,
                    Unit = "people",
                },
            ],
        };
}
