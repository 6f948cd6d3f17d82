namespace Perennial.Read.Models;

/// <summary>Names of features as numbers: a model holds no words, only hashes of what it was shown.</summary>
internal static class FeatureHash
{
    /// <summary>The hash of a word or a piece of one.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        // FNV-1a over UTF-16 code units; words are short.
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }
        return Mixed(hash);
    }

    /// <summary>The hash of a feature: the number of its template and one value.</summary>
    public static ulong Of(int template, ulong value) => Mixed(Mixed((ulong)template + 1) ^ value);

    /// <summary>The hash of a feature of two values, in their order.</summary>
    public static ulong Of(int template, ulong first, ulong second) => Mixed(Of(template, first) ^ (second + Spread));

    /// <summary>The hash of a feature of three values, in their order.</summary>
    public static ulong Of(int template, ulong first, ulong second, ulong third) =>
        Mixed(Of(template, first, second) ^ (third + (Spread << 1)));

    // 2^64 divided by the golden ratio: keeps a value of nought from vanishing.
    private const ulong Spread = 0x9E3779B97F4A7C15UL;

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood, 2014).</summary>
    private static ulong Mixed(ulong value)
    {
        value += Spread;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
