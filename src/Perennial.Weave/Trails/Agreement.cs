using Perennial.Weave.Changes;

namespace Perennial.Weave.Trails;

/// <summary>Which words of a quotation independent carriers have alike.</summary>
internal static class Agreement
{
    // Fewer words alike are no confirmation of anything.
    private const int FewestWords = 5;

    /// <summary>Whether one of the others has all of its words in their order, or each part of it between ellipses.</summary>
    public static bool IsWhole(Carriage carrier, IReadOnlyList<Carriage> others) =>
        !carrier.Quotation.Translated
        && others.Any(other => !other.Quotation.Translated && SpeakersAgree(carrier, other) && Has(other, carrier));

    /// <summary>The pieces of its text that one of the others has word for word.</summary>
    public static IReadOnlyList<int[]> Runs(Carriage carrier, IReadOnlyList<Carriage> others)
    {
        if (carrier.Quotation.Translated)
        {
            return [];
        }
        var words = carrier.Words;
        var agreed = new bool[words.Count];
        var independent = others
            .Where(other => !other.Quotation.Translated && SpeakersAgree(carrier, other))
            .DistinctBy(other => other.Words.Joined, StringComparer.Ordinal);
        foreach (var other in independent)
        {
            foreach (var stretch in Alignment.Of(other.Words, words).Stretches)
            {
                if (stretch.Kind == WordRunKind.Kept && (stretch.Count >= FewestWords || stretch.Count == words.Count))
                {
                    Array.Fill(agreed, true, stretch.Start, stretch.Count);
                }
            }
        }
        var runs = new List<int[]>();
        for (var i = 0; i < words.Count; i++)
        {
            if (agreed[i] && i > 0 && agreed[i - 1])
            {
                runs[^1][1] = words.Ends[i];
            }
            else if (agreed[i])
            {
                runs.Add([words.Starts[i], words.Ends[i]]);
            }
        }
        return runs;
    }

    private static bool SpeakersAgree(Carriage one, Carriage other) => one.IsSaidByTheSameAs(other) == true;

    private static bool Has(Carriage whole, Carriage carrier)
    {
        var theirs = $" {whole.Words.Joined} ";
        var (words, text) = (carrier.Words, carrier.Quotation.Text);
        for (var from = 0; from < words.Count; )
        {
            var to = from + 1;
            while (to < words.Count && !QuotedWords.IsEllipsis(text.AsSpan(words.Ends[to - 1]..words.Starts[to])))
            {
                to++;
            }
            if (!theirs.Contains($" {string.Join(' ', words.Words[from..to])} ", StringComparison.Ordinal))
            {
                return false;
            }
            from = to;
        }
        return words.Count > 0;
    }
}
