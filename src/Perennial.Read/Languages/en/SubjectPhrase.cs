namespace Perennial.Read.Languages.English;

/// <summary>Finds the noun phrase that an attributing verb has as its subject.</summary>
/// <remarks>
/// Without a parser: a subject ends where the verb begins and reaches back to the beginning of its clause, over "of", names joined
/// by "and", brackets, and an apposition between commas. Where the way back is long, the nearest bare phrase is taken.
/// </remarks>
internal static class SubjectPhrase
{
    // A subject with its apposition or relative clause is seldom longer.
    private const int Longest = 45;
    private const int LongestPlain = 14;

    /// <summary>The phrase that ends before <paramref name="end"/>, or <see langword="null"/>.</summary>
    public static Span? Before(Prose prose, int end, int from)
    {
        var tokens = prose.Tokens;
        end = WithoutTime(tokens, end, from);
        if (end <= from)
        {
            return null;
        }
        var before = tokens[end - 1];
        if (before.Text is "," or "—" or "–")
        {
            return WithApposition(prose, end, from);
        }
        if (!before.IsWord && before.Text is not (")" or "]"))
        {
            return null;
        }
        return Plain(prose, end, from);
    }

    /// <summary>The phrase that begins at <paramref name="start"/>, with its apposition: "said Ann Gray, a nurse in Bern".</summary>
    public static Span? After(Prose prose, int start, int to)
    {
        var tokens = prose.Tokens;
        var i = start;
        while (i < to && WordClasses.IsAdverb(tokens[i].Lower))
        {
            i++;
        }
        if (
            i >= to
            || !tokens[i].IsWord
            || WordClasses.Prepositions.Contains(tokens[i].Lower)
            || WordClasses.IsTime(tokens[i].Lower)
        )
        {
            return null;
        }
        if (WordClasses.Pronouns.Contains(tokens[i].Lower))
        {
            return new Span(i, i + 1);
        }
        var first = i;
        var names = false;
        for (; i < to && i - first < LongestPlain; i++)
        {
            var token = tokens[i];
            if (token.Text == "(" && Bracket(tokens, i, to) is var close and > 0)
            {
                i = close;
                continue;
            }
            if (!token.IsWord && !token.IsPossessive)
            {
                break;
            }
            if (
                i > first
                && (
                    WordClasses.Subordinators.Contains(token.Lower)
                    || WordClasses.IsAuxiliary(token.Lower) && !token.IsPossessive
                    // "a Wednesday editorial"
                    || (
                        WordClasses.Days.Contains(token.Lower)
                        && !(i == first + 1 && WordClasses.Determiners.Contains(tokens[first].Lower))
                    )
                    || token.Lower is "who" or "which" or "last" or "later" or "earlier" or "yesterday"
                )
            )
            {
                break;
            }
            if (
                i > first
                && WordClasses.Prepositions.Contains(token.Lower)
                && token.Lower is not ("of" or "for" or "at" or "from" or "de")
            )
            {
                break;
            }
            names |= token.IsCapital;
        }
        if (i == first)
        {
            return null;
        }
        if (i < to && tokens[i].Lower == "who")
        {
            // "said an official who asked not to be named"
            while (
                i < to
                && i - first < Longest
                && !tokens[i].EndsSentence
                && tokens[i].Text != ","
                && !tokens[i].IsQuotationMark
            )
            {
                i++;
            }
            return new Span(first, i);
        }
        // An apposition after the name: to the next comma or the end of the sentence.
        if (names && i + 1 < to && tokens[i].Text == "," && BeginsApposition(tokens, i + 1, to))
        {
            var close = i + 1;
            while (
                close < to
                && close - i < Longest
                && !tokens[close].EndsSentence
                && tokens[close].Text is not (";" or "”" or "“" or "\"" or ":")
            )
            {
                if (
                    tokens[close].Text == ","
                    && !(close + 1 < to && tokens[close + 1].IsCapital && tokens[close - 1].IsCapital)
                )
                {
                    break;
                }
                close++;
            }
            i = close;
        }
        return new Span(first, i);
    }

