using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Finds how a statement reached the text: the outlet that had it first or quotes it, and that it was said before.</summary>
internal static class Carriers
{
    private static readonly FrozenSet<string> Carrying = WordClasses.Set("reported cited quoted carried published");

    private static readonly FrozenSet<string> Before = WordClasses.Set(
        "previously earlier originally initially formerly"
    );

    // "first reported by the Sarn daily Nord News"
    private const int Reach = 5;

    /// <summary>The outlet by which the text has a statement.</summary>
    public static Carrier? Of(Prose prose, People people, Attribution said)
    {
        if (said.Cue is not { } cue)
        {
            return null;
        }
        var sentence = prose.Sentences[prose.SentenceOf[cue.Last - 1]];
        if (In(prose, people, sentence.First, sentence.Last, needsFirst: false) is { } carrier)
        {
            return carrier;
        }
        // "The charges were first reported by Nord News": the sentence behind tells where the one before it comes from.
        if (
            sentence.Last < prose.Tokens.Count
            && prose.Sentences[prose.SentenceOf[sentence.Last]] is var next
            && next.Paragraph == sentence.Paragraph
        )
        {
            return In(prose, people, next.First, next.Last, needsFirst: true);
        }
        return null;
    }

    /// <summary>The word that says that something was said before.</summary>
    public static Passage? Earlier(Prose prose, Attribution said)
    {
        if (said.Cue is not { } cue)
        {
            return null;
        }
        for (var i = Math.Max(cue.First - 1, prose.Sentences[prose.SentenceOf[cue.First]].First); i < cue.Last; i++)
        {
            if (Before.Contains(prose.Tokens[i].Lower) && prose.QuotationOf[i] < 0)
            {
                return prose.Passage(i, i + 1);
            }
        }
        return null;
    }

    private static Carrier? In(Prose prose, People people, int first, int last, bool needsFirst)
    {
        var tokens = prose.Tokens;
        for (var i = first; i + 2 < last; i++)
        {
            if (
                prose.QuotationOf[i] >= 0
                || !Carrying.Contains(tokens[i].Lower)
                || tokens[i + 1].Lower != "by"
                || (needsFirst && !(i > first && tokens[i - 1].Lower == "first"))
            )
            {
                continue;
            }
            var name = people
                .Within(i + 2, Math.Min(last, i + 2 + Reach + 4))
                .FirstOrDefault(name =>
                    name.First <= i + 2 + Reach
                    && name.Person is null
                    && name.Kind is not (EntityKind.Place or EntityKind.Group)
                );
            if (name is not null)
            {
                return new Carrier(
                    name.Name,
                    prose.Passage(i > first && tokens[i - 1].Lower == "first" ? i - 1 : i, name.Last)
                );
            }
        }
        return null;
    }
}
