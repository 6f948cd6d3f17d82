namespace Perennial.Weave;

/// <summary>The hash FNV-1a, 64 bit (Fowler, Noll, Vo), over UTF-16 code units.</summary>
internal static class Fnv1a
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Start = 14695981039346656037UL;

    private const ulong Prime = 1099511628211UL;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text) => Add(Start, text);

    /// <summary>A word's number: its hash folded to 32 bits.</summary>
    public static uint Term(ReadOnlySpan<char> word)
    {
        var hash = Of(word);
        return (uint)(hash ^ (hash >> 32));
    }

    /// <summary>The hash of what was hashed before and a text behind it.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }
        return hash;
    }
}
