namespace Perennial.Weave.Changes;

/// <summary>How alike two short texts are, by the words they share.</summary>
internal sealed class Likeness
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly int total;

    /// <summary>The words of a text.</summary>
    public Likeness(string text)
    {
        // The beginning tells as much as the whole.
        const int most = 400;
        foreach (var word in Words.Of(text, most))
        {
            counts[word.Text] = counts.GetValueOrDefault(word.Text) + 1;
            total++;
        }
    }

    /// <summary>Twice the shared words over all words, from 0 to 1.</summary>
    public double To(Likeness other)
    {
        if (total + other.total == 0)
        {
            return 0;
        }
        var shared = counts.Sum(pair => Math.Min(pair.Value, other.counts.GetValueOrDefault(pair.Key)));
        return 2.0 * shared / (total + other.total);
    }
}
