using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Tells numbers that count nothing: labels, years, ages, scores, telephone numbers, house numbers, list numbers.</summary>
internal static class NoFigures
{
    private static readonly FrozenSet<string> Labels = (
        "article section page chapter phase number numbers no nos channel room flight route level group division act part "
        + "volume vol issue resolution line step tier stage type version day week round gate platform unit brigade highway "
        + "motorway interstate exit terminal building block district ward zone sector area field lot case count rule clause "
        + "paragraph annex table figure fig chart item question episode season series grade year class category form model "
        + "apollo boeing airbus formula windows agenda top aged age ages war psalm verse box code pin tel phone fax mobile"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> YearCompany = (
        "in since by until till from during before after of late early mid spring summer autumn fall winter year fiscal "
        + "january february march april may june july august september october november december and through to the than"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Months = (
        "january february march april may june july august september october november december jan feb mar apr jun jul aug "
        + "sep sept oct nov dec"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a number in digits at a piece is no quantity, whatever follows.</summary>
    public static bool IsLabel(Pieces text, int at, Numeral number) =>
        IsGlued(text, at, number)
        || IsListNumber(text, at)
        || IsAge(text, at, number)
        || IsSequence(text, at, number)
        || CountedNouns.IsStreet(text, number.Next)
        || (!number.IsGrouped && (Labels.Contains(text.Lower(at - 1)) && text.IsSameLine(at) || IsNumberSign(text, at)))
        || IsDay(text, at, number);

    /// <summary>Whether four digits are a year: they look like one, and their neighbour on the left is of time.</summary>
    public static bool IsYear(Pieces text, int at, Numeral number, bool isCounting) =>
        number is { InDigits: true, IsGrouped: false, Value: >= 1500 and <= 2199 }
        && (!isCounting || (text.IsSameLine(at) && YearCompany.Contains(text.Lower(at - 1))));

    // "F-16", "Covid-19", "G7", "21st", "6pm", "1990s", "18:30", "5/12".
    private static bool IsGlued(Pieces text, int at, Numeral number)
    {
        var next = number.Next;
        if (text.IsJoined(at))
        {
            var before = text.Lower(at - 1);
            if (text.Is(at - 1, PieceKind.Word))
            {
                return true;
            }
            if (before is "-" or "‑" or "/" or ":" or "." or "@" or "_" or "=" && text.IsJoined(at - 1))
            {
                return true;
            }
            if (before is "#" or "№")
            {
                return true;
            }
        }
        if (!text.IsJoined(next) || !number.InDigits)
        {
            return false;
        }
        return text.Is(next, PieceKind.Word)
            ? Measures.Behind(text, next, isLarge: false) is null
            : text.Lower(next) is ":" or "/" or "." or "@" or "_" && text.IsJoined(next + 1);
    }

    private static bool IsNumberSign(Pieces text, int at) =>
        text.Lower(at - 1) is "#" or "№"
        || (
            text.Lower(at - 1) == "."
            && text.IsJoined(at - 1)
            && text.Lower(at - 2) is "no" or "nos" or "art" or "p" or "pp"
        );

    private static bool IsListNumber(Pieces text, int at) =>
        text.Is(at, PieceKind.Digits)
        && text.BeginsLine(at)
        && text.IsJoined(at + 1)
        && text.Lower(at + 1) is "." or ")"
        && !text.IsJoined(at + 2);

    // "34-year-old", "aged 34", "34 years old", "Ann Gray, 34, said".
    private static bool IsAge(Pieces text, int at, Numeral number)
    {
        var next = number.Next;
        if (text.Phrase(next, ["-", "year", "-", "old"]) > 0 || text.Phrase(next, ["-", "year", "-", "olds"]) > 0)
        {
            return true;
        }
        if (
            text.Lower(next) is "year" or "years" or "month" or "months"
            && text.Lower(next + 1) is "old" or "-" or "of"
        )
        {
            return text.Lower(next + 1) == "old" || text.Lower(next + 2) is "old" or "age";
        }
        return number is { InDigits: true, IsGrouped: false, Value: < 120 }
            && text.Lower(at - 1) == ","
            && text.IsCapital(at - 2)
            && text.Lower(next) is "," or ")" or "." or ";"
            && text.IsJoined(next);
    }

    // Telephone and account numbers: three groups of digits and more, or two joined by hyphens that are no range; scores.
    private static bool IsSequence(Pieces text, int at, Numeral number)
    {
        if (!number.InDigits || number.IsGrouped)
        {
            return false;
        }
        if (text.Is(at - 1, PieceKind.Digits) && text.IsSpaced(at) || text.Is(number.Next, PieceKind.Digits))
        {
            return true;
        }
        return text.Lower(at - 1) == "+" && text.IsJoined(at);
    }

    private static bool IsDay(Pieces text, int at, Numeral number) =>
        number is { InDigits: true, IsGrouped: false, Value: <= 31 }
        && (
            text.IsCapital(at - 1) && text.IsSameLine(at) && Months.Contains(text.Lower(at - 1))
            || text.IsCapital(number.Next) && text.IsSameLine(number.Next) && Months.Contains(text.Lower(number.Next))
        );
}
