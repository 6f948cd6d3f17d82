using System.Text;

namespace Perennial.Read.Tests.Pages;

/// <summary>Pages that hold more markup than a reader could show, and those that only seem to.</summary>
public sealed class MarkupBudgetTests
{
    private const string Sentence = "The ferry to Haldby leaves at nine and comes back before the evening. ";

    private static readonly string Story =
        "<article><h1>The ferry to Haldby</h1>"
        + string.Concat(Enumerable.Repeat($"<p>{Sentence}{Sentence}</p>", 5))
        + "</article>";

    [Theory]
    [InlineData("<script>const list = '{0}';</script>", "<div class=row>")]
    [InlineData("<script>const list = '{0}';</script>", "<span>")]
    [InlineData("<!-- {0} -->", "<section>")]
    [InlineData("<svg viewBox='0 0 9 9'>{0}</svg>", "<path d='M0 0'/>")]
    [InlineData("<style>{0}</style>", "<b>")]
    public void Tags_that_are_none_do_not_make_a_page_too_deep(string around, string tag)
    {
        var page = around.Replace("{0}", Many(tag, 5_000), StringComparison.Ordinal) + Story;

        Read(page).Text.ShouldStartWith(Sentence.Trim());
    }

    [Fact]
    public void Json_ld_with_thousands_of_tags_says_the_same()
    {
        var told = $"<p>{Sentence}</p>" + Many("<i>", 4_000);
        var page =
            $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"<b>Haldby</b>","description":"{{told}}"}</script>"""
            + Story;

        Read(page).Title.ShouldBe("The ferry to Haldby");
    }

    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<ul><li>", "")]
    [InlineData("<dd><li>", "")]
    [InlineData("<div></x>", "")]
    [InlineData("<div><table><td></div>", "")]
    [InlineData("<span><div></span>", "")]
    [InlineData("<p><div></div><b></p>", "")]
    [InlineData("<svg><script>", "<g>")]
    [InlineData("<svg><g><tr>", "<tr>")]
    [InlineData("<svg><p><path/>", "<path/><p>")]
    [InlineData("<svg><foreignObject><p></svg></foreignObject><script>", "<g></x>")]
    public void Deep_markup_is_refused_whatever_stands_around_it(string first, string then)
    {
        var page = Story + (then.Length == 0 ? Many(first, 60_000) : first + Many(then, 60_000));

        Read(page).Problem?.Code.ShouldBeOneOf("too-deep", "too-many-elements");
    }

    [Fact]
    public void A_script_that_does_not_end_is_the_rest_of_the_page() =>
        Read(Story + "<script>" + Many("<div>", 60_000)).Text.ShouldStartWith(Sentence.Trim());

    [Fact]
    public void Thousands_of_stray_end_tags_below_many_open_elements_are_too_much() =>
        Read(Story + Many("<span>", 900) + Many("</div>", 60_000)).Problem?.Code.ShouldBe("too-deep");

    [Fact]
    public void Elements_that_a_paragraph_or_an_item_ends_may_be_many() =>
        Read(Story + "<ul>" + Many("<li>One", 5_000) + "</ul>" + Many("<p>Two", 5_000)).Problem.ShouldBeNull();

    private static string Many(string tag, int times) => string.Concat(Enumerable.Repeat(tag, times));

    private static Article Read(string page) =>
        Reader.Read(
            new Capture
            {
                Url = "https://ferry.example/2026/haldby",
                ContentType = "text/html",
                Bytes = Encoding.UTF8.GetBytes(page),
            }
        );
}
