namespace Perennial.Weave;

/// <summary>An article as weights of its words, of length 1.</summary>
internal sealed class TermVector
{
    // Headlines say what a text is about: three times the weight; and the lead says it better than the whole text.
    // Both from the study behind docs/decisions/weaving.md.
    private const int TitleWeight = 3;
    private const int LeadWords = 60;

    private TermVector(IReadOnlyDictionary<int, double> weights, IReadOnlySet<int> capitals)
    {
        Weights = weights;
        Capitals = capitals;
    }

    /// <summary>The weight of each word.</summary>
    public IReadOnlyDictionary<int, double> Weights { get; }

    /// <summary>Those that are written with a capital letter: names, mostly.</summary>
    public IReadOnlySet<int> Capitals { get; }

    /// <summary>The vector of an article, with the weights as they are now.</summary>
    public static TermVector Of(WovenArticle article, Vocabulary vocabulary)
    {
        var counts = new Dictionary<int, int>();
        var capitals = new HashSet<int>();
        Add(article.Title ?? "", TitleWeight, int.MaxValue);
        Add(article.Text, 1, LeadWords);
        var weights = counts.ToDictionary(
            pair => pair.Key,
            pair => (1 + Math.Log(pair.Value)) * Math.Max(0.01, vocabulary.Weight(pair.Key))
        );
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return new TermVector(
            weights.ToDictionary(pair => pair.Key, pair => length > 0 ? pair.Value / length : 0),
            capitals
        );

        void Add(string text, int times, int most)
        {
            foreach (var word in Words.Of(text, most))
            {
                if (CommonWords.Contains(word.Text))
                {
                    continue;
                }
                var id = vocabulary.Id(word.Text);
                counts[id] = counts.GetValueOrDefault(id) + times;
                if (word.Capital)
                {
                    capitals.Add(id);
                }
            }
        }
    }

    /// <summary>The cosine of two vectors, from 0 to 1.</summary>
    public double Cosine(TermVector other)
    {
        var (small, large) = Weights.Count < other.Weights.Count ? (Weights, other.Weights) : (other.Weights, Weights);
        double sum = 0;
        foreach (var (id, weight) in small)
        {
            if (large.TryGetValue(id, out var theirs))
            {
                sum += weight * theirs;
            }
        }
        return sum;
    }
}
