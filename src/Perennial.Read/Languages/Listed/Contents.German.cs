namespace Perennial.Read.Languages.Listed;

/// <content>German: a comma leads to the clause, and the verb may be in two parts.</content>
internal sealed partial class Contents
{
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
}
