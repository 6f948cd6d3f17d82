namespace Perennial.Weave.Questions;

/// <summary>The words by which a text asks or leaves open, apart from what it asks about.</summary>
internal static class QuestionFrame
{
    // "It is unclear", "police have not said": they stand around any question.
    private static readonly HashSet<string> Frame = Roots(
        """
        unclear clear unknown known uncertain unconfirmed unresolved undecided certain confirm confirmed disclose reveal explain explained announce
        announced specify specified decline declined refuse refused verify verified establish established determine determined identify
        identified decide decided immediately publicly independently fully entirely exactly yet whether remain remains detail details comment answer answered
        respond responded question questions wonder asked nobody none neither without clarify settle settled
        """
    );

    // After one of these a question word opens what is left open; elsewhere "who" may only tell more of somebody.
    private static readonly HashSet<string> Opens = Roots(
        """
        unclear clear unknown known know knows uncertain certain say says said disclose revealed explain announce specify wonder
        ask asked decide question is confirm verify establish determine
        """
    );

    private static readonly Dictionary<string, QuestionKind> Words = new(StringComparer.Ordinal)
    {
        ["who"] = QuestionKind.Who,
        ["when"] = QuestionKind.When,
        ["where"] = QuestionKind.Where,
        ["whether"] = QuestionKind.Whether,
        ["if"] = QuestionKind.Whether,
        ["why"] = QuestionKind.Why,
        ["what"] = QuestionKind.Other,
        ["which"] = QuestionKind.Other,
        ["how"] = QuestionKind.Other,
        ["whose"] = QuestionKind.Other,
        ["whom"] = QuestionKind.Other,
    };

    private static readonly HashSet<string> Auxiliaries =
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "did",
        "does",
        "do",
        "will",
        "can",
        "could",
        "would",
        "should",
    ];

    /// <summary>Whether a word says something about what is asked.</summary>
    public static bool IsTelling(TextWord word) =>
        !Frame.Contains(word.Root)
        && !Words.ContainsKey(word.Text)
        && (char.IsDigit(word.Text[0]) || !CommonWords.Contains(Weave.Words.Of(word.Text).FirstOrDefault().Text ?? ""));

    /// <summary>What sort of answer words ask for, and the place of the word that says so; -1 where none does.</summary>
    public static (QuestionKind Kind, int At) KindOf(IReadOnlyList<TextWord> words, bool isAsked)
    {
        var at = -1;
        for (var i = 0; i < words.Count && at < 0; i++)
        {
            // "unclear exactly how many": a word may stand between.
            var opened =
                isAsked || (i > 0 && Opens.Contains(words[i - 1].Root)) || (i > 1 && Opens.Contains(words[i - 2].Root));
            at = opened && Words.ContainsKey(words[i].Text) ? i : -1;
        }
        if (isAsked && words is [{ } first, ..] && Auxiliaries.Contains(first.Text))
        {
            return (QuestionKind.Whether, 0);
        }
        if (at < 0)
        {
            var cause = words.ToList().FindIndex(word => word.Text is "cause" or "reason" or "motive");
            return cause < 0 ? (QuestionKind.Other, -1) : (QuestionKind.Why, cause);
        }
        return words[at].Text == "how" && at + 1 < words.Count && words[at + 1].Text is "many" or "much"
            ? (QuestionKind.HowMany, at + 1)
            : (Words[words[at].Text], at);
    }

    private static HashSet<string> Roots(string words) =>
        words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(Weave.Words.RootOf)
            .ToHashSet(StringComparer.Ordinal);
}
