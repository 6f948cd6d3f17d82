namespace Perennial.Read.Languages.Listed;

/// <summary>Finds where the noun phrases end that may speak: "die Bürgermeisterin Mara Lind", "le porte-parole du ministère".</summary>
internal sealed class NounPhrases(Prose prose, Lexicon lexicon)
{
    private const int Longest = 24;
    private const int LongestApposition = 16;
    private const int LongestBracket = 6;

    /// <summary>The token after the phrase that begins at a token, or -1 where none begins.</summary>
    /// <param name="first">Its first token.</param>
    /// <param name="limit">A token that it may not reach beyond.</param>
    public int EndOf(int first, int limit)
    {
        if (first >= limit)
        {
            return -1;
        }
        if (IsPronoun(first))
        {
            return first + 1;
        }
        var tokens = prose.Tokens;
        var i = first;
        var hasHead = false;
        if (lexicon.Links.Contains(tokens[first].Lower) && !lexicon.Determiners.Contains(tokens[first].Lower))
        {
            return -1;
        }
        for (; i < limit && i - first < Longest; i++)
        {
            var token = tokens[i];
            if (!token.IsWord)
            {
                var behind = hasHead ? BehindInsert(i, limit) : -1;
                if (behind < 0)
                {
                    break;
                }
                i = behind - 1;
            }
            else if (
                lexicon.Determiners.Contains(token.Lower)
                && !(hasHead && lexicon.Links.Contains(token.Lower) && !lexicon.IsGerman)
            )
            {
                if (i > first && !Continues(i - 1) && !(hasHead && IsGenitive(i, limit)))
                {
                    break;
                }
            }
            else if (token.IsCapital || char.IsDigit(token.Text[0]))
            {
                if (
                    lexicon.Calendar.IsTimeWord(token.Lower)
                    || (
                        i == first
                        && lexicon.Stops.Contains(token.Lower)
                        && !lexicon.Honorifics.ContainsKey(token.Lower)
                    )
                )
                {
                    break;
                }
                hasHead |= token.IsCapital;
            }
            else if (lexicon.Links.Contains(token.Lower))
            {
                if (!hasHead || i + 1 >= limit || !BeginsPhrase(i + 1))
                {
                    break;
                }
            }
            else if (lexicon.Conjunctions.Contains(token.Lower))
            {
                if (
                    !hasHead
                    || i + 1 >= limit
                    || !(tokens[i + 1].IsCapital || lexicon.Determiners.Contains(tokens[i + 1].Lower))
                )
                {
                    break;
                }
            }
            else if (lexicon.IsGerman ? !IsAdjective(i, limit) : !IsNoun(i, ref hasHead))
            {
                break;
            }
        }
        while (
            i > first && tokens[i - 1].IsWord && (Continues(i - 1) || lexicon.Determiners.Contains(tokens[i - 1].Lower))
        )
        {
            i--;
        }
        return hasHead && i > first ? i : -1;
    }

    /// <summary>The end of the phrase with the apposition behind it: ", Sprecherin der Polizei", ", Mara Lind,".</summary>
    public int WithApposition(int first, int end, int limit)
    {
        var tokens = prose.Tokens;
        if (end + 1 >= limit || tokens[end].Text != "," || !BeginsApposition(first, end, limit))
        {
            return end;
        }
        var i = end + 1;
        for (; i < limit && i - end <= LongestApposition; i++)
        {
            var token = tokens[i];
            if (token.Text is "," or ";" or ":" or "—" or "–" or "(" || token.EndsSentence || token.IsQuotationMark)
            {
                break;
            }
            if (token.IsWord && i > end + 1 && lexicon.Relatives.Contains(token.Lower) && !lexicon.IsGerman)
            {
                break;
            }
        }
        return i - end > LongestApposition ? end : i;
    }

    /// <summary>Whether the tokens are a phrase from end to end.</summary>
    public bool Covers(int first, int last) => first < last && EndOf(first, last) == last;

    /// <summary>Whether a token is a pronoun that speaks.</summary>
    public bool IsPronoun(int token) => lexicon.Pronouns.ContainsKey(prose.Tokens[token].Lower);

