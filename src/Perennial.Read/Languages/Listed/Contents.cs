namespace Perennial.Read.Languages.Listed;

/// <summary>Finds what is said behind a verb of speech and its subject.</summary>
internal sealed partial class Contents(Prose prose, Lexicon lexicon, NounPhrases phrases, Subjects subjects)
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
