using System.Text;

namespace Perennial.Read.Tests;

public sealed class ScrapedTextTests
{
    private const string First =
        "The harbour of Sarn was closed on Tuesday after a freighter ran aground in the fog, the port said.";
    private const string Second =
        "Nobody was hurt, and the ferries are expected to run again once the tide has lifted the ship.";

    [Fact]
    public void A_scraped_page_gives_up_its_masthead_menu_byline_and_section()
    {
        var article = Read(
            "close\nclose\n\nTheHarbourPost\n\nQuiet waters, loud news\n\nLatest on the grounding: port held talks ‘ready for the worst’ | Coast\nsailor7\n\n"
                + "Latest on the grounding: port held talks ‘ready for the worst’ | Coast\n\nRevealed: What does Velia gain by keeping the harbour shut?\n\n"
                + First
                + "\n\n"
                + Second
        );

        article.SiteName.ShouldBe("TheHarbourPost");
        article.Tagline.ShouldBe("Quiet waters, loud news");
        article.Title.ShouldBe("Latest on the grounding: port held talks ‘ready for the worst’");
        article.Section.ShouldBe("Coast");
        article.Credits.ShouldBe([new Credit("sailor7", CreditKind.Handle)]);
        article.Kind.ShouldBe(ArticleKind.Article);
        article.Text.ShouldBe(First + "\n\n" + Second);
        var post = article.Posts.ShouldHaveSingleItem();
        post.Title.ShouldBe("Revealed: What does Velia gain by keeping the harbour shut?");
        (post.Start, post.End, post.Text).ShouldBe((0, article.Text.Length, article.Text));
    }

    [Fact]
    public void Markdown_loses_its_signs_and_keeps_its_subheads()
    {
        var article = Read(
            $"# Freighter blocks the harbour of Sarn\n\nBy Ann Gray and Tom Hill\n\n12 March 2031\n\n{First} It [carried grain](https://port.example/grain).\n\n## What comes *next*\n\n{Second}\n\n- The **tide** turns at noon\n\n> “We wait.”\n\n---\n"
        );

        article.Title.ShouldBe("Freighter blocks the harbour of Sarn");
        article.Authors.ShouldBe(["Ann Gray", "Tom Hill"]);
        article.Published.ToString().ShouldBe("2031-03-12");
        article.Text.ShouldBe(
            $"{First} It carried grain.\n\nWhat comes next\n\n{Second}\n\nThe tide turns at noon\n\n“We wait.”"
        );
        article
            .Blocks.Select(block => block.Kind)
            .ShouldBe([
                BlockKind.Paragraph,
                BlockKind.Heading,
                BlockKind.Paragraph,
                BlockKind.ListItem,
                BlockKind.Quote,
            ]);
    }

    [Fact]
    public void Front_matter_names_title_author_and_date()
    {
        var article = Read(
            $"---\ntitle: \"Freighter blocks the harbour\"\nauthor: Ann Gray\ndate: 2031-03-12\n---\n\n{First}\n"
        );

        article.Title.ShouldBe("Freighter blocks the harbour");
        article.Authors.ShouldBe(["Ann Gray"]);
        article.Published.ToString().ShouldBe("2031-03-12");
        article.Text.ShouldBe(First);
    }

    [Fact]
    public void A_pasted_mail_is_joined_again_where_it_was_wrapped()
    {
        var article = Read(
            "From: Ann Gray <ann@post.example>\nTo: desk@post.example\nSubject: Freighter blocks the harbour\nDate: Wed, 12 Mar 2031 09:15:00 +0100\n\n"
                + "The harbour of Sarn was closed on Tuesday after a freighter ran\naground in the fog, the port said. Nobody was hurt, and the\n"
                + "ferries are expected to run again once the tide has lifted the\nship from the bank.\n\nThe crew of nine stayed on board through the night, and a tug\nwas on its way.\n"
        );

        article.Title.ShouldBe("Freighter blocks the harbour");
        article.Authors.ShouldBe(["Ann Gray"]);
        article.Published.ToString().ShouldStartWith("2031-03-12");
        article.Blocks.Count.ShouldBe(2);
        article.Text.ShouldContain("a freighter ran aground in the fog");
    }

