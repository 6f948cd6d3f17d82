namespace Perennial.Read.Languages.English;

/// <summary>An attributing word where it stands, with its auxiliaries and small words.</summary>
/// <param name="First">The first of its tokens: "has", in "has repeatedly said".</param>
/// <param name="Head">The verb.</param>
/// <param name="Last">The token after it.</param>
/// <param name="Word">What the verb is.</param>
/// <param name="Participle">Whether it hangs on another verb ("…, adding that"): its subject stands elsewhere.</param>
/// <param name="Negated">Whether it is negated.</param>
internal sealed record CueSite(int First, int Head, int Last, Cue Word, bool Participle, bool Negated)
{
    private static readonly HashSet<string> SpokenThings = new(StringComparer.Ordinal)
    {
        "statement",
        "letter",
        "tweet",
        "message",
        "interview",
        "memo",
        "report",
        "post",
        "email",
        "release",
        "ad",
        "speech",
        "article",
    };

    private static readonly HashSet<string> PluralPeople = new(StringComparer.Ordinal)
    {
        "people",
        "men",
        "women",
        "police",
        "children",
        "many",
        "some",
        "others",
        "most",
        "few",
        "both",
        "all",
        "media",
    };

    /// <summary>The attributing word at a token, or <see langword="null"/> when it is none there.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="head">The token.</param>
    /// <param name="from">Where the clause's sentence begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="titleCase">Whether the sentence is a headline in capitals.</param>
    public static CueSite? At(Prose prose, int head, int from, int to, bool titleCase)
    {
        var tokens = prose.Tokens;
        var token = tokens[head];
        var (word, last) = WordAt(tokens, head, to);
        if (word is null || (token.IsCapital && head > from && !titleCase))
        {
            return null;
        }
        var first = head;
        string? auxiliary = null;
        var negated = false;
        for (; first > from && head - first < 8; first--)
        {
            var lower = tokens[first - 1].Lower;
            if (
                WordClasses.IsAuxiliary(lower)
                && !(lower == "'s" && (word.Form & (VerbForm.Ing | VerbForm.Participle)) == VerbForm.None)
            )
            {
                auxiliary ??= lower;
            }
            else if (!WordClasses.IsAdverb(lower) && !WordClasses.Negations.Contains(lower))
            {
                break;
            }
            negated |= WordClasses.Negations.Contains(lower);
        }
        var participle = false;
        if (auxiliary is not null)
        {
            if (!Agrees(word, auxiliary))
            {
                return null;
            }
        }
        else if (!StandsAlone(tokens, word, first, head, last, from, to, out participle))
        {
            return null;
        }
        return new CueSite(first, head, last, word, participle, negated);
    }

    private static (Cue? Word, int Last) WordAt(IReadOnlyList<Token> tokens, int head, int to)
    {
        var lower = tokens[head].Lower;
        if (Cues.MayBePhrasal(lower))
        {
            if (head + 1 < to && Cues.Of(lower, tokens[head + 1].Lower) is { } pair)
            {
                return (pair, head + 2);
            }
            // "called repeatedly for", "distanced himself from"
            if (
                head + 2 < to
                && WordClasses.IsAdverb(tokens[head + 1].Lower)
                && Cues.Of(lower, tokens[head + 2].Lower) is { } apart
            )
            {
                return (apart, head + 3);
            }
        }
        return (Cues.Of(lower), head + 1);
    }

    private static bool Agrees(Cue word, string auxiliary) =>
        WordClasses.Modals.Contains(auxiliary)
            ? word.Form.HasFlag(VerbForm.Base) || (auxiliary == "'d" && word.Form.HasFlag(VerbForm.Participle))
        : WordClasses.HaveForms.Contains(auxiliary) ? word.Form.HasFlag(VerbForm.Participle)
        // "is calling for"; "was accused" says nothing about who accuses. After "'s" a participle may follow a shortened "has".
        : word.Form.HasFlag(VerbForm.Ing);

    private static bool StandsAlone(
        IReadOnlyList<Token> tokens,
        Cue word,
        int first,
        int head,
        int last,
        int from,
        int to,
        out bool participle
    )
    {
        participle = false;
        var form = word.Form;
        if (first == from)
        {
            // "Said the minister": only after a quotation, which the caller knows.
            participle = form.HasFlag(VerbForm.Ing);
            return participle
                || (form.HasFlag(VerbForm.Past) && word.Sense.HasFlag(CueSense.Clause))
                || form.HasFlag(VerbForm.Third);
        }
        var before = tokens[first - 1];
        var after = last < to ? tokens[last].Lower : ".";
        if (
            before.Lower == "to"
            || after == "by"
            || (before.IsWord && (WordClasses.Prepositions.Contains(before.Lower) && form != VerbForm.Ing))
        )
        {
            return false;
        }
        if (form.HasFlag(VerbForm.Past))
        {
            return !WordClasses.Determiners.Contains(before.Lower)
                || WordClasses.Indefinite.Contains(before.Lower)
                || before.Lower is "one" or "two" or "three" or "that";
        }
        if (form.HasFlag(VerbForm.Ing))
        {
            participle = true;
            return before.Text is "," or "”" or "\"" or ")" or "—" or "–"
                || WordClasses.Conjunctions.Contains(before.Lower)
                || before.Lower is "by" or "after" or "before" or "while" or "when" or "without" or "despite"
                || SpokenThings.Contains(before.Lower);
        }
        if (
            before.IsPossessive
            || (
                WordClasses.Determiners.Contains(before.Lower)
                && !PluralPeople.Contains(before.Lower)
                && before.Lower != "that"
            )
        )
        {
            return false;
        }
        var clauseFollows =
            after is "that" or "to" or "“" or "he" or "she" or "they" or "it" or "there" or "the" or ":";
        if (form.HasFlag(VerbForm.Third))
        {
            return word.NounToo
                ? before.Lower is "he" or "she" or "it" or "who" or "which" or "that"
                    || (before.IsCapital && after is not ("of" or "," or "." or "and" or "in" or "on"))
                    || (after is "that" && before.IsWord)
                : before.IsWord || before.Text is "," or ")" or "”";
        }
        if (form.HasFlag(VerbForm.Base))
        {
            var plural =
                before.Lower is "i" or "we" or "you" or "they" or "who"
                || PluralPeople.Contains(before.Lower)
                || (
                    before.Lower.Length > 3
                    && before.Lower[^1] == 's'
                    && !before.Lower.EndsWith("ss", StringComparison.Ordinal)
                );
            return plural
                && (
                    !word.NounToo
                    || before.Lower is "i" or "we" or "you" or "they" or "who"
                    || (clauseFollows && head > from)
                );
        }
        return false;
    }
}
