using System.Collections.Frozen;

namespace Perennial.Read.Languages;

/// <summary>How a language is written: what cutting a text into words and sentences must know of it.</summary>
internal sealed record Writing
{
    /// <summary>Words whose point does not end a sentence, as written, without the point.</summary>
    public required FrozenSet<string> Abbreviations { get; init; }

    /// <summary>Words that begin a sentence even after an abbreviation; <see langword="null"/> for those of English.</summary>
    public FrozenSet<string>? Beginners { get; init; }

    /// <summary>Short forms that are a word of their own before an apostrophe, in lower case with it: <c>l'</c>, <c>qu'</c>.</summary>
    public FrozenSet<string> Elisions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Pronouns that hang on a verb by a hyphen, longest first, with it: <c>-t-il</c>.</summary>
    public IReadOnlyList<string> HangingPronouns { get; init; } = [];

    /// <summary>Whether a point after a short number makes it an ordinal: "am 3. Mai".</summary>
    public bool HasOrdinalPoints { get; init; }

    /// <summary>Whether “ and « may close a quotation, as in „…“ and »…«.</summary>
    public bool ClosesInwards { get; init; }

    // Elisions are short, and so are the pronouns; no word is looked at further than this.
    private const int LongestElision = 9;

    /// <summary>The first part of a word that is written together with the next one, and how much between them is no word.</summary>
    public (int Length, int Skipped) FirstPart(ReadOnlySpan<char> word)
    {
        if (Elisions.Count > 0 && word.IndexOfAny('\'', '’') is > 0 and < LongestElision and var apostrophe)
        {
            var form = string.Concat(word[..apostrophe], "'").ToLowerInvariant();
            if (Elisions.Contains(form))
            {
                return (apostrophe + 1, 0);
            }
        }
        foreach (var pronoun in HangingPronouns)
        {
            if (word.Length > pronoun.Length && word.EndsWith(pronoun, StringComparison.Ordinal))
            {
                return (word.Length - pronoun.Length, pronoun.LastIndexOf('-') + 1);
            }
        }
        return (word.Length, 0);
    }
}
