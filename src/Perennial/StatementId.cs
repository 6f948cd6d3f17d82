using System.Security.Cryptography;
using System.Text;

namespace Perennial;

/// <summary>The address of a statement, which a better reading keeps as long as words and speaker stay the same.</summary>
public static class StatementId
{
    /// <summary>The article's id and eight hex digits of a SHA-256 over the normalised words and the speaker.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="statement">The statement.</param>
    public static string Of(string article, Statement statement)
    {
        var words = WordsOf(statement.Text) + "\n" + WordsOf(statement.Speaker?.Name ?? "");
        return article + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];
    }

    /// <summary>What of a text counts: letters and digits only, lower case, one blank between words.</summary>
    public static string WordsOf(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                words.Append(Rune.ToLowerInvariant(rune));
            }
            else if (words is [.., not ' '])
            {
                words.Append(' ');
            }
        }
        return words.ToString().TrimEnd();
    }
}
