namespace Perennial.Read.Languages.Listed;

/// <summary>Finds what is said behind a verb of speech and its subject.</summary>
internal sealed class Contents(Prose prose, Lexicon lexicon, NounPhrases phrases, Subjects subjects)
{
    private const int FarthestClause = 16;
    private const int MostCommas = 4;

    /// <summary>The content behind a verb; <see langword="null"/> when nothing there is said.</summary>
    /// <param name="site">The verb.</param>
    /// <param name="source">Who says it.</param>
    /// <param name="at">The token after verb and subject.</param>
    /// <param name="to">Where the clause ends.</param>
    public Span? After(VerbSite site, Span? source, int at, int to) =>
        lexicon.IsGerman ? German(site, source, at, to) : Romance(site, source, at, to);

    /// <summary>Whether the content is a thing that hangs on the verb, not a clause.</summary>
    public bool IsThing(VerbSite site, Span content)
    {
        if (!site.Verb.Follows.HasFlag(Follows.Thing))
        {
            return false;
        }
        var before = content.First > 0 ? prose.Tokens[content.First - 1].Text : "";
        return before is not ("," or ":") && !lexicon.Clausal.Contains(prose.Tokens[content.First].Lower);
    }

    /// <summary>A span without the marks at its ends that are no part of what is said.</summary>
    public Span? Trimmed(int first, int last)
    {
        var tokens = prose.Tokens;
        while (last > first && !tokens[last - 1].IsWord && !Belongs(last - 1, first))
        {
            last--;
        }
        while (
            first < last
            && !tokens[first].IsWord
            && tokens[first].Text is "," or ":" or ";" or "—" or "–" or "-" or "." or ")"
        )
        {
            first++;
        }
        for (var i = first; i < last; i++)
        {
            if (tokens[i].IsWord)
            {
                return new Span(first, last);
            }
        }
        return null;
    }

    /// <summary>Whether a verb form marks the tokens as somebody else's words, and whether it stands before their end.</summary>
    public (bool Found, bool Inside) Subjunctive(int first, int last)
    {
        var found = false;
        for (var i = first; i < last; i++)
        {
            var token = prose.Tokens[i];
            if (prose.QuotationOf[i] >= 0 || !token.IsWord || token.IsCapital && i > first)
            {
                continue;
            }
            var previous = i > first ? prose.Tokens[i - 1].Lower : "";
            if (
                lexicon.Subjunctives.Contains(token.Lower)
                    && previous is not ("ich" or "wir" or "sie" or "zu" or "wenn" or "es")
                    && !(i + 1 < last && prose.Tokens[i + 1].Lower is "ich" or "wir")
                || (
                    lexicon.Subjunctives.Contains(token.Lower)
                    && previous is "es" or "sie"
                    && token.Lower
                        is "sei"
                            or "habe"
                            or "seien"
                            or "werde"
                            or "gebe"
                            or "könne"
                            or "müsse"
                            or "solle"
                            or "wolle"
                            or "dürfe"
                )
                || (
                    lexicon.Subjunctives.Count > 0
                    && previous is "er" or "man" or "es" or "sie"
                    && LooksSubjunctive(token.Lower)
                )
            )
            {
                found = true;
                if (i + 1 < last && prose.Tokens[i + 1].IsWord)
                {
                    return (true, true);
                }
            }
        }
        return (found, false);
    }

    // "er warte", "man prüfe": the past of weak verbs ends in "te" and is none.
    private static bool LooksSubjunctive(string lower) =>
        lower.Length > 3
        && lower.EndsWith('e')
        && !lower.EndsWith("te", StringComparison.Ordinal)
        && lower
            is not (
                "eine"
                or "seine"
                or "ihre"
                or "keine"
                or "diese"
                or "jene"
                or "viele"
                or "ohne"
                or "gerade"
                or "heute"
                or "beide"
                or "gerne"
                or "alle"
                or "deine"
                or "meine"
                or "lange"
                or "wurde"
                or "bitte"
                or "rede"
            );

