namespace Perennial.Read.Tests.Pages;

public sealed class HeadlineTests
{
    [Fact]
    public void The_shown_headline_wins_over_the_one_for_search_engines()
    {
        var article = Titled("<h1>Why the quay at Tormouth had to close</h1>", "Tormouth quay: closure, dates, map");

        article.Title.ShouldBe("Why the quay at Tormouth had to close");
        article.Evidence.Title.ShouldBe(Evidence.Visible);
    }

    [Theory]
    [InlineData("Quay at Tormouth closed | The Tormouth Post")]
    [InlineData("Quay at Tormouth closed - The Tormouth Post")]
    [InlineData("The Tormouth Post: Quay at Tormouth closed")]
    [InlineData("Quay at Tormouth closed | Harbour | The Tormouth Post")]
    public void Without_a_shown_headline_the_data_tell_it_without_the_site(string title)
    {
        var article = PageOf.Read(
            $"<title>{title}</title><meta property='og:site_name' content='The Tormouth Post'>",
            PageOf.Text
        );

        article.Title.ShouldBe("Quay at Tormouth closed");
        article.Evidence.Title.ShouldBe(Evidence.Meta);
    }

    [Fact]
    public void The_name_on_the_masthead_is_no_headline() =>
        Titled(
            "<h1 class='site-title'><a href='/'>A Diary of Ships</a></h1><h2 class='entry-title'>The ice in March</h2>",
            "The ice in March – A Diary of Ships"
        )
            .Title.ShouldBe("The ice in March");

    [Fact]
    public void A_label_within_the_heading_is_no_part_of_the_headline() =>
        Titled("<h1><span class='kicker'>Harbours</span> Quay at Tormouth closed</h1>", "Quay at Tormouth closed")
            .Title.ShouldBe("Quay at Tormouth closed");

    [Fact]
    public void A_kicker_that_the_data_join_with_a_colon_belongs_to_the_sentence() =>
        Titled(
            "<h1><span class='kicker'>After the ice</span><span class='hide'>: </span><span>Quay at Tormouth closed</span></h1>",
            "After the ice: Quay at Tormouth closed"
        )
            .Title.ShouldBe("After the ice: Quay at Tormouth closed");

    [Fact]
    public void A_date_and_a_section_set_small_in_the_heading_are_left_out() =>
        Titled("<h1>Quay at Tormouth closed<br><small>12.03.2031 • Harbours</small></h1>", "Quay at Tormouth closed")
            .Title.ShouldBe("Quay at Tormouth closed");

    [Fact]
    public void A_title_of_many_strokes_takes_no_time()
    {
        var article = Titled("", string.Concat(Enumerable.Repeat("a | ", 50_000)));

        article.Title.ShouldNotBeNull();
    }

    private static Article Titled(string heading, string title) =>
        PageOf.Read($"<title>{title}</title>", $"<main>{heading}{PageOf.Text}</main>");
}
