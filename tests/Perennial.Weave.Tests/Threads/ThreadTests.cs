using Perennial.Weave.Threads;

namespace Perennial.Weave.Tests.Threads;

public sealed class ThreadTests
{
    private static readonly DateTimeOffset Morning = new(2031, 3, 12, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_statement_in_several_articles_is_one_thread_with_its_carriers()
    {
        var threads = StatementThreads.Of([
            Report(
                "a1",
                0,
                Said("Ivo Tal", "“The dam holds and nobody has to leave,”"),
                Said("Ivo Tal", "“I have not slept since Sunday,”")
            ),
            Report("a2", 1, Said("Tal", "nobody has to leave")),
            Report("a3", 2, Said("Ivo Tal", "that the dam holds and nobody has to leave", StatementKind.Indirect)),
            Report("a4", 3, Said("Mira Holt", "“The dam holds and nobody has to leave,”")),
        ]);

        threads
            .Select(thread => (thread.Speaker, thread.Carriers.Count))
            .ShouldBe([("Ivo Tal", 3), ("Ivo Tal", 1), ("Mira Holt", 1)]);
        threads[0].Text.ShouldBe("“The dam holds and nobody has to leave,”");
        threads[0].Origins.ShouldBe(3);
        threads[0].Carriers.Select(carrier => carrier.Article).ShouldBe(["a1", "a2", "a3"]);
    }

    [Fact]
    public void Echoes_carry_it_and_are_no_origins()
    {
        var said = Said("Ivo Tal", "“The dam holds and nobody has to leave,”");
        var thread = StatementThreads
            .Of([
                Report("a1", 0, said),
                Report("a2", 1, said) with
                {
                    EchoOf = "a1",
                },
                Report("a3", 2, said) with
                {
                    EchoOf = "a1",
                },
            ])
            .ShouldHaveSingleItem();

        (thread.Carriers.Count, thread.Origins).ShouldBe((3, 1));
    }

    [Fact]
    public void Whoever_is_not_sure_to_have_said_it_has_no_thread()
    {
        var guessed = Said("Ivo Tal", "“The dam holds,”") with
        {
            Speaker = new Speaker { Name = "Ivo Tal", Sure = false },
        };
        StatementThreads.Of([Report("a1", 0, guessed)]).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_that_differ_stand_side_by_side_with_givers_and_times()
    {
        var thing = FigureSides
            .Of([
                Counting("a1", 0, "The flood at Sarn killed 14 people in the lower town, Ivo Tal said.", 14, "Ivo Tal"),
                Counting("a2", 1, "The flood at Sarn killed 31 people in the lower town, the hospital said.", 31, null),
                Counting(
                    "a3",
                    2,
                    "The flood at Sarn killed 31 people in the lower town, the hospital said.",
                    31,
                    null
                ) with
                {
                    EchoOf = "a2",
                },
                Counting("a4", 3, "Buses took 31 people from a wedding at Velta to the hills by night.", 31, null),
            ])
            .ShouldHaveSingleItem();

        thing.Unit.ShouldBe("people");
        thing
            .Sides.Select(side => (side.Figure.Value, side.Giver, side.Article, side.At))
            .ShouldBe([(14, "Ivo Tal", "a1", Morning), (31, null, "a2", Morning.AddHours(1))]);
    }

    [Theory]
    [InlineData(437, Approximation.Exact, 400, Approximation.Over, false)]
    [InlineData(437, Approximation.Exact, 430, Approximation.About, false)]
    [InlineData(437, Approximation.Exact, 450, Approximation.Under, false)]
    [InlineData(437, Approximation.Exact, 437, Approximation.Exact, false)]
    [InlineData(437, Approximation.Exact, 436, Approximation.Exact, true)]
    [InlineData(437, Approximation.Exact, 300, Approximation.About, true)]
    [InlineData(437, Approximation.Exact, 400, Approximation.Under, true)]
    public void Only_what_can_not_be_both_is_a_difference(
        int one,
        Approximation how,
        int other,
        Approximation otherHow,
        bool differs
    )
    {
        const string text = "The flood at Sarn drove 437 people from their homes in the lower town.";
        FigureSides
            .Of([Counting("a1", 0, text, one, null, how), Counting("a2", 1, text, other, null, otherHow)])
            .Count.ShouldBe(differs ? 1 : 0);
    }

    private static ThreadedArticle Counting(
        string id,
        int hour,
        string text,
        decimal value,
        string? giver,
        Approximation how = Approximation.Exact
    )
    {
        var start = text.IndexOfAny([.. "0123456789"]);
        var statement = new Statement
        {
            Text = text,
            Kind = StatementKind.Indirect,
            Start = 0,
            End = text.Length,
            Spans =
            [
                [0, text.Length],
            ],
            Speaker = giver is null ? null : new Speaker { Name = giver, Sure = true },
        };
        var figure = new Figure
        {
            Start = start,
            End = text.IndexOf("people", StringComparison.Ordinal) + 6,
            Text = $"{value} people",
            Value = value,
            Approximation = how,
            Unit = "people",
        };
        return new ThreadedArticle(
            id,
            new Article
            {
                Text = text,
                Statements = [statement],
                Figures = [figure],
            },
            Morning.AddHours(hour)
        );
    }

    private static ThreadedArticle Report(string id, int hour, params Statement[] statements) =>
        new(id, new Article { Text = "A text.", Statements = statements }, Morning.AddHours(hour));

    private static Statement Said(string speaker, string words, StatementKind kind = StatementKind.Direct) =>
        new()
        {
            Kind = kind,
            Text = words,
            Speaker = new Speaker { Name = speaker, Sure = true },
        };
}
