using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

public sealed class ProposedHeadlinesTests : IDisposable
{
    private const string Words = "The dam holds and it will hold.";

    private static readonly Article Report = SarnFlood.First with
    {
        Text = SarnFlood.First.Text + " “The dam holds and it will hold.”",
        Statements =
        [
            SarnFlood.Said(Words) with
            {
                Start = SarnFlood.First.Text.Length + 1,
                End = SarnFlood.First.Text.Length + 3 + Words.Length,
            },
        ],
    };

    private readonly WorkingNewsroom newsroom = new WorkingNewsroom().Opened();

    [Theory]
    [InlineData("Ivo Tal: ‘The dam holds’ at Sarn", true, true)]
    [InlineData("Ivo Tal: ‘The dam breaks’ at Sarn", false, false)]
    [InlineData("Mira Holt opens sluices at Sarn", true, false)]
    public async Task A_proposed_headline_is_checked_against_the_articles(string headline, bool proposed, bool carried)
    {
        var id = await newsroom.ReadAsync("1", Report);
        using var snapshot = newsroom.Newsroom.Views.Snapshot();
        var story = StoriesView.Front(snapshot, null, 1)[0];

        foreach (var named in new[] { story.Id, story.Slug })
        {
            var answer = ProposedHeadlines.Check(snapshot, named, headline).ShouldNotBeNull();
            (answer.MayBeProposed, answer.IsCarried).ShouldBe((proposed, carried));
            answer.Claims.ShouldAllBe(claim =>
                headline.Substring(claim.Start, claim.End - claim.Start).Contains(claim.Text)
            );
            answer
                .Claims.SelectMany(claim => claim.Passages)
                .ShouldAllBe(passage => passage.Article == id && passage.Outlet == "Sarn Wire");
        }
        ProposedHeadlines.Check(snapshot, "nothing", headline).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_is_gone_carries_nothing()
    {
        await newsroom.ReadAsync("1", Report);
        using (var before = newsroom.Newsroom.Views.Snapshot())
        {
            ProposedHeadlines
                .Check(before, StoriesView.Front(before, null, 1)[0].Id, "At Sarn")!
                .IsCarried.ShouldBeTrue();
        }
        var story = newsroom.Front()[0].Id;
        await newsroom.LoseAsync("1");

        using var snapshot = newsroom.Newsroom.Views.Snapshot();
        ProposedHeadlines.Check(snapshot, story, "At Sarn")!.IsCarried.ShouldBeFalse();
    }

    [Fact]
    public async Task A_story_opens_with_no_quotation_that_nobody_is_quoted_with()
    {
        await newsroom.ReadAsync("1", Report with { Title = "‘We are lost’: Sarn under water" });

        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldStartWith("The Sarn dam held on Wednesday");
    }

    [Fact]
    public async Task A_story_opens_with_a_quotation_that_the_article_carries()
    {
        await newsroom.ReadAsync("1", Report with { Title = "‘The dam holds’: Sarn waits for the night" });

        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe("‘The dam holds’: Sarn waits for the night");
    }

    [Fact]
    public async Task A_headline_that_its_source_changes_into_one_that_nobody_said_is_not_taken()
    {
        await newsroom.ReadAsync("1", Report);
        await newsroom.ReadAsync("1", Report with { Title = "‘We are lost’: Sarn under water" });

        newsroom.Front().ShouldHaveSingleItem().Headline.ShouldBe(Report.Title);
    }

    public void Dispose() => newsroom.Dispose();
}
