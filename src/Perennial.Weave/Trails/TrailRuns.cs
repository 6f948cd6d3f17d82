using Perennial.Weave.Changes;

namespace Perennial.Weave.Trails;

/// <summary>What became of a quotation's words from one carrier to a later one.</summary>
internal static class TrailRuns
{
    /// <summary>The pieces in order.</summary>
    /// <param name="words">The two forms.</param>
    /// <param name="text">The later statement's text.</param>
    public static IReadOnlyList<TrailRun> Of(Alignment words, string text)
    {
        var runs = new List<TrailRun>();
        var next = 0;
        for (var i = 0; i < words.Stretches.Count; i++)
        {
            var stretch = words.Stretches[i];
            // What is missing at an end, and nothing stands for it, was cut; what is new there was quoted more fully.
            var alone = i == 0 || i == words.Stretches.Count - 1;
            var replaced = Replaces(words.Stretches, i);
            var kind = stretch.Kind switch
            {
                WordRunKind.Kept => TrailRunKind.Kept,
                WordRunKind.Added => alone && !replaced ? TrailRunKind.More : TrailRunKind.Added,
                _ => !replaced && (alone || IsEllipsis(words.After, text, next))
                    ? TrailRunKind.Cut
                    : TrailRunKind.Dropped,
            };
            var from = stretch.Kind == WordRunKind.Removed ? words.Before : words.After;
            runs.Add(new TrailRun(kind, from.Starts[stretch.Start], from.Ends[stretch.Start + stretch.Count - 1]));
            next = stretch.Kind == WordRunKind.Removed ? next : stretch.Start + stretch.Count;
        }
        return runs;
    }

    private static bool Replaces(IReadOnlyList<Alignment.Stretch> stretches, int i) =>
        stretches[i].Kind switch
        {
            WordRunKind.Removed => i + 1 < stretches.Count && stretches[i + 1].Kind == WordRunKind.Added,
            WordRunKind.Added => i > 0 && stretches[i - 1].Kind == WordRunKind.Removed,
            _ => false,
        };

    private static bool IsEllipsis(QuotedWords after, string text, int next) =>
        next > 0 && next < after.Count && QuotedWords.IsEllipsis(text.AsSpan(after.Ends[next - 1]..after.Starts[next]));
}
