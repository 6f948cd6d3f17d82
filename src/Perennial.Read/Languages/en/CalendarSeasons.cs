namespace Perennial.Read.Languages.English;

/// <summary>Reads seasons and quarters of a year.</summary>
internal static class CalendarSeasons
{
    /// <summary>The season or quarter that begins with a piece.</summary>
    public static CalendarTime? At(Pieces text, int at, DateOnly? today) =>
        Quarter(text, at, today) ?? Season(text, at, today);

    private static CalendarTime? Season(Pieces text, int at, DateOnly? today)
    {
        var which = text.Lower(at);
        var isNamed = which is "last" or "next" or "this" or "early" or "late" or "mid";
        var name = isNamed ? at + 1 : at;
        if (isNamed && !text.IsSameLine(name))
        {
            return null;
        }
        name += text.Lower(name) is "-" or "past" or "coming" ? 1 : 0;
        var first = CalendarWords.Season(text, name);
        if (first == 0)
        {
            return null;
        }
        if (CalendarDates.YearBehind(text, name + 1) is { } year)
        {
            return Season(year.Year, first, year.Next);
        }
        if (text.Phrase(name + 1, ["last", "year"]) > 0)
        {
            return today is { } day
                ? Season(day.Year - 1, first, name + 3)
                : new CalendarTime(name + 3, null, "season");
        }
        if (which is not ("last" or "next" or "this"))
        {
            return null;
        }
        if (today is not { } published)
        {
            return new CalendarTime(name + 1, null, "season");
        }
        // "Last summer", said in November, is the year before's: the one just over is "this summer".
        var current = first == 12 && published.Month <= 2 ? published.Year - 1 : published.Year;
        var began = which switch
        {
            "last" => current - 1,
            "next" => published.Month < first && first != 12 ? current : current + 1,
            _ => current,
        };
        return Season(began, first, name + 1);
    }

    private static CalendarTime Season(int year, int first, int next) =>
        new(
            next,
            $"{CalendarPeriods.Iso(year, first)}/{(first == 12 ? CalendarPeriods.Iso(year + 1, 2) : CalendarPeriods.Iso(year, first + 2))}",
            "season"
        );

    private static CalendarTime? Quarter(Pieces text, int at, DateOnly? today)
    {
        var (number, next) =
            text.Lower(at + 1) == "quarter"
            && text.IsSpaced(at + 1)
            && Ordinal(text.Lower(at)) is > 0 and <= 4 and var ordinal
                ? (ordinal, at + 2)
            : text.Lower(at) == "q"
            && text.IsCapital(at)
            && text.Is(at + 1, PieceKind.Digits)
            && text.IsJoined(at + 1)
            && text.Lower(at + 1) is "1" or "2" or "3" or "4"
                ? (text.Lower(at + 1)[0] - '0', at + 2)
            : (0, at);
        if (number == 0)
        {
            return null;
        }
        var year = CalendarDates.YearBehind(text, next);
        var last = text.Phrase(next, ["of", "last", "year"]) > 0 ? 3 : 0;
        var which =
            year?.Year
            ?? (
                last > 0 ? today?.Year - 1
                // The latest that has begun: quarters are told of, not foretold.
                : today is { } day && text.Lower(at - 1) == "the" ? day.Year - ((number * 3) - 2 > day.Month ? 1 : 0)
                : null
            );
        return new CalendarTime(
            year?.Next ?? next + last,
            which is { } known
                ? $"{CalendarPeriods.Iso(known, (number * 3) - 2)}/{CalendarPeriods.Iso(known, number * 3)}"
                : null,
            "quarter"
        );
    }

    private static int Ordinal(string word) =>
        word switch
        {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => 0,
        };
}
