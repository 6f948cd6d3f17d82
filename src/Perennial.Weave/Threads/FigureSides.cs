namespace Perennial.Weave.Threads;

/// <summary>What articles of a story count differently: each figure beside the others with its giver, source and time.</summary>
/// <remarks>Nothing is summed, averaged or rounded, and none is called right.</remarks>
public sealed class FigureSides
{
    private const int MostFigures = 3000;
    private const int MostThings = 500;

    // As many ways of telling what is counted are remembered of one thing.
    private const int MostForms = 8;

    private readonly List<Thing> things = [];
    private readonly Dictionary<string, CountedThings> byUnit = new(StringComparer.Ordinal);
    private int figures;

    /// <summary>The things for which articles give different figures, in the order in which they were first counted.</summary>
    /// <param name="articles">The story's articles; echoes repeat their originals' figures and are passed over.</param>
    public static IReadOnlyList<CountedThing> Of(IReadOnlyList<ThreadedArticle> articles)
    {
        var sides = new FigureSides();
        foreach (var article in articles.OrderBy(article => article.At))
        {
            sides.Add(article);
        }
        return sides.All();
    }

    /// <summary>The things so far for which articles give different figures.</summary>
    public IReadOnlyList<CountedThing> All() =>
        [.. things.Select(thing => thing.Counted).Where(counted => counted.Differs)];

    /// <summary>Takes in one more article.</summary>
    public void Add(ThreadedArticle article)
    {
        if (article.EchoOf is not null)
        {
            return;
        }
        (Figure Figure, Thing Thing)? before = null;
        foreach (var figure in article.Article.Figures.Take(MostFigures - figures))
        {
            figures++;
            var side = Side(article, figure);
            if (CountedContext.Of(figure, article.Article.Text) is { } context)
            {
                before = Place(context, side, article.Article.Text) is { } thing ? (figure, thing) : before;
            }
            // "Police gave a figure of 4,100": a bare number counts what the one before it does.
            else if (
                before is { } named
                && GoesOn(article.Article.Text, named.Figure, figure)
                && named.Thing.Takes(side, article.Article.Text)
            )
            {
                named.Thing.Take(side);
            }
        }
    }

    private Thing? Place(CountedContext context, FigureSide side, string text)
    {
        if (!byUnit.TryGetValue(context.Unit, out var alike))
        {
            byUnit.Add(context.Unit, alike = new CountedThings());
        }
        var thing = alike
            .Candidates(context)
            .Where(thing => thing.Takes(side, text))
            .Select(thing => (thing, Likeness: thing.Forms.Max(form => form.LikenessTo(context))))
            .Where(pair => pair.Likeness is not null)
            .OrderByDescending(pair => pair.Likeness)
            .FirstOrDefault()
            .thing;
        if (thing is null)
        {
            if (things.Count >= MostThings)
            {
                return null;
            }
            things.Add(thing = new Thing());
        }
        thing.Take(side);
        if (thing.Forms.Count < MostForms)
        {
            thing.Forms.Add(context);
            alike.Learn(thing, context);
        }
        return thing;
    }

    private static FigureSide Side(ThreadedArticle article, Figure figure)
    {
        var given = Giver(article.Article, figure);
        return new FigureSide(
            figure,
            given?.Speaker?.ToShownName(),
            article.Id,
            article.At,
            given is null ? null : StatementId.Of(article.Id, given)
        );
    }

    /// <summary>The statement in whose words the figure stands.</summary>
    private static Statement? Giver(Article article, Figure figure) =>
        article.Statements.FirstOrDefault(statement =>
            statement.Spans.Any(span => span is [var start, var end] && start <= figure.Start && end >= figure.End)
        );

    /// <summary>Whether a bare number may count what another does: close behind it, and of its size.</summary>
    private static bool GoesOn(string text, Figure named, Figure bare)
    {
        const int near = 300;
        const decimal sizes = 4;
        const decimal fewest = 10;
        return bare is { Unit: null, Value: >= fewest and var value }
            && named is { Value: >= fewest and var counted }
            && value <= counted * sizes
            && counted <= value * sizes
            && bare.Start - named.End is >= 0 and <= near
            && bare.End <= text.Length
            && !CountsSomething(text, bare.End)
            && text.AsSpan(named.End, bare.Start - named.End).Count("\n\n") <= 1;
    }

