using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>What the model of parts of speech looks at.</summary>
internal static class PosFeatures
{
    /// <summary>Adds the features of a token of a sentence.</summary>
    /// <param name="features">Where to.</param>
    /// <param name="words">The facts of the document's tokens.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="i">The token.</param>
    public static void AddTo(FeatureSequence features, WordFacts[] words, Run sentence, int i)
    {
        var word = words[i];
        var before = At(words, sentence, i - 1);
        var after = At(words, sentence, i + 1);
        var (beforeThat, afterThat) = (At(words, sentence, i - 2), At(words, sentence, i + 2));
        var start = i == sentence.First ? 1u : 0;
        features.Add(FeatureHash.Join(0, word.Exact));
        features.Add(FeatureHash.Join(1, word.Lower, start));
        features.Add(FeatureHash.Join(2, before.Lower));
        features.Add(FeatureHash.Join(3, after.Lower));
        features.Add(FeatureHash.Join(4, beforeThat.Lower));
        features.Add(FeatureHash.Join(5, afterThat.Lower));
        features.Add(FeatureHash.Join(6, before.Lower, word.Lower));
        features.Add(FeatureHash.Join(7, word.Lower, after.Lower));
        features.Add(FeatureHash.Join(8, beforeThat.Lower, before.Lower));
        features.Add(FeatureHash.Join(9, before.Lower, after.Lower));
        features.Add(FeatureHash.Join(10, word.Shape, start));
        for (var k = 0; k < word.Suffixes.Length; k++)
        {
            features.Add(FeatureHash.Join((uint)(11 + k), word.Suffixes[k]));
        }
        for (var k = 0; k < Math.Min(3, word.Prefixes.Length); k++)
        {
            features.Add(FeatureHash.Join((uint)(16 + k), word.Prefixes[k]));
        }
        features.Add(FeatureHash.Join(19, before.Ending));
        features.Add(FeatureHash.Join(20, after.Ending));
        features.Add(FeatureHash.Join(21, before.Ending, word.Ending));
        features.Add(FeatureHash.Join(22, word.Ending, after.Ending));
        features.Add(FeatureHash.Join(23, word.Clusters.Narrow));
        features.Add(FeatureHash.Join(24, before.Clusters.Wide, word.Clusters.Wide));
        features.Add(FeatureHash.Join(25, word.Clusters.Wide, after.Clusters.Wide));
        features.Add(FeatureHash.Join(26, before.Clusters.Narrow));
        features.Add(FeatureHash.Join(27, after.Clusters.Narrow));
        features.Add(FeatureHash.Join(28, after.Clusters.Wide, afterThat.Clusters.Wide));
    }

    private static WordFacts At(WordFacts[] words, Run sentence, int i) =>
        i < sentence.First ? WordFacts.Edges[i - sentence.First + 2]
        : i >= sentence.Last ? WordFacts.Edges[i - sentence.Last + 2]
        : words[i];
}
