using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>The small, closed classes of English words: what stands in for a tagger.</summary>
internal static class WordClasses
{
    public static readonly FrozenSet<string> Pronouns = Set("he she they it we i you who");

    /// <summary>Words that speak for nobody in particular; they may be speakers, never named ones.</summary>
    public static readonly FrozenSet<string> Indefinite = Set(
        "others some many most few all everyone everybody someone somebody nobody both several another one those neither none critics"
    );

    public static readonly FrozenSet<string> Determiners = Set(
        "the a an his her their its our my your this that these those some many several both another each every any no one two three "
            + "four five six seven eight nine ten dozens hundreds thousands most few all various numerous"
    );

    public static readonly FrozenSet<string> Prepositions = Set(
        "of in on at by for from with to into onto about against after before during under over between among through since until till "
            + "despite without within toward towards near behind beyond including upon amid across as like via per around above below outside inside"
    );

    /// <summary>Words that begin a clause of their own: no subject reaches back over one.</summary>
    public static readonly FrozenSet<string> Subordinators = Set(
        "that because if when while although though whereas unless whether how why where what whatever whenever so than since until once"
    );

    public static readonly FrozenSet<string> Conjunctions = Set("and but or nor yet then");

    public static readonly FrozenSet<string> BeForms = Set(
        "is are was were be been being am 's 're 'm isn't aren't wasn't weren't ain't"
    );

    public static readonly FrozenSet<string> HaveForms = Set("has have had having 've hasn't haven't hadn't");

    public static readonly FrozenSet<string> Modals = Set(
        "will would can could may might must should shall do does did 'll 'd won't wouldn't can't cannot couldn't shouldn't mustn't "
            + "don't doesn't didn't mightn't"
    );

    public static readonly FrozenSet<string> Negations = Set(
        "not never no isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't shouldn't don't doesn't didn't"
    );

    public static readonly FrozenSet<string> Days = Set(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"
    );

    public static readonly FrozenSet<string> Months = Set(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec"
    );

    /// <summary>Words that say when.</summary>
    public static readonly FrozenSet<string> Times = Set(
        "today yesterday tomorrow tonight now later earlier recently then afterwards afterward last this next week month year morning "
            + "afternoon evening night late early ago once again previously weekend"
    );

    // Adverbs without -ly that stand between a subject and its verb.
    private static readonly FrozenSet<string> PlainAdverbs = Set(
        "also often never always still now once later then even just ever soon already again further long itself himself herself "
            + "themselves all both since yet too instead thus only almost first rather perhaps maybe sometimes not so"
    );

    // Words in -ly that are no adverbs.
    private static readonly FrozenSet<string> NoAdverbs = Set(
        "family rally reply ally assembly bully supply early daily italy july only apply rely"
    );

    public static bool IsAdverb(string lower) =>
        PlainAdverbs.Contains(lower)
        || (lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) && !NoAdverbs.Contains(lower));

    public static bool IsAuxiliary(string lower) =>
        BeForms.Contains(lower) || HaveForms.Contains(lower) || Modals.Contains(lower);

    public static bool IsTime(string lower) => Days.Contains(lower) || Months.Contains(lower) || Times.Contains(lower);

    public static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
