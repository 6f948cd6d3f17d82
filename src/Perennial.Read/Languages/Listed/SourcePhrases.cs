namespace Perennial.Read.Languages.Listed;

/// <summary>Who is the source, said without a verb: "laut Polizei", "nach Angaben der Feuerwehr", "Kowal zufolge", "selon elle", "según la fiscal".</summary>
internal sealed class SourcePhrases(Prose prose, Lexicon lexicon, NounPhrases phrases)
{
    private const int LongestBefore = 12;

    /// <summary>The attributing words at a token and who is meant; with the tokens that both take up.</summary>
    /// <param name="at">The token.</param>
    /// <param name="from">Where the sentence begins.</param>
    /// <param name="to">Where it ends.</param>
    public (Span Cue, Span Source, Span All)? At(int at, int from, int to) =>
        Before(at, from, to) ?? Compound(at, to) ?? Behind(at, from) ?? So(at, from, to);

    private (Span, Span, Span)? Before(int at, int from, int to)
    {
        foreach (var phrase in lexicon.SourcePhrases)
        {
            if (!Matches(phrase, at, to))
            {
                continue;
            }
            var next = at + phrase.Length;
            if (next < to && lexicon.IsGerman && prose.Tokens[next].Lower is "von" or "vom")
            {
                next++;
            }
            var end = phrases.EndOf(next, to);
            if (end < 0 || !phrases.CanSpeak(next, end))
            {
                continue;
            }
            var whole = phrases.WithApposition(next, end, to);
            // "Pour M. Wendel, …" is an opinion, "pour M. Wendel" within a sentence is a purpose.
            if (phrase is ["pour"] or ["para"] && (at != from || whole >= to || prose.Tokens[whole].Text != ","))
            {
                continue;
            }
            return (new Span(at, at + phrase.Length), new Span(next, whole), new Span(at, whole));
        }
        return null;
    }

    private static bool IsCompound(string lower) =>
        lower.Length > 9
        && (
            lower.EndsWith("angaben", StringComparison.Ordinal)
            || lower.EndsWith("informationen", StringComparison.Ordinal)
        );

    /// <summary>"nach Polizeiangaben": the source and what it gives in one word.</summary>
    private (Span, Span, Span)? Compound(int at, int to) =>
        lexicon.IsGerman && prose.Tokens[at].Lower == "nach" && at + 1 < to && IsCompound(prose.Tokens[at + 1].Lower)
            ? (new Span(at, at + 1), new Span(at + 1, at + 2), new Span(at, at + 2))
            : null;

    private (Span, Span, Span)? Behind(int at, int from)
    {
        if (!lexicon.SourceEndings.Contains(prose.Tokens[at].Lower))
        {
            return null;
        }
        for (var start = Math.Max(from, at - LongestBefore); start < at; start++)
        {
            if (
                phrases.EndOf(start, at) == at
                && phrases.CanSpeak(start, at)
                && (start == from || !lexicon.Links.Contains(prose.Tokens[start - 1].Lower))
            )
            {
                return (new Span(at, at + 1), new Span(start, at), new Span(start, at + 1));
            }
        }
        return null;
    }

    /// <summary>"…, so Kowal": behind what is said, at the end of its clause.</summary>
    private (Span, Span, Span)? So(int at, int from, int to)
    {
        if (at == from || !lexicon.SoWords.Contains(prose.Tokens[at].Lower) || prose.Tokens[at - 1].IsWord)
        {
            return null;
        }
        var end = phrases.EndOf(at + 1, to);
        if (end < 0)
        {
            return null;
        }
        var whole = phrases.WithApposition(at + 1, end, to);
        var rest = whole;
        while (
            rest < to
            && prose.Tokens[rest].IsWord
            && !lexicon.Clausal.Contains(prose.Tokens[rest].Lower)
            && rest - whole < 8
        )
        {
            rest++;
        }
        return rest >= to || !prose.Tokens[rest].IsWord
            ? (new Span(at, at + 1), new Span(at + 1, whole), new Span(at, rest))
            : null;
    }

    private bool Matches(string[] phrase, int at, int to)
    {
        if (at + phrase.Length >= to)
        {
            return false;
        }
        for (var i = 0; i < phrase.Length; i++)
        {
            if (prose.Tokens[at + i].Lower != phrase[i])
            {
                return false;
            }
        }
        return true;
    }
}
