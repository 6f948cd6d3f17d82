namespace Perennial.Weave.Changes;

/// <summary>Which figures moved, came or went.</summary>
internal static class FigureChanges
{
    // Figures that count the same stand in sentences that are alike; a third of the words is enough of a sign.
    private const double AlikeEnough = 0.34;
    private const int MostFigures = 300;

    /// <summary>The changes: moved and new figures in the order of the later text, then those that went.</summary>
    public static IReadOnlyList<FigureChange> Between(Article before, Article after)
    {
        var (old, now) = Remaining(before, after);
        var changes = new List<FigureChange>();
        foreach (var figure in now)
        {
            var likely = old.Where(one => SameUnit(one.Figure, figure.Figure))
                .Select(one => (one, Likeness: one.Sentence.To(figure.Sentence)))
                .OrderByDescending(pair => pair.Likeness)
                .FirstOrDefault();
            if (likely.Likeness >= AlikeEnough)
            {
                old.Remove(likely.one);
                changes.Add(new FigureChange(ChangeKind.Changed, likely.one.Figure, figure.Figure));
            }
            else
            {
                changes.Add(new FigureChange(ChangeKind.Added, null, figure.Figure));
            }
        }
        changes.AddRange(old.Select(one => new FigureChange(ChangeKind.Removed, one.Figure, null)));
        return changes;
    }

    /// <summary>What is left when figures in the same words are set aside, as often as they come.</summary>
    private static (List<Placed> Old, List<Placed> Now) Remaining(Article before, Article after)
    {
        var counts = before.Figures.CountBy(Key).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var now = new List<Placed>();
        foreach (var figure in after.Figures.Take(MostFigures))
        {
            if (counts.GetValueOrDefault(Key(figure)) > 0)
            {
                counts[Key(figure)]--;
            }
            else
            {
                now.Add(new Placed(figure, after.Text));
            }
        }
        var old = new List<Placed>();
        foreach (var figure in before.Figures.Take(MostFigures).Reverse())
        {
            // Of several in the same words the last ones are those left over.
            if (counts.GetValueOrDefault(Key(figure)) > 0)
            {
                counts[Key(figure)]--;
                old.Insert(0, new Placed(figure, before.Text));
            }
        }
        return (old, now);
    }

    private static string Key(Figure figure) => figure.Text.ToLowerInvariant();

    private static bool SameUnit(Figure one, Figure other) =>
        string.Equals(one.Unit, other.Unit, StringComparison.OrdinalIgnoreCase);

    /// <summary>A figure with the words around it.</summary>
    private sealed class Placed(Figure figure, string text)
    {
        public Figure Figure { get; } = figure;

        public Likeness Sentence { get; } = new(Around(figure, text));

        private static string Around(Figure figure, string text)
        {
            const int reach = 160;
            var start = Math.Clamp(figure.Start, 0, text.Length);
            var end = Math.Clamp(figure.End, start, text.Length);
            var from = text.LastIndexOfAny(['\n', '.', '!', '?'], Math.Max(start - 1, 0), Math.Min(reach, start)) + 1;
            var to = text.IndexOfAny(['\n', '.', '!', '?'], end, Math.Min(reach, text.Length - end));
            return text[from..start] + " " + text[end..(to < 0 ? Math.Min(text.Length, end + reach) : to)];
        }
    }
}
