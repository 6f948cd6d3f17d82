using System.Runtime.InteropServices;
using Perennial.Weave.Changes;

namespace Perennial.Weave.Trails;

/// <summary>Two forms of a quotation, word beside word.</summary>
internal sealed class Alignment
{
    // Fewer words in a row are in any two sentences.
    private const int SolidRun = 3;

    // Below this many words a phrase may be said again another day, and what an office says of every misfortune another office says too.
    private const int ShortQuotation = 8;
    private const int PlainWords = 6;
    private static readonly TimeSpan SameOccasion = TimeSpan.FromDays(3);

    private Alignment(IReadOnlyList<Stretch> stretches, QuotedWords before, QuotedWords after)
    {
        Stretches = stretches;
        Before = before;
        After = after;
        var solid = stretches.Where(stretch => stretch is { Kind: WordRunKind.Kept, Count: >= SolidRun }).ToList();
        Solid = solid.Sum(stretch => stretch.Count);
        Telling = stretches
            .Where(stretch => stretch.Kind == WordRunKind.Kept)
            .SelectMany(stretch => after.Words.Skip(stretch.Start).Take(stretch.Count))
            .Distinct(StringComparer.Ordinal)
            .Count(word => !CommonWords.Contains(word));
    }

    /// <summary>The words in order: kept, added and removed.</summary>
    public IReadOnlyList<Stretch> Stretches { get; }

    /// <summary>The earlier form.</summary>
    public QuotedWords Before { get; }

    /// <summary>The later form.</summary>
    public QuotedWords After { get; }

    /// <summary>How many words stand in both in runs of three or more.</summary>
    public int Solid { get; }

    /// <summary>How many different words that stand in both say something by themselves.</summary>
    public int Telling { get; }

    /// <summary>Lays two forms beside each other, around the longest run of words that both have.</summary>
    /// <remarks>
    /// A plain comparison takes the first words that fit: a sentence cut from the end of a long quotation would fall to
    /// pieces over its beginning.
    /// </remarks>
    public static Alignment Of(QuotedWords before, QuotedWords after)
    {
        var stretches = new List<Stretch>();
        var (old, now, length) = LongestShared(before.Words, after.Words);
        if (length > 0)
        {
            Compare(before.Words, 0, old, after.Words, 0, now, stretches);
            stretches.Add(new Stretch(WordRunKind.Kept, now, length));
        }
        Compare(before.Words, old + length, before.Count, after.Words, now + length, after.Count, stretches);
        return new Alignment(Joined(stretches), before, after);
    }

    /// <summary>Whether the two are the same quotation, cut, garbled or translated back as they may be.</summary>
    /// <param name="speakers">Whether the same person is said to have said it; <see langword="null"/> where one of them is not named.</param>
    /// <param name="apart">The time between the two.</param>
    public bool IsSame(bool? speakers, TimeSpan apart)
    {
        // Half of the shorter one; of somebody else's words a good part more, so that a phrase which many use joins nobody.
        var (fewest, share, telling) = speakers switch
        {
            // Plain words, but enough of them from one mouth: "we closed it when I saw the".
            true when Solid >= PlainWords => (4, 0.5, 1),
            true => (4, 0.5, 2),
            null => (5, 0.5, 2),
            false => (8, 0.6, 3),
        };
        var shorter = Math.Min(Before.Count, After.Count);
        return Solid >= fewest
            && Solid >= shorter * share
            && Telling >= telling
            && ((Solid >= ShortQuotation && speakers != false) || apart.Duration() <= SameOccasion);
    }

    private static void Compare(
        string[] before,
        int old,
        int oldEnd,
        string[] after,
        int now,
        int nowEnd,
        List<Stretch> stretches
    )
    {
        foreach (
            var run in WordRuns.Between(string.Join(' ', before[old..oldEnd]), string.Join(' ', after[now..nowEnd]))
        )
        {
            var count = run.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            if (count > 0)
            {
                stretches.Add(new Stretch(run.Kind, run.Kind == WordRunKind.Removed ? old : now, count));
                old += run.Kind == WordRunKind.Added ? 0 : count;
                now += run.Kind == WordRunKind.Removed ? 0 : count;
            }
        }
    }

    private static List<Stretch> Joined(List<Stretch> stretches)
    {
        var joined = new List<Stretch>();
        foreach (var stretch in stretches)
        {
            if (joined is [.., var last] && last.Kind == stretch.Kind && last.Start + last.Count == stretch.Start)
            {
                joined[^1] = last with { Count = last.Count + stretch.Count };
            }
            else
            {
                joined.Add(stretch);
            }
        }
        return joined;
    }

    /// <summary>The longest run of words in both; the first of several.</summary>
    private static (int Old, int Now, int Length) LongestShared(string[] before, string[] after)
    {
        var best = (Old: 0, Now: 0, Length: 0);
        var (above, row) = (new int[after.Length + 1], new int[after.Length + 1]);
        for (var i = 1; i <= before.Length; i++)
        {
            for (var j = 1; j <= after.Length; j++)
            {
                row[j] = before[i - 1] == after[j - 1] ? above[j - 1] + 1 : 0;
                if (row[j] > best.Length)
                {
                    best = (i - row[j], j - row[j], row[j]);
                }
            }
            (above, row) = (row, above);
        }
        return best;
    }

    /// <summary>Some words that stayed, came or went together.</summary>
    /// <param name="Kind">What became of them.</param>
    /// <param name="Start">The number of the first one: in the earlier form for what went, else in the later.</param>
    /// <param name="Count">How many.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Stretch(WordRunKind Kind, int Start, int Count);
}
