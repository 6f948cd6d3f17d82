namespace Perennial.Read.Languages.Listed;

/// <summary>Finds who says what a verb of speech says.</summary>
internal sealed class Subjects(Prose prose, Lexicon lexicon, NounPhrases phrases)
{
    private const int MostSkipped = 12;

    /// <summary>The noun phrase before a verb, within its clause; <see langword="null"/> when there is none.</summary>
    /// <param name="from">Where the clause may begin.</param>
    /// <param name="verb">The first token of the verb group.</param>
    public Span? Before(int from, int verb)
    {
        var start = LastBreak(from, verb);
        if (start == verb)
        {
            return WithInsert(from, verb);
        }
        start = SkipJoining(start, verb);
        if (start == verb)
        {
            return null;
        }
        if (phrases.Covers(start, verb))
        {
            return IsAccusative(start) ? null : new Span(start, verb);
        }
        return lexicon.IsGerman ? WithPlace(start, verb) : Later(start, verb);
    }

    /// <summary>Whether nothing but a joining word stands between a break and the verb: "…, und fügte hinzu".</summary>
    public bool IsJoined(int from, int verb)
    {
        if (verb > from && lexicon.Conjunctions.Contains(prose.Tokens[verb - 1].Lower))
        {
            return true;
        }
        var start = LastBreak(from, verb);
        return start < verb && SkipJoining(start, verb) == verb;
    }

    /// <summary>The noun phrase behind a verb, with its apposition.</summary>
    public Span? After(VerbSite site, int to)
    {
        if (site.Subject >= 0)
        {
            return new Span(site.Subject, site.Subject + 1);
        }
        var at = SkipTimes(site.Last, to);
        if (
            !lexicon.IsGerman
            && at + 1 < to
            && lexicon.Datives.Contains(prose.Tokens[at].Lower)
            && ToldEnd(at + 1, to) is > 0 and var told
        )
        {
            // "a indiqué à l'AFP une source": whoever is told stands before whoever speaks.
            at = SkipTimes(told, to);
        }
        // "sagte der Minister", but not "sagte dem Sender": "der" alone may lead to either.
        if (
            at >= to
            || IsAccusative(at)
            || (prose.Tokens[at].Lower != "der" && lexicon.Datives.Contains(prose.Tokens[at].Lower))
        )
        {
            return null;
        }
        var end = phrases.EndOf(at, site.Tail >= at ? Math.Min(to, site.Tail) : to);
        return end < 0 ? null : new Span(at, phrases.WithApposition(at, end, to));
    }

    /// <summary>The end of whoever is told: "l'AFP", which is one word even before a name, or a phrase.</summary>
    private int ToldEnd(int at, int to)
    {
        var name = lexicon.Determiners.Contains(prose.Tokens[at].Lower) && at + 1 < to ? at + 1 : at;
        return IsInitials(name) || lexicon.Media.Contains(prose.Tokens[name].Lower) && prose.Tokens[name].IsCapital
            ? name + 1
            : phrases.EndOf(at, to);
    }

    private bool IsInitials(int token) => prose.Tokens[token].Text is { Length: > 1 } text && text.All(char.IsUpper);

    /// <summary>The token after adverbs and words of time: "am Freitag", "el 3 de mayo", "également".</summary>
    public int SkipTimes(int at, int to)
    {
        var i = at;
        while (i < to && i - at < MostSkipped)
        {
            var token = prose.Tokens[i];
            if (lexicon.AdverbLength(prose.Tokens, i, to) is > 0 and var length)
            {
                i += length;
            }
            else if (lexicon.Calendar.IsTimeWord(token.Lower))
            {
                i++;
            }
            else if (lexicon.Calendar.IsTimeLead(token.Lower) && i + 1 < to && IsTime(i + 1, to))
            {
                i += 2;
                while (
                    i < to
                    && (
                        IsTime(i, to)
                        || (prose.Tokens[i].Text == "." && char.IsDigit(prose.Tokens[i - 1].Text[0]))
                        || (prose.Tokens[i].Lower == "de" && i + 1 < to && IsTime(i + 1, to))
                    )
                )
                {
                    i++;
                }
            }
            else
            {
                break;
            }
        }
        return i;
    }

