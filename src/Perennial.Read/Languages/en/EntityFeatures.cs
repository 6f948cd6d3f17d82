using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>What the entity model looks at: words, their shapes and pieces, their clusters, and how the document writes them.</summary>
internal sealed class EntityFeatures
{
    private readonly HashSet<string> lowers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> capitals = new(StringComparer.Ordinal);
    private readonly WordClusters clusters = WordClusters.Shared;

    /// <param name="document">The document's sentences as words.</param>
    public EntityFeatures(IEnumerable<IReadOnlyList<string>> document)
    {
        foreach (var sentence in document)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                if (char.IsLower(sentence[i][0]))
                {
                    lowers.Add(sentence[i]);
                }
                else if (i > 0 && char.IsUpper(sentence[i][0]))
                {
                    capitals[sentence[i]] = capitals.GetValueOrDefault(sentence[i]) + 1;
                }
            }
        }
    }

    /// <summary>The features of a sentence.</summary>
    public FeatureSequence Of(IReadOnlyList<string> sentence)
    {
        var words = new WordFacts[sentence.Count + 4];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] =
                i < 2 || i >= sentence.Count + 2
                    ? WordFacts.Edge(i < 2 ? i : i - sentence.Count)
                    : WordFacts.Of(sentence[i - 2], clusters);
        }
        var shouted = sentence.All(word => !word.Any(char.IsLower));
        var features = new FeatureSequence();
        for (var i = 0; i < sentence.Count; i++)
        {
            AddWords(features, words.AsSpan(i, 5));
            AddPieces(features, words.AsSpan(i, 5));
            AddClusters(features, words.AsSpan(i, 5));
            if (shouted)
            {
                features.Add(FeatureHash.Of(41, 1));
            }
            if (i == 0)
            {
                features.Add(FeatureHash.Of(40, words[2].Shape));
            }
            if (words[i + 2].IsCapital)
            {
                AddCapitals(features, sentence, words, i);
            }
            features.Close();
        }
        return features;
    }

    private static void AddWords(FeatureSequence features, ReadOnlySpan<WordFacts> w)
    {
        features.Add(FeatureHash.Of(0, 1));
        features.Add(FeatureHash.Of(1, w[2].Exact));
        for (var k = 0; k < 5; k++)
        {
            features.Add(FeatureHash.Of(2 + k, w[k].Lower));
        }
        features.Add(FeatureHash.Of(7, w[1].Lower, w[2].Lower));
        features.Add(FeatureHash.Of(8, w[2].Lower, w[3].Lower));
        features.Add(FeatureHash.Of(9, w[1].Lower, w[3].Lower));
        features.Add(FeatureHash.Of(10, w[2].Shape));
        features.Add(FeatureHash.Of(11, w[1].Shape, w[2].Shape));
        features.Add(FeatureHash.Of(12, w[2].Shape, w[3].Shape));
        features.Add(FeatureHash.Of(13, w[1].Shape, w[2].Shape, w[3].Shape));
        features.Add(FeatureHash.Of(14, w[0].Lower, w[1].Lower));
        features.Add(FeatureHash.Of(15, w[3].Lower, w[4].Lower));
        features.Add(FeatureHash.Of(16, w[1].Lower, w[2].Shape));
        features.Add(FeatureHash.Of(17, w[2].Shape, w[3].Lower));
        features.Add(FeatureHash.Of(18, w[0].Shape, w[1].Shape, w[2].Shape));
        features.Add(FeatureHash.Of(19, w[2].Shape, w[3].Shape, w[4].Shape));
    }

    private static void AddPieces(FeatureSequence features, ReadOnlySpan<WordFacts> w)
    {
        var word = w[2].Text.AsSpan();
        for (var length = 1; length <= Math.Min(4, word.Length); length++)
        {
            features.Add(FeatureHash.Of(20 + length, FeatureHash.Of(word[..length])));
            features.Add(FeatureHash.Of(30 + length, FeatureHash.Of(word[^length..])));
        }
        if (word.Length > 5)
        {
            features.Add(FeatureHash.Of(35, FeatureHash.Of(word[^5..])));
        }
        AddEnding(features, 42, w[1]);
        AddEnding(features, 43, w[3]);
    }

    private static void AddEnding(FeatureSequence features, int template, WordFacts word)
    {
        if (word.Text.Length > 2)
        {
            features.Add(FeatureHash.Of(template, FeatureHash.Of(word.Text.AsSpan()[^3..])));
        }
    }

    private static void AddClusters(FeatureSequence features, ReadOnlySpan<WordFacts> w)
    {
        for (var k = 1; k <= 3; k++)
        {
            if (w[k].Clusters is { Wide: > 0 } clusters)
            {
                features.Add(FeatureHash.Of(60 + k, clusters.Wide));
                features.Add(FeatureHash.Of(64 + k, clusters.Narrow));
                features.Add(FeatureHash.Of(68 + k, clusters.Wide, clusters.Narrow));
            }
        }
        features.Add(FeatureHash.Of(72, w[1].Clusters.Wide, w[2].Clusters.Wide));
        features.Add(FeatureHash.Of(73, w[2].Clusters.Wide, w[3].Clusters.Wide));
        features.Add(FeatureHash.Of(74, w[1].Clusters.Narrow, w[2].Shape));
        features.Add(FeatureHash.Of(75, w[3].Clusters.Narrow, w[2].Shape));
    }

    /// <summary>Of a capital letter: whether the document writes the word small elsewhere, and what stands around the run of capitals.</summary>
    private void AddCapitals(FeatureSequence features, IReadOnlyList<string> sentence, WordFacts[] words, int i)
    {
        const int longestRun = 8;
        var atStart = i == 0 ? 1UL : 0;
        features.Add(FeatureHash.Of(44, lowers.Contains(words[i + 2].Text) ? 1UL : 2UL, atStart));
        features.Add(FeatureHash.Of(45, (ulong)Math.Min(capitals.GetValueOrDefault(sentence[i]), 3), atStart));
        var (from, to) = (i, i);
        while (from > 0 && i - from < longestRun && words[from + 1].IsCapital)
        {
            from--;
        }
        while (to < sentence.Count - 1 && to - i < longestRun && words[to + 3].IsCapital)
        {
            to++;
        }
        features.Add(FeatureHash.Of(46, words[from + 1].Lower));
        features.Add(FeatureHash.Of(47, words[to + 3].Lower));
        features.Add(FeatureHash.Of(48, words[to + 2].Lower, (ulong)Math.Min(to - i, 4)));
        features.Add(FeatureHash.Of(49, words[from + 2].Lower, (ulong)Math.Min(i - from, 4)));
        features.Add(FeatureHash.Of(50, words[from + 1].Clusters.Narrow, (ulong)Math.Min(to - from, 4)));
        features.Add(FeatureHash.Of(51, words[to + 3].Clusters.Narrow, (ulong)Math.Min(to - from, 4)));
        features.Add(FeatureHash.Of(52, words[to + 2].Clusters.Narrow, (ulong)Math.Min(to - i, 4)));
    }
}
