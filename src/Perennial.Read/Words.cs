using System.Text;

namespace Perennial.Read;

/// <summary>Words as they stand on a page, with the blanks put right.</summary>
internal static class Words
{
    /// <summary>One blank between words, none around; no invisible characters.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || letter is '\u00A0')
            {
                if (clean is [.., not ' '])
                {
                    clean.Append(' ');
                }
            }
            else if (letter is not ('\u200B' or '\u00AD' or '\uFEFF' or '\u2060') && !char.IsControl(letter))
            {
                clean.Append(letter);
            }
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>Letters and digits only, lower case: for telling whether two texts say the same.</summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsSurrogate(letter))
            {
                if (Rune.TryGetRuneAt(text, i, out var rune))
                {
                    i++;
                    key.Append(Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : "");
                }
            }
            else if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
        }
        return key.ToString();
    }
}
