using Perennial.Weave.Timelines;

namespace Perennial.Weave.Tests.Timelines;

public sealed class TimelineTests
{
    private static readonly DateOnly Monday = new(2031, 3, 10);

    [Fact]
    public void The_days_that_most_origins_speak_of_stand_in_order()
    {
        var days = Timeline.Of(
            [
                Report("a1", 1, ("The dam at Sarn broke on Monday night.", 0)),
                Report(
                    "a2",
                    2,
                    ("Since the dam broke on Monday, Sarn has no light.", 0),
                    ("Buses left on Tuesday with the last families.", 1)
                ),
                Report(
                    "a3",
                    3,
                    ("The dam broke on Monday, and the last families left on Tuesday.", 0),
                    ("On a Sunday in 2019 it had been inspected.", -4000)
                ),
            ],
            dates: 2
        );

        days.Select(day => day.Date).ShouldBe([Monday, Monday.AddDays(1)]);
        days[0].Origins.ShouldBe(3);
        days[0].Carriers.ShouldBe(["a1", "a2", "a3"]);
        days[0].Sentences[0].Text.ShouldContain("dam broke on Monday");
        days[0].Sentences.Select(sentence => sentence.Article).ShouldBeUnique();
    }

    [Fact]
    public void Fourteen_reprints_are_one_voice()
    {
        var reprints = Enumerable
            .Range(2, 14)
            .Select(i =>
                Report($"a{i}", 1, ("The mayor of Sarn had cut a ribbon on Sunday.", -1)) with
                {
                    EchoOf = "a1",
                }
            );
        var days = Timeline.Of(
            [
                Report("a1", 1, ("The mayor of Sarn had cut a ribbon on Sunday.", -1)),
                .. reprints,
                Report("b1", 1, ("The dam at Sarn broke on Monday night.", 0)),
                Report("b2", 1, ("On Monday the dam at Sarn broke.", 0)),
            ],
            dates: 1
        );

        days.ShouldHaveSingleItem().Date.ShouldBe(Monday);
    }

    [Fact]
    public void One_article_that_names_a_day_ten_times_is_one_voice()
    {
        var often = Enumerable.Repeat(("On Sunday the mayor of Sarn spoke again.", -1), 10).ToArray();
        Timeline
            .Of(
                [
                    Report("a1", 5, often),
                    Report("a2", 6, ("The dam at Sarn broke on Monday night.", 0)),
                    Report("a3", 7, ("On Monday the dam at Sarn broke.", 0)),
                    Report("a4", 8, ("It broke on Monday while Sarn slept.", 0)),
                ],
                dates: 1
            )
            .ShouldHaveSingleItem()
            .Date.ShouldBe(Monday);
    }

    [Fact]
    public void A_long_story_has_more_days_than_a_short_one()
    {
        var shortOne = Timeline.Of([
            .. Enumerable.Range(0, 20).Select(i => Report($"a{i}", 1, ("The dam at Sarn broke on Monday night.", 0))),
        ]);
        var longOne = Timeline.Of([
            .. Enumerable
                .Range(0, 60)
                .SelectMany(day =>
                    Enumerable
                        .Range(0, 3)
                        .Select(i =>
                            Report($"a{day}-{i}", day, ("The strike at Sarn goes on today, and nobody talks.", day))
                        )
                ),
        ]);

        shortOne.Count.ShouldBeLessThanOrEqualTo(3);
        longOne.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Months_and_unknown_dates_are_no_days()
    {
        var article = Report("a1", 1, ("The dam at Sarn broke on Monday night.", 0)) with { Published = null };
        var vague = article with
        {
            Id = "a2",
            Moments =
            [
                new Moment
                {
                    Start = 0,
                    End = 7,
                    Text = "the dam",
                    Value = "2031-03",
                    Precision = "month",
                },
                new Moment
                {
                    Start = 0,
                    End = 7,
                    Text = "the dam",
                    Value = "2031-03-01/2031-03-08",
                    Precision = "week",
                },
                new Moment
                {
                    Start = 0,
                    End = 7,
                    Text = "the dam",
                    Value = null,
                    Precision = "day",
                },
                new Moment
                {
                    Start = -5,
                    End = 9000,
                    Text = "a trap",
                    Value = "9999-99-99",
                    Precision = "day",
                },
            ],
        };

        Timeline.Of([article, vague]).ShouldHaveSingleItem().Carriers.ShouldBe(["a1"]);
    }

    [Fact]
    public void Offsets_that_do_not_fit_break_nothing()
    {
        var article = Report("a1", 1) with
        {
            Moments =
            [
                new Moment
                {
                    Start = 4,
                    End = 90_000,
                    Text = "Monday",
                    Value = "2031-03-10",
                    Precision = "day",
                },
            ],
        };

        Timeline.Of([article]).Select(day => day.Date).ShouldBe([Monday, Monday.AddDays(1)]);
    }

    [Fact]
    public void Nothing_has_no_days() => Timeline.Of([]).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "Mr. J. R. Holt of the U.S. office spoke on Monday in Sarn. Then he left.",
        "Mr. J. R. Holt of the U.S. office spoke on Monday in Sarn."
    )]
    [InlineData(
        "It was late when they came. The dam broke on Monday at 3.30 p.m. near Sarn.\nNobody slept.",
        "The dam broke on Monday at 3.30 p.m. near Sarn."
    )]
    public void A_sentence_ends_where_it_ends(string text, string sentence)
    {
        var at = text.IndexOf("Monday", StringComparison.Ordinal);
        var (start, end) = Sentence.Around(text, at, at + 6).ShouldNotBeNull();
        text[start..end].ShouldBe(sentence);
    }

    /// <summary>An article of some day, with sentences about days counted from Monday.</summary>
    private static DatedArticle Report(string id, int published, params (string Sentence, int Day)[] sentences)
    {
        var text = string.Join(' ', sentences.Select(pair => pair.Sentence));
        var moments = new List<Moment>();
        var at = 0;
        foreach (var (sentence, day) in sentences)
        {
            moments.Add(
                new Moment
                {
                    Start = at + 4,
                    End = at + 8,
                    Text = "it",
                    Value = Monday
                        .AddDays(day)
                        .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    Precision = "day",
                }
            );
            at += sentence.Length + 1;
        }
        return new DatedArticle
        {
            Id = id,
            Published = Monday.AddDays(published),
            Text = text,
            Moments = moments,
        };
    }
}
