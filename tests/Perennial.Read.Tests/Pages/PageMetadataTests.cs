using System.Text.Json;

namespace Perennial.Read.Tests.Pages;

public sealed class PageMetadataTests
{
    private const string Json = """
        <script type="application/ld+json">{
          "@type":"NewsArticle","headline":"The quay at Tormouth is closed","datePublished":"2031-03-12T10:30:00+01:00",
          "dateModified":"2031-03-13T08:00:00+01:00","articleSection":"Harbours","keywords":"ice, quays","inLanguage":"en-GB",
          "isAccessibleForFree":"False","license":"https://licences.example/by/4",
          "image":{"@type":"ImageObject","url":"/quay.jpg","caption":"The quay","creditText":"Una Reed / Sarn Wire"},
          "author":[{"@type":"Person","name":"Ann Gray"}]}</script>
        """;

    [Fact]
    public void What_stands_in_the_data_says_so()
    {
        var article = Page(Json, "");

        article.Published?.ToString().ShouldBe("2031-03-12T10:30:00+01:00");
        article.Modified?.ToString().ShouldBe("2031-03-13T08:00:00+01:00");
        article.Tags.ShouldBe(["ice", "quays"]);
        article.IsFree.ShouldBe(false);
        article.Licence.ShouldBe("https://licences.example/by/4");
        article.Evidence.ShouldBe(
            new ArticleEvidence
            {
                Title = Evidence.Visible,
                Authors = Evidence.JsonLd,
                Published = Evidence.JsonLd,
                Modified = Evidence.JsonLd,
                Section = Evidence.JsonLd,
                Tags = Evidence.JsonLd,
                Language = Evidence.JsonLd,
                IsFree = Evidence.JsonLd,
                Licence = Evidence.JsonLd,
            }
        );
    }

    [Fact]
    public void The_JSON_names_the_evidence_beside_the_values()
    {
        var json = JsonSerializer.SerializeToElement(
            Page(Json, "", url: "https://post.example/a"),
            PerennialJson.Lines.Article
        );

        var evidence = json.GetProperty("evidence");
        evidence.GetProperty("published").GetString().ShouldBe("json-ld");
        evidence.GetProperty("title").GetString().ShouldBe("visible");
        evidence.GetProperty("siteName").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("images")[0].GetProperty("evidence").GetString().ShouldBe("json-ld");
    }

    [Theory]
    [InlineData("<time itemprop='datePublished' datetime='2031-03-12'>12 March</time>", Evidence.Microdata)]
    [InlineData("<p class='meta'>12 March 2031</p>", Evidence.Visible)]
    [InlineData("<p>Sarn, 12 March 2031</p>", Evidence.Visible)]
    [InlineData(
        "<p>Sarn, 12 March 2031 – The harbour master, who had been asked about the ice for weeks, said that he would say nothing before the spring tide had passed.</p>",
        Evidence.Visible
    )]
    [InlineData(
        "<p>The harbour master, who had been asked about the ice since 5 January 2031, said that he would say nothing before the spring tide had passed.</p>",
        Evidence.Address
    )]
    [InlineData("", Evidence.Address)]
    public void A_day_is_taken_from_where_it_stands(string shown, Evidence by)
    {
        var article = Page("", shown, url: "https://post.example/2031/03/12/quay");

        article.Published?.ToString().ShouldBe("2031-03-12");
        article.Evidence.Published.ShouldBe(by);
    }

    [Fact]
    public void The_state_of_a_script_tells_the_day_where_nothing_else_does()
    {
        var article = Page("<script>window.s={\"publishedAt\":\"2031-03-12T10:30:00Z\"}</script>", "");

        article.Published?.ToString().ShouldBe("2031-03-12T10:30:00+00:00");
        article.Evidence.Published.ShouldBe(Evidence.Script);
    }

    [Fact]
    public void The_day_of_the_last_change_is_not_the_day_of_publication()
    {
        var article = Page("", "<p>Updated 14 March 2031</p><p>Published 12 March 2031</p>");

        article.Published?.ToString().ShouldBe("2031-03-12");
        article.Modified?.ToString().ShouldBe("2031-03-14");
    }

    [Fact]
    public void The_day_of_another_article_and_of_a_copyright_are_not_this_ones() =>
        Page("", "", after: "<p>© 1 January 2031 The Post</p><p>Copyright 02.01.2031</p>").Published.ShouldBeNull();

    [Theory]
    [InlineData("https://post.example/a", "en-US", "2031-03-12")]
    [InlineData("https://post.example.uk/a", "en-US", "2031-12-03")]
    [InlineData("https://post.example/a", "en-GB", "2031-12-03")]
    [InlineData("https://post.example/a", "en", "2031-03-12")]
    [InlineData("https://post.example/a", "fr", "2031-12-03")]
    [InlineData("https://post.example/a", "", "2031-12-03")]
    public void The_order_of_day_and_month_hangs_on_language_and_country(string url, string language, string day) =>
        Page("", "<p class='date'>03/12/2031</p>", url: url, language: language).Published?.ToString().ShouldBe(day);

    [Fact]
    public void Pictures_come_with_their_captions_and_credits()
    {
        var article = Page(
            "<meta property='og:image' content='https://post.example/i/quay.jpg?w=1200'>",
            """
            <figure><img src="/i/quay.jpg?w=300"><figcaption>The eastern quay. <span class="credit">Photo: Una Reed/Sarn Wire</span></figcaption></figure>
            <figure><img src="data:image/gif;base64,R0" data-src="ice.jpg"><figcaption>The ice in March (Foto: Tom Hill)</figcaption></figure>
            """,
            url: "https://post.example/news/quay"
        );

        article.Images.ShouldBe([
            new ArticleImage(
                "https://post.example/i/quay.jpg?w=300",
                "The eastern quay.",
                "Una Reed/Sarn Wire",
                Evidence.Visible
            ),
            new ArticleImage("https://post.example/news/ice.jpg", "The ice in March", "Tom Hill", Evidence.Visible),
        ]);
    }

    [Fact]
    public void A_picture_of_the_data_has_its_credit() =>
        Page(Json, "", url: "https://post.example/quay")
            .Images.ShouldBe([
                new ArticleImage("https://post.example/quay.jpg", "The quay", "Una Reed / Sarn Wire", Evidence.JsonLd),
            ]);

    [Theory]
    [InlineData("<meta name='article:content_tier' content='free'>", true)]
    [InlineData("<meta name='article:content_tier' content='metered'>", false)]
    [InlineData("", null)]
    public void A_page_may_say_that_it_has_to_be_paid_for(string head, bool? isFree) =>
        Page(head, "").IsFree.ShouldBe(isFree);

    [Fact]
    public void A_licence_may_be_linked()
    {
        var article = Page("", "<a rel='license' href='https://licences.example/by/4'>Licence</a>");

        article.Licence.ShouldBe("https://licences.example/by/4");
        article.Evidence.Licence.ShouldBe(Evidence.Visible);
    }

    private static Article Page(
        string head,
        string shown,
        string? url = null,
        string language = "en",
        string after = ""
    ) =>
        PageOf.Read(
            head,
            $"<article><h1>The quay at Tormouth is closed</h1>{shown}{PageOf.Text}</article>{after}",
            url,
            language
        );
}
