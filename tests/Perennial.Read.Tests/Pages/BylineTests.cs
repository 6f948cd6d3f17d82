using Perennial.Read.Pages;

namespace Perennial.Read.Tests.Pages;

public sealed class BylineTests
{
    [Theory]
    [InlineData("By Ann Gray and Tom Hill", "Ann Gray|Tom Hill")]
    [InlineData("By by Ann Gray", "Ann Gray")]
    [InlineData("Von Anna Grau", "Anna Grau")]
    [InlineData("Text: Anna Grau", "Anna Grau")]
    [InlineData("Publié par Anne Gris le 12 mars 2031", "Anne Gris")]
    [InlineData("Ann Gray in Sarn", "Ann Gray")]
    [InlineData("Ann Gray (Sarn)", "Ann Gray")]
    [InlineData("Ann Gray, PhD, Tom Hill", "Ann Gray, PhD|Tom Hill")]
    [InlineData("Ann Gray 12/03/2031", "Ann Gray")]
    [InlineData("View all posts by Ann Gray →", "Ann Gray")]
    [InlineData("文／山川海子", "山川海子")]
    [InlineData("Juan Roca C.", "Juan Roca C.")]
    public void A_line_gives_its_names(string line, string names) =>
        string.Join('|', Byline.Names(line)).ShouldBe(names);

    [Theory]
    [InlineData("Ann Gray", true)]
    [InlineData("Ludwig van der Werf", true)]
    [InlineData("20 Dec", false)]
    [InlineData("Learn more >>", false)]
    [InlineData("Chief Reporter", false)]
    [InlineData("Posted by", false)]
    [InlineData("ann@outlet.example", false)]
    [InlineData("https://outlet.example/ann", false)]
    public void Only_names_are_names(string words, bool isName) => Byline.IsName(words).ShouldBe(isName);

    [Theory]
    [InlineData("Ann Gray", CreditKind.Person)]
    [InlineData("dpa", CreditKind.Agency)]
    [InlineData("The Associated Press", CreditKind.Agency)]
    [InlineData("@anngray", CreditKind.Handle)]
    [InlineData("anngray", CreditKind.Handle)]
    public void A_wire_and_a_user_name_are_no_people(string name, CreditKind kind) =>
        Byline.KindOf(name).ShouldBe(kind);

    [Fact]
    public void Name_role_and_place_in_elements_of_one_line_are_never_glued()
    {
        var article = Shown(
            "<div class='byline'>By <a href='/a'>Ann Gray</a><span>Harbour Reporter</span><span>Sarn</span></div>"
        );

        article.Authors.ShouldBe(["Ann Gray"]);
        article.Evidence.Authors.ShouldBe(Evidence.Visible);
    }

    [Fact]
    public void Names_in_elements_of_their_own_make_one_byline() =>
        Shown("<p><a rel='author' class='x'>Ann Gray</a> and <a rel='author' class='x'>Tom Hill</a></p>")
            .Authors.ShouldBe(["Ann Gray", "Tom Hill"]);

    [Fact]
    public void A_byline_without_any_mark_is_read_where_it_begins_with_by() =>
        Shown("<div><em>12 March 2031</em> by <strong>Ann Gray</strong></div>").Authors.ShouldBe(["Ann Gray"]);

    [Fact]
    public void Who_reviewed_the_text_and_who_comments_on_it_did_not_write_it()
    {
        var article = Shown(
            "<p>By <span class='author'>Ann Gray</span></p><p>Reviewed by <span class='author'>Tom Hill</span></p>",
            after: "<div class='comments'><span class='author'>Una Reed</span></div>"
        );

        article.Authors.ShouldBe(["Ann Gray"]);
    }

    [Fact]
    public void A_box_about_the_author_below_the_text_names_the_author() =>
        Shown(
            "",
            after: "<div class='author-box'><h4 class='author-name'>Ann Gray</h4><p class='author-bio'>Ann writes about ships.</p></div>"
        )
            .Authors.ShouldBe(["Ann Gray"]);

    [Fact]
    public void A_shown_byline_completes_the_first_author_of_the_data()
    {
        var article = PageOf.Read(
            "<meta name='author' content='Ann Gray'>",
            $"<article><h1>The quay at Tormouth is closed</h1><p class='byline'>By Ann Gray and Tom Hill</p>{PageOf.Text}</article>"
        );

        article.Authors.ShouldBe(["Ann Gray", "Tom Hill"]);
        article.Evidence.Authors.ShouldBe(Evidence.Visible);
    }

    [Fact]
    public void A_shown_name_stands_for_the_user_name_in_the_data() =>
        PageOf
            .Read(
                "<meta name='author' content='agray'>",
                $"<article><h1>The quay at Tormouth is closed</h1><p class='byline'>By Ann Gray</p>{PageOf.Text}</article>"
            )
            .Authors.ShouldBe(["Ann Gray"]);

    [Fact]
    public void A_full_name_in_the_byline_stands_for_the_company_in_a_meta_element() =>
        PageOf
            .Read(
                "<meta name='author' content='Sarn Media'>",
                $"<article><h1>The quay at Tormouth is closed</h1><p class='byline'>By Ann Gray</p>{PageOf.Text}</article>"
            )
            .Authors.ShouldBe(["Ann Gray"]);

    [Fact]
    public void An_author_may_be_named_by_reference()
    {
        var article = PageOf.Read(
            """
            <script type="application/ld+json">{"@graph":[
              {"@type":"NewsArticle","headline":"The quay at Tormouth is closed","author":{"@id":"#ann"}},
              {"@type":"Person","@id":"#ann","name":"Ann Gray"}]}</script>
            """,
            $"<h1>The quay at Tormouth is closed</h1>{PageOf.Text}"
        );

        article.Authors.ShouldBe(["Ann Gray"]);
        article.Evidence.Authors.ShouldBe(Evidence.JsonLd);
    }

    [Fact]
    public void The_publication_is_the_author_only_when_nobody_else_is()
    {
        const string head = """
            <meta property="og:site_name" content="The Tormouth Post">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"The quay at Tormouth is closed","author":{"@type":"Organization","name":"The Tormouth Post"}}</script>
            """;

        var alone = PageOf.Read(head, $"<h1>The quay at Tormouth is closed</h1>{PageOf.Text}");
        var withPerson = PageOf.Read(
            head,
            $"<h1>The quay at Tormouth is closed</h1><p class='byline'>By Ann Gray</p>{PageOf.Text}"
        );

        alone.Credits.ShouldBe([new Credit("The Tormouth Post", CreditKind.Agency)]);
        withPerson.Authors.ShouldBe(["Ann Gray"]);
    }

    private static Article Shown(string byline, string after = "") =>
        PageOf.Read("", $"<article><h1>The quay at Tormouth is closed</h1>{byline}{PageOf.Text}</article>{after}");
}
