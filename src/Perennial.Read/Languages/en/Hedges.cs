using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Words that soften what is said.</summary>
internal static class Hedges
{
    private static readonly FrozenSet<string> Words = WordClasses.Set(
        "may might could perhaps possibly probably likely unlikely reportedly allegedly apparently seemingly supposedly purportedly presumably potentially maybe seems seem seemed appears appeared"
    );

    // "reportedly said": these soften the saying itself.
    private static readonly FrozenSet<string> OfTheSaying = WordClasses.Set(
        "reportedly allegedly apparently supposedly purportedly appears appeared seems seemed"
    );

    // "is believed to": somebody does, and the text does not say who.
    private static readonly FrozenSet<string> Held = WordClasses.Set(
        "believed thought suspected feared understood rumoured rumored alleged presumed"
    );

    /// <summary>The softening words between two tokens.</summary>
    public static IEnumerable<Passage> Within(Prose prose, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (IsHedge(prose, i))
            {
                yield return prose.Passage(i, i + 1);
            }
        }
    }

    /// <summary>Whether a word softens the saying itself: "reportedly".</summary>
    public static bool SoftensSaying(string lower) => OfTheSaying.Contains(lower);

    /// <summary>Whether a word leaves open whether something is so.</summary>
    public static bool IsModal(string lower) => lower is "may" or "might";

    /// <summary>Whether the first clause of what is said, outside quotation marks, is softened.</summary>
    public static bool SoftensClause(Prose prose, IReadOnlyList<Span> content)
    {
        var tokens = prose.Tokens;
        var begun = false;
        foreach (var span in content)
        {
            for (var i = span.First; i < span.Last; i++)
            {
                if (prose.QuotationOf[i] >= 0)
                {
                    begun = true;
                    continue;
                }
                var lower = tokens[i].Lower;
                if (
                    begun && WordClasses.Subordinators.Contains(lower)
                    || lower is "who" or "which" or "whose" or ";" or ":"
                    || tokens[i].EndsSentence
                )
                {
                    return false;
                }
                if (
                    IsHedge(prose, i)
                        && !(lower == "could" && i + 1 < span.Last && tokens[i + 1].Lower is "not" or "n't")
                    || Held.Contains(lower)
                        && i > span.First
                        && i + 1 < span.Last
                        && WordClasses.BeForms.Contains(tokens[i - 1].Lower)
                        && tokens[i + 1].Lower is "to"
                )
                {
                    return true;
                }
                begun |= tokens[i].IsWord;
            }
        }
        return false;
    }

    private static bool IsHedge(Prose prose, int at) =>
        Words.Contains(prose.Tokens[at].Lower) && prose.Tokens[at].Text is not "May";
}
