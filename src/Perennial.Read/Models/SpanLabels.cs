namespace Perennial.Read.Models;

/// <summary>Labels of spans: <c>B-x</c> begins one, <c>I-x</c> goes on with it, <c>O</c> is outside; and, where a model tells them
/// apart, <c>E-x</c> ends one and <c>S-x</c> is one of a single token. Other names are free.</summary>
internal static class SpanLabels
{
    /// <summary>The label outside all spans.</summary>
    public const string Outside = "O";

    /// <summary>The labels for these kinds of spans, outside first.</summary>
    /// <param name="withEnds">Whether ends and single tokens have labels of their own.</param>
    /// <param name="kinds">The kinds.</param>
    public static string[] For(bool withEnds, params IEnumerable<string> kinds)
    {
        string[] prefixes = withEnds ? ["B-", "I-", "E-", "S-"] : ["B-", "I-"];
        return [Outside, .. kinds.SelectMany(kind => prefixes.Select(prefix => prefix + kind))];
    }

    /// <summary>The label of a token within a span.</summary>
    public static string Of(bool withEnds, string kind, bool isFirst, bool isLast) =>
        (withEnds, isFirst, isLast) switch
        {
            (true, true, true) => "S-",
            (true, false, true) => "E-",
            (_, true, _) => "B-",
            _ => "I-",
        } + kind;

    /// <summary>Which label may follow which, as <c>[before, after]</c>, which may stand first, and which last.</summary>
    public static (bool[] After, bool[] First, bool[] Last) Allowed(IReadOnlyList<string> labels)
    {
        var count = labels.Count;
        var withEnds = labels.Any(label => label.StartsWith("E-", StringComparison.Ordinal));
        var after = new bool[count * count];
        var first = new bool[count];
        var last = new bool[count];
        for (var label = 0; label < count; label++)
        {
            first[label] = !GoesOn(labels[label]);
            last[label] = !(withEnds && IsOpen(labels[label]));
            for (var before = 0; before < count; before++)
            {
                var same =
                    labels[before] != Outside && labels[label] != Outside && labels[before][1..] == labels[label][1..];
                after[(before * count) + label] =
                    IsOpen(labels[before]) && withEnds
                        ? GoesOn(labels[label]) && same
                        : !GoesOn(labels[label]) || (same && !withEnds);
            }
        }
        return (after, first, last);
    }

    /// <summary>The spans of a sequence of labels: kind, first token, token after the last.</summary>
    public static IEnumerable<(string Kind, int First, int Last)> Spans(
        IReadOnlyList<string> labels,
        IReadOnlyList<int> path
    )
    {
        for (var i = 0; i < path.Count; )
        {
            var label = labels[path[i]];
            var last = i + 1;
            if (label != Outside)
            {
                while (last < path.Count && GoesOn(labels[path[last]]) && labels[path[last]][1..] == label[1..])
                {
                    last++;
                }
                yield return (label[2..], i, last);
            }
            i = last;
        }
    }

    private static bool GoesOn(string label) => label is ['I' or 'E', '-', ..];

    private static bool IsOpen(string label) => label is ['B' or 'I', '-', ..];
}