    /// <summary>Whether a word that may be a unit stands right behind a number: "3,000 guards".</summary>
    private static bool CountsSomething(string text, int end)
    {
        const int longest = 40;
        var behind = text[end..Math.Min(text.Length, end + longest)];
        return behind is [' ', var letter, ..]
            && char.IsLetter(letter)
            && Words.Of(behind, 1).Any(word => !CommonWords.Contains(word.Text));
    }

    /// <summary>What is counted in one unit, found by the words close to a figure or by a number that two have alike.</summary>
    private sealed class CountedThings
    {
        private readonly Dictionary<string, List<Thing>> byWord = new(StringComparer.Ordinal);
        private readonly Dictionary<decimal, List<Thing>> byValue = [];

        public IEnumerable<Thing> Candidates(CountedContext context) =>
            context
                .Near.SelectMany(word => byWord.GetValueOrDefault(word) ?? [])
                .Concat(context.Value is { } value ? byValue.GetValueOrDefault(value) ?? [] : [])
                .Distinct();

        public void Learn(Thing thing, CountedContext context)
        {
            foreach (var word in context.Near)
            {
                Note(byWord, word, thing);
            }
            if (context.Value is { } value)
            {
                Note(byValue, value, thing);
            }
        }

        private static void Note<T>(Dictionary<T, List<Thing>> index, T key, Thing thing)
            where T : notnull
        {
            if (!index.TryGetValue(key, out var known))
            {
                index.Add(key, known = []);
            }
            if (!known.Contains(thing))
            {
                known.Add(thing);
            }
        }
    }

    private sealed class Thing
    {
        private readonly List<FigureSide> sides = [];
        private CountedThing? counted;

        public List<CountedContext> Forms { get; } = [];

        public CountedThing Counted =>
            counted ??= new CountedThing(sides[0].Figure.Unit, [.. sides.OrderBy(side => side.At)]);

        public void Take(FigureSide side)
        {
            counted = null;
            sides.Add(side);
        }

        /// <summary>Whether a figure can stand beside those that its own article gives: no article says two numbers of one thing in its own words, nor does anybody, and two in one sentence need two givers.</summary>
        public bool Takes(FigureSide side, string text)
        {
            // Those of an article stand together, the last ones.
            for (var i = sides.Count - 1; i >= 0 && sides[i].Article == side.Article; i--)
            {
                if (
                    !sides[i].Meets(side)
                    && (
                        sides[i].Giver == side.Giver
                        || (
                            (sides[i].Giver is null || side.Giver is null)
                            && InOneSentence(sides[i].Figure, side.Figure, text)
                        )
                    )
                )
                {
                    return false;
                }
            }
            return true;
        }

        private static bool InOneSentence(Figure one, Figure other, string text)
        {
            for (var i = one.End; i < Math.Min(other.Start, text.Length); i++)
            {
                if (Sentences.EndsAt(text, i))
                {
                    return false;
                }
            }
            return true;
        }
    }
}

/// <summary>Something that is counted more than once.</summary>
/// <param name="Unit">What is counted: "troops"; <see langword="null"/> when the texts do not say.</param>
/// <param name="Sides">The figures in order of time.</param>
public sealed record CountedThing(string? Unit, IReadOnlyList<FigureSide> Sides)
{
    /// <summary>Whether two of them can't both be right as they stand: their ranges do not meet.</summary>
    public bool Differs => Sides.Max(side => side.Range.Low) > Sides.Min(side => side.Range.High);
}

/// <summary>A figure with who gives it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Giver">Whose words it stands in; <see langword="null"/> for the article's own words, or when it is unclear whose they are.</param>
/// <param name="Article">The article's id.</param>
/// <param name="At">When the article was published, else first seen.</param>
/// <param name="Statement">The id of the statement in whose words it stands; <see langword="null"/> for the article's own words.</param>
public sealed record FigureSide(Figure Figure, string? Giver, string Article, DateTimeOffset At, string? Statement)
{
    /// <summary>Whether a number could be meant by both: "over 400" and "437". What names no number meets everything.</summary>
    internal bool Meets(FigureSide other)
    {
        var ((low, high), (theirLow, theirHigh)) = (Range, other.Range);
        return low <= theirHigh && theirLow <= high;
    }

    /// <summary>The numbers that could be meant.</summary>
    internal (decimal Low, decimal High) Range { get; } = RangeOf(Figure);

    private static (decimal Low, decimal High) RangeOf(Figure figure)
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
