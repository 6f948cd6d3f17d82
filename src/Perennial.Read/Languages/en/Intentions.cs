using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Tells what a speaker means to do from what they say of the world: "said it would appeal", "announced that the club will close".</summary>
internal static class Intentions
{
    // From the beginning of the clause to its verb.
    private const int Farthest = 12;

    private static readonly FrozenSet<string> Own = WordClasses.Set("it they we he she i");

    // Bodies that act; those of the same name as the speaker mostly are the speaker.
    private static readonly FrozenSet<string> Bodies = WordClasses.Set(
        "company firm ministry government agency party club team police army bank fund authority council court union group office "
            + "department parliament commission committee centre center institute charity airline utility broadcaster publisher officials"
    );

    // Nobody means to do these.
    private static readonly FrozenSet<string> NoActs = WordClasses.Set(
        "be have rain snow cost become seem mean need help cause happen depend fall rise grow shrink fail lose remain lead suffer benefit exceed reach "
            + "bring take like prefer love rather"
    );

    private static readonly FrozenSet<string> Announcing = WordClasses.Set("announce pledge promise vow");

    /// <summary>Whether the first clause of a statement tells an act of the speaker's that is to come.</summary>
    public static bool In(Prose prose, Attribution said, Cue word)
    {
        var tokens = prose.Tokens;
        var span = said.Content[0];
        var first = span.First + (tokens[span.First].Lower == "that" ? 1 : 0);
        var last = Math.Min(span.Last, first + Farthest);
        for (var i = first; i < last; i++)
        {
            var lower = tokens[i].Lower;
            if (
                prose.QuotationOf[i] >= 0
                || (i > first && WordClasses.Subordinators.Contains(lower))
                || lower is "who" or "which"
            )
            {
                return false;
            }
            if (lower is "will" or "would" or "'ll" or "'d" && i > first)
            {
                return IsAct(prose, i + 1, span.Last)
                    ? Announcing.Contains(word.Lemma) || ActsItself(prose, first, i)
                    : Announcing.Contains(word.Lemma) && IsPassive(prose, i + 1, span.Last);
            }
            if (
                lower is "plans" or "intends" or "planned" or "intended" or "plan" or "intend"
                && i > first
                && i + 1 < span.Last
                && tokens[i + 1].Lower == "to"
            )
            {
                return ActsItself(prose, first, i);
            }
        }
        return false;
    }

    private static bool IsAct(Prose prose, int at, int last)
    {
        var verb = AfterAdverbs(prose, at, last);
        return verb < last && prose.Tokens[verb].IsWord && !NoActs.Contains(prose.Tokens[verb].Lower);
    }

    // "a siren will be put up"
    private static bool IsPassive(Prose prose, int at, int last)
    {
        var verb = AfterAdverbs(prose, at, last);
        return verb + 1 < last
            && prose.Tokens[verb].Lower == "be"
            && prose.Tokens[verb + 1].Lower is not ("a" or "an" or "the");
    }

    private static int AfterAdverbs(Prose prose, int at, int last)
    {
        while (at < last && WordClasses.IsAdverb(prose.Tokens[at].Lower))
        {
            at++;
        }
        return at;
    }

    // The subject is a pronoun, a body, or an organisation by its name.
    private static bool ActsItself(Prose prose, int first, int modal)
    {
        var tokens = prose.Tokens;
        if (Own.Contains(tokens[first].Lower))
        {
            return modal - first <= 2;
        }
        for (var i = first; i < modal; i++)
        {
            if (tokens[i].Text == "," || Bodies.Contains(tokens[i].Lower) && i == modal - 1)
            {
                return tokens[i].Text != ",";
            }
            if (tokens[i].IsCapital && OrganisationWords.Contains(tokens[i].Text))
            {
                return true;
            }
        }
        return false;
    }
}
