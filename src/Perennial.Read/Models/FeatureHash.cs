namespace Perennial.Read.Models;

/// <summary>Turns the words that a model looks at into numbers, so that a model holds no words.</summary>
internal static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

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
}
