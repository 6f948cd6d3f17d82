namespace Perennial.Read.Languages.English;

/// <summary>How something is said, judged by the words that attribute it alone.</summary>
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
    };

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
            if (Hedges.SoftensSaying(lower))
            {
                return Stance.Hedged;
            }
            planned |= lower is "will" or "'ll" or "won't";
        }
        if (said.Negated)
        {
            return Holding.Contains(word.Lemma) ? Stance.Denied : Stance.Asserted;
        }
        if (word.Stance == Stance.Asked && said.Content.Count > 0 && prose.Tokens[said.Content[0].First].Lower == "to")
        {
            return Stance.Asserted;
        }
        return planned && word.Stance == Stance.Asserted ? Stance.Planned : word.Stance;
    }
}
