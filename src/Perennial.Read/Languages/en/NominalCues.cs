using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Nouns that attribute: "Gray's claim that …", "a warning from the ministry that …".</summary>
internal static class NominalCues
{
    private static readonly FrozenSet<string> Nouns = WordClasses.Set(
        "claim claims statement belief warning warnings suggestion allegation allegations assertion assertions accusation accusations argument "
            + "announcement prediction promise pledge vow demand conclusion hope hopes fear fears concern concerns insistence denial admission "
            + "assurance assurances finding view opinion contention complaint complaints remark comment declaration estimate proposal"
    );

    private static readonly FrozenSet<string> Hedging = WordClasses.Set(
        "claim claims belief suggestion allegation allegations prediction fear fears hope hopes estimate speculation"
    );

    /// <summary>The statement whose noun stands at a token, still without content; <see langword="null"/> when nobody is named beside it.</summary>
    public static Attribution? At(Prose prose, int at, int from, int to)
    {
        var tokens = prose.Tokens;
        if (at + 3 >= to || at <= from || tokens[at + 1].Lower != "that" || !Nouns.Contains(tokens[at].Lower))
        {
            return null;
        }
        var first = at;
        while (
            first > from
            && at - first < 3
            && char.IsLower(tokens[first - 1].Text[0])
            && tokens[first - 1].IsWord
            && !WordClasses.Determiners.Contains(tokens[first - 1].Lower)
            && !WordClasses.Prepositions.Contains(tokens[first - 1].Lower)
        )
        {
            first--;
        }
        Span? source = null;
        if (first > from && tokens[first - 1].IsPossessive)
        {
            source = SubjectPhrase.Before(prose, first - 1, from);
        }
        else if (first > from && tokens[first - 1].Lower is "his" or "her" or "their")
        {
            source = new Span(first - 1, first);
        }
        return source is null
            ? null
            : new Attribution
            {
                Cue = new Span(at, at + 1),
                Word = new Cue(
                    tokens[at].Lower,
                    VerbForm.None,
                    CueSense.That,
                    Hedging.Contains(tokens[at].Lower) ? Stance.Hedged : Stance.Asserted,
                    NounToo: false
                ),
                Source = source,
            };
    }
}
