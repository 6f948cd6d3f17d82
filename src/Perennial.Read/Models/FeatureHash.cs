namespace Perennial.Read.Models;

/// <summary>Turns the words that a model looks at into numbers, so that a model holds no words.</summary>
internal static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    // 2^32 divided by the golden ratio: keeps a value of nought from vanishing.
    private const uint Spread = 0x9E3779B9;

    /// <summary>The number of a word in a namespace: FNV-1a, 32 bit (Fowler, Noll, Vo), over lower-case UTF-16 code units; digits count as 0.</summary>
    public static uint Of(uint space, ReadOnlySpan<char> word) => Then((Offset ^ space) * Prime, word);

    /// <summary>The number of a word that goes on with these letters.</summary>
    public static uint Then(uint hash, ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            hash = (hash ^ (char.IsDigit(letter) ? '0' : char.ToLowerInvariant(letter))) * Prime;
        }
        return hash;
    }

    /// <summary>The number of a word, or a piece of one, as it stands.</summary>
    public static uint Exact(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * Prime;
        }
        return Mixed(hash);
    }

    /// <summary>The number of a feature: which it is, and its value.</summary>
    public static uint Join(uint template, uint value) => Mixed(Mixed(template + Spread) ^ value);

    /// <summary>The number of a feature of two values, in their order.</summary>
    public static uint Join(uint template, uint first, uint second) => Mixed(Join(template, first) ^ (second + Spread));

    /// <summary>The number of a feature of three values, in their order.</summary>
    public static uint Join(uint template, uint first, uint second, uint third) =>
        Mixed(Join(template, first, second) ^ (third + (Spread << 1)));

    /// <summary>The finaliser of MurmurHash3 (Appleby, 2011).</summary>
    private static uint Mixed(uint value)
    {
        value = (value ^ (value >> 16)) * 0x85EBCA6B;
        value = (value ^ (value >> 13)) * 0xC2B2AE35;
        return value ^ (value >> 16);
    }
}
