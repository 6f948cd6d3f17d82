namespace Perennial.Read.Languages.Listed;

/// <summary>Clauses that tell who said the rest of the sentence: "wie die Polizei mitteilte", "comme l'explique la maire", "según explicó".</summary>
internal sealed class HowClauses(Prose prose, Lexicon lexicon, NounPhrases phrases, VerbSites sites, Subjects subjects)
{
    private const int Longest = 30;

    /// <summary>The cue, who speaks, and the tokens of the clause; <see langword="null"/> where none begins.</summary>
    public (Span Cue, SpeechVerb Verb, Span? Source, Span All)? At(int at, int from, int to)
    {
        if (!lexicon.HowWords.Contains(prose.Tokens[at].Lower) || !BeginsClause(at, from))
        {
            return null;
        }
        return lexicon.IsGerman ? German(at, to) : Romance(at, to);
    }

    private bool BeginsClause(int at, int from) => at == from || !prose.Tokens[at - 1].IsWord;

    /// <summary>The verb closes the clause.</summary>
    private (Span, SpeechVerb, Span?, Span)? German(int at, int to)
    {
        var start = subjects.SkipTimes(at + 1, to);
        // "wie aus einem Bericht hervorgeht"
        if (start + 1 < to && lexicon.InWords.Contains(prose.Tokens[start].Lower))
        {
            start++;
        }
        var end = start < to ? phrases.EndOf(start, to) : -1;
        var whole = end < 0 ? start : phrases.WithApposition(start, end, to);
        for (var i = Math.Max(whole, at + 1); i < to && i - at < Longest; i++)
        {
            foreach (var form in lexicon.Verbs.Of(prose.Tokens[i].Lower))
            {
                if (form.IsSplit || !form.Verb.Follows.HasFlag(Follows.Clause))
                {
                    continue;
                }
                var last = i + 1;
                if (last < to && lexicon.Auxiliaries.Contains(prose.Tokens[last].Lower))
                {
                    last++;
                }
                else if (form.Part == VerbPart.Participle)
                {
                    continue;
                }
                if (last >= to || !prose.Tokens[last].IsWord)
                {
                    return (
                        new Span(i, last),
                        form.Verb,
                        end < 0 || IsNobody(start) ? null : new Span(start, whole),
                        new Span(at, last)
                    );
                }
            }
            if (prose.Tokens[i].EndsSentence || prose.Tokens[i].Text is ":" or ";")
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>The verb stands right behind the word, or behind its subject.</summary>
    private (Span, SpeechVerb, Span?, Span)? Romance(int at, int to)
    {
        var verb = at + 1;
        while (verb < to - 1 && lexicon.Clitics.Contains(prose.Tokens[verb].Lower) && sites.At(verb, verb, to) is null)
        {
            verb++;
        }
        if (verb >= to)
        {
            return null;
        }
        Span? source = null;
        var site = sites.At(verb, verb, to);
        if (site is null)
        {
            var end = phrases.EndOf(verb, to);
            var group = end;
            while (
                group >= 0
                && group < to - 1
                && lexicon.Clitics.Contains(prose.Tokens[group].Lower)
                && sites.At(group, group, to) is null
            )
            {
                group++;
            }
            if (end < 0 || group >= to || sites.At(group, end, to) is not { } behind)
            {
                return null;
            }
            (site, source) = (behind, new Span(verb, end));
        }
        if (!site.Verb.Follows.HasFlag(Follows.Clause))
        {
            return null;
        }
        source ??= subjects.After(site, to);
        var last = Math.Max(site.Head + 1, source is { } named && named.First > site.Head ? named.Last : 0);
        last = subjects.SkipTimes(last, to);
        return (new Span(site.First, site.Head + 1), site.Verb, source, new Span(at, last));
    }

    // "wie es hieß"
    private bool IsNobody(int at) => lexicon.Nobody.Contains(prose.Tokens[at].Lower);
}