    [Fact]
    public void Windows_line_ends_make_no_difference()
    {
        var text = $"Freighter blocks the harbour of Sarn\nBy Ann Gray\n12 March 2031\n\n{First}\n\n{Second}";

        Read(text.ReplaceLineEndings("\r\n")).ShouldBeEquivalentTo(Read(text));
    }

    [Fact]
    public void One_paragraph_has_no_headline()
    {
        var article = Read(First + " " + Second);

        article.Title.ShouldBeNull();
        article.Text.ShouldBe(First + " " + Second);
    }

    [Fact]
    public void Paragraphs_without_a_headline_all_stay_in_the_text()
    {
        var article = Read(First + "\n\n" + Second);

        article.Title.ShouldBeNull();
        article.Text.ShouldBe(First + "\n\n" + Second);
    }

    [Fact]
    public void A_standfirst_stands_between_headline_and_byline()
    {
        var article = Read(
            $"Freighter blocks the harbour of Sarn\n\nFerries stay in port for a second day\n\nBy Ann Gray, 12 March 2031\n\n{First}"
        );

        article.Standfirst.ShouldBe("Ferries stay in port for a second day");
        article.Authors.ShouldBe(["Ann Gray"]);
        article.Published.ToString().ShouldBe("2031-03-12");
        article.Text.ShouldBe(First);
    }

    [Fact]
    public void A_question_between_paragraphs_is_a_subhead_and_no_post()
    {
        var article = Read(
            $"Freighter blocks the harbour of Sarn\n\n{First}\n\nWhen will the ferries run again?\n\n{Second}"
        );

        article.Posts.ShouldBeEmpty();
        article.Blocks[1].Kind.ShouldBe(BlockKind.Heading);
    }

    [Fact]
    public void What_is_offered_behind_the_article_is_left_off()
    {
        var article = Read(
            $"Freighter blocks the harbour of Sarn\n\n{First}\n\n{Second}\n\nRelated stories\n\nFog closes the airport\n\nA summer of storms"
        );

        article.Text.ShouldBe(First + "\n\n" + Second);
    }

    [Fact]
    public void A_scraped_page_in_French_is_read_the_same_way()
    {
        const string texte =
            "Le port de Sarn est resté fermé mardi après l’échouement d’un cargo dans le brouillard, selon la capitainerie du port.";
        var article = Read(
            $"Accueil\nSe connecter\nS’abonner\n\nLe Quai\n\nUn cargo bloque le port de Sarn | Régions\n\nPar Anne Legris\n\nPublié le 12 mars 2031 à 10h15\n\nUn cargo bloque le port de Sarn | Régions\n\nPartager\n\n{texte}\n\nLire aussi : Le brouillard ferme l’aéroport\n\n{texte} Les ferries attendent."
        );

        article.SiteName.ShouldBe("Le Quai");
        article.Title.ShouldBe("Un cargo bloque le port de Sarn");
        article.Section.ShouldBe("Régions");
        article.Authors.ShouldBe(["Anne Legris"]);
        article.Published.ToString().ShouldBe("2031-03-12T10:15:00");
        article.Language.ShouldBe("fr");
        article.Text.ShouldBe($"{texte}\n\n{texte} Les ferries attendent.");
    }

    [Theory]
    [InlineData("close\nmenu\n\nshare")]
    [InlineData("\r\n\r\n \t")]
    public void Nothing_but_menu_words_is_no_text(string text)
    {
        Read(text).Problem.ShouldNotBeNull().Code.ShouldBe("empty");
    }

    [Theory]
    [InlineData("a\n")]
    [InlineData("# ")]
    [InlineData("Title of a line\n")]
    [InlineData("*a")]
    [InlineData("[a](")]
    [InlineData("From: ")]
    public void A_megabyte_of_anything_is_read_in_a_moment(string bait)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Read(string.Concat(Enumerable.Repeat(bait, 1_000_000 / bait.Length)));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    private static Article Read(string text) =>
        Reader.Read(new Capture { Bytes = Encoding.UTF8.GetBytes(text), ContentType = "text/plain" });
}
