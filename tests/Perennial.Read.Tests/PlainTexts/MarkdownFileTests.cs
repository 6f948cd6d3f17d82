using System.Text;

namespace Perennial.Read.Tests.PlainTexts;

public sealed class MarkdownFileTests
{
    private static Article Read(string text) =>
        Reader.Read(new Capture { ContentType = "text/markdown", Bytes = Encoding.UTF8.GetBytes(text) });

    [Fact]
    public void What_stands_on_top_between_dashes_is_about_the_text()
    {
        var article = Read(
            """
            ---
            title: "Quay closed"
            author: Ann Gray and Tomas Hill
            date: 2031-03-12 08:00:00+01:00
            section: Harbour
            tags:
              - quay
            ---

            The *northern* quay is closed, [the port](https://quay.example) said.

            ## Nine days

            - Ferries sail from the fish market.
            """
        );

        article.Title.ShouldBe("Quay closed");
        article.Authors.ShouldBe(["Ann Gray", "Tomas Hill"]);
        article.Published.ToString().ShouldBe("2031-03-12T08:00:00+01:00");
        article.Section.ShouldBe("Harbour");
        article.Text.ShouldBe(
            "The northern quay is closed, the port said.\n\nNine days\n\nFerries sail from the fish market."
        );
        article
            .Blocks.Select(block => block.Kind)
            .ShouldBe([BlockKind.Paragraph, BlockKind.Heading, BlockKind.ListItem]);
    }

    [Fact]
    public void Without_it_the_first_heading_is_the_headline()
    {
        var article = Read("# Quay closed\n\nThe quay is closed.\n");

        article.Title.ShouldBe("Quay closed");
        article.Text.ShouldBe("The quay is closed.");
    }

    [Fact]
    public void Quotations_without_end_are_read_or_refused() =>
        Read(new string('>', 20_000) + " Quay").ShouldNotBeNull();
}
