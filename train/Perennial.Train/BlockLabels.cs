using Perennial.Read.Pages.Blocks;

namespace Perennial.Train;

/// <summary>Finds which blocks of a page an annotated text is made of.</summary>
internal static class BlockLabels
{
    private const int Run = 4;

    // A block of as many runs belongs to the text when so many of them stand there.
    private const int FewestRuns = 3;
    private const double MostRuns = 0.7;

    // A short block is looked for between the nearest blocks that belong, no further away than this.
    private const int Furthest = 12;

    /// <summary>Per block whether it is part of the text.</summary>
    public static bool[] Of(IReadOnlyList<PageBlock> blocks, string text)
    {
        var truth = TrainingPages.Tokens(text);
        var tokens = blocks.Select(block => TrainingPages.Tokens(block.Words)).ToArray();
        var places = LongBlocks(tokens, truth);
        var lines = text.Split('\n')
            .Select(line => string.Join(' ', TrainingPages.Tokens(line)))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tokens.Select(
                (words, b) =>
                    places[b] >= 0
                    || (
                        words.Length is > 0 and < Run + FewestRuns
                        && IsShortPart(b, string.Join(' ', words), places, lines, truth)
                    )
            ),
        ];
    }

    /// <summary>Where in the text each block begins whose runs of words stand there; -1 for others.</summary>
    private static int[] LongBlocks(string[][] tokens, string[] truth)
    {
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= truth.Length; i++)
        {
            runs.TryAdd(string.Join(' ', truth.AsSpan(i, Run)!), i);
        }
        return Array.ConvertAll(
            tokens,
            words =>
            {
                var found = Enumerable
                    .Range(0, Math.Max(0, words.Length - Run + 1))
                    .Select(i => runs.GetValueOrDefault(string.Join(' ', words.AsSpan(i, Run)!), -1))
                    .ToList();
                return found.Count >= FewestRuns && found.Count(place => place >= 0) >= found.Count * MostRuns
                    ? found.First(place => place >= 0)
                    : -1;
            }
        );
    }

    /// <summary>Whether a short block is a line of the text beside what belongs, or stands in the text between its neighbours.</summary>
    private static bool IsShortPart(int block, string words, int[] places, HashSet<string> lines, string[] truth)
    {
        var before = Nearest(places, block, -1);
        var after = Nearest(places, block, 1);
        if (before < 0 && after < 0)
        {
            return false;
        }
        return lines.Contains(words)
            || (
                before >= 0
                && after > before
                && words.Contains(' ', StringComparison.Ordinal)
                && $" {string.Join(' ', truth[before..after])} ".Contains($" {words} ", StringComparison.Ordinal)
            );
    }

    private static int Nearest(int[] places, int block, int step)
    {
        for (var b = block + step; b >= 0 && b < places.Length && Math.Abs(b - block) <= Furthest; b += step)
        {
            if (places[b] >= 0)
            {
                return places[b];
            }
        }
        return -1;
    }
}
