using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Finds what a number counts: the head of the noun phrase behind it.</summary>
/// <remarks>
/// Without tags for parts of speech a plural is the surest sign: the first word that looks like one, past at most a few
/// adjectives and names, before any word that can't stand within a noun phrase. What is not found so is left unsaid.
/// </remarks>
internal static class CountedNouns
{
    // "10,000 newly mobilised North Korean special operations troops" has six words before its head.
    private const int Farthest = 7;

    private static readonly FrozenSet<string> IrregularPlurals = (
        "people men women children troops police staff personnel aircraft crew cattle media data feet teeth sheep fish "
        + "policemen policewomen servicemen servicewomen firemen fishermen businessmen gunmen militiamen spokesmen lives "
        + "wives knives wolves leaves shelves halves offspring infantry cavalry paratroopers clergy livestock poultry "
        + "militia youth elderly faithful spacecraft hovercraft watercraft crises bases analyses criteria phenomena "
        + "congressmen lawmakers countrymen tribesmen workmen seamen airmen salesmen craftsmen grandchildren schoolchildren"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // "One day", "on the one hand": one of these counts nothing.
    private static readonly FrozenSet<string> NoOneThing = (
        "day way thing hand step time moment point side reason example kind sort part place word end stage morning night "
        + "evening form other another more such respect sense swoop accord mind voice eye foot breath go big last single "
        + "good bad new small large extra final direction extent occasion exception condition person's"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // An adjective or a noun stands before what one counts; more than that is hardly ever there.
    private const int LongestOneThing = 3;

    // They end like plurals and are none, or stand before the head.
    private static readonly FrozenSet<string> NoPlurals = (
        "various previous serious famous dangerous religious overseas indigenous numerous enormous anonymous precious "
        + "mysterious poisonous homeless jobless less unless across towards afterwards besides perhaps always sometimes "
        + "this thus plus minus versus as is was has does its his hers ours theirs yes us bus gas class boss loss press "
        + "process access success business congress headquarters news politics economics physics series species means "
        + "virus status campus census focus bonus radius basis crisis analysis tennis christmas texas paris chess "
        + "express cross mass glass grass business-class illness weakness witness mistress fitness address distress "
        + "says goes comes makes takes gives gets shows seems wants needs helps remains becomes happens expects"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // None of these stands between a number and what it counts.
    private static readonly FrozenSet<string> Ends = (
        "the a an this that these those my your his her its our their and or but nor so yet if when while where which who "
        + "whom whose what how why because since until after before during than then as at by for from in into of off on "
        + "onto over out per through to toward under up upon via with within without against among between amid about "
        + "above below behind beyond near is are was were be been being am has have had having do does did will would "
        + "shall should can could may might must not no never also just only even still already again there here now he "
        + "she it we they i you him them me us himself themselves itself each every both all any some such say said says "
        + "saying told tell asked died dies fell fall rose rise went go goes came come took take left voted became "
        + "become remained remain began begin made make got get found find held hold won win lost lose lived live stood "
        + "stand sat sit fled flee met meet ran run according including compared down ago later earlier away apart together"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Peoples whose plural is the people: "12 Ukrainians", "three Poles".
    private static readonly string[] PeopleEndings =
    [
        "ans",
        "ers",
        "is",
        "ese",
        "ists",
        "crats",
        "ims",
        "ews",
        "ots",
        "ites",
    ];

    private static readonly FrozenSet<string> Peoples = (
        "poles swedes danes finns turks kurds greeks czechs slovaks croats serbs scots britons spaniards dutch irish "
        + "french british chinese japanese swiss arabs jews muslims christians hindus sikhs thais filipinos uzbeks tajiks "
        + "druze houthis yazidis rohingya uyghurs hutus tutsis conservatives liberals greens labour mps meps"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Streets and the like: "10 Mill Street" is where somebody lives.
    private static readonly FrozenSet<string> Streets = (
        "street st road rd avenue ave lane drive square boulevard blvd close crescent terrace way place court row gardens "
        + "park hill downing wharf quay"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The counted noun from a piece on, and the piece after it; <see langword="null"/> when the text does not say.</summary>
    public static (string Noun, int Next)? At(Pieces text, int at, decimal? value)
    {
        var begin = at;
        if (text.Lower(at) == "of" && text.IsSameLine(at))
        {
            begin = AfterDeterminer(text, at + 1);
        }
        else if (text.Lower(at) is "-" or "‑" && text.IsJoined(at) && text.IsJoined(at + 1))
        {
            return null;
        }
        if (value == 1)
        {
            return begin == at ? OneThing(text, at) : null;
        }
        for (var i = begin; i < begin + Farthest && IsWithin(text, i); i++)
        {
            if (IsPlural(text, i))
            {
                var head = i;
                // "arms dealers", "sales staff": a plural right behind a plural is the head.
                while (head + 1 < begin + Farthest && IsWithin(text, head + 1) && IsPlural(text, head + 1))
                {
                    head++;
                }
                return (text.Text[text[head].Start..text[head].End], head + 1);
            }
        }
        return null;
    }

    /// <summary>What "one" counts: the last of the words that can be of its noun phrase.</summary>
    private static (string Noun, int Next)? OneThing(Pieces text, int at)
    {
        var end = at;
        while (
            end < at + LongestOneThing
            && IsWithin(text, end)
            && text.Is(end, PieceKind.Word)
            && !text.IsCapital(end)
            && !text.Lower(end).EndsWith("ly", StringComparison.Ordinal)
            && (end == at || !text.Lower(end).EndsWith("ed", StringComparison.Ordinal))
        )
        {
            end++;
        }
        var head = text.Lower(end - 1);
        return
            end == at
            || NoOneThing.Contains(head)
            || head.EndsWith("ed", StringComparison.Ordinal)
            || IsPlural(text, end - 1)
            ? null
            : (text.Text[text[end - 1].Start..text[end - 1].End], end);
    }

    /// <summary>Whether the words behind a number are the name of a street.</summary>
    public static bool IsStreet(Pieces text, int at)
    {
        for (var i = at; i < at + 4 && text.IsCapital(i) && text.IsSameLine(i); i++)
        {
            if (Streets.Contains(text.Lower(i)))
            {
                return true;
            }
        }
        return false;
    }

    private static int AfterDeterminer(Pieces text, int at) =>
        text.Lower(at) is "the" or "its" or "their" or "his" or "her" or "our" or "those" or "these" or "all" or "such"
        || text.Lower(at).EndsWith("'s", StringComparison.Ordinal)
            ? at + 1
            : at;

    // Words with blanks between them; a hyphen joins two of them into one.
    private static bool IsWithin(Pieces text, int at) =>
        text.IsSameLine(at)
        && (
            text.Is(at, PieceKind.Word)
                ? text[at].Lower.Length > 0
                    && !Ends.Contains(text[at].Lower)
                    && !text[at].Lower.EndsWith("'s", StringComparison.Ordinal)
                : text.Lower(at) is "-" or "‑" && text.IsJoined(at) && text.IsJoined(at + 1)
        );

    private static bool IsPlural(Pieces text, int at)
    {
        // Part of a longer word: "arms-dealing".
        if (!text.Is(at, PieceKind.Word) || (text.IsJoined(at + 1) && text.Lower(at + 1) is "-" or "‑"))
        {
            return false;
        }
        var word = text.Lower(at);
        if (text.IsCapital(at))
        {
            var whole = text.Text.AsSpan(text[at].Start, text[at].End - text[at].Start);
            return Peoples.Contains(word)
                || (whole.Length > 4 && PeopleEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
                || (whole.Length > 2 && whole[^1] == 's' && IsUpper(whole[..^1]));
        }
        return IrregularPlurals.Contains(word)
            || (
                word.Length > 3
                && word[^1] == 's'
                && word[^2] is not ('s' or 'u' or '\'')
                && !word.EndsWith("ous", StringComparison.Ordinal)
                && !NoPlurals.Contains(word)
            );
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsUpper(letter))
            {
                return false;
            }
        }
        return true;
    }
}
