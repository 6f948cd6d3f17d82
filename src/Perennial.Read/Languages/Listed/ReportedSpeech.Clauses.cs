namespace Perennial.Read.Languages.Listed;

/// <content>What the clauses around an attribution are.</content>
internal sealed partial class ReportedSpeech
{
    /// <summary>A relative clause, a time or an "und" behind the speaker is no more of what is said.</summary>
    private bool IsAside(int at, int to)
    {
        while (at < to && !prose.Tokens[at].IsWord)
        {
            at++;
        }
        if (at >= to)
        {
            return true;
        }
        var lower = prose.Tokens[at].Lower;
        return lexicon.Relatives.Contains(lower)
            || lexicon.Conjunctions.Contains(lower)
            || lexicon.Subordinators.Contains(lower)
            || Subjects.SkipTimes(at, to) >= to - 1;
    }

    /// <summary>"Als der Minister kam, sagte er, dass": what stands before the verb tells only when or why.</summary>
    private bool IsAdverbial(int from, VerbSite site, int behind, int to)
    {
        if (lexicon.Backgrounds.Contains(prose.Tokens[from].Lower) && !HasComma(from, site.First - 1))
        {
            return true;
        }
        var lower = prose.Tokens[from].Lower;
        return (
                lexicon.Subordinators.Contains(lower)
                || lexicon.InfinitiveMarks.Contains(lower)
                || lower is "nach" or "bei" or "in"
            ) && Contents.After(site, source: null, behind, to) is not null;
    }

    private bool HasComma(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (prose.Tokens[i].Text == ",")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"es hieß in einer Mitteilung", "on lit dans un communiqué".</summary>
    private Span? InDocument(int at, int to)
    {
        if (
            at + 1 < to
            && lexicon.InWords.Contains(prose.Tokens[at].Lower)
            && phrases.EndOf(at + 1, to) is > 0 and var end
        )
        {
            return phrases.CanSpeak(at + 1, end) ? new Span(at + 1, end) : null;
        }
        return null;
    }

    private bool IsNobody(Span source) =>
        source.Length == 1 && lexicon.Nobody.Contains(prose.Tokens[source.First].Lower);

    /// <summary>The clause ends where the same speaker's next verb begins: "… und fügte hinzu, dass".</summary>
    private int Coordinated(VerbSite site, int to)
    {
        for (var i = Math.Max(site.Head, site.Last) + 2; i < to; i++)
        {
            if (
                lexicon.Conjunctions.Contains(prose.Tokens[i - 1].Lower)
                && prose.QuotationOf[i] < 0
                && sites.At(i, i, to) is { } next
                && (
                    next.Verb.Follows.HasFlag(Follows.Thing)
                    || Contents.After(next, source: null, next.Last, to) is not null
                )
            )
            {
                return i - 1;
            }
        }
        return to;
    }

    /// <summary>Laut Anklage <em>soll</em> er …: the source itself does not vouch for it.</summary>
    private Stance Doubted(Saying said)
    {
        if (said.Stance != Stance.Asserted)
        {
            return said.Stance;
        }
        foreach (var span in said.Content)
        {
            for (var i = span.First; i < span.Last; i++)
            {
                if (prose.QuotationOf[i] < 0 && (lexicon.Doubting.Contains(prose.Tokens[i].Lower) || IsConditional(i)))
                {
                    return Stance.Hedged;
                }
            }
        }
        return Stance.Asserted;
    }

    // "trabajaría para una banda, según …"
    private bool IsConditional(int i) =>
        lexicon.Tag == "es"
        && prose.Tokens[i].Lower.Length > 5
        && (
            prose.Tokens[i].Lower.EndsWith("aría", StringComparison.Ordinal)
            || prose.Tokens[i].Lower.EndsWith("arían", StringComparison.Ordinal)
        );

    private int Untaken(int at, int to)
    {
        for (var i = at; i < to; i++)
        {
            if (taken[i])
            {
                return i;
            }
        }
        return to;
    }

    private int Words(int first, int last)
    {
        var words = 0;
        for (var i = first; i < last; i++)
        {
            words += prose.Tokens[i].IsWord ? 1 : 0;
        }
        return words;
    }

    /// <summary>"L'homme a reconnu les faits, a indiqué une source": the whole is what the source says.</summary>
    private bool IsAttributedBehind(VerbSite site, int to)
    {
        for (var i = Math.Max(site.Head + 1, site.Last) + 1; i < to; i++)
        {
            if (
                prose.Tokens[i - 1].Text == ","
                && prose.QuotationOf[i] < 0
                && Verb(i, to) is { IsPassive: false } outer
                && outer.Verb.Follows.HasFlag(Follows.Clause)
                && (
                    outer.Subject >= 0
                    || Subjects.After(outer, to) is { } speaker && phrases.CanSpeak(speaker.First, speaker.Last)
                )
                && Contents.After(outer, source: null, Math.Max(outer.Last, outer.Head + 1), to) is null
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The verb at a token, or behind the short words there.</summary>
    private VerbSite? Verb(int at, int to)
    {
        var verb = at;
        while (verb < to - 1 && lexicon.Clitics.Contains(prose.Tokens[verb].Lower) && sites.At(verb, at, to) is null)
        {
            verb++;
        }
        return sites.At(verb, at, to);
    }

    private int BehindComma(int at, int to)
    {
        for (var i = at; i < to && i - at < LongestDescription; i++)
        {
            if (prose.Tokens[i].Text == ",")
            {
                return i;
            }
        }
        return at;
    }

    /// <summary>"…, vermuten Ermittler": whoever says so is named behind.</summary>
    private bool IsAttributed(int comma, int from, int to) =>
        comma + 1 < to
        && prose.Tokens[comma].Text == ","
        && (sites.At(comma + 1, from, to) is not null || Sources.At(comma + 1, from, to) is not null);
}
