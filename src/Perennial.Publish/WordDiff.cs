using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Perennial.Publish;

/// <summary>What changed between two texts, in words.</summary>
internal static partial class WordDiff
{
    // Longer than any post; of longer texts the one is struck, the other stands.
    private const int Longest = 20_000;

    // A lone word that stayed between two changes makes them harder to read, not easier.
    private const int ShortestKept = 2;

    private static readonly CustomFunctionChunker Pieces = new(text =>
        [.. Words().Matches(text).Select(word => word.Value)]
    );

    /// <summary>The runs that lead from one text to the other, in order.</summary>
    public static IReadOnlyList<DiffRun> Between(string earlier, string later)
    {
        if (earlier.Length > Longest || later.Length > Longest)
        {
            return earlier == later
                ? [new DiffRun(DiffKind.Same, later)]
                : [new DiffRun(DiffKind.Removed, earlier), new DiffRun(DiffKind.Added, later)];
        }
        var difference = Differ.Instance.CreateDiffs(earlier, later, false, false, Pieces);
        var edits = new List<(DiffKind Kind, string Word)>();
        var next = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Add(DiffKind.Same, difference.PiecesOld, next, block.DeleteStartA);
            next = block.DeleteStartA + block.DeleteCountA;
            Add(DiffKind.Removed, difference.PiecesOld, block.DeleteStartA, next);
            Add(DiffKind.Added, difference.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
        }
        Add(DiffKind.Same, difference.PiecesOld, next, difference.PiecesOld.Count);
        return Runs(edits);

        void Add(DiffKind kind, IReadOnlyList<string> words, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                edits.Add((kind, words[i]));
            }
        }
    }

    private static List<DiffRun> Runs(List<(DiffKind Kind, string Word)> edits)
    {
        var runs = new List<DiffRun>();
        var (removed, added) = ("", "");
        for (var i = 0; i < edits.Count; )
        {
            var kept = i;
            while (kept < edits.Count && edits[kept].Kind == DiffKind.Same)
            {
                kept++;
            }
            var words = string.Concat(edits[i..kept].Select(edit => edit.Word));
            var isChange = removed.Length + added.Length > 0;
            if (
                isChange
                && kept < edits.Count
                && kept - i < ShortestKept
                && !words.Contains('\n', StringComparison.Ordinal)
            )
            {
                removed += words;
                added += words;
            }
            else
            {
                End();
                Add(DiffKind.Same, words);
            }
            for (i = kept; i < edits.Count && edits[i].Kind != DiffKind.Same; i++)
            {
                removed += edits[i].Kind == DiffKind.Removed ? edits[i].Word : "";
                added += edits[i].Kind == DiffKind.Added ? edits[i].Word : "";
            }
        }
        End();
        return runs;

        void End()
        {
            Add(DiffKind.Removed, removed);
            Add(DiffKind.Added, added);
            (removed, added) = ("", "");
        }

        void Add(DiffKind kind, string text)
        {
            if (text.Length > 0)
            {
                runs.Add(new DiffRun(kind, text));
            }
        }
    }

    // A word with the blanks that follow it, or the end of a paragraph.
    [GeneratedRegex(@"\n+|[^\s]+[^\S\n]*|[^\S\n]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}

/// <summary>A run of words.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Text">The words.</param>
internal sealed record DiffRun(DiffKind Kind, string Text)
{
    /// <summary>Runs parted where paragraphs end.</summary>
    public static IReadOnlyList<IReadOnlyList<DiffRun>> Paragraphs(IReadOnlyList<DiffRun> runs)
    {
        var paragraphs = new List<List<DiffRun>> { new() };
        foreach (var run in runs)
        {
            var pieces = run.Text.Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0 && paragraphs[^1].Count > 0)
                {
                    paragraphs.Add([]);
                }
                if (pieces[i].Length > 0)
                {
                    paragraphs[^1].Add(run with { Text = pieces[i] });
                }
            }
        }
        return [.. paragraphs.Where(paragraph => paragraph.Count > 0)];
    }
}

/// <summary>What became of words.</summary>
internal enum DiffKind
{
    /// <summary>They stayed.</summary>
    Same,

    /// <summary>They went.</summary>
    Removed,

    /// <summary>They came.</summary>
    Added,
}
