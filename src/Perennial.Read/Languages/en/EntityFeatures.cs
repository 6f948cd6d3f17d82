using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>What the entity model looks at: words, their shapes and pieces, their clusters, and how the document writes them.</summary>
internal sealed class EntityFeatures
{
    private const int LongestRun = 8;

    private readonly HashSet<uint> lowers = [];
    private readonly Dictionary<uint, int> capitals = [];
    private readonly Places places = Places.Shared;
    private readonly WordFacts[] words;

    // What the gazetteer says of each token: nought, or the kind of the place that its name is part of, and whether it begins it.
    private readonly byte[] placed;

    // The sentence at hand, with two places before and behind it.
    private WordFacts[] around = [];

    /// <param name="prose">The document.</param>
    /// <param name="words">The facts of its tokens.</param>
    public EntityFeatures(Prose prose, WordFacts[] words)
    {
        this.words = words;
        placed = new byte[words.Length];
        foreach (var sentence in prose.Sentences)
        {
            Place(sentence);
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                if (words[i].IsLower)
                {
                    lowers.Add(words[i].Lower);
                }
                else if (i > sentence.First && words[i].IsCapital)
                {
                    capitals[words[i].Exact] = capitals.GetValueOrDefault(words[i].Exact) + 1;
                }
            }
        }
    }

    /// <summary>Adds the features of a sentence's tokens.</summary>
    public void AddTo(FeatureSequence features, Run sentence)
    {
        var edges = WordFacts.Edges;
        around = [edges[0], edges[1], .. words[sentence.First..sentence.Last], edges[2], edges[3]];
        var shouted = !around.Any(word => word.HasLower);
        for (var i = 0; i < sentence.Last - sentence.First; i++)
        {
            var window = around.AsSpan(i, 5);
            AddWords(features, window);
            AddPieces(features, window);
            AddClusters(features, window);
            AddLists(features, window, sentence, sentence.First + i);
            if (shouted)
            {
                features.Add(FeatureHash.Join(41, 1));
            }
            if (i == 0)
            {
                features.Add(FeatureHash.Join(40, window[2].Shape));
            }
            if (window[2].IsCapital)
            {
                AddCapitals(features, i);
            }
            features.Close();
        }
    }

    private static void AddWords(FeatureSequence features, ReadOnlySpan<WordFacts> w)
    {
        features.Add(FeatureHash.Join(0, 1));
        features.Add(FeatureHash.Join(1, w[2].Exact));
        for (var k = 0; k < 5; k++)
        {
            features.Add(FeatureHash.Join((uint)(2 + k), w[k].Lower));
        }
        features.Add(FeatureHash.Join(7, w[1].Lower, w[2].Lower));
        features.Add(FeatureHash.Join(8, w[2].Lower, w[3].Lower));
        features.Add(FeatureHash.Join(9, w[1].Lower, w[3].Lower));
        features.Add(FeatureHash.Join(10, w[2].Shape));
        features.Add(FeatureHash.Join(11, w[1].Shape, w[2].Shape));
        features.Add(FeatureHash.Join(12, w[2].Shape, w[3].Shape));
        features.Add(FeatureHash.Join(13, w[1].Shape, w[2].Shape, w[3].Shape));
        features.Add(FeatureHash.Join(14, w[0].Lower, w[1].Lower));
        features.Add(FeatureHash.Join(15, w[3].Lower, w[4].Lower));
        features.Add(FeatureHash.Join(16, w[1].Lower, w[2].Shape));
        features.Add(FeatureHash.Join(17, w[2].Shape, w[3].Lower));
        features.Add(FeatureHash.Join(18, w[0].Shape, w[1].Shape, w[2].Shape));
        features.Add(FeatureHash.Join(19, w[2].Shape, w[3].Shape, w[4].Shape));
    }

    private static void AddPieces(FeatureSequence features, ReadOnlySpan<WordFacts> w)
    {
        for (var i = 0; i < w[2].Prefixes.Length; i++)
        {
            features.Add(FeatureHash.Join((uint)(21 + i), w[2].Prefixes[i]));
        }
        for (var i = 0; i < w[2].Suffixes.Length; i++)
        {
            features.Add(FeatureHash.Join((uint)(31 + i), w[2].Suffixes[i]));
        }
        if (w[1].Suffixes.Length > 2)
        {
            features.Add(FeatureHash.Join(42, w[1].Suffixes[2]));
        }
        if (w[3].Suffixes.Length > 2)
        {
            features.Add(FeatureHash.Join(43, w[3].Suffixes[2]));
        }
    }

    private static void AddClusters(FeatureSequence features, ReadOnlySpan<WordFacts> w)
    {
        for (var k = 1; k <= 3; k++)
        {
            if (w[k].Clusters is { Wide: > 0 } clusters)
            {
                features.Add(FeatureHash.Join((uint)(60 + k), clusters.Wide));
                features.Add(FeatureHash.Join((uint)(64 + k), clusters.Narrow));
                features.Add(FeatureHash.Join((uint)(68 + k), clusters.Wide, clusters.Narrow));
            }
        }
        features.Add(FeatureHash.Join(72, w[1].Clusters.Wide, w[2].Clusters.Wide));
        features.Add(FeatureHash.Join(73, w[2].Clusters.Wide, w[3].Clusters.Wide));
        features.Add(FeatureHash.Join(74, w[1].Clusters.Narrow, w[2].Shape));
        features.Add(FeatureHash.Join(75, w[3].Clusters.Narrow, w[2].Shape));
    }

    /// <summary>What lists of places and of people's names say of a word and its neighbours.</summary>
    private void AddLists(FeatureSequence features, ReadOnlySpan<WordFacts> w, Run sentence, int i)
    {
        uint before = i > sentence.First ? placed[i - 1] : 0u;
        uint after = i + 1 < sentence.Last ? placed[i + 1] : 0u;
        if (placed[i] + before + after > 0)
        {
            features.Add(FeatureHash.Join(80, placed[i]));
            features.Add(FeatureHash.Join(81, placed[i], after));
            features.Add(FeatureHash.Join(82, before, placed[i]));
        }
        var (called, calledBefore, calledAfter) = (Called(w[2]), Called(w[1]), Called(w[3]));
        if (called + calledBefore + calledAfter > 0)
        {
            features.Add(FeatureHash.Join(84, called, placed[i]));
            features.Add(FeatureHash.Join(85, called, calledAfter, w[3].Shape));
            features.Add(FeatureHash.Join(86, calledBefore, called, w[1].Shape));
            features.Add(FeatureHash.Join(87, calledBefore, called, calledAfter));
        }
    }

    private static uint Called(WordFacts word) => word.IsPersonName ? 1u : 0;

    /// <summary>Marks the longest names of the gazetteer in a sentence.</summary>
    private void Place(Run sentence)
    {
        for (var i = sentence.First; i < sentence.Last; )
        {
            var end = i + 1;
            if (words[i].IsCapital)
            {
                var name = 0u;
                var kind = 0;
                for (var k = i; k < Math.Min(sentence.Last, i + Places.LongestName); k++)
                {
                    name = Places.Name(name, words[k].Exact);
                    if (places.Largest(name) is { } place)
                    {
                        (kind, end) = (Kind(place), k + 1);
                    }
                }
                for (var k = i; k < end && kind > 0; k++)
                {
                    placed[k] = (byte)((2 * kind) + (k == i ? 1 : 0));
                }
            }
            i = end;
        }
    }

    private static int Kind(Place place) =>
        place.Level switch
        {
            PlaceLevel.Country => 1,
            PlaceLevel.Region => 2,
            // A hundred thousand people, fifteen thousand, fewer.
            _ => place.Size switch
            {
                >= 50 => 3,
                >= 42 => 4,
                _ => 5,
            },
        };

    /// <summary>Of a capital letter: whether the document writes the word small elsewhere, and what stands around the run of capitals.</summary>
    private void AddCapitals(FeatureSequence features, int i)
    {
        // Places in the sentence as it stands in the middle of what is around it.
        var (at, end) = (i + 2, around.Length - 2);
        var word = around[at];
        var atStart = i == 0 ? 1u : 0;
        features.Add(FeatureHash.Join(44, lowers.Contains(word.Lower) ? 1u : 2u, atStart));
        features.Add(FeatureHash.Join(45, (uint)Math.Min(capitals.GetValueOrDefault(word.Exact), 3), atStart));
        var (from, to) = (at, at);
        while (from > 2 && at - from < LongestRun && around[from - 1].IsCapital)
        {
            from--;
        }
        while (to < end - 1 && to - at < LongestRun && around[to + 1].IsCapital)
        {
            to++;
        }
        var (before, after) = (around[from - 1], around[to + 1]);
        features.Add(FeatureHash.Join(46, before.Lower));
        features.Add(FeatureHash.Join(47, after.Lower));
        features.Add(FeatureHash.Join(48, around[to].Lower, (uint)Math.Min(to - at, 4)));
        features.Add(FeatureHash.Join(49, around[from].Lower, (uint)Math.Min(at - from, 4)));
        features.Add(FeatureHash.Join(50, before.Clusters.Narrow, (uint)Math.Min(to - from, 4)));
        features.Add(FeatureHash.Join(51, after.Clusters.Narrow, (uint)Math.Min(to - from, 4)));
        features.Add(FeatureHash.Join(52, around[to].Clusters.Narrow, (uint)Math.Min(to - at, 4)));
    }
}
