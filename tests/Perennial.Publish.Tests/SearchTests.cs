using System.Net;

namespace Perennial.Publish.Tests;

/// <summary>The search page.</summary>
public sealed class SearchTests
{
    private const string Text = "The Vel rose at night.\n\n“The dam holds,” said <b>Ilse</b> Marten & others.";

    [Fact]
    public async Task A_result_is_a_passage_with_its_words_lit_and_leads_to_it()
    {
        await using var site = await RunningSite.StartAsync();
        var article = await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report());

        var page = await site.GetAsync("/search?q=dam");

        page.ShouldContain($"href=\"/articles/{article}#b24\"");
        page.ShouldContain("“The <mark>dam</mark> holds,” said &lt;b&gt;Ilse&lt;/b&gt; Marten &amp; others.");
        page.ShouldContain("The Outlet");
        page.ShouldContain("noindex");
        (await site.GetAsync($"/articles/{article}")).ShouldContain("<p id=\"b24\">");
    }

    [Fact]
    public async Task The_form_stands_on_every_page_and_keeps_what_was_asked()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood", "Floods");

        (await site.GetAsync("/")).ShouldContain("action=\"/search\"");
        var page = await site.GetAsync(
            "/search?q=%22a%22&speaker=Ilse&outlet=x&stance=denied&from=2026-03-01&to=2026-03-31&story=flood"
        );

        page.ShouldContain("value=\"&quot;a&quot;\"");
        page.ShouldContain("value=\"Ilse\"");
        page.ShouldContain("<option value=\"denied\" selected");
        page.ShouldContain("value=\"2026-03-31\"");
        page.ShouldContain("Only in “Floods”");
    }

    [Fact]
    public async Task Long_results_have_pages_that_keep_what_was_asked()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, Enumerable.Range(0, 25).Select(number => RunningSite.APost($"Report {number}")));

        var first = await site.GetAsync("/search?q=report&story=flood");
        var link = first[(first.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal) + 17)..];
        var second = await site.GetAsync(WebUtility.HtmlDecode(link[..link.IndexOf('"', StringComparison.Ordinal)]));

        first.ShouldContain("Report 24");
        first.ShouldNotContain("Report 3</a>");
        second.ShouldContain("Report 3</a>");
        second.ShouldNotContain("rel=\"next\"");
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=")]
    [InlineData("/search?q=%00%ff%22*")]
    [InlineData("/search?q=a&before=-1&from=x&to=9999-12-31&stance=none&story=nothing")]
    [InlineData("/search?q=NEAR(a%20b)&before=99999999999999999999999")]
    public async Task A_question_that_is_none_is_answered_with_the_form(string address)
    {
        await using var site = await RunningSite.StartAsync();
        await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report());

        var page = await site.GetAsync(address);

        page.ShouldContain("class=\"search-form\"");
        page.ShouldNotContain("<blockquote");
    }

    [Fact]
    public async Task What_is_held_is_not_found()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.AddArticleAsync(story, Report());
        await site.HoldAsync(story);

        (await site.GetAsync("/search?q=dam")).ShouldNotContain("dam</mark>");
        (await site.GetAsync("/search?q=dam&story=flood")).ShouldNotContain("A headline");
    }

    [Fact]
    public async Task A_statement_without_its_text_leads_to_its_own_page()
    {
        await using var site = await RunningSite.StartAsync();
        var article = await site.AddArticleAsync(await site.OpenStoryAsync("flood"), Report(), SourceLicence.None);

        (await site.GetAsync("/search?q=dam+holds")).ShouldContain($"href=\"/statements/{article}");
    }

    private static Article Report() =>
        new()
        {
            Title = "A report",
            Text = Text,
            Blocks = [new Block(BlockKind.Paragraph, 0, 22), new Block(BlockKind.Paragraph, 24, Text.Length)],
            Statements =
            [
                new Statement
                {
                    Kind = StatementKind.Direct,
                    Text = "“The dam holds,”",
                    Start = 24,
                    End = 40,
                    Spans =
                    [
                        [24, 40],
                    ],
                    Speaker = new Speaker { Name = "Ilse Marten", Sure = true },
                },
            ],
        };
}
