using System.Text;

namespace Perennial.Weave;

/// <summary>The words of a text, as the weaver compares them: lower case, without possessive or plural s.</summary>
internal static class Words
{
    // A page may hold a "word" of a megabyte.
    private const int LongestWord = 64;

    /// <summary>The words in order, at most <paramref name="most"/>.</summary>
    public static IEnumerable<Word> Of(string text, int most = int.MaxValue)
    {
        var found = 0;
        var opens = true;
        for (var i = 0; i < text.Length && found < most; )
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                opens |= text[i] is '.' or '!' or '?' or ':' or '\n' or '“' or '"' or '‘' or '«' or '„' or '|';
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInner(text, i)))
            {
                i++;
            }
            if (i - start <= LongestWord)
            {
                found++;
                yield return new Word(Plain(text.AsSpan(start, i - start)), char.IsUpper(text[start]), opens);
            }
            opens = false;
        }
    }

    /// <summary>Apostrophes, points and hyphens within a word belong to it: don't, U.N., co-op, 10,000.</summary>
    private static bool IsInner(string text, int i) =>
        text[i] is '\'' or '’' or '.' or '-' or ','
        && i + 1 < text.Length
        && char.IsLetterOrDigit(text[i + 1])
        && (text[i] is not ',' || (char.IsDigit(text[i + 1]) && char.IsDigit(text[i - 1])));

    private static string Plain(ReadOnlySpan<char> word)
    {
        // Most words are nothing but small letters.
        if (!word.ContainsAnyExceptInRange('a', 'z'))
        {
            return Singular(word);
        }
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (char.IsLetterOrDigit(letter) || letter == '-')
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is '\'' or '’')
            {
                plain.Append('\'');
            }
        }
        var text = plain.ToString();
        if (text.EndsWith("'s", StringComparison.Ordinal))
        {
            text = text[..^2];
        }
        return Singular(text.Replace("'", "", StringComparison.Ordinal));
    }

    /// <summary>What inflected forms of a word share: "warns" and "warned". A headline tells in the present what a text tells in the past.</summary>
    public static string RootOf(string word)
    {
        var plain = Of(word).FirstOrDefault().Text ?? "";
        foreach (var ending in (string[])["ing", "ed", "es", "e", "s", "d"])
        {
            if (plain.Length > ending.Length + 2 && plain.EndsWith(ending, StringComparison.Ordinal))
            {
                plain = plain[..^ending.Length];
                break;
            }
        }
        return plain is [.., var last, var same] && last == same && plain.Length > 3 ? plain[..^1] : plain;
    }

    /// <summary>The commonest English plurals, folded: enough that "troops" and "troop" meet.</summary>
    private static string Singular(ReadOnlySpan<char> word) =>
        word switch
        {
            [_, _, .., 'i', 'e', 's'] => string.Concat(word[..^3], "y"),
            [.., 's' or 'u' or 'i', 's'] => word.ToString(),
            [_, _, _, .., 's'] => word[..^1].ToString(),
            _ => word.ToString(),
        };
}

/// <summary>One word of a text.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
/// <param name="OpensSentence">Whether it stands where any word would have one.</param>
internal readonly record struct Word(string Text, bool Capital, bool OpensSentence);
