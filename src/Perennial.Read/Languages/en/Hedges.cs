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
        "reportedly allegedly apparently supposedly purportedly"
    );

    /// <summary>The softening words between two tokens.</summary>
    public static IEnumerable<Passage> Within(Prose prose, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (Words.Contains(prose.Tokens[i].Lower) && prose.Tokens[i].Text is not "May")
            {
                yield return prose.Passage(i, i + 1);
            }
        }
    }

    public static bool SoftensSaying(string lower) => OfTheSaying.Contains(lower);
}