    private bool Belongs(int i, int first) =>
        prose.Tokens[i].Text is ")" or "]" or "%" or "’"
        || (
            prose.QuotationOf[i] >= 0
            && prose.Quotations[prose.QuotationOf[i]].Last == i + 1
            && prose.Quotations[prose.QuotationOf[i]].First >= first
        );

    private Span? German(VerbSite site, Span? source, int at, int to)
    {
        var begin = site.Tail >= 0 ? Math.Max(at, site.Tail + 1) : at;
        if ((site.Verb.Follows & (Follows.Clause | Follows.Infinitive)) != Follows.None)
        {
            for (
                var (comma, seen) = (NextBreak(begin, to), 0);
                comma >= 0 && seen < MostCommas;
                comma = NextBreak(comma + 1, to), seen++
            )
            {
                if (IsGermanContent(site, source, begin, comma, to))
                {
                    return Trimmed(comma + 1, to);
                }
            }
            if (site.Verb.Follows.HasFlag(Follows.Infinitive) && HasInfinitive(begin, to))
            {
                return Trimmed(begin, to);
            }
        }
        if (
            !site.Verb.Follows.HasFlag(Follows.Thing)
            || source is not { } speaker
            || !phrases.CanSpeak(speaker.First, speaker.Last)
        )
        {
            return null;
        }
        var from = subjects.SkipTimes(at, to);
        var last = site.Tail > from ? site.Tail : to;
        // "hat den Plan scharf kritisiert": how it was said is no part of the thing.
        while (site.Tail == site.Head && last - from > 1 && IsManner(last - 1))
        {
            last--;
        }
        if (
            last < to - 1
            && prose.Tokens[last].IsWord
            && prose.Tokens[last + 1].Text == ","
            && HasInfinitive(last + 2, to)
        )
        {
            last = to;
        }
        return from < last && prose.Tokens[from].Text is not ("," or ".") ? Trimmed(from, last) : null;
    }

    private bool IsManner(int token) =>
        prose.Tokens[token] is { IsWord: true, IsCapital: false } word && lexicon.Adverbs.Contains(word.Lower);

    private bool IsGermanContent(VerbSite site, Span? source, int begin, int comma, int to)
    {
        if (comma + 2 >= to)
        {
            return false;
        }
        if (prose.Tokens[comma].Text == ":")
        {
            // Without the subjunctive or marks a list or a new thought follows a colon as often as words of somebody.
            return site.Verb.Follows.HasFlag(Follows.Clause)
                && (
                    Subjunctive(comma + 1, to).Found
                    || Array.FindIndex(prose.QuotationOf, comma + 1, to - comma - 1, quotation => quotation >= 0) >= 0
                );
        }
        var word = prose.Tokens[comma + 1].Lower;
        if (lexicon.Clausal.Contains(word))
        {
            return site.Verb.Follows.HasFlag(Follows.Clause);
        }
        var end = NextBreak(comma + 1, to) is > 0 and var next ? next : to;
        var (found, inside) = Subjunctive(comma + 1, end);
        if (lexicon.Relatives.Contains(word))
        {
            // "sagte, die Kosten seien hoch" and "sagte Kowal, die den Einsatz leitete".
            var isClose =
                source is { } speaker && speaker.First < site.First && subjects.SkipTimes(site.Last, to) >= comma;
            return site.Verb.Follows.HasFlag(Follows.Clause)
                && (isClose || inside || (found && source?.First < site.First));
        }
        if (lexicon.Subordinators.Contains(word) || lexicon.Conjunctions.Contains(word))
        {
            return word is "wenn" or "falls" && found;
        }
        if (HasInfinitive(comma + 1, end) && !inside)
        {
            return true;
        }
        return site.Verb.Follows.HasFlag(Follows.Clause) && (found || comma - begin < 8);
    }

