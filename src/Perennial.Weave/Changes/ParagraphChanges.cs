using DiffPlex;

namespace Perennial.Weave.Changes;

/// <summary>Which paragraphs came, went, moved or were rewritten.</summary>
internal static class ParagraphChanges
{
    // Less in common, and it is another paragraph in the same place.
    private const double AlikeEnough = 0.4;

    // So many pairs are compared where many paragraphs in a row were replaced; beyond, they came and went.
    private const int MostPairs = 40_000;

    /// <summary>The changes in the order of the later text; what was removed stands where it was.</summary>
    public static IReadOnlyList<ParagraphChange> Between(Article before, Article after)
    {
        var old = Passages(before);
        var now = Passages(after);
        var difference = Differ.Instance.CreateDiffs(Lines(old), Lines(now), false, false, new LinePieces());
        var changes = new List<ParagraphChange>();
        foreach (var block in difference.DiffBlocks)
        {
            changes.AddRange(
                Paired(
                    old.GetRange(block.DeleteStartA, block.DeleteCountA),
                    now.GetRange(block.InsertStartB, block.InsertCountB)
                )
            );
        }
        return WithMoves(changes);
    }

    private static List<Passage> Passages(Article article)
    {
        var blocks = article.Blocks.Where(block => block is { Start: not null, End: not null }).ToList();
        return blocks.Count > 0
            ? [.. blocks.Select(block => Passage.Of(article.Text, block.Start!.Value, block.End!.Value))]
            : [.. ByBlankLines(article.Text)];
    }

    private static IEnumerable<Passage> ByBlankLines(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var blank ? blank : text.Length;
            if (end > start)
            {
                yield return Passage.Of(text, start, end);
            }
            start = end + 2;
        }
    }

    private static string Lines(List<Passage> passages) => string.Join('\n', passages.Select(Line));

    private static string Line(Passage passage) => passage.Text.ReplaceLineEndings(" ");

    /// <summary>Of what was replaced, the pairs that are alike; each removed paragraph takes the first that is like it.</summary>
    private static IEnumerable<ParagraphChange> Paired(List<Passage> removed, List<Passage> added)
    {
        var pairs = Pairs(removed, added);
        var next = 0;
        for (var i = 0; i < added.Count; i++)
        {
            if (!pairs.TryGetValue(i, out var from))
            {
                yield return Added(added[i]);
                continue;
            }
            for (; next < from; next++)
            {
                yield return Removed(removed[next]);
            }
            next = from + 1;
            yield return new ParagraphChange(
                ChangeKind.Changed,
                removed[from],
                added[i],
                WordRuns.Between(Line(removed[from]), Line(added[i]))
            );
        }
        for (; next < removed.Count; next++)
        {
            yield return Removed(removed[next]);
        }
    }

    /// <summary>For each later paragraph the earlier one it came from; pairs do not cross.</summary>
    private static Dictionary<int, int> Pairs(List<Passage> removed, List<Passage> added)
    {
        var pairs = new Dictionary<int, int>();
        if (removed.Count * (long)added.Count > MostPairs)
        {
            return pairs;
        }
        var old = removed.ConvertAll(passage => new Likeness(passage.Text));
        var first = 0;
        for (var i = 0; i < added.Count && first < removed.Count; i++)
        {
            var words = new Likeness(added[i].Text);
            var (best, likeness) = Enumerable
                .Range(first, removed.Count - first)
                .Select(n => (n, words.To(old[n])))
                .MaxBy(pair => pair.Item2);
            if (likeness >= AlikeEnough)
            {
                pairs[i] = best;
                first = best + 1;
            }
        }
        return pairs;
    }

    /// <summary>What was taken away in one place and stands word for word in another has moved.</summary>
    private static List<ParagraphChange> WithMoves(List<ParagraphChange> changes)
    {
        var gone = changes
            .Where(change => change.Kind == ChangeKind.Removed)
            .GroupBy(change => Line(change.Before!))
            .ToDictionary(group => group.Key, group => new Queue<ParagraphChange>(group), StringComparer.Ordinal);
        var moved = new HashSet<ParagraphChange>(ReferenceEqualityComparer.Instance);
        var all = new List<ParagraphChange>();
        foreach (var change in changes)
        {
            if (
                change.Kind == ChangeKind.Added
                && gone.TryGetValue(Line(change.After!), out var from)
                && from.TryDequeue(out var source)
            )
            {
                moved.Add(source);
                all.Add(
                    new ParagraphChange(
                        ChangeKind.Moved,
                        source.Before,
                        change.After,
                        [new WordRun(WordRunKind.Kept, Line(change.After!))]
                    )
                );
            }
            else
            {
                all.Add(change);
            }
        }
        all.RemoveAll(moved.Contains);
        return all;
    }

    private static ParagraphChange Added(Passage passage) =>
        new(ChangeKind.Added, null, passage, [new WordRun(WordRunKind.Added, Line(passage))]);

    private static ParagraphChange Removed(Passage passage) =>
        new(ChangeKind.Removed, passage, null, [new WordRun(WordRunKind.Removed, Line(passage))]);

    private sealed class LinePieces : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split('\n');
    }
}
