using Perennial.Weave.Threads;

namespace Perennial.Weave.Stories;

/// <summary>What a story's articles count differently, each figure once for each who gives it.</summary>
internal static class StoryFigures
{
    // What a reader can take in beside a story; those whose figures moved last are kept.
    private const int MostThings = 12;
    private const int MostSides = 16;

    public static IReadOnlyList<StoryFigure> Of(
        IReadOnlyList<CountedThing> things,
        Dictionary<string, StoryArticle> sources
    ) =>
        [
            .. things
                .Select((thing, order) => (thing, order))
                .OrderByDescending(pair => pair.thing.Sides[^1].At)
                .Take(MostThings)
                .OrderBy(pair => pair.order)
                .Select(pair => new StoryFigure
                {
                    // A bare number does not say what it counts.
                    Passage = Sentence(
                        pair.thing.Sides.Last(side => side.Figure.Unit is not null || side == pair.thing.Sides[0]),
                        sources
                    ),
                    Sides = Sides(pair.thing, sources),
                }),
        ];

    private static PassageAnchor? Sentence(FigureSide side, Dictionary<string, StoryArticle> sources)
    {
        var source = sources[side.Article];
        return Timelines.Sentence.Around(source.Article.Text, side.Figure.Start, side.Figure.End) is var (start, end)
            ? StoryReader.Sentence(source, start, end)
            : null;
    }

    private static IReadOnlyList<GivenFigure> Sides(CountedThing thing, Dictionary<string, StoryArticle> sources) =>
        [
            .. thing
                .Sides.GroupBy(side =>
                    (side.Figure.Value, side.Figure.Low, side.Figure.High, side.Figure.Approximation, side.Giver)
                )
                .Select(same => Given([.. same], sources))
                .TakeLast(MostSides),
        ];

    private static GivenFigure Given(IReadOnlyList<FigureSide> same, Dictionary<string, StoryArticle> sources)
    {
        var first = same[0];
        var others = same.Skip(1).Where(side => side.Article != first.Article).ToList();
        return new GivenFigure
        {
            Passage = StoryReader.Anchor(sources[first.Article], first.Figure.Start, first.Figure.End),
            Statement = first.Statement,
            At = first.At,
            Again = others.DistinctBy(side => side.Article).Count(),
            Last = others.Count == 0 ? null : others[^1].At,
        };
    }
}
