namespace Perennial.Read.Languages.English;

/// <summary>How something is said: judged by the words that attribute it, and for what is not quoted also by its own first clause.</summary>
internal static class Stances
{
    // Not to hold these is to deny; "did not say whether" is not.
    private static readonly HashSet<string> Holding = new(StringComparer.Ordinal)
    {
        "believe",
        "think",
        "agree",
        "support",
        "accept",
        "endorse",
        "want",
        "favor",
        "favour",
        "back",
        "blame",
        "like",
        "approve",
        "recognise",
        "recognize",
        "suggest",
    };

    // What one wishes of others, or merely puts forward, is no intention: only "to" and a verb is.
    private static readonly HashSet<string> PlannedWithTo = new(StringComparer.Ordinal)
    {
        "want",
        "hope",
        "wish",
        "seek",
        "offer",
        "prefer",
    };

    /// <summary>The stance of a statement.</summary>
    public static Stance Of(Prose prose, Attribution said)
    {
        if (said.Word is not { } word || said.Cue is not { } cue)
        {
            return Stance.Asserted;
        }
        var planned = false;
        for (var i = cue.First; i < cue.Last; i++)
        {
            var lower = prose.Tokens[i].Lower;
            if (Hedges.SoftensSaying(lower) || (Hedges.IsModal(lower) && i + 1 < cue.Last))
            {
                return Stance.Hedged;
            }
            planned |= lower is "will" or "'ll" or "won't";
        }
        if (said.Negated)
        {
            return Holding.Contains(word.Lemma) ? Stance.Denied : Stance.Asserted;
        }
        var first = said.Content.Count > 0 ? prose.Tokens[said.Content[0].First].Lower : "";
        return word.Stance switch
        {
            // A request: "asked for", "asked that", "asked to".
            Stance.Asked when word.Lemma == "ask for" => Stance.Asserted,
            Stance.Asked when word.Lemma == "ask" && first is "to" or "for" or "that" or "not" => Stance.Asserted,
            Stance.Planned when PlannedWithTo.Contains(word.Lemma) && first != "to" => Stance.Asserted,
            Stance.Asserted when word.Lemma == "dismiss" => Stance.Denied,
            Stance.Asserted when planned => Stance.Planned,
            Stance.Asserted => OfContent(prose, said, word),
            var stance => stance,
        };
    }

    /// <summary>The stance of what a plain "said" attributes.</summary>
    private static Stance OfContent(Prose prose, Attribution said, Cue word)
    {
        if (said.Quoted)
        {
            return IsQuestion(prose, said) ? Stance.Asked : Stance.Asserted;
        }
        if ((word.Sense & (CueSense.Clause | CueSense.That | CueSense.Addressee)) == CueSense.None)
        {
            return Stance.Asserted;
        }
        return Hedges.SoftensClause(prose, said.Content) ? Stance.Hedged
            : Intentions.In(prose, said, word) ? Stance.Planned
            : Stance.Asserted;
    }

    // Every sentence of the quotation asks.
    private static bool IsQuestion(Prose prose, Attribution said)
    {
        var asks = false;
        foreach (var span in said.Content)
        {
            // "We know where it is," she said: a statement, whatever comes after it.
            if (
                span.Length > 1
                && prose.Tokens[span.Last - (prose.Tokens[span.Last - 1].IsQuotationMark ? 2 : 1)].Text == ","
            )
            {
                return false;
            }
            for (var i = span.First; i < span.Last; i++)
            {
                if (prose.Tokens[i].Text is "." or "!")
                {
                    return false;
                }
                asks |= prose.Tokens[i].Text is "?";
            }
        }
        return asks;
    }
}
