namespace Perennial.Read.Languages.English;

/// <summary>Reads spans of dates: "between 3 and 5 May", "from March to June 2031", "2029–2031", "May 3-5".</summary>
internal static class CalendarRanges
{
    /// <summary>The span that begins with a piece.</summary>
    public static CalendarTime? At(Pieces text, int at, DateOnly? today)
    {
        var word = text.Lower(at);
        if (word is "between" or "from" && text.IsSameLine(at + 1))
        {
            return Span(text, at + 1, today, word == "between");
        }
        // "the years 2019 to 2023"
        if (word == "the" && text.Lower(at + 1) is "years" or "period" && text.IsSameLine(at + 2))
        {
            return Span(text, at + 2, today, isBetween: false);
        }
        return Dashed(text, at, today);
    }

    private static CalendarTime? Span(Pieces text, int at, DateOnly? today, bool isBetween)
    {
        bool Links(int index) =>
            text.IsSameLine(index)
            && (isBetween ? text.Lower(index) is "and" : text.Lower(index) is "to" or "until" or "till" or "through");

        // The first may lean on the second for its month or year: "between 3 and 5 May 2031".
        if (
            CalendarDates.Number(text, at) is { } day
            && Links(day.Next)
            && CalendarDates.Day(text, day.Next + 1, today) is { } until
        )
        {
            return Joined(WithDay(until.Value, day.Day), until, "day");
        }
        if (CalendarDates.Day(text, at, today) is { } first && Links(first.Next))
        {
            if (
                CalendarWords.Month(text, at) > 0
                && CalendarDates.Number(text, first.Next + 1) is { } last
                && CalendarWords.Month(text, last.Next) == 0
            )
            {
                var year = CalendarDates.YearBehind(text, last.Next);
                var from = year is { } stated ? WithYear(first.Value ?? Unknown(text, at), stated.Year) : first.Value;
                return Joined(from, new CalendarTime(year?.Next ?? last.Next, WithDay(from, last.Day), "day"), "day");
            }
            if (CalendarDates.Day(text, first.Next + 1, today) is { } second)
            {
                var isBare =
                    first.Value is null || today is not null && CalendarDates.YearBehind(text, first.Next) is null;
                var begin =
                    isBare && second.Value is { } value && MonthDay(text, at) is { } shape
                        ? $"{value[..4]}-{shape}"
                        : first.Value;
                return Joined(begin, FromFirst(text, begin, first.Next + 1, second), "day");
            }
        }
        if (CalendarWords.Month(text, at) is > 0 and var month)
        {
            var year = CalendarDates.YearBehind(text, at + 1);
            var link = year?.Next ?? at + 1;
            if (Links(link) && CalendarPeriodOf(text, link + 1, today) is { } end)
            {
                var begin =
                    year is { } own ? CalendarPeriods.Iso(own.Year, month)
                    : end.Value is { } value
                        ? CalendarPeriods.Iso(
                            int.Parse(value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture),
                            month
                        )
                    : null;
                return Joined(begin, end, "month");
            }
        }
        return
            CalendarDates.Year(text, at) is { } one
            && Links(one.Next)
            && CalendarDates.Year(text, one.Next + 1) is { } other
            && other.Year > one.Year
            ? new CalendarTime(other.Next, $"{text.Lower(at)}/{text.Lower(one.Next + 1)}", "year")
            : null;
    }

    /// <summary>"From Saturday until Wednesday": the second weekday is the next one after the first, whenever that was.</summary>
    private static CalendarTime FromFirst(Pieces text, string? first, int at, CalendarTime second) =>
        CalendarWords.Day(text, at) is { } weekday
        && second.Next == at + 1
        && DateOnly.TryParseExact(
            first,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            default,
            out var begin
        )
            ? second with
            {
                Value = begin
                    .AddDays(((int)weekday - (int)begin.DayOfWeek + 6) % 7 + 1)
                    .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            }
            : second;

