namespace Perennial.Read.Languages.Listed;

/// <content>French and Spanish: a word leads to the clause.</content>
internal sealed partial class Contents
{
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
}
