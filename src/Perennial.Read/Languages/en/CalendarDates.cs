using System.Globalization;

namespace Perennial.Read.Languages.English;

/// <summary>Reads single days: "5 May 2031", "May 5", "Sunday", "2031-05-05", each with a clock time beside it.</summary>
internal static class CalendarDates
{
    /// <summary>The day that begins with a piece, with the clock time behind it.</summary>
    public static CalendarTime? At(Pieces text, int at, DateOnly? today)
    {
        if (Day(text, at, today) is not { } day)
        {
            return null;
        }
        var next = PartOfDay(text, day.Next);
        var behind = text.Lower(next) is "at" or "," or "around" or "about" ? next + 1 : next;
        return text.IsSameLine(behind) && Clock.At(text, behind) is { } clock
            ? Timed(day, clock.Time, clock.HasMinutes, clock.Next)
            : day with
            {
                Next = next,
            };
    }

    /// <summary>A day with a clock time.</summary>
    public static CalendarTime Timed(CalendarTime day, TimeOnly time, bool hasMinutes, int next) =>
        new(next, day.Value is null ? null : $"{day.Value}T{time:HH':'mm}", hasMinutes ? "minute" : "hour");

    /// <summary>The day that begins with a piece.</summary>
    public static CalendarTime? Day(Pieces text, int at, DateOnly? today) =>
        Iso(text, at) ?? WithWeekday(text, at, today) ?? DayMonth(text, at, today) ?? Weekday(text, at, today);

    /// <summary>Which year a day without one is in: told by tense, else the nearest.</summary>
    public static DateOnly? Resolve(int month, int day, DateOnly? today, bool? isFuture)
    {
        if (today is not { } published)
        {
            return null;
        }
        var days = Enumerable
            .Range(published.Year - 1, 3)
            .Where(year => day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateOnly(year, month, day))
            .ToList();
        return isFuture switch
        {
            true => days.Where(date => date >= published).Cast<DateOnly?>().FirstOrDefault(),
            false => days.Where(date => date <= published).Cast<DateOnly?>().LastOrDefault(),
            _ => days.OrderBy(date => Math.Abs(date.DayNumber - published.DayNumber))
                .Cast<DateOnly?>()
                .FirstOrDefault(),
        };
    }

