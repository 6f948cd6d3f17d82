using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Finds the quantities of a text: value or bounds, what is counted, and how exact the text is about it.</summary>
/// <remarks>
/// A number alone is rarely a quantity. It is taken for one when a unit, a counted noun, a word of approximation or a
/// thousands' comma stands with it; numbers that label, date or score are left out. One pass, each number once.
/// </remarks>
internal static class Figures
{
    // From a figure to what is compared with it; sentences are shorter.
    private const int Farthest = 40;

    // A number that something rises or falls to, or that is killed or hurt, counts even without a noun.
    private static readonly FrozenSet<string> CountingWords =
        "killed killing injured injuring wounded wounding dead displaced arrested detained evacuated hospitalised hospitalized missing alive unhurt"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ChangingWords =
        "rose risen rises rising fell fallen falls dropped climbed grew increased decreased jumped stood stands stand toll total number tally"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The figures of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="moments">Its dates and times, which are no figures; <see langword="null"/> to have them found.</param>
    public static IReadOnlyList<Figure> In(string text, IReadOnlyList<Moment>? moments = null)
    {
        var pieces = new Pieces(text);
        var dates = new Walk(moments ?? Moments.In(text, published: null));
        var figures = new List<Figure>();
        var last = -1;
        for (var at = 0; at < pieces.Count; )
        {
            var (figure, next) = At(pieces, at);
            if (figure is null && last >= 0 && Compared(pieces, last, at) is { } second)
            {
                (figure, next) = (second, at + 1);
            }
            if (figure is not null && !dates.Touches(figure.Start, figure.End))
            {
                figures.Add(figure);
                last = next;
                at = next;
            }
            else
            {
                // A date's "5" is no figure, and neither is what follows it a new start for the same words.
                at = Math.Max(at + 1, figure is null ? next : at + 1);
            }
        }
        return figures;
    }

    /// <summary>The figure that begins with a piece, and where to look on.</summary>
    private static (Figure? Found, int Next) At(Pieces text, int at)
    {
        if (text.Phrase(at, ["between"]) > 0 && Between(text, at) is { } range)
        {
            return range;
        }
        var approximation = Approximators.At(text, at);
        var begin = approximation?.Next ?? at;
        if (
            approximation is not null
            && (
                !text.IsSameLine(begin)
                // "Quarrelled over one article": a preposition. Of measures it is none, "over one metre".
                || begin == at + 1 && text.Lower(begin) == "one" && Measures.OfOne(text.Lower(begin + 1)) is null
            )
        )
        {
            return (null, at + 1);
        }
        if (OneMeasure(text, at, begin, approximation?.Meaning) is { } one)
        {
            return one;
        }
        var number = begin + SignLength(text, begin);
        if (NumberWords.At(text, number) is not { } numeral)
        {
            return (null, at + 1);
        }
        var currency = number > begin ? Measures.Before(text, number) : null;
        if (NoFigures.IsLabel(text, number, numeral))
        {
            return (null, AfterLabel(text, numeral));
        }
        if (RangeEnd(text, numeral, currency is not null) is { } second)
        {
            return Range(text, at, number, numeral, second, currency?.Unit, approximation?.Meaning);
        }
        if (numeral.Value is null && numeral.Low is null)
        {
            return (null, numeral.Next);
        }
        return Single(text, at, number, numeral, currency?.Unit, approximation?.Meaning);
    }

    /// <summary>"about an hour", "more than a decade", "half a mile": one that is only said by its article.</summary>
    private static (Figure? Found, int Next)? OneMeasure(Pieces text, int at, int begin, Approximation? approximation)
    {
        var half = text.Lower(begin) == "half" ? 1 : 0;
        if (
            (approximation is null && half == 0)
            || text.Lower(begin + half) is not ("a" or "an")
            || !text.IsSpaced(begin + half + 1)
            || Measures.OfOne(text.Lower(begin + half + 1)) is not { } unit
        )
        {
            return null;
        }
        var numeral = new Numeral(begin + half + 1, half == 0 ? 1 : 0.5m);
        var end = begin + half + 2;
        return (Made(text, at, end, numeral, unit, approximation ?? Approximation.Exact), end);
    }

