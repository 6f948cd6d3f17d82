using System.Text;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Tests.Stories;

public sealed class StoryReaderTests
{
    private const string Headline = "Ivo Tal: ‘The dam holds’ as 14 hurt at Sarn";
    private static readonly DateTimeOffset Morning = new(2031, 3, 12, 6, 0, 0, TimeSpan.Zero);
    private readonly StoryReader reader = new();

    [Fact]
    public void What_the_articles_give_together_is_cited_and_not_copied()
    {
        var articles = new[]
        {
            Report(1, "The dam holds and nobody has to leave.", 14),
            Report(2, "The dam holds and nobody has to leave.", 31),
        };

        var read = reader.Read(9, Headline, 3, "a1", articles);

        read.After.ShouldBe(9);
        var thread = read.Threads.ShouldHaveSingleItem();
        thread.Carriers.Select(carrier => carrier.Article).ShouldBe(["a1", "a2"]);
        (thread.Carried, thread.Origins).ShouldBe((2, 2));
        var figure = read.Figures.ShouldHaveSingleItem();
        figure.Sides.Select(side => Words(articles, side.Passage)).ShouldBe(["14 people", "31 people"]);
        Words(articles, figure.Passage!).ShouldBe("The flood at Sarn hurt 31 people in the lower town.");
        var moment = read.Timeline.ShouldHaveSingleItem();
        (moment.Date, moment.Precision, moment.Carried, moment.Origins).ShouldBe(
            (new DateOnly(2031, 3, 12), "day", 2, 2)
        );
        read.Headline!.Since.ShouldBe(3);
        read.Headline.Claims.Select(claim => (claim.Kind, Headline[claim.Start..claim.End], claim.Passages.Count > 0))
            .ShouldBe([
                (ClaimKind.Name, "Ivo Tal", true),
                (ClaimKind.Quotation, "‘The dam holds’", true),
                (ClaimKind.Figure, "14", true),
                (ClaimKind.Words, "hurt", true),
                (ClaimKind.Name, "Sarn", true),
            ]);
        Encoding.UTF8.GetString(EntryKinds.StoryRead.New("s1", "weaver/1", read).Payload.Span).ShouldNotContain("dam");
    }

    [Fact]
    public void A_figure_that_many_give_stands_once_for_each_giver()
    {
        var articles = new[] { 14, 31, 14, 14 }.Select((hurt, i) => Report(i + 1, "It is calm.", hurt)).ToList();

        var sides = reader.Read(9, Headline, 3, null, articles).Figures.ShouldHaveSingleItem().Sides;

        sides.Select(side => (side.Again, side.Last)).ShouldBe([(2, Morning.AddHours(4)), (0, null)]);
    }

    [Fact]
    public void Going_on_gives_what_beginning_anew_gives()
    {
        var random = new Random(7);
        var story = new List<StoryArticle>();
        for (var i = 1; i <= 60; i++)
        {
            var change = random.Next(10);
            if (change == 0 && story.Count > 0)
            {
                story.RemoveAt(random.Next(story.Count));
            }
            else if (change == 1 && story.Count > 0)
            {
                var at = random.Next(story.Count);
                story[at] = story[at] with { Read = 1000 + i };
            }
            else if (change == 2 && story.Count > 1)
            {
                story[^1] = story[^1] with { EchoOf = story[0].Id };
            }
            else
            {
                story.Add(Report(i, $"The dam holds, says number {random.Next(8)} of the engineers.", random.Next(5)));
            }

            Text(reader.Read(1, Headline, 1, null, story))
                .ShouldBe(Text(new StoryReader().Read(1, Headline, 1, null, story)));
        }
    }

    [Fact]
    public void A_story_without_articles_says_nothing() =>
        Text(reader.Read(1, Headline, 1, null, [])).ShouldBe(Text(new StoryRead { After = 1 }));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(300, 0)]
    [InlineData(301, 100)]
    [InlineData(400, 100)]
    [InlineData(401, 200)]
    public void Of_a_long_story_the_newest_articles_are_read(int articles, int tooOld) =>
        StoryReader.TooOld(articles).ShouldBe(tooOld);

    [Fact]
    public void What_is_said_of_a_long_story_stays_small()
    {
        var story = Enumerable
            .Range(1, StoryReader.MostArticles)
            .Select(i => Report(i, $"Word{i} is what number{i} said{i} to everybody{i} there.", i))
            .ToList();

        EntryKinds
            .StoryRead.New("s1", "weaver/1", reader.Read(1, Headline, 1, null, story))
            .Payload.Length.ShouldBeLessThan(60_000);
    }

    private static string Words(IReadOnlyList<StoryArticle> articles, PassageAnchor passage)
    {
        var article = articles.Single(article => article.Id == passage.Article);
        passage.Read.ShouldBe(article.Read);
        return article.Article.Text[passage.Start..passage.End];
    }

    private static string Text(StoryRead read) =>
        Encoding.UTF8.GetString(EntryKinds.StoryRead.New("s1", "weaver/1", read).Payload.Span);

    private static StoryArticle Report(int number, string words, int hurt)
    {
        var counted = $"The flood at Sarn hurt {hurt} people in the lower town.";
        var text = $"{counted} “{words}” said Ivo Tal.";
        var (figure, said) = (counted.IndexOf($"{hurt} people", StringComparison.Ordinal), counted.Length + 1);
        return new StoryArticle
        {
            Id = $"a{number}",
            Read = number + 100,
            At = Morning.AddHours(number),
            Article = new Article
            {
                Title = "A report",
                Published = StatedTime.ParseIso("2031-03-12T06:00:00Z"),
                Text = text,
                Statements =
                [
                    new Statement
                    {
                        Kind = StatementKind.Direct,
                        Text = words,
                        Start = said,
                        End = said + words.Length + 2,
                        Spans =
                        [
                            [said, said + words.Length + 2],
                        ],
                        Speaker = new Speaker { Name = "Ivo Tal", Sure = true },
                    },
                ],
                Figures =
                [
                    new Figure
                    {
                        Start = figure,
                        End = figure + $"{hurt} people".Length,
                        Text = $"{hurt} people",
                        Value = hurt,
                        Unit = "people",
                    },
                ],
            },
        };
    }
}