    /// <summary>Whom they told: the name behind "dem", "der Zeitung", "à", "al".</summary>
    public Span? Told(int at, int to)
    {
        var i = SkipTimes(at, to);
        if (i + 1 >= to || !lexicon.Datives.Contains(prose.Tokens[i].Lower))
        {
            return null;
        }
        for (var j = i + 1; j < to && j < i + 7; j++)
        {
            var token = prose.Tokens[j];
            if (prose.QuotationOf[j] >= 0)
            {
                var quotation = prose.Quotations[prose.QuotationOf[j]];
                return quotation.First == j && quotation.Closed && quotation.Words is > 0 and <= 6
                    ? new Span(j + 1, quotation.Last - 1)
                    : null;
            }
            if (!token.IsWord)
            {
                return null;
            }
            if (IsInitials(j))
            {
                return new Span(j, j + 1);
            }
            if (
                lexicon.Media.Contains(token.Lower)
                && !token.IsCapital
                && lexicon.Media.Contains(prose.Tokens[j - 1].Lower)
            )
            {
                // "der Nachrichtenagentur dpa"
                return new Span(j, j + 1);
            }
            if (
                token.IsCapital
                && (!lexicon.IsGerman || !lexicon.Media.Contains(token.Lower))
                && !lexicon.NoNames.Contains(token.Lower)
            )
            {
                var end = j + 1;
                while (end < to && prose.Tokens[end].IsWord && prose.Tokens[end].IsCapital)
                {
                    end++;
                }
                // "auf Sendung bei TF1", "en Bruselas": behind a word of place only an outlet is told.
                if (
                    lexicon.PlacePrepositions.Contains(prose.Tokens[i].Lower)
                    && i == j - 1
                    && !lexicon.Media.Contains(token.Lower)
                    && token.Text.Count(char.IsUpper) < 2
                )
                {
                    return null;
                }
                return
                    lexicon.IsGerman
                    && end == j + 1
                    && !lexicon.Media.Contains(prose.Tokens[j - 1].Lower)
                    && !token.Text.All(char.IsUpper)
                    ? null
                    : new Span(j > i + 1 && prose.Tokens[j - 1].IsCapital && !lexicon.IsGerman ? j - 1 : j, end);
            }
        }
        return null;
    }

    /// <summary>The token after the last comma, colon, dash or quotation before a verb.</summary>
    private int LastBreak(int from, int verb)
    {
        var start = verb;
        while (start > from)
        {
            var token = prose.Tokens[start - 1];
            if (
                token.Text is "," or ";" or ":" or "—" or "–" or "-"
                || (prose.QuotationOf[start - 1] >= 0 && !IsName(start - 1))
            )
            {
                break;
            }
            start--;
        }
        return start;
    }

    // "Das Magazin „Ufer“ berichtet": a short title within the phrase.
    private bool IsName(int token) => prose.Quotations[prose.QuotationOf[token]] is { Closed: true, Words: <= 4 };

    private int SkipJoining(int start, int verb)
    {
        while (
            start < verb
            && (
                lexicon.Conjunctions.Contains(prose.Tokens[start].Lower)
                || lexicon.Adverbs.Contains(prose.Tokens[start].Lower)
            )
        )
        {
            start++;
        }
        return start;
    }

    /// <summary>"Erik Saal, der die Stadt besuchte, lobte": the phrase with what is put in between commas.</summary>
    private Span? WithInsert(int from, int verb)
    {
        if (verb - from < 4 || prose.Tokens[verb - 1].Text != ",")
        {
            return null;
        }
        var start = SkipJoining(from, verb);
        var end = phrases.EndOf(start, verb);
        if (end < 0 || IsAccusative(start))
        {
            // "Vendredi, le maire, X, a dit": the phrase may begin behind the first comma.
            return null;
        }
        if (end < verb && prose.Tokens[end].IsWord && lexicon.NounPrepositions.Contains(prose.Tokens[end].Lower))
        {
            end = NextComma(end, verb, 5);
        }
        if (end >= verb - 1 || prose.Tokens[end].Text != "," || !phrases.CanSpeak(start, end))
        {
            return null;
        }
        var behind = prose.Tokens[end + 1];
        var isInsert =
            lexicon.Relatives.Contains(behind.Lower)
            || phrases.WithApposition(start, end, verb) > end
            || char.IsDigit(behind.Text[0])
            || (lexicon.Pronouns.ContainsKey(behind.Lower) && prose.Tokens[end + 2].Text == ",");
        return isInsert ? new Span(start, verb - 1) : null;
    }

    private int NextComma(int at, int to, int within)
    {
        for (var i = at; i < to && i < at + within; i++)
        {
            if (prose.Tokens[i].Text == ",")
            {
                return i;
            }
        }
        return at;
    }

    /// <summary>"Ein Sprecher des Amts in Bern": before a German verb stands one part only, whatever hangs on it.</summary>
    private Span? WithPlace(int start, int verb)
    {
        var end = phrases.EndOf(start, verb);
        return
            end > start
            && end < verb
            && !IsAccusative(start)
            && lexicon.NounPrepositions.Contains(prose.Tokens[end].Lower)
            && phrases.CanSpeak(start, end)
            ? new Span(start, verb)
            : null;
    }

    /// <summary>"Vendredi le maire": the phrase begins behind words of time.</summary>
    private Span? Later(int start, int verb)
    {
        for (var i = start + 1; i < verb && i < start + MostSkipped; i++)
        {
            var token = prose.Tokens[i];
            if (
                (token.IsCapital || lexicon.Determiners.Contains(token.Lower))
                && !lexicon.Links.Contains(prose.Tokens[i - 1].Lower)
                && !lexicon.Stops.Contains(prose.Tokens[i - 1].Lower)
                && phrases.Covers(i, verb)
            )
            {
                return new Span(i, verb);
            }
        }
        return null;
    }

    private bool IsTime(int at, int to) =>
        at < to
        && (
            lexicon.Calendar.IsTimeWord(prose.Tokens[at].Lower)
            || (char.IsDigit(prose.Tokens[at].Text[0]) && prose.Tokens[at].Text.Length <= 4)
        );

    /// <summary>"den Plan", "einen Brief": no subject in German.</summary>
    private bool IsAccusative(int at) => lexicon.ObjectArticles.Contains(prose.Tokens[at].Lower);
}
