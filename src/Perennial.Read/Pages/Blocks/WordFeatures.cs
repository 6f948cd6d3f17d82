using Perennial.Read.Models;

namespace Perennial.Read.Pages.Blocks;

/// <summary>The words of a block as features: its first and last, and all of a short one, such as "Read more".</summary>
internal static class WordFeatures
{
    private const int ShortLine = 60;
    private const int MostWords = 10;

    /// <summary>The numbers of a block's words.</summary>
    public static List<uint> Of(PageBlock block)
    {
        var words = block.Words;
        var features = new List<uint> { FeatureHash.Of(15, words.AsSpan(0, Math.Min(4, words.Length))) };
        if (words.Length <= ShortLine)
        {
            features.Add(FeatureHash.Of(10, words));
        }
        var (count, start, second) = (0, 0, 0);
        for (var i = 0; i <= words.Length && count <= MostWords; i++)
        {
            if (i < words.Length && words[i] != ' ')
            {
                continue;
            }
            var word = Bare(words.AsSpan(start, i - start));
            if (count == 0)
            {
                features.Add(FeatureHash.Of(11, word));
            }
            if (count == 1)
            {
                second = i;
            }
            if (words.Length <= ShortLine && word.Length > 0)
            {
                features.Add(FeatureHash.Of(14, word));
            }
            (count, start) = (count + 1, i + 1);
        }
        if (second > 0)
        {
            features.Add(FeatureHash.Of(13, Bare(words.AsSpan(0, second))));
        }
        features.Add(FeatureHash.Of(12, Bare(words.AsSpan(words.LastIndexOf(' ') + 1))));
        return features;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.Trim(".,:;!?()[]\"'“”„«»‘’…|-–—");
}
