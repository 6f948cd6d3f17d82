namespace Perennial.Publish.Tests;

/// <summary>Markdown as it goes onto pages.</summary>
public sealed class PostMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a](https://e.example \"x\\\" onclick=\\\"alert(1)\")")]
    [InlineData("<div style=\"position:fixed\">over everything</div>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    public void It_can_do_no_harm(string markdown)
    {
        var html = PostMarkdown.ToHtml(markdown, heading: 4);

        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("<img", Case.Insensitive);
        html.ShouldNotContain("<div", Case.Insensitive);
        html.ShouldNotContain("href=\"javascript", Case.Insensitive);
        html.ShouldNotContain("href=\"data", Case.Insensitive);
        html.ShouldNotContain("href=\"vbscript", Case.Insensitive);
        html.ShouldNotContain(" onclick=\"", Case.Insensitive);
    }

    [Fact]
    public void It_keeps_what_a_post_is_made_of() =>
        PostMarkdown
            .ToHtml("One *two* **three**\n\n- four\n\n> five", heading: 4)
            .ReplaceLineEndings("")
            .ShouldBe(
                "<p>One <em>two</em> <strong>three</strong></p><ul><li>four</li></ul><blockquote><p>five</p></blockquote>"
            );

    [Fact]
    public void A_link_tells_search_engines_nothing() =>
        PostMarkdown
            .ToHtml("[there](https://e.example/)", heading: 4)
            .ShouldBe("<p><a href=\"https://e.example/\" rel=\"nofollow noopener\">there</a></p>");

    [Fact]
    public void A_picture_is_a_link_to_it() =>
        PostMarkdown.ToHtml("![A map](https://e.example/map.png)", heading: 4).ShouldContain(">A map</a>");

    [Theory]
    [InlineData("# One\n\n## Two\n\n# Three", "<h4>One</h4><h5>Two</h5><h4>Three</h4>")]
    [InlineData("### One\n\n###### Two", "<h4>One</h4><h5>Two</h5>")]
    public void Headings_go_on_where_the_page_left_off(string markdown, string html) =>
        PostMarkdown.ToHtml(markdown, heading: 4).ReplaceLineEndings("").ShouldBe(html);

    [Fact]
    public void Any_script_stands_as_itself() =>
        PostMarkdown.ToHtml("서울 – السدّ", heading: 4).ShouldContain("서울 – السدّ");
}
