using System.Text.Json;

namespace Perennial.Publish.Tests;

/// <summary>What pages tell machines of themselves.</summary>
public sealed class StructuredDataTests
{
    [Fact]
    public async Task A_story_is_a_live_blog_with_the_posts_of_its_page()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "Floods", "What we know");
        var post = await site.PublishAsync(
            story,
            RunningSite.APost("Ten hurt", "Ten **people**.") with
            {
                Correction = "Nine.",
            }
        );

        var data = await DataAsync(site, "/stories/flood");

        data.GetProperty("@type").GetString().ShouldBe("LiveBlogPosting");
        data.GetProperty("coverageStartTime").GetString().ShouldNotBeNull();
        data.TryGetProperty("coverageEndTime", out _).ShouldBeFalse("it is live");
        data.GetProperty("publisher").GetProperty("name").GetString().ShouldBe("The Courier");
        var update = data.GetProperty("liveBlogUpdate").EnumerateArray().ShouldHaveSingleItem();
        update.GetProperty("headline").GetString().ShouldBe("Ten hurt");
        update.GetProperty("articleBody").GetString().ShouldBe("Ten people.");
        update.GetProperty("url").GetString().ShouldEndWith($"/stories/flood/posts/{post.Subject}");
        update.GetProperty("correction").GetProperty("text").GetString().ShouldBe("Nine.");
    }

    [Fact]
    public async Task A_post_is_part_of_its_live_blog()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "Floods");
        var post = await site.PublishAsync(story, "Ten hurt");

        var data = await DataAsync(site, $"/stories/flood/posts/{post.Subject}");

        data.GetProperty("@type").GetString().ShouldBe("BlogPosting");
        data.GetProperty("isPartOf").GetProperty("headline").GetString().ShouldBe("Floods");
    }

    [Fact]
    public async Task An_article_is_a_page_about_the_outlets_article_with_its_quotations()
    {
        await using var site = await RunningSite.StartAsync();
        var article = await site.AddArticleAsync(
            await site.OpenStoryAsync("flood"),
            new Article
            {
                Title = "The dam",
                Text = "“It holds,” she said.",
                Statements =
                [
                    Said("“It holds,”", sure: true),
                    Said("“It breaks,”", sure: false),
                    Said("that it holds", sure: true) with
                    {
                        Kind = StatementKind.Indirect,
                    },
                ],
            }
        );

        var news = (await DataAsync(site, $"/articles/{article}")).GetProperty("mainEntity");

        news.GetProperty("@type").GetString().ShouldBe("NewsArticle");
        news.GetProperty("publisher").GetProperty("name").GetString().ShouldBe("The Outlet");
        var quotations = news.GetProperty("hasPart").EnumerateArray().ToList();
        quotations.Count.ShouldBe(2, "reported words are no quotation");
        quotations[0].GetProperty("@type").GetString().ShouldBe("Quotation");
        quotations[0].GetProperty("spokenByCharacter").GetProperty("name").GetString().ShouldBe("Ilse Marten");
        quotations[1].TryGetProperty("spokenByCharacter", out _).ShouldBeFalse("it is not sure");
    }

    [Fact]
    public async Task The_front_page_tells_of_the_search_and_a_section_of_its_stories()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "Floods");
        await site.PublishAsync(story, "First");

        (await DataAsync(site, "/"))
            .GetProperty("potentialAction")
            .GetProperty("target")
            .GetProperty("urlTemplate")
            .GetString()
            .ShouldEndWith("/search?q={words}");
        (await DataAsync(site, "/sections/world"))
            .GetProperty("mainEntity")
            .GetProperty("itemListElement")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("name")
            .GetString()
            .ShouldBe("Floods");
    }

    [Theory]
    [InlineData("/", "og:title")]
    [InlineData("/stories/flood", "og:title")]
    [InlineData("/stories/flood", "og:description")]
    [InlineData("/stories/flood", "og:url")]
    [InlineData("/stories/flood", "og:locale")]
    [InlineData("/stories/flood", "article:published_time")]
    [InlineData("/stories/flood", "article:modified_time")]
    public async Task Previews_have_what_they_need(string address, string property)
    {
        await using var site = await RunningSite.StartAsync();
        await site.PublishAsync(await site.OpenStoryAsync("flood", "Floods", "What we know"), "First");

        (await site.GetAsync(address)).ShouldContain($"<meta property=\"{property}\" content=\"");
    }

    private static async Task<JsonElement> DataAsync(RunningSite site, string address)
    {
        const string begin = "<script type=\"application/ld+json\">";
        var page = await site.GetAsync(address);
        var start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]).RootElement;
    }

    private static Statement Said(string text, bool sure) =>
        new()
        {
            Kind = StatementKind.Direct,
            Text = text,
            Speaker = new Speaker
            {
                Name = "Ilse Marten",
                Kind = SpeakerKind.Person,
                Sure = sure,
            },
        };
}