    /// <summary>Whether something in the phrase can speak: a name, a role, an organisation, a document.</summary>
    public bool CanSpeak(int first, int last)
    {
        if (IsPronoun(first) && last == first + 1)
        {
            return true;
        }
        var names = 0;
        for (var i = first; i < last; i++)
        {
            var token = prose.Tokens[i];
            if (!token.IsWord)
            {
                continue;
            }
            if (IsSpeakingNoun(token.Lower) || lexicon.Honorifics.ContainsKey(token.Lower))
            {
                return true;
            }
            names =
                token.IsCapital && !lexicon.NoNames.Contains(token.Lower) && !lexicon.Determiners.Contains(token.Lower)
                    ? names + 1
                    : 0;
            if (names >= 2 || (names == 1 && (!lexicon.IsGerman || first == i)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a noun is one of people, organisations, groups or documents.</summary>
    public bool IsSpeakingNoun(string lower) =>
        lexicon.Roles.Contains(lower)
        || lexicon.Organisations.Contains(lower)
        || lexicon.Groups.Contains(lower)
        || lexicon.Documents.Contains(lower);

    /// <summary>A title in marks or a bracket within a phrase: the token after it, or -1.</summary>
    private int BehindInsert(int i, int limit)
    {
        var tokens = prose.Tokens;
        if (prose.QuotationOf[i] >= 0)
        {
            var quotation = prose.Quotations[prose.QuotationOf[i]];
            return
                quotation.First == i
                && quotation.Closed
                && quotation.Words <= 5
                && quotation.Last <= limit
                && tokens[i - 1].IsCapital == lexicon.IsGerman
                ? quotation.Last
                : -1;
        }
        if (tokens[i].Text == "(")
        {
            for (var j = i + 1; j < limit && j - i <= LongestBracket; j++)
            {
                if (tokens[j].Text == ")")
                {
                    return j + 1;
                }
            }
        }
        return -1;
    }

    private bool BeginsApposition(int first, int end, int limit)
    {
        var tokens = prose.Tokens;
        var at = end + 1;
        if (lexicon.Determiners.Contains(tokens[at].Lower))
        {
            at++;
        }
        if (at >= limit)
        {
            return false;
        }
        for (var i = at; i < limit && i < at + 4 && tokens[i].IsWord; i++)
        {
            if (lexicon.Roles.Contains(tokens[i].Lower) || lexicon.Honorifics.ContainsKey(tokens[i].Lower))
            {
                return true;
            }
        }
        if (lexicon.Links.Contains(tokens[at].Lower) || tokens[at].Lower == "von")
        {
            return at + 1 < limit && at == end + 1;
        }
        // "ein Sprecher, Karl Uhde": the name stands behind the role.
        var isRole = false;
        for (var i = first; i < end; i++)
        {
            isRole |= lexicon.Roles.Contains(tokens[i].Lower);
        }
        return isRole && tokens[at].IsWord && tokens[at].IsCapital && at == end + 1;
    }

    private bool BeginsPhrase(int i) =>
        prose.Tokens[i] is { IsWord: true } token
        && (
            token.IsCapital
            || lexicon.Determiners.Contains(token.Lower)
            || lexicon.Links.Contains(token.Lower)
            || (
                lexicon.IsGerman
                    ? token.Lower.EndsWith('n') || token.Lower.EndsWith('r')
                    : !lexicon.Stops.Contains(token.Lower)
            )
        );

    private bool Continues(int i) =>
        lexicon.Links.Contains(prose.Tokens[i].Lower)
        || lexicon.Conjunctions.Contains(prose.Tokens[i].Lower)
        || lexicon.Determiners.Contains(prose.Tokens[i].Lower);

    /// <summary>"Sprecher der Polizei", but not "sagte Lind der Zeitung".</summary>
    private bool IsGenitive(int i, int limit)
    {
        var article = prose.Tokens[i].Lower;
        if (
            !lexicon.IsGerman
            || article is not ("der" or "des" or "eines" or "einer" or "seiner" or "ihrer" or "deren" or "dessen")
        )
        {
            return false;
        }
        var hasNoun = false;
        for (var j = i + 1; j < limit && j < i + 4 && prose.Tokens[j].IsWord; j++)
        {
            var token = prose.Tokens[j];
            hasNoun |= token.IsCapital;
            if (
                article is "der" or "einer"
                && token.IsCapital
                && lexicon.Media.Contains(token.Lower)
                && !lexicon.Roles.Contains(prose.Tokens[i - 1].Lower)
            )
            {
                return false;
            }
        }
        return hasNoun;
    }

    /// <summary>A lower-case word before a noun with a capital.</summary>
    private bool IsAdjective(int i, int limit)
    {
        var token = prose.Tokens[i];
        if (
            lexicon.Stops.Contains(token.Lower)
            || lexicon.Adverbs.Contains(token.Lower)
            || !EndsLikeAdjective(token.Lower)
        )
        {
            return false;
        }
        for (var j = i + 1; j < limit && j < i + 4; j++)
        {
            if (!prose.Tokens[j].IsWord)
            {
                return false;
            }
            if (prose.Tokens[j].IsCapital)
            {
                return true;
            }
            if (lexicon.Stops.Contains(prose.Tokens[j].Lower))
            {
                return false;
            }
        }
        return false;
    }

    private static bool EndsLikeAdjective(string lower) =>
        lower.Length > 3 && (lower[^1] is 'e' || (lower[^2] == 'e' && lower[^1] is 'r' or 'n' or 's' or 'm'));

    private bool IsNoun(int i, ref bool hasHead)
    {
        var lower = prose.Tokens[i].Lower;
        if (
            lexicon.Stops.Contains(lower)
            || lexicon.Adverbs.Contains(lower)
            || lexicon.Relatives.Contains(lower)
            || lexicon.Clausal.Contains(lower)
            || lexicon.Auxiliaries.Contains(lower)
            || lexicon.Calendar.IsTimeWord(lower)
        )
        {
            return false;
        }
        foreach (var form in lexicon.Verbs.Of(lower))
        {
            if (form.Part == VerbPart.Finite && !IsSpeakingNoun(lower))
            {
                return false;
            }
        }
        hasHead = true;
        return true;
    }
}
