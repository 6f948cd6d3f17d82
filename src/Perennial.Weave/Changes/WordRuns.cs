using System.Text;
using DiffPlex;

namespace Perennial.Weave.Changes;

/// <summary>Which words of a text came and went.</summary>
internal static class WordRuns
{
    // Longer than any paragraph; a pasted book is shown whole, before and after.
    private const int Longest = 50_000;

    /// <summary>The words of both texts in order; what was taken away stands before what came in its place.</summary>
    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        if (before.Length > Longest || after.Length > Longest)
        {
            return Runs([(WordRunKind.Removed, before), (WordRunKind.Added, after)]);
        }
        var difference = Differ.Instance.CreateDiffs(before, after, false, false, new WordPieces());
        var (old, now) = (difference.PiecesOld, difference.PiecesNew);
        var pieces = new List<(WordRunKind, string)>();
        var next = 0;
        foreach (var block in difference.DiffBlocks)
        {
            pieces.AddRange(Pieces(WordRunKind.Kept, old, next, block.DeleteStartA));
            next = block.DeleteStartA + block.DeleteCountA;
            pieces.AddRange(Pieces(WordRunKind.Removed, old, block.DeleteStartA, next));
            pieces.AddRange(
                Pieces(WordRunKind.Added, now, block.InsertStartB, block.InsertStartB + block.InsertCountB)
            );
        }
        pieces.AddRange(Pieces(WordRunKind.Kept, old, next, old.Count));
        return Runs(pieces);
    }

    private static IEnumerable<(WordRunKind, string)> Pieces(
        WordRunKind kind,
        IReadOnlyList<string> all,
        int start,
        int end
    )
    {
        for (var i = start; i < end; i++)
        {
            yield return (kind, all[i]);
        }
    }

    /// <summary>Neighbours of one kind are joined. What replaces more than one word is shown as one replacement.</summary>
    private static List<WordRun> Runs(List<(WordRunKind Kind, string Text)> pieces)
    {
        var runs = new List<WordRun>();
        var (removed, added, kept) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < pieces.Count; i++)
        {
            var (kind, text) = pieces[i];
            var replaces = removed.Length > 0 && added.Length > 0;
            if (kind == WordRunKind.Kept)
            {
                if (replaces && text == " " && i + 1 < pieces.Count && pieces[i + 1].Kind == WordRunKind.Removed)
                {
                    removed.Append(text);
                    added.Append(text);
                    continue;
                }
                Finish(WordRunKind.Removed, removed);
                Finish(WordRunKind.Added, added);
                kept.Append(text);
                continue;
            }
            Finish(WordRunKind.Kept, kept);
            (kind == WordRunKind.Removed ? removed : added).Append(text);
        }
        Finish(WordRunKind.Removed, removed);
        Finish(WordRunKind.Added, added);
        Finish(WordRunKind.Kept, kept);
        return runs;

        void Finish(WordRunKind kind, StringBuilder words)
        {
            if (words.Length > 0)
            {
                runs.Add(new WordRun(kind, words.ToString()));
                words.Clear();
            }
        }
    }
}
