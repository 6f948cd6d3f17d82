using System.Text.RegularExpressions;

namespace Perennial.Publish;

/// <summary>What changed between two texts, in words.</summary>
/// <remarks>Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), over words.</remarks>
internal static partial class WordDiff
{
    // Texts that differ in more words than this are two texts: the one is struck, the other stands.
    private const int MostChanges = 600;

    // A lone word that stayed between two changes makes them harder to read, not easier.
    private const int ShortestKept = 2;

    /// <summary>The runs that lead from one text to the other, in order.</summary>
    public static IReadOnlyList<DiffRun> Between(string earlier, string later)
    {
        string[] one = [.. Words().Matches(earlier).Select(word => word.Value)];
        string[] two = [.. Words().Matches(later).Select(word => word.Value)];
        var start = 0;
        while (start < one.Length && start < two.Length && one[start] == two[start])
        {
            start++;
        }
        var end = 0;
        while (end < one.Length - start && end < two.Length - start && one[^(end + 1)] == two[^(end + 1)])
        {
            end++;
        }
        var edits = new List<(DiffKind Kind, string Word)>();
        edits.AddRange(one[..start].Select(word => (DiffKind.Same, word)));
        edits.AddRange(Edits(one[start..^end], two[start..^end]));
        edits.AddRange(one[^end..].Select(word => (DiffKind.Same, word)));
        return Runs(edits);
    }

    private static List<(DiffKind Kind, string Word)> Edits(string[] one, string[] two)
    {
        var furthest = new int[(2 * MostChanges) + 3];
        var trace = new List<int[]>();
        for (var changes = 0; changes <= Math.Min(MostChanges, one.Length + two.Length); changes++)
        {
            trace.Add(furthest[(MostChanges - changes)..(MostChanges + changes + 3)]);
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var at = MostChanges + 1 + diagonal;
                var x =
                    diagonal == -changes || (diagonal != changes && furthest[at - 1] < furthest[at + 1])
                        ? furthest[at + 1]
                        : furthest[at - 1] + 1;
                while (x < one.Length && x - diagonal < two.Length && one[x] == two[x - diagonal])
                {
                    x++;
                }
                furthest[at] = x;
                if (x >= one.Length && x - diagonal >= two.Length)
                {
                    return Back(one, two, trace);
                }
            }
        }
        return [.. one.Select(word => (DiffKind.Removed, word)), .. two.Select(word => (DiffKind.Added, word))];
    }

    /// <summary>The way back from the ends of both texts, along what was reached with ever fewer changes.</summary>
    private static List<(DiffKind Kind, string Word)> Back(string[] one, string[] two, List<int[]> trace)
    {
        var edits = new List<(DiffKind Kind, string Word)>();
        var (x, y) = (one.Length, two.Length);
        for (var changes = trace.Count - 1; changes >= 0; changes--)
        {
            var before = trace[changes];
            var diagonal = x - y;
            var at = changes + 1 + diagonal;
            var added = diagonal == -changes || (diagonal != changes && before[at - 1] < before[at + 1]);
            var fromX = changes == 0 ? 0 : before[added ? at + 1 : at - 1];
            var fromY = changes == 0 ? 0 : fromX - (added ? diagonal + 1 : diagonal - 1);
            while (x > fromX && y > fromY)
            {
                edits.Add((DiffKind.Same, one[x - 1]));
                x--;
                y--;
            }
            if (changes > 0)
            {
                edits.Add(added ? (DiffKind.Added, two[y - 1]) : (DiffKind.Removed, one[x - 1]));
                (x, y) = (fromX, fromY);
            }
        }
        edits.Reverse();
        return edits;
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
