namespace Perennial.Read.Tests.Texts;

/// <summary>How far two spans or texts are the same, from 0 to 1.</summary>
internal static class Overlap
{
    /// <summary>Pairs that are alike by half at least, the most alike first, each thing in one pair at most.</summary>
    public static Dictionary<TOne, TOther> Pairs<TOne, TOther>(
        IReadOnlyCollection<TOne> marked,
        IReadOnlyCollection<TOther> found,
        Func<TOne, TOther, double> likeness
    )
        where TOne : class
        where TOther : class
    {
        var pairs = new Dictionary<TOne, TOther>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<TOther>(ReferenceEqualityComparer.Instance);
        foreach (
            var (one, other, _) in marked
                .SelectMany(one => found.Select(other => (one, other, likeness(one, other))))
                .Where(pair => pair.Item3 >= 0.5)
                .OrderByDescending(pair => pair.Item3)
        )
        {
            if (!pairs.ContainsKey(one) && taken.Add(other))
            {
                pairs.Add(one, other);
            }
        }
        return pairs;
    }

    /// <summary>Of the words that start in either of the spans, those that start in both.</summary>
    public static double OfWords(
        string text,
        IReadOnlyList<(int Start, int End)> one,
        IReadOnlyList<(int Start, int End)> other
    )
    {
        var (a, b) = (Starts(text, one), Starts(text, other));
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    /// <summary>Of the words in either text, those in both.</summary>
    public static double OfWords(string one, string other)
    {
        var a = one.ToUpperInvariant().Split(' ').ToHashSet();
        var b = other.ToUpperInvariant().Split(' ').ToHashSet();
        var both = a.Count(b.Contains);
        return (double)both / (a.Count + b.Count - both);
    }

    /// <summary>The shared letters as a part of the shorter span.</summary>
    public static double OfSpans(int start, int end, int otherStart, int otherEnd) =>
        Math.Max(0, Math.Min(end, otherEnd) - Math.Max(start, otherStart))
        / (double)Math.Max(1, Math.Min(end - start, otherEnd - otherStart));

    private static HashSet<int> Starts(string text, IReadOnlyList<(int Start, int End)> spans) =>
        [
            .. spans.SelectMany(span =>
                Enumerable
                    .Range(span.Start, span.End - span.Start)
                    .Where(i => char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            ),
        ];
}
