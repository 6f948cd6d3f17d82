namespace Perennial.Read.Languages.English;

/// <summary>Finds whom somebody told something.</summary>
internal static class Addressees
{
    private static readonly HashSet<string> ObjectPronouns = new(StringComparer.Ordinal)
    {
        "him",
        "her",
        "them",
        "us",
        "me",
        "it",
        "you",
        "reporters",
        "journalists",
        "people",
        "voters",
        "supporters",
        "himself",
        "herself",
        "themselves",
    };

    /// <summary>The addressee after a verb that takes one, and the token after it.</summary>
    public static (Span Who, int Next)? After(Prose prose, CueSite site, int to)
    {
        var tokens = prose.Tokens;
        var first = site.Last;
        if (!site.Word.Sense.HasFlag(CueSense.Addressee) || first >= to || !tokens[first].IsWord)
        {
            return null;
        }
        var lower = tokens[first].Lower;
        if (
            lower
                is "up"
                    or "down"
                    or "out"
                    or "off"
                    or "away"
                    or "back"
                    or "that"
                    or "to"
                    or "about"
                    or "of"
                    or "against"
                    or "how"
                    or "why"
                    or "what"
                    or "if"
                    or "whether"
            || WordClasses.Prepositions.Contains(lower)
        )
        {
            return null;
        }
        if (
            ObjectPronouns.Contains(lower)
            && !(
                lower == "her"
                && first + 1 < to
                && char.IsLower(tokens[first + 1].Text[0])
                && tokens[first + 1].IsWord
                && tokens[first + 1].Lower is not "that" and not "to"
            )
        )
        {
            return (new Span(first, first + 1), first + 1);
        }
        if (WordClasses.Pronouns.Contains(lower))
        {
            return null;
        }
        var i = first;
        for (; i < to && i - first < 10; i++)
        {
            var token = tokens[i];
            if (!token.IsWord && !token.IsPossessive && token.Text != "&")
            {
                break;
            }
            if (
                i > first
                && (
                    WordClasses.Pronouns.Contains(token.Lower)
                    || WordClasses.Subordinators.Contains(token.Lower)
                    || WordClasses.IsTime(token.Lower)
                        && !EndsName(tokens[i - 1], token)
                        && !WordClasses.Determiners.Contains(tokens[i - 1].Lower)
                    || WordClasses.IsAuxiliary(token.Lower) && !token.IsPossessive
                    || (WordClasses.Determiners.Contains(token.Lower) && tokens[i - 1].Lower is not "of")
                    || (WordClasses.Prepositions.Contains(token.Lower) && token.Lower != "of")
                )
            )
            {
                break;
            }
        }
        return i > first ? (new Span(first, i), i) : null;
    }

    // "Ostby Today" is a broadcaster's name, "Ostby Tuesday" says when.
    private static bool EndsName(Token before, Token token) =>
        token.IsCapital
        && before.IsCapital
        && !WordClasses.Days.Contains(token.Lower)
        && !WordClasses.Months.Contains(token.Lower);
}
