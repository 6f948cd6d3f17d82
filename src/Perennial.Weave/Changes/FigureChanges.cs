namespace Perennial.Weave.Changes;

/// <summary>Which figures moved, came or went.</summary>
internal static class FigureChanges
{
    private const int MostFigures = 300;

    /// <summary>The changes: moved and new figures in the order of the later text, then those that went.</summary>
    public static IReadOnlyList<FigureChange> Between(Article before, Article after)
    {
        var (old, now) = Remaining(before, after);
        var changes = new List<FigureChange>();
        foreach (var figure in now)
        {
            var likely = old.Select(one => (one, Likeness: one.LikenessTo(figure)))
                .OrderByDescending(pair => pair.Likeness)
                .FirstOrDefault();
            if (likely.Likeness is not null)
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
    private static (List<FigureContext> Old, List<FigureContext> Now) Remaining(Article before, Article after)
    {
        var counts = before.Figures.CountBy(Key).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var now = new List<FigureContext>();
        foreach (var figure in after.Figures.Take(MostFigures))
        {
            if (counts.GetValueOrDefault(Key(figure)) > 0)
            {
                counts[Key(figure)]--;
            }
            else
            {
                now.Add(new FigureContext(figure, after.Text));
            }
        }
        var old = new List<FigureContext>();
        foreach (var figure in before.Figures.Take(MostFigures).Reverse())
        {
            // Of several in the same words the last ones are those left over.
            if (counts.GetValueOrDefault(Key(figure)) > 0)
            {
                counts[Key(figure)]--;
                old.Insert(0, new FigureContext(figure, before.Text));
            }
        }
        return (old, now);
    }

    private static string Key(Figure figure) => figure.Text.ToLowerInvariant();
}