    /// <summary>A day's number: "5", "5th"; and the piece after it.</summary>
    public static (int Day, int Next)? Number(Pieces text, int at)
    {
        if (
            !text.Is(at, PieceKind.Digits)
            || text.Lower(at).Length > 2
            || !int.TryParse(text.Lower(at), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || day is < 1 or > 31
        )
        {
            return null;
        }
        return text.IsJoined(at + 1) && text.Lower(at + 1) is "st" or "nd" or "rd" or "th"
            ? (day, at + 2)
            : (day, at + 1);
    }

    /// <summary>A year of four digits from 1000 to 2199; and the piece after it.</summary>
    public static (int Year, int Next)? Year(Pieces text, int at) =>
        text.Is(at, PieceKind.Digits)
        && text.Lower(at).Length == 4
        && int.TryParse(text.Lower(at), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1000 and < 2200
            ? (year, at + 1)
            : null;

    /// <summary>The year behind a month or day, with a comma or "of" between.</summary>
    public static (int Year, int Next)? YearBehind(Pieces text, int at)
    {
        var begin = text.Lower(at) is "," or "of" ? at + 1 : at;
        return text.IsSameLine(begin) ? Year(text, begin) : null;
    }

    /// <summary>A date's ISO form.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CalendarTime? Iso(Pieces text, int at)
    {
        if (
            Year(text, at) is not { } year
            || text.IsJoined(at) && text.Lower(at - 1) is not ("(" or "“" or "\"")
            || text.Lower(at + 1) != "-"
            || text.Lower(at + 2).Length != 2
            || text.Lower(at + 3) != "-"
            || text.Lower(at + 4).Length != 2
            || !text.IsJoined(at + 1)
            || !text.IsJoined(at + 3)
        )
        {
            return null;
        }
        var value = $"{text.Lower(at)}-{text.Lower(at + 2)}-{text.Lower(at + 4)}";
        return
            DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && year.Year > 0
            ? new CalendarTime(at + 5, value, "day")
            : null;
    }

    // "Monday, 5 May 2031"
    private static CalendarTime? WithWeekday(Pieces text, int at, DateOnly? today)
    {
        if (CalendarWords.Day(text, at) is null)
        {
            return null;
        }
        var next = at + 1;
        for (var skipped = 0; skipped < 2 && text.Lower(next) is "." or "," or "the"; skipped++)
        {
            next++;
        }
        return text.IsSameLine(next) ? DayMonth(text, next, today) : null;
    }

    private static CalendarTime? DayMonth(Pieces text, int at, DateOnly? today)
    {
        int day;
        int month;
        int next;
        if (Number(text, at) is { } first && !text.IsJoined(at))
        {
            // "5 May", "5th of May"
            var name = text.Lower(first.Next) == "of" ? first.Next + 1 : first.Next;
            (day, month, next) = (first.Day, text.IsSameLine(name) ? CalendarWords.Month(text, name) : 0, name + 1);
            next +=
                text.Lower(next) == "."
                && text.IsJoined(next)
                && text.Lower(name).Length <= 4
                && Year(text, next + 1) is not null
                    ? 1
                    : 0;
        }
        else
        {
            // "May 5", but not "May 5,000 people" nor "May 2031"
            month = CalendarWords.Month(text, at);
            var number = CalendarWords.AfterPoint(text, at);
            if (month == 0 || !text.IsSameLine(number) || Number(text, number) is not { } behind)
            {
                return null;
            }
            if (
                text.IsJoined(behind.Next)
                && text.Lower(behind.Next) is "%" or ":" or "-"
                && text.Is(behind.Next + 1, PieceKind.Word)
            )
            {
                return null;
            }
            (day, next) = behind;
        }
        if (month == 0)
        {
            return null;
        }
        if (YearBehind(text, next) is { } year)
        {
            return day <= DateTime.DaysInMonth(year.Year, month)
                ? new CalendarTime(year.Next, Iso(new DateOnly(year.Year, month, day)), "day")
                : null;
        }
        return day <= DateTime.DaysInMonth(2000, month)
            ? new CalendarTime(
                next,
                Resolve(month, day, today, IsUntil(text, at) ? true : Tense.IsFuture(text, at)) is { } date
                    ? Iso(date)
                    : null,
                "day"
            )
            : null;
    }

    /// <summary>A day of the week: the last one, the next one where the sentence looks ahead.</summary>
    private static CalendarTime? Weekday(Pieces text, int at, DateOnly? today)
    {
        var which = text.Lower(at);
        var name = which is "last" or "next" or "this" or "early" or "late" or "coming" ? at + 1 : at;
        if (CalendarWords.Day(text, name) is not { } weekday || (name > at && !text.IsSpaced(name)))
        {
            return null;
        }
        if (which is "early" or "late")
        {
            which = "";
        }
        if (today is not { } published)
        {
            return new CalendarTime(name + 1, null, "day");
        }
        var ahead = ((int)weekday - (int)published.DayOfWeek + 7) % 7;
        var back = (7 - ahead) % 7;
        // Agencies name the day of publication itself by its weekday; "last" and "next" never mean it.
        var shift = which switch
        {
            "last" => back == 0 ? -7 : -back,
            "next" or "coming" => ahead == 0 ? 7 : ahead,
            _ => IsAhead(text, at) ? ahead : -back,
        };
        return new CalendarTime(name + 1, Iso(published.AddDays(shift)), "day");
    }

    private static bool IsAhead(Pieces text, int at) =>
        IsUntil(text, at) || text.Lower(at) == "this" || Tense.IsFuture(text, at) == true;

    /// <summary>Whether a day or month is one that something lasts until or is put off to.</summary>
    public static bool IsUntil(Pieces text, int at) => text.Lower(at - 1) is "until" or "till" or "to";

    private static int PartOfDay(Pieces text, int at) =>
        text.IsSpaced(at) && CalendarWords.Bare(text.Lower(at)) is "morning" or "afternoon" or "evening" or "night"
            ? at + 1
        : text.IsSpaced(at) && text.Lower(at) == "early" && CalendarWords.Bare(text.Lower(at + 1)) is "morning" ? at + 2
        : at;
}
