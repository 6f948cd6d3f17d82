namespace Perennial.Read.Languages.Listed;

/// <summary>Finds verbs of speech.</summary>
internal sealed class VerbSites(Prose prose, Lexicon lexicon)
{
    private const int FarthestTail = 40;
    private const int LongestGroup = 6;

    /// <summary>The verb of speech whose finite form, or auxiliary, is at a token; <see langword="null"/> when there is none.</summary>
    /// <param name="at">The token.</param>
    /// <param name="from">A token that the group may not begin before.</param>
    /// <param name="to">Where the sentence ends.</param>
    public VerbSite? At(int at, int from, int to)
    {
        var token = prose.Tokens[at];
        if (!token.IsWord || (token.IsCapital && at > from && !prose.Tokens[at - 1].IsQuotationMark))
        {
            return null;
        }
        var isDoubting = lexicon.Doubting.Contains(token.Lower);
        if (lexicon.Passives.Contains(token.Lower) && GermanPerfect(at, to, isDoubting: false) is { } passive)
        {
            return passive with { IsPassive = true };
        }
        if (isDoubting || lexicon.Auxiliaries.Contains(token.Lower))
        {
            return lexicon.IsGerman ? GermanPerfect(at, to, isDoubting) : Perfect(at, from, to, isDoubting);
        }
        foreach (var form in lexicon.Verbs.Of(token.Lower))
        {
            // "la juge", "le juge": the noun that looks like a verb.
            if (
                form.Part != VerbPart.Finite
                || (
                    at > 0
                    && lexicon.Roles.Contains(token.Lower)
                    && lexicon.Determiners.Contains(prose.Tokens[at - 1].Lower)
                )
            )
            {
                continue;
            }
            var tail = -1;
            if (form.IsSplit)
            {
                tail = Particle(at, to, form.Verb.Particle!);
                if (tail < 0)
                {
                    continue;
                }
            }
            var (first, negated) = Group(at, from);
            negated |= lexicon.IsGerman && IsNegatedAfter(at + 1, to);
            var subject = Hanging(at + 1, to);
            negated |= at + 1 < to && !lexicon.IsGerman && lexicon.Negations.Contains(prose.Tokens[at + 1].Lower);
            return new VerbSite(
                first,
                at,
                !lexicon.IsGerman && tail > at ? tail + 1
                    : subject >= 0 ? at + 2
                    : at + 1,
                tail,
                form.Verb,
                StanceOf(form.Verb, negated, form.IsConditional),
                subject
            );
        }
        return null;
    }

    /// <summary>The subject's pronoun right behind a verb.</summary>
    private int Hanging(int at, int to) =>
        at < to
        && lexicon.Pronouns.ContainsKey(prose.Tokens[at].Lower)
        && prose.Tokens[at].Text == prose.Tokens[at].Lower
            ? at
            : -1;

    /// <summary>"a déclaré", "a-t-elle également ajouté", "ha dicho".</summary>
    private VerbSite? Perfect(int at, int from, int to, bool isDoubting)
    {
        var subject = Hanging(at + 1, to);
        var negated = false;
        for (var i = subject >= 0 ? subject + 1 : at + 1; i < to && i - at <= LongestGroup; i++)
        {
            var lower = prose.Tokens[i].Lower;
            foreach (var form in lexicon.Verbs.Of(lower))
            {
                if (form.Part == VerbPart.Participle)
                {
                    if (form.IsSplit && Particle(i, to, form.Verb.Particle!) < 0)
                    {
                        continue;
                    }
                    var (first, before) = Group(at, from);
                    return new VerbSite(
                        first,
                        i,
                        form.IsSplit ? i + 2 : i + 1,
                        -1,
                        form.Verb,
                        StanceOf(form.Verb, negated || before, isDoubting),
                        subject
                    );
                }
            }
            if (lexicon.Negations.Contains(lower))
            {
                negated = true;
            }
            else if (lexicon.AdverbLength(prose.Tokens, i, to) is > 0 and var length)
            {
                i += length - 1;
            }
            else
            {
                break;
            }
        }
        return null;
    }

    /// <summary>"hat am Freitag angekündigt": the participle closes the clause.</summary>
    private VerbSite? GermanPerfect(int at, int to, bool isDoubting)
    {
        for (var i = at + 1; i < to && i - at <= FarthestTail; i++)
        {
            var token = prose.Tokens[i];
            if (token.Text is ";" or ":" || token.EndsSentence)
            {
                return null;
            }
            foreach (var form in lexicon.Verbs.Of(token.Lower))
            {
                if (form.Part == VerbPart.Participle && EndsClause(i + 1, to, isDoubting))
                {
                    var negated = IsNegatedAfter(at + 1, i);
                    return new VerbSite(
                        at,
                        i,
                        at + 1,
                        i,
                        form.Verb,
                        StanceOf(form.Verb, negated, isDoubting),
                        Hanging(at + 1, to)
                    );
                }
            }
        }
        return null;
    }

    private bool EndsClause(int at, int to, bool isDoubting) =>
        at >= to
        || !prose.Tokens[at].IsWord
        || lexicon.Conjunctions.Contains(prose.Tokens[at].Lower)
        || (isDoubting && prose.Tokens[at].Lower == "haben");

    private int Particle(int at, int to, string particle)
    {
        if (!lexicon.IsGerman)
        {
            // "fait savoir", "dejó claro"
            return at + 1 < to && prose.Tokens[at + 1].Lower == particle ? at + 1 : -1;
        }
        for (var i = at + 1; i < to && i - at <= FarthestTail; i++)
        {
            if (prose.Tokens[i].Lower == particle && EndsClause(i + 1, to, isDoubting: false))
            {
                return i;
            }
            if (prose.Tokens[i].Text == ";" || prose.Tokens[i].EndsSentence)
            {
                return -1;
            }
        }
        return -1;
    }

    /// <summary>"glaubt nicht": the negation stands within the next words of the clause.</summary>
    private bool IsNegatedAfter(int at, int to)
    {
        for (var i = at; i < to && i < at + 4 && prose.Tokens[i].IsWord; i++)
        {
            if (lexicon.Negations.Contains(prose.Tokens[i].Lower))
            {
                return true;
            }
        }
        return false;
    }

    private (int First, bool Negated) Group(int at, int from)
    {
        var negated = false;
        var first = at;
        while (first > from && at - first < LongestGroup && lexicon.Clitics.Contains(prose.Tokens[first - 1].Lower))
        {
            first--;
            negated |= lexicon.Negations.Contains(prose.Tokens[first].Lower);
        }
        return (first, negated);
    }

    private static Stance StanceOf(SpeechVerb verb, bool negated, bool isDoubting) =>
        isDoubting ? Stance.Hedged
        : !negated ? verb.Stance
        : verb.Holds ? Stance.Denied
        : Stance.Asserted;
}
