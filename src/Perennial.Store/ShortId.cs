using System.Security.Cryptography;

namespace Perennial.Store;

/// <summary>Short random ids for stories, posts, sources and authors.</summary>
public static class ShortId
{
    // Without vowels and without letters that look alike, so that no id reads as a word.
    private const string Alphabet = "bcdfghjkmnpqrstvwxz23456789";

    // 27^10 is about 2 * 10^14: among a million ids the chance that any two agree is about 1 in 400.
    private const int Length = 10;

    /// <summary>A new id: a letter that says what it names, then ten random characters.</summary>
    public static string New(char kind) => kind + RandomNumberGenerator.GetString(Alphabet, Length);
}
