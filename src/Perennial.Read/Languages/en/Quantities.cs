using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Tells whether a number with what stands around it is a quantity at all.</summary>
internal static class Quantities
{
    // A number that something rises or falls to, or that is killed or hurt, counts even without a noun.
    private static readonly FrozenSet<string> CountingWords =
        "killed killing injured injuring wounded wounding dead displaced arrested detained evacuated hospitalised hospitalized missing alive unhurt"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ChangingWords =
        "rose risen rises rising fell fallen falls dropped climbed grew increased decreased jumped stood stands stand toll total number tally"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a number stands for a quantity at all.</summary>
    public static bool Is(
        Pieces text,
        int at,
        int number,
        Numeral numeral,
        string? unit,
        Approximation? approximation,
        int end
    )
    {
        // "The two countries" and "the two" are known already; nothing is counted.
        var isKnown =
            !numeral.InDigits
            && numeral.Value <= 10
            && number == at
            && text.IsSameLine(at)
            && (IsDefinite(text.Lower(at - 1)) || numeral.Value == 1 && IsNoOne(text.Lower(at - 1)));
        if (unit is not null)
        {
            if (
                isKnown
                && !Measures.IsMeasure(unit)
                && !(text.Lower(at - 2) == "of" && NumberWords.Small(text.Lower(at - 3)) > 0)
            )
            {
                return false;
            }
            // "Formula 1 cars": a name before bare digits makes them part of the name, unless people are counted.
            return !(
                numeral is { InDigits: true, IsGrouped: false, Value: < 1000 }
                && number == at
                && text.IsCapital(number - 1)
                && text.IsSpaced(number)
                && !text.BeginsSentence(number - 1)
                && !IsTime(text.Lower(number - 1))
                && unit is not ("people" or "troops" or "soldiers" or "civilians" or "%" or "km" or "miles")
            );
        }
        if (isKnown)
        {
            return false;
        }
        if (numeral.Value is null)
        {
            // "dozens" alone counts; "thousands" of what is told by the sentence.
            return true;
        }
        if (approximation is not null || numeral.IsGrouped)
        {
            // "Are under 18" and "voters over 65" are ages.
            return !(
                    numeral is { InDigits: true, IsGrouped: false, Value: >= 10 and < 100 }
                    && number == at + 1
                    && IsOfAge(text, at)
                )
                && (
                    numeral.InDigits
                    || numeral.IsGrouped
                    || numeral.Value >= (approximation is Approximation.Over or Approximation.Under ? 2 : 10)
                );
        }
        return CountingWords.Contains(text.Lower(number - 1)) && text.IsSameLine(number)
            || CountingWords.Contains(text.Lower(end)) && text.IsSameLine(end) && numeral.InDigits
            || IsCountedVerb(text, end) && (numeral.InDigits || numeral.Value > 1)
            || (text.Lower(number - 1) is "to" or "at" or "from" && numeral.InDigits && Changes(text, number - 2));
    }

    // "12 were killed", "eight have died".
    private static bool IsCountedVerb(Pieces text, int at) =>
        text.IsSpaced(at)
        && text.Lower(at) is "were" or "are" or "have" or "had"
        && text.Is(at + 1, PieceKind.Word)
        && (
            text.Lower(at + 1).EndsWith("ed", StringComparison.Ordinal)
            || text.Lower(at + 1)
                is "been"
                    or "died"
                    or "dead"
                    or "shot"
                    or "hurt"
                    or "missing"
                    or "still"
                    or "left"
                    or "alive"
                    or "safe"
        );

    private static bool Changes(Pieces text, int at)
    {
        for (var i = at; i > at - 4 && text.Has(i); i--)
        {
            if (ChangingWords.Contains(text.Lower(i)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a word before a number says that what is counted is known.</summary>
    public static bool IsDefinite(string word) =>
        word
            is "the"
                or "these"
                or "those"
                or "his"
                or "her"
                or "their"
                or "its"
                or "our"
                or "all"
                or "both"
                or "other";

    // "No one", "this one": a pronoun.
    private static bool IsNoOne(string word) =>
        word is "no" or "this" or "that" or "each" or "every" or "any" or "which" or "some" or "another";

    private static bool IsOfAge(Pieces text, int approximation)
    {
        var word = text.Lower(approximation - 1);
        return text.Lower(approximation) is "under" or "over"
            && (
                word
                    is "is"
                        or "are"
                        or "was"
                        or "were"
                        or "children"
                        or "people"
                        or "men"
                        or "women"
                        or "those"
                        or "anyone"
                        or "everyone"
                || word.EndsWith("rs", StringComparison.Ordinal)
                || word is "girls" or "boys" or "adults"
            );
    }

    private static bool IsTime(string word) =>
        word.EndsWith("day", StringComparison.Ordinal) || word is "weekend" or "yesterday" or "today";
}