    // "May 3–5, 2031", "3-5 May", "2029-2031", "2029–31"
    private static CalendarTime? Dashed(Pieces text, int at, DateOnly? today)
    {
        if (!(text.Is(at, PieceKind.Digits) || CalendarWords.Month(text, at) > 0) || text.IsJoined(at))
        {
            return null;
        }
        if (
            CalendarDates.Number(text, at) is { } day
            && IsDash(text, day.Next)
            && CalendarDates.Day(text, day.Next + 1, today) is { } until
        )
        {
            return CalendarWords.Month(text, day.Next + 1) == 0
                ? Joined(WithDay(until.Value, day.Day), until, "day")
                : null;
        }
        if (
            CalendarWords.Month(text, at) > 0
            && CalendarDates.Number(text, CalendarWords.AfterPoint(text, at)) is { } from
            && IsDash(text, from.Next)
            && CalendarDates.Number(text, from.Next + 1) is { } last
            && last.Day > from.Day
        )
        {
            var year = CalendarDates.YearBehind(text, last.Next);
            var first = CalendarDates.Day(text, at, today)?.Value ?? (year is null ? null : Unknown(text, at));
            first = year is { } stated && first is not null ? WithYear(first, stated.Year) : first;
            return Joined(first, new CalendarTime(year?.Next ?? last.Next, WithDay(first, last.Day), "day"), "day");
        }
        if (
            CalendarDates.Year(text, at) is { Year: > 1700 and < 2100 } one
            && IsDash(text, one.Next)
            && text.Is(one.Next + 1, PieceKind.Digits)
            && text.IsJoined(one.Next + 1)
        )
        {
            var second = text.Lower(one.Next + 1);
            var whole = second.Length == 2 ? text.Lower(at)[..2] + second : second;
            return
                whole.Length == 4
                && string.CompareOrdinal(whole, text.Lower(at)) > 0
                && whole.All(char.IsAsciiDigit)
                && whole[0] is '1' or '2'
                && !(text.Lower(one.Next + 2) == "-" && text.IsJoined(one.Next + 2))
                ? new CalendarTime(one.Next + 2, $"{text.Lower(at)}/{whole}", "year")
                : null;
        }
        return null;
    }

    private static CalendarTime? CalendarPeriodOf(Pieces text, int at, DateOnly? today)
    {
        if (CalendarWords.Month(text, at) is not (> 0 and var month) || !text.IsSameLine(at))
        {
            return null;
        }
        return CalendarDates.YearBehind(text, at + 1) is { } year
                ? new CalendarTime(year.Next, CalendarPeriods.Iso(year.Year, month), "month")
            : today is { } published
                ? new CalendarTime(
                    at + 1,
                    CalendarPeriods.Iso(
                        month <= published.Month || Tense.IsFuture(text, at) == true
                            ? published.Year
                            : published.Year - 1,
                        month
                    ),
                    "month"
                )
            : new CalendarTime(at + 1, null, "month");
    }

    private static CalendarTime Joined(string? from, CalendarTime until, string precision) =>
        new(until.Next, from is null || until.Value is null ? null : $"{from}/{until.Value}", precision);

    private static bool IsDash(Pieces text, int at) => text.IsJoined(at) && text.Lower(at) is "-" or "–" or "‑" or "—";

    private static string? WithDay(string? date, int day) =>
        date is { Length: >= 10 }
        && DateOnly.TryParse($"{date[..8]}{day:00}", System.Globalization.CultureInfo.InvariantCulture, out _)
            ? $"{date[..8]}{day:00}"
            : null;

    private static string WithYear(string date, int year) => $"{year:0000}{date[4..]}";

    private static string Unknown(Pieces text, int at) => $"0000-{MonthDay(text, at)}";

    private static string? MonthDay(Pieces text, int at)
    {
        var month = CalendarWords.Month(text, at);
        if (month > 0)
        {
            return CalendarDates.Number(text, CalendarWords.AfterPoint(text, at)) is { } day
                ? $"{month:00}-{day.Day:00}"
                : null;
        }
        if (CalendarDates.Number(text, at) is not { } first)
        {
            return null;
        }
        month = CalendarWords.Month(text, text.Lower(first.Next) == "of" ? first.Next + 1 : first.Next);
        return month > 0 ? $"{month:00}-{first.Day:00}" : null;
    }
}