    private bool HasInfinitive(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var token = prose.Tokens[i];
            if (
                i + 1 < to
                && token.Lower == "zu"
                && prose.Tokens[i + 1] is { IsCapital: false } verb
                && verb.Lower.EndsWith('n')
            )
            {
                return true;
            }
            // "einzugreifen"
            if (
                !token.IsCapital
                && token.Lower.Length > 7
                && token.Lower.EndsWith('n')
                && token.Lower.IndexOf("zu", 2, StringComparison.Ordinal) is > 1 and var at
                && at < token.Lower.Length - 4
            )
            {
                return true;
            }
        }
        return false;
    }

    private Span? Romance(VerbSite site, Span? source, int at, int to)
    {
        var begin = subjects.SkipTimes(at, to);
        if (site.Verb.Follows.HasFlag(Follows.Clause))
        {
            for (var i = at; i < to && i - at < FarthestClause; i++)
            {
                var token = prose.Tokens[i];
                if (token.Text == ":" && i + 1 < to)
                {
                    return Trimmed(i + 1, to);
                }
                if (token.Text == ";" || token.EndsSentence || prose.QuotationOf[i] >= 0)
                {
                    break;
                }
                // "la reforma que": far behind the verb the word stands for a thing.
                if (
                    lexicon.Clausal.Contains(token.Lower)
                    && (
                        i - begin < 2
                        || i - at < (site.Verb.Follows.HasFlag(Follows.Thing) ? 6 : 12) && !IsNounBefore(i, at)
                        || prose.Tokens[i - 1].Text == ","
                    )
                )
                {
                    return Trimmed(i, to);
                }
            }
        }
        if (begin >= to)
        {
            return null;
        }
        if (site.Verb.Follows.HasFlag(Follows.Infinitive))
        {
            var verb = begin;
            while (
                verb < to - 1
                && (
                    lexicon.InfinitiveMarks.Contains(prose.Tokens[verb].Lower)
                    || lexicon.Clitics.Contains(prose.Tokens[verb].Lower)
                )
            )
            {
                verb++;
            }
            var lower = prose.Tokens[verb].Lower;
            // "n'a pas souhaité commenter": who wants to say nothing says nothing.
            if (site.Verb.Stance == Stance.Planned && site.Stance != Stance.Planned && site.Stance != Stance.Hedged)
            {
                return null;
            }
            if (
                lexicon.InfinitiveEndings.Any(ending =>
                    lower.Length > 3 && lower.EndsWith(ending, StringComparison.Ordinal)
                )
            )
            {
                return Trimmed(begin, to);
            }
        }
        return
            site.Verb.Follows.HasFlag(Follows.Thing)
            && source is { } speaker
            && phrases.CanSpeak(speaker.First, speaker.Last)
            && !prose.Tokens[begin].EndsSentence
            && prose.Tokens[begin].Text is not ("," or ":" or ";" or "(")
            ? Trimmed(begin, to)
            : null;
    }

    // A thing between the verb and the word: what follows is about the thing.
    private bool IsNounBefore(int i, int at) =>
        i - at > 1
        && prose.Tokens[i - 1].IsWord
        && !prose.Tokens[i - 1].IsCapital
        && !lexicon.Calendar.IsTimeWord(prose.Tokens[i - 1].Lower)
        && !lexicon.Adverbs.Contains(prose.Tokens[i - 1].Lower)
        && !lexicon.Media.Contains(prose.Tokens[i - 1].Lower)
        && prose.Tokens[i - 1].Lower is not "de";

    private int NextBreak(int at, int to)
    {
        var depth = 0;
        for (var i = at; i < to; i++)
        {
            var text = prose.Tokens[i].Text;
            depth +=
                text == "(" ? 1
                : text == ")" && depth > 0 ? -1
                : 0;
            if (depth == 0 && prose.QuotationOf[i] < 0 && text is "," or ":")
            {
                return i;
            }
        }
        return -1;
    }
}