    /// <summary>A bare number that an earlier figure of its sentence is compared with: "from 90 a day to 20", "instead of 50".</summary>
    private static Figure? Compared(Pieces text, int last, int at)
    {
        if (
            at - last > Farthest
            || !text.Is(at, PieceKind.Digits)
            || !IsComparing(text, at)
            || NumberWords.At(text, at) is not { InDigits: true, Value: >= 10 } numeral
            || NoFigures.IsLabel(text, at, numeral)
            || NoFigures.IsYear(text, at, numeral, isCounting: false)
            || text.IsJoined(numeral.Next) && text.Lower(numeral.Next) is "-" or "–" or ":" or "/"
        )
        {
            return null;
        }
        for (var i = last; i < at; i++)
        {
            if (!text.IsSameLine(i) || text.Lower(i) is "." or "!" or "?")
            {
                return null;
            }
        }
        return Made(text, at, numeral.Next, numeral, null, Approximation.Exact);
    }

    private static bool IsComparing(Pieces text, int at) =>
        text.Lower(at - 1) is "to" or "from" or "than" or "against" or "reach" or "reached"
        || text.Phrase(at - 2, ["instead", "of"]) > 0
        || text.Phrase(at - 2, ["compared", "with"]) > 0;

    private static (Figure? Found, int Next) Single(
        Pieces text,
        int at,
        int number,
        Numeral numeral,
        string? currency,
        Approximation? approximation
    )
    {
        var next = numeral.Next;
        // "200 or more people", "50-odd", "300+".
        if (Approximators.Behind(text, next) is { } behind && approximation is null)
        {
            (approximation, next) = behind;
        }
        var (unit, end) =
            numeral.IsShare ? ("%", next)
            : currency is not null ? (currency, next)
            : UnitAt(text, next, numeral);
        if (IsPartOfNumber(text, next))
        {
            // "eight of the nine miners": nine is a figure of its own.
            end = next;
        }
        if (numeral.IsShortMillion && currency is null)
        {
            // "300m people" are millions; "a 300m race" is run in metres.
            if (unit is null)
            {
                (unit, numeral) = ("m", numeral with { Value = numeral.Value / 1_000_000 });
            }
        }
        // "10 people or more": the words behind the unit count too.
        if (approximation is null && Approximators.Behind(text, end) is { } after && text.Lower(end) is "or" or "and")
        {
            (approximation, end) = after;
        }
        if (
            NoFigures.IsYear(text, number, numeral, unit is not null)
            || !IsQuantity(text, at, number, numeral, unit, approximation, end)
        )
        {
            return (null, numeral.Next);
        }
        return (Made(text, at, end, numeral, unit, approximation ?? Approximation.Exact), end);
    }

    private static Figure Made(Pieces text, int at, int end, Numeral numeral, string? unit, Approximation approximation)
    {
        var (start, stop) = (text[at].Start, text[end - 1].End);
        var isVague = numeral.Value is null;
        return new Figure
        {
            Start = start,
            End = stop,
            Text = text.Text[start..stop],
            Value = numeral.Value,
            Unit = unit,
            Approximation = isVague && approximation == Approximation.Exact ? Approximation.About : approximation,
            Low =
                isVague ? numeral.Low
                : approximation is Approximation.Exact or Approximation.Over ? numeral.Value
                : null,
            High = !isVague && approximation is Approximation.Exact or Approximation.Under ? numeral.Value : null,
        };
    }

