using System.Buffers;
using System.Text;

namespace Perennial.Read;

/// <summary>Words as they stand on a page, with the blanks put right.</summary>
internal static class Words
{
    /// <summary>One blank between words, none around; no invisible characters.</summary>
    public static string Clean(string? text) =>
        string.IsNullOrEmpty(text) || IsClean(text) ? text ?? "" : Written(text, WriteClean);

    /// <summary>Letters and digits only, lower case: for telling whether two texts say the same.</summary>
    public static string Key(string? text) => string.IsNullOrEmpty(text) ? "" : Written(text, WriteKey);

    private static int WriteClean(string text, Span<char> clean)
    {
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (count > 0 && clean[count - 1] != ' ')
                {
                    clean[count++] = ' ';
                }
            }
            else if (!IsInvisible(letter))
            {
                clean[count++] = letter;
            }
        }
        return count > 0 && clean[count - 1] == ' ' ? count - 1 : count;
    }

    private static int WriteKey(string text, Span<char> key)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsSurrogate(letter))
            {
                if (Rune.TryGetRuneAt(text, i, out var rune))
                {
                    i++;
                    count += Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).EncodeToUtf16(key[count..]) : 0;
                }
            }
            else if (char.IsLetterOrDigit(letter))
            {
                key[count++] = char.ToLowerInvariant(letter);
            }
        }
        return count;
    }

    /// <summary>What is written from a text, which is never longer.</summary>
    private static string Written(string text, Func<string, Span<char>, int> write)
    {
        const int few = 256;
        if (text.Length <= few)
        {
            Span<char> room = stackalloc char[few];
            return room[..write(text, room)].ToString();
        }
        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        var written = rented.AsSpan(0, write(text, rented)).ToString();
        ArrayPool<char>.Shared.Return(rented);
        return written;
    }

    // Most words on a page are clean already.
    private static bool IsClean(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter == ' ' ? before == ' ' : char.IsWhiteSpace(letter) || IsInvisible(letter))
            {
                return false;
            }
            before = letter;
        }
        return before != ' ';
    }

    private static bool IsInvisible(char letter) =>
        letter is '\u200B' or '\u00AD' or '\uFEFF' or '\u2060' || char.IsControl(letter);
}
