using System.Globalization;
using System.Text;

namespace Perennial.Newsroom;

/// <summary>The name of a story in its address: a few plain words of its headline.</summary>
internal static class Slug
{
    private const int LongestSlug = 60;

    /// <summary>A slug that is not taken, with a number behind it where it must be.</summary>
    /// <param name="headline">What to make it from.</param>
    /// <param name="isTaken">Whether a slug is or was in use.</param>
    public static string Free(string headline, Func<string, bool> isTaken)
    {
        var plain = Of(headline);
        var slug = plain;
        for (var number = 2; isTaken(slug); number++)
        {
            slug = string.Create(CultureInfo.InvariantCulture, $"{plain}-{number}");
        }
        return slug;
    }

    /// <summary>Lower-case letters and digits of any script without their accents, words joined by hyphens.</summary>
    private static string Of(string headline)
    {
        var slug = new StringBuilder();
        foreach (var rune in headline.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && slug is [.., not '-'])
            {
                if (slug.Length >= LongestSlug)
                {
                    break;
                }
                slug.Append('-');
            }
        }
        var text = slug.ToString().Normalize(NormalizationForm.FormC).Trim('-');
        if (text.Length == 0)
        {
            return "story";
        }
        var cut = Math.Min(text.Length, LongestSlug * 2);
        // Never between the two halves of one character.
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)];
    }
}
