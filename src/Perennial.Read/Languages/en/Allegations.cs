using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Tells statements that allege crime, misconduct or illness of somebody, so that nobody shows them unmarked.</summary>
/// <remarks>Rather one mark too many: what is marked is only shown with more care. A denial alleges nothing.</remarks>
internal static class Allegations
{
    // Beginnings of words; the longest are whole words.
    private static readonly (AllegationKind Kind, string[] Stems)[] Stems =
    [
        (
            AllegationKind.Crime,
            Split(
                "murder brib corrupt fraud theft thief thieves steal stole robbed robber robbing embezzl launder smuggl traffick rape raped rapist "
                    + "tortur extort blackmail forged forging forger forgery perjur arson kidnap assault stabbed hacked conspir terroris "
                    + "illegal unlawful criminal crime genocid looted looting poacher poaching vandal counterfeit kickback ransom defraud swindl racketeer"
            )
        ),
        (
            AllegationKind.Misconduct,
            Split(
                "lied lying mislead misled misleading coverup neglig neglect misuse misused misusing misconduct wrongdoing nepotis plagiari cheat doping "
                    + "harass bully bullied discriminat racist drunk fabricat falsif tamper rigged rigging invented cronyism sabotag scam "
                    + "incompeten unethical abus conceal"
            )
        ),
        (
            AllegationKind.Illness,
            Split(
                "cancer dementia diagnos tumour tumor alcoholic alcoholism addict depression hiv psychiatric mentally terminally leukaemia leukemia "
                    + "parkinson alzheimer schizophren bipolar"
            )
        ),
    ];

    private static readonly (AllegationKind Kind, string[] Words)[] Phrases =
    [
        (AllegationKind.Crime, ["on", "purpose"]),
        (AllegationKind.Crime, ["taking", "money"]),
        (AllegationKind.Crime, ["took", "money"]),
        (AllegationKind.Crime, ["against", "their", "will"]),
        (AllegationKind.Crime, ["opened", "fire"]),
        (AllegationKind.Crime, ["tax", "evasion"]),
        (AllegationKind.Crime, ["war", "crimes"]),
        (AllegationKind.Misconduct, ["covered", "up"]),
        (AllegationKind.Misconduct, ["cover", "up"]),
        (AllegationKind.Misconduct, ["look", "away"]),
        (AllegationKind.Misconduct, ["looked", "away"]),
        (AllegationKind.Misconduct, ["been", "drinking"]),
        (AllegationKind.Misconduct, ["pocketed"]),
        (AllegationKind.Crime, ["shot"]),
        (AllegationKind.Crime, ["killed"]),
        (AllegationKind.Illness, ["seriously", "ill"]),
        (AllegationKind.Illness, ["heart", "attack"]),
        (AllegationKind.Illness, ["in", "a", "coma"]),
    ];

    // Whoever uses these alleges, whatever the words behind them are.
    private static readonly FrozenSet<string> Accusing = WordClasses.Set("accuse allege charge");

    // What these say that somebody did, they charge.
    private static readonly FrozenSet<string> Accusers = WordClasses.Set(
        "prosecutor prosecutors prosecution indictment charge-sheet lawsuit complaint plaintiff plaintiffs accuser accusers whistleblower whistleblowers"
    );

    // Of somebody they are the same; bad weather is blamed too.
    private static readonly FrozenSet<string> Suspecting = WordClasses.Set("suspect blame insinuate");

    // "criminal justice", "corruption court": what is done about it.
    private static readonly FrozenSet<string> Harmless = WordClasses.Set(
        "justice defense defence law laws court courts code lawyer lawyers immigration immigrants immigrant aliens prevention unit bill "
            + "awareness commission commissioner agency act policy expert experts patients patient"
    );

    private static readonly FrozenSet<string> Somebody = WordClasses.Set(
        "he she him her his they them their who whose man woman men women gang gunmen group troops forces police rebels smugglers thieves robbers traffickers"
    );