    /// <summary>The subject of a sentence as a whole: what a participle hangs on, or a verb after "and".</summary>
    public static Span? OfSentence(Prose prose, int from, int limit)
    {
        var tokens = prose.Tokens;
        var i = from;
        if (
            i < limit
            && (
                WordClasses.Prepositions.Contains(tokens[i].Lower)
                || WordClasses.Subordinators.Contains(tokens[i].Lower)
                || tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal)
            )
        )
        {
            while (i < limit && tokens[i].Text != ",")
            {
                i++;
            }
            i++;
        }
        while (
            i < limit
            && (
                WordClasses.Conjunctions.Contains(tokens[i].Lower)
                || WordClasses.IsAdverb(tokens[i].Lower)
                || tokens[i].Lower is "however" or "meanwhile" or "," or "“" or "\""
            )
        )
        {
            i++;
        }
        if (i >= limit || !tokens[i].IsWord)
        {
            return null;
        }
        if (WordClasses.Pronouns.Contains(tokens[i].Lower))
        {
            return new Span(i, i + 1);
        }
        var first = i;
        var determined = WordClasses.Determiners.Contains(tokens[i].Lower);
        while (i < limit && i - first < 6 && (tokens[i].IsWord || tokens[i].IsPossessive))
        {
            var lower = tokens[i].Lower;
            if (
                i > first
                && (
                    WordClasses.IsAuxiliary(lower)
                    || WordClasses.Prepositions.Contains(lower)
                    || WordClasses.Subordinators.Contains(lower)
                    || lower.EndsWith("ed", StringComparison.Ordinal)
                    || lower == "who"
                    || (!determined && !tokens[i].IsCapital && !tokens[i].IsPossessive && !tokens[i - 1].IsPossessive)
                )
            )
            {
                break;
            }
            i++;
        }
        return i > first ? new Span(first, i) : null;
    }

    /// <summary>Whether what follows a comma is more about the name before it.</summary>
    public static bool BeginsApposition(IReadOnlyList<Token> tokens, int at, int to)
    {
        var token = tokens[at];
        if (WordClasses.Pronouns.Contains(token.Lower) && token.Lower != "who")
        {
            return false;
        }
        return token.Lower
                is "who"
                    or "which"
                    or "whose"
                    or "a"
                    or "an"
                    or "the"
                    or "one"
                    or "its"
                    or "his"
                    or "her"
                    or "their"
                    or "then"
                    or "now"
                    or "speaking"
                    or "of"
            || Roles.IsRole(token.Lower)
            || (at + 1 < to && char.IsLower(token.Text[0]) && RoleFollows(tokens, at, to))
            || (token.IsCapital && RoleFollows(tokens, at, to))
            || (token.IsCapital && at + 1 < to && token.Text.Length is > 2 and < 12 && token.Text[1] == '-');
    }

    private static bool RoleFollows(IReadOnlyList<Token> tokens, int at, int to)
    {
        for (var i = at; i < to && i < at + 7 && (tokens[i].IsWord || tokens[i].IsPossessive); i++)
        {
            if (
                WordClasses.Prepositions.Contains(tokens[i].Lower)
                || WordClasses.IsAuxiliary(tokens[i].Lower) && !tokens[i].IsPossessive
            )
            {
                return false;
            }
            if (Roles.IsRole(tokens[i].Lower))
            {
                return true;
            }
        }
        return false;
    }

    private static Span? WithApposition(Prose prose, int end, int from)
    {
        var tokens = prose.Tokens;
        var mark = tokens[end - 1].Text;
        var lowest = Math.Max(from, end - Longest);
        for (var comma = end - 3; comma > lowest; comma--)
        {
            if (tokens[comma].EndsSentence || tokens[comma].IsQuotationMark)
            {
                return null;
            }
            if (tokens[comma].Text != mark)
            {
                continue;
            }
            var before = tokens[comma - 1];
            var relative = tokens[comma + 1].Lower is "who" or "which" or "whose";
            if (before.IsCapital || before.Text == ")" || ((relative || mark != ",") && before.IsWord))
            {
                // "the former governor, Republican Ann Gray, said": lists and outer appositions go further back.
                if (comma + 2 < end && Plain(prose, comma, from) is { } core)
                {
                    return new Span(core.First, end - 1);
                }
            }
        }
        return null;
    }

    private static Span? Plain(Prose prose, int end, int from)
    {
        var tokens = prose.Tokens;
        if (WordClasses.Pronouns.Contains(tokens[end - 1].Lower) || tokens[end - 1].Lower is "which" or "that")
        {
            return new Span(end - 1, end);
        }
        var first = end;
        while (first > from && end - first <= LongestPlain)
        {
            var token = tokens[first - 1];
            if (token.Text is ")" or "]")
            {
                var open = first - 1;
                while (open > from && first - open < 15 && tokens[open].Text is not ("(" or "["))
                {
                    open--;
                }
                if (tokens[open].Text is not ("(" or "["))
                {
                    break;
                }
                first = open;
                continue;
            }
            if (token.IsPossessive)
            {
                first--;
                continue;
            }
            if (
                !token.IsWord
                || WordClasses.Subordinators.Contains(token.Lower)
                || WordClasses.IsAuxiliary(token.Lower)
                || token.Lower is "but" or "or" or "yet" or "who" or "which"
            )
            {
                break;
            }
            if (WordClasses.Pronouns.Contains(token.Lower))
            {
                break;
            }
            if (
                first < end
                && char.IsLower(token.Text[0])
                && Cues.Of(token.Lower) is { NounToo: false } cue
                && (cue.Form & (VerbForm.Past | VerbForm.Third)) != VerbForm.None
                && cue.Sense.HasFlag(CueSense.That)
            )
            {
                break;
            }
            if (
                token.Lower == "and"
                && !(
                    first - 2 >= from
                    && first < end
                    && tokens[first - 2].IsCapital
                    && (tokens[first].IsCapital || WordClasses.Determiners.Contains(tokens[first].Lower))
                )
                && !(
                    first - 2 >= from
                    && first < end
                    && char.IsLower(tokens[first].Text[0])
                    && tokens[first - 2].Lower.EndsWith('s')
                )
            )
            {
                break;
            }
            first--;
        }
        first = WithoutLead(tokens, first, end);
        if (first >= end)
        {
            return null;
        }
        return end - first > 9 ? Nearest(tokens, first, end) : new Span(first, end);
    }

    /// <summary>Without "On Tuesday", "Meanwhile", "In March" before the phrase.</summary>
    private static int WithoutLead(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (first < end)
        {
            var lower = tokens[first].Lower;
            if (WordClasses.Prepositions.Contains(lower))
            {
                var next = first + 1;
                while (next < end && (WordClasses.IsTime(tokens[next].Lower) || char.IsDigit(tokens[next].Text[0])))
                {
                    next++;
                }
                if (next == first + 1)
                {
                    var nearest = Nearest(tokens, first + 1, end);
                    return nearest.First > first + 1 ? nearest.First : first + 1;
                }
                first = next;
            }
            else if (
                (WordClasses.IsAdverb(lower) && lower is not "all" and not "both")
                || WordClasses.Conjunctions.Contains(lower)
                || WordClasses.IsTime(lower) && !tokens[first].IsPossessive
                || lower is "however" or "meanwhile" or "indeed"
            )
            {
                first++;
            }
            else
            {
                break;
            }
        }
        return first;
    }

    /// <summary>The last bare phrase: back to its determiner, or over a run of capitals.</summary>
    private static Span Nearest(IReadOnlyList<Token> tokens, int first, int end)
    {
        var i = end - 1;
        var capitals = tokens[i].IsCapital;
        while (i > first)
        {
            var token = tokens[i];
            if (WordClasses.Determiners.Contains(token.Lower))
            {
                break;
            }
            var before = tokens[i - 1];
            if (
                (WordClasses.Prepositions.Contains(before.Lower) && !(before.Lower == "of" && !capitals))
                || before.Lower is "and"
                || (!before.IsWord && !before.IsPossessive)
            )
            {
                break;
            }
            if (
                capitals
                && !before.IsCapital
                && !before.IsPossessive
                && !Roles.IsRole(before.Lower)
                && !WordClasses.Determiners.Contains(before.Lower)
            )
            {
                break;
            }
            i--;
        }
        return new Span(i, end);
    }

    private static int WithoutTime(IReadOnlyList<Token> tokens, int end, int from)
    {
        var cut = end;
        while (
            cut > from + 1
            && (
                WordClasses.IsTime(tokens[cut - 1].Lower)
                || (
                    char.IsDigit(tokens[cut - 1].Text[0])
                    && cut > from + 1
                    && WordClasses.Months.Contains(tokens[cut - 2].Lower)
                )
            )
        )
        {
            cut--;
        }
        if (cut < end && cut > from && tokens[cut - 1].Lower is "on" or "in" or "of" or "at")
        {
            cut--;
        }
        return cut;
    }

    private static int Bracket(IReadOnlyList<Token> tokens, int open, int to)
    {
        for (var i = open + 1; i < to && i < open + 12; i++)
        {
            if (tokens[i].Text == ")")
            {
                return i;
            }
        }
        return -1;
    }
}
