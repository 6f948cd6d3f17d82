using System.Globalization;
using System.Text;

namespace Perennial.Weave.Trails;

/// <summary>Names of outlets and people, as texts shorten them.</summary>
internal static class Names
{
    /// <summary>Whether two names mean one outlet: "Lantern" and "The Lantern News Agency".</summary>
    public static bool AreOneOutlet(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return false;
        }
        var (words, theirs) = (Bare(one), Bare(other));
        var (shorter, longer) = words.Length <= theirs.Length ? (words, theirs) : (theirs, words);
        return shorter.Length > 0 && longer.AsSpan(0, shorter.Length).SequenceEqual(shorter);
    }

    /// <summary>Whether two names mean one speaker; <see langword="null"/> where one of them is not known.</summary>
    public static bool? AreOneSpeaker(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return null;
        }
        var (words, theirs) = (Bare(one), Bare(other));
        return words.Length > 0
            && theirs.Length > 0
            && (words[^1] == theirs[^1] || Within(words, theirs) || Within(theirs, words));
    }

    private static bool Within(string[] part, string[] whole) =>
        part.All(word => whole.Contains(word, StringComparer.Ordinal));

    private static string[] Bare(string name) =>
        [
            .. Words
                .Of(WithoutAccents(name))
                .Select(word => word.Text)
                .SkipWhile(word => word is "the" or "le" or "la" or "der" or "die" or "das"),
        ];

    // Half of the outlets write Rosselló, the others Rossello.
    private static string WithoutAccents(string name) =>
        string.Concat(
            name.Normalize(NormalizationForm.FormD)
                .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        );
}
