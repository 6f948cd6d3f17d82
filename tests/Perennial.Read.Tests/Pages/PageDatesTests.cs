using System.Text;

namespace Perennial.Read.Tests.Pages;

public sealed class PageDatesTests
{
    [Fact]
    public void A_page_whose_program_knows_no_date_has_none()
    {
        const string page = """
            <!doctype html><html lang="en"><head><title>Quay closed</title>
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay closed","datePublished":"0001-01-01T00:00:00Z"}</script>
            </head><body><article><h1>Quay closed</h1>
            <p>The harbour master of Tormouth closed the eastern quay on Sunday, and nobody there could say for how long.</p>
            <p>It had been open since last week, after a winter in which the ice had lifted two of its bollards out of the stone.</p>
            </article></body></html>
            """;

        var article = Reader.Read(new Capture { ContentType = "text/html", Bytes = Encoding.UTF8.GetBytes(page) });

        article.Problem.ShouldBeNull();
        article.Published.ShouldBeNull();
        article.Moments.ShouldContain(moment => moment.Text == "Sunday" && moment.Value == null);
    }
}