    /// <summary>Whether a number stands for a quantity at all.</summary>
    private static bool IsQuantity(
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
            // "Are under 18" is an age.
            return !(numeral is { InDigits: true, Value: <= 21 } && number == at + 1 && IsOfAge(text.Lower(at - 1)))
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

    private static bool IsDefinite(string word) =>
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

    private static bool IsOfAge(string word) =>
        word is "is" or "are" or "was" or "were" or "children" or "people" or "those" or "anyone" or "girls" or "boys";

    private static bool IsPartOfNumber(Pieces text, int at) =>
        text.Lower(at) == "of"
        && IsDefinite(text.Lower(at + 1))
        && text.IsSameLine(at + 2)
        && NumberWords.At(text, at + 2) is { Value: not null };

    private static bool IsTime(string word) =>
        word.EndsWith("day", StringComparison.Ordinal) || word is "weekend" or "yesterday" or "today";

    private static (string? Unit, int End) UnitAt(Pieces text, int next, Numeral numeral)
    {
        var isLarge = numeral.Value >= 1_000_000 || numeral.Low >= 1_000_000;
        var begin = text.Lower(next) == "of" && numeral.Value is null ? next + 1 : next;
        if (Measures.Behind(text, begin, isLarge, isOne: numeral.Value == 1) is { } measure)
        {
            return measure;
        }
        return CountedNouns.At(text, next, numeral.Value) is { } counted ? counted : (null, next);
    }

    /// <summary>"between 200 and 300 people".</summary>
    private static (Figure? Found, int Next)? Between(Pieces text, int at)
    {
        var first = at + 1 + (Approximators.At(text, at + 1) is { } about ? about.Next - at - 1 : 0);
        var number = first + SignLength(text, first);
        if (
            NumberWords.At(text, number) is not { } low
            || low.Value is null
            || UnitlessEnd(text, low.Next) is var and && text.Lower(and) != "and"
        )
        {
            return null;
        }
        var second = and + 1 + SignLength(text, and + 1);
        if (NumberWords.At(text, second) is not { } high || high.Value is null || NoFigures.IsLabel(text, number, low))
        {
            return null;
        }
        var unit = Measures.Before(text, number)?.Unit ?? Measures.Before(text, second)?.Unit;
        return Range(text, at, number, low, high, unit, null);
    }

    // The unit may stand with both: "between 10% and 20%".
    private static int UnitlessEnd(Pieces text, int at) =>
        Measures.Behind(text, at, isLarge: true) is { } unit ? unit.Next : at;

    /// <summary>The second number of "10 to 20" and "10–20".</summary>
    private static Numeral? RangeEnd(Pieces text, Numeral first, bool isMoney)
    {
        var link = first.Next;
        if (first.Value is null || !text.IsSameLine(link))
        {
            return null;
        }
        var isDash = text.Lower(link) is "-" or "–" or "‑" or "—";
        if (!isDash && text.Lower(link) != "to")
        {
            return null;
        }
        var second = link + 1 + SignLength(text, link + 1);
        return
            (isMoney || second == link + 1)
            && text.IsSameLine(second)
            && NumberWords.At(text, second) is { Value: not null } number
            && (!isDash || first.InDigits == number.InDigits)
            ? number
            : null;
    }

    private static (Figure? Found, int Next) Range(
        Pieces text,
        int at,
        int number,
        Numeral first,
        Numeral second,
        string? currency,
        Approximation? approximation
    )
    {
        var (unit, end) = currency is not null ? (currency, second.Next) : UnitAt(text, second.Next, second);
        // "2 to 3 million", "€2–3bn": the scale belongs to both.
        var low = first.Value!.Value;
        var high = second.Value!.Value;
        if (
            !first.IsGrouped
            && second.IsGrouped
            && low < 1000
            && high >= 1000
            && ScaleOf(high) is var scale
            && low < high / scale
        )
        {
            low *= scale;
        }
        // A score, a vote or a pair of years has no unit, or falls.
        if (
            low >= high
            || (unit is null && (currency is null && !second.IsGrouped))
            || (first is { InDigits: true, IsGrouped: false, Value: >= 1500 and <= 2199 } && unit is null)
        )
        {
            return (null, second.Next);
        }
        var (start, stop) = (text[at].Start, text[end - 1].End);
        return (
            new Figure
            {
                Start = start,
                End = stop,
                Text = text.Text[start..stop],
                Low = low,
                High = high,
                Unit = unit,
                Approximation = Approximation.Range,
            },
            end
        );
    }

    private static decimal ScaleOf(decimal value) =>
        value >= 1_000_000_000_000m ? 1_000_000_000_000m
        : value >= 1_000_000_000m ? 1_000_000_000m
        : value >= 1_000_000m ? 1_000_000m
        : 1_000m;

    /// <summary>How many pieces of a currency stand before a number: "€", "US$", "EUR".</summary>
    private static int SignLength(Pieces text, int at)
    {
        for (var length = 1; length <= 2; length++)
        {
            if (
                text.Is(at + length, PieceKind.Digits)
                && Measures.Before(text, at + length) is { } sign
                && sign.Start == at
            )
            {
                return length;
            }
        }
        return 0;
    }

    // Everything that hangs on a label by points, colons, hyphens and blanks between digits is the label's: 18:30, 020 7946.
    private static int AfterLabel(Pieces text, Numeral numeral)
    {
        var next = numeral.Next;
        while (
            text.Is(next, PieceKind.Digits)
            || (
                text.IsJoined(next)
                && text.Lower(next) is ":" or "/" or "-" or "–" or "."
                && text.Is(next + 1, PieceKind.Digits)
            )
        )
        {
            next++;
        }
        return next;
    }

    /// <summary>Goes through the moments once, beside the figures.</summary>
    private sealed class Walk(IReadOnlyList<Moment> moments)
    {
        private int at;

        public bool Touches(int start, int end)
        {
            while (at < moments.Count && moments[at].End <= start)
            {
                at++;
            }
            return at < moments.Count && moments[at].Start < end;
        }
    }
}
