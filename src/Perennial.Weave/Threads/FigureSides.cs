using Perennial.Weave.Changes;

namespace Perennial.Weave.Threads;

/// <summary>What articles of a story count differently: each figure beside the others with its giver, source and time.</summary>
/// <remarks>Nothing is summed, averaged or rounded, and none is called right.</remarks>
public static class FigureSides
{
    private const int MostFigures = 3000;
    private const int MostThings = 500;

    /// <summary>The things for which articles give different figures, in the order in which they were first counted.</summary>
    /// <param name="articles">The story's articles; echoes repeat their originals' figures and are passed over.</param>
    public static IReadOnlyList<CountedThing> Of(IReadOnlyList<ThreadedArticle> articles)
    {
        var things = new List<List<(FigureContext Context, FigureSide Side)>>();
        var figures = articles
            .Where(article => article.EchoOf is null)
            .OrderBy(article => article.At)
            .SelectMany(article => article.Article.Figures.Select(figure => (article, figure)))
            .Take(MostFigures);
        foreach (var (article, figure) in figures)
        {
            var context = new FigureContext(figure, article.Article.Text);
            var given = Giver(article.Article, figure);
            var side = new FigureSide(
                figure,
                given?.Speaker is { } speaker ? speaker.Name ?? speaker.Text : null,
                article.Id,
                article.At,
                given is null ? null : StatementId.Of(article.Id, given)
            );
            var thing = things
                .Select(thing => (thing, Likeness: thing.Max(one => one.Context.LikenessTo(context))))
                .Where(pair => pair.Likeness is not null)
                .OrderByDescending(pair => pair.Likeness)
                .FirstOrDefault()
                .thing;
            if (thing is not null)
            {
                thing.Add((context, side));
            }
            else if (things.Count < MostThings)
            {
                things.Add([(context, side)]);
            }
        }
        return
        [
            .. things
                .Select(thing => new CountedThing(thing[0].Side.Figure.Unit, [.. thing.Select(one => one.Side)]))
                .Where(thing => thing.Differs),
        ];
    }

    /// <summary>The statement of whoever is sure to have said the words in which the figure stands.</summary>
    private static Statement? Giver(Article article, Figure figure) =>
        article.Statements.FirstOrDefault(statement =>
            statement.Speaker is { Sure: true }
            && statement.Spans.Any(span => span is [var start, var end] && start <= figure.Start && end >= figure.End)
        );
}

/// <summary>Something that is counted more than once.</summary>
/// <param name="Unit">What is counted: "troops"; <see langword="null"/> when the texts do not say.</param>
/// <param name="Sides">The figures in order of time.</param>
public sealed record CountedThing(string? Unit, IReadOnlyList<FigureSide> Sides)
{
    /// <summary>Whether two of them can't both be right as they stand: their ranges do not meet.</summary>
    public bool Differs => Sides.Any(one => Sides.Any(other => !one.Meets(other)));
}

/// <summary>A figure with who gives it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Giver">Whose words it stands in; <see langword="null"/> for the article's own words.</param>
/// <param name="Article">The article's id.</param>
/// <param name="At">When the article was published, else first seen.</param>
/// <param name="Statement">The id of the giver's statement; <see langword="null"/> together with <paramref name="Giver"/>.</param>
public sealed record FigureSide(Figure Figure, string? Giver, string Article, DateTimeOffset At, string? Statement)
{
    /// <summary>Whether a number could be meant by both: "over 400" and "437". What names no number meets everything.</summary>
    internal bool Meets(FigureSide other)
    {
        var ((low, high), (theirLow, theirHigh)) = (Range(Figure), Range(other.Figure));
        return low <= theirHigh && theirLow <= high;
    }

    private static (decimal Low, decimal High) Range(Figure figure)
    {
        // "About 400" may be a tenth more or less.
        const decimal about = 0.1m;
        var value = figure.Value;
        var (low, high) = figure.Approximation switch
        {
            Approximation.Exact => (value, value),
            Approximation.About when value is { } near and < decimal.MaxValue / 2 and > decimal.MinValue / 2 => (
                near - (Math.Abs(near) * about),
                near + (Math.Abs(near) * about)
            ),
            // "Nearly 400" is not 40 either.
            Approximation.Under when value is { } top => (top - (Math.Abs(top) / 2), top),
            Approximation.Over when value is { } bottom and < decimal.MaxValue / 2 => (
                bottom,
                bottom + (Math.Abs(bottom) / 2)
            ),
            _ => (figure.Low ?? value, figure.High ?? value),
        };
        return (low ?? decimal.MinValue, high ?? decimal.MaxValue);
    }
}