    /// <summary>What a statement alleges; <see langword="null"/> where no words do, or where they are denied.</summary>
    public static Allegation? Of(Prose prose, People people, Attribution said, Stance stance)
    {
        if (stance is Stance.Denied or Stance.Asked || !IsOfSomebody(prose, people, said))
        {
            return null;
        }
        foreach (var span in said.Content)
        {
            for (var i = span.First; i < span.Last; i++)
            {
                if (KindAt(prose, i, span.Last) is { } kind && !IsSuffered(prose, i, span))
                {
                    return new Allegation(kind, prose.Passage(i, i + 1));
                }
            }
        }
        if (
            said.Source is { } source
            && stance != Stance.Planned
            && IsAccuser(prose, source)
            && IsDone(prose, said.Content[0])
        )
        {
            return new Allegation(AllegationKind.Crime, prose.Passage(source.First, source.Last));
        }
        return
            said.Word is { } word
            && (Accusing.Contains(word.Lemma) || Suspecting.Contains(word.Lemma))
            && said.Cue is { } cue
            ? new Allegation(AllegationKind.Misconduct, prose.Passage(cue.First, cue.Last))
            : null;
    }

    private static bool IsAccuser(Prose prose, Span source)
    {
        for (var i = source.First; i < source.Last; i++)
        {
            if (
                Accusers.Contains(prose.Tokens[i].Lower)
                || (prose.Tokens[i].Lower == "charge" && i + 1 < source.Last && prose.Tokens[i + 1].Lower == "sheet")
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a content tells what somebody did: it begins with a person, and is no quotation of the accuser's own words on the case.</summary>
    private static bool IsDone(Prose prose, Span content)
    {
        var first = content.First;
        while (
            first < content.Last
            && (prose.Tokens[first].Lower is "that" or "the" or "a" or "an" || prose.Tokens[first].IsQuotationMark)
        )
        {
            first++;
        }
        for (var i = first; i < content.Last; i++)
        {
            if (WordClasses.Modals.Contains(prose.Tokens[i].Lower))
            {
                return false;
            }
        }
        return first < content.Last
            && prose.Tokens[first].Lower is not ("we" or "i" or "our" or "my" or "there" or "it" or "this");
    }

    private static AllegationKind? KindAt(Prose prose, int at, int last)
    {
        var lower = prose.Tokens[at].Lower;
        // "ignored three warnings"
        if (lower is "ignored" or "ignoring")
        {
            for (var i = at + 1; i < last && i <= at + 4; i++)
            {
                if (prose.Tokens[i].Lower is "warning" or "warnings" or "alarms" or "complaints")
                {
                    return AllegationKind.Misconduct;
                }
            }
        }
        foreach (var (kind, words) in Phrases)
        {
            if (lower == words[0] && at + words.Length <= last && IsPhrase(prose, at, words))
            {
                return kind;
            }
        }
        if (at + 1 < last && Harmless.Contains(prose.Tokens[at + 1].Lower))
        {
            return null;
        }
        foreach (var (kind, stems) in Stems)
        {
            foreach (var stem in stems)
            {
                if (lower.StartsWith(stem, StringComparison.Ordinal))
                {
                    return kind;
                }
            }
        }
        return null;
    }

    private static bool IsPhrase(Prose prose, int at, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (prose.Tokens[at + i].Lower != words[i])
            {
                return false;
            }
        }
        return true;
    }

    // "Was robbed", "were killed in the crash": done to them, unless somebody is said to have done it.
    private static bool IsSuffered(Prose prose, int at, Span span)
    {
        var tokens = prose.Tokens;
        if (
            at == span.First
            || !WordClasses.BeForms.Contains(tokens[at - 1].Lower)
            || !tokens[at].Lower.EndsWith("ed", StringComparison.Ordinal) && tokens[at].Lower != "shot"
        )
        {
            return false;
        }
        return tokens[at].Lower is not "bribed" && !(at + 1 < span.Last && tokens[at + 1].Lower == "by");
    }

    private static bool IsOfSomebody(Prose prose, People people, Attribution said)
    {
        foreach (var span in said.Content)
        {
            if (people.Within(span.First, span.Last).Any(name => name.Person is not null))
            {
                return true;
            }
            for (var i = span.First; i < span.Last; i++)
            {
                var lower = prose.Tokens[i].Lower;
                if (Somebody.Contains(lower) || Roles.IsRole(lower))
                {
                    return true;
                }
            }
        }
        return said.Word is { } word && Accusing.Contains(word.Lemma);
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
