namespace Perennial.Read.Languages.English;

/// <summary>Reads times that hang on the day of publication: "yesterday", "two days ago", "last week", "overnight", "the past 24 hours".</summary>
internal static class RelativeTimes
{
    /// <summary>The time that begins with a piece.</summary>
    public static CalendarTime? At(Pieces text, int at, DateOnly? today)
    {
        if (Day(text, at, today) is { } day)
        {
            var next = text.Lower(day.Next) is "at" or "," ? day.Next + 1 : day.Next;
            return text.IsSameLine(next) && Clock.At(text, next) is { } clock
                ? CalendarDates.Timed(day, clock.Time, clock.HasMinutes, clock.Next)
                : day;
        }
        return Night(text, at, today)
            ?? EndOfPeriod(text, at, today)
            ?? Period(text, at, today)
            ?? Ago(text, at, today)
            ?? PastSpan(text, at, today);
    }

    /// <summary>"today", "yesterday evening", "tomorrow", "this morning", "the day before yesterday".</summary>
    public static CalendarTime? Day(Pieces text, int at, DateOnly? today)
    {
        if (text.Phrase(at, ["the", "day", "before", "yesterday"]) > 0)
        {
            return Shifted(at + 4, today, -2);
        }
        if (text.Phrase(at, ["the", "day", "after", "tomorrow"]) > 0)
        {
            return Shifted(at + 4, today, 2);
        }
        var word = CalendarWords.Bare(text.Lower(at));
        if (word is "today" or "yesterday" or "tomorrow")
        {
            // A newspaper's name: USA Today.
            if (text.IsCapital(at) && !text.BeginsSentence(at))
            {
                return null;
            }
            var next = text.IsSpaced(at + 1) && IsPart(text, at + 1) ? at + 2 : at + 1;
            return Shifted(
                next,
                today,
                word == "today" ? 0
                    : word == "yesterday" ? -1
                    : 1
            );
        }
        return word == "this" && text.IsSpaced(at + 1) && IsPart(text, at + 1) ? Shifted(at + 2, today, 0) : null;
    }

    private static CalendarTime? Night(Pieces text, int at, DateOnly? today)
    {
        var (length, shift) =
            text.Lower(at) == "overnight" && !text.IsJoined(at) && !(text.IsJoined(at + 1) && text.Lower(at + 1) is "-")
                ? (1, -1)
            : text.Phrase(at, ["last", "night"]) > 0 || text.Phrase(at, ["last", "night's"]) > 0 ? (2, -1)
            : CalendarWords.Bare(text.Lower(at)) == "tonight" ? (1, 0)
            : (0, 0);
        return length == 0
            ? null
            : new CalendarTime(
                at + length,
                today is { } day
                    ? $"{CalendarDates.Iso(day.AddDays(shift))}/{CalendarDates.Iso(day.AddDays(shift + 1))}"
                    : null,
                "night"
            );
    }

    /// <summary>"this week", "last month", "next year", "earlier this year", "the weekend".</summary>
    private static CalendarTime? Period(Pieces text, int at, DateOnly? today)
    {
        var which = at;
        if (text.Lower(at) is "earlier" or "later" && text.Lower(at + 1) is "this" or "last" && text.IsSpaced(at + 1))
        {
            which++;
        }
        var shift = text.Lower(which) switch
        {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            "the" when text.Lower(which + 1) is "previous" or "following" => 99,
            _ => (int?)null,
        };
        if (shift is null)
        {
            return null;
        }
        var name = shift == 99 ? which + 2 : which + 1;
        if (!text.IsSpaced(name))
        {
            return null;
        }
        var unit = CalendarWords.Bare(text.Lower(name));
        // "the previous day" hangs on the text, not on the publication.
        var anchor = shift == 99 ? null : today;
        var by = shift == 99 ? 0 : shift.Value;
        return unit switch
        {
            "day" when shift == 99 => new CalendarTime(name + 1, null, "day"),
            "weekend" => new CalendarTime(
                name + 1,
                anchor is { } day ? Weekend(day, by, Tense.IsFuture(text, at)) : null,
                "weekend"
            ),
            _ => Unit(unit, name + 1, by, anchor),
        };
    }

    /// <summary>The week, month, year or decade of a day, or one of those beside it.</summary>
    private static CalendarTime? Unit(string unit, int next, int by, DateOnly? today) =>
        CalendarWords.Bare(unit) switch
        {
            "week" => new CalendarTime(next, today is { } day ? Week(day.AddDays(7 * by)) : null, "week"),
            "month" => new CalendarTime(
                next,
                today is { } day ? CalendarPeriods.Iso(day.AddMonths(by).Year, day.AddMonths(by).Month) : null,
                "month"
            ),
            "year" => new CalendarTime(next, today is { } day ? $"{day.Year + by:0000}" : null, "year"),
            "decade" => new CalendarTime(
                next,
                today is { } day
                    ? $"{(day.Year / 10 * 10) + (10 * by):0000}/{(day.Year / 10 * 10) + (10 * by) + 9:0000}"
                    : null,
                "decade"
            ),
            "century" => new CalendarTime(next, null, "century"),
            _ => null,
        };

    /// <summary>"the end of the month", "the middle of the decade"; "the weekend" that has been or is to come.</summary>
    private static CalendarTime? EndOfPeriod(Pieces text, int at, DateOnly? today)
    {
        if (text.Lower(at) != "the")
        {
            return null;
        }
        if (text.Phrase(at, ["the", "weekend"]) > 0 && text.Lower(at - 1) is "at" or "over" or "during" or "on")
        {
            var ahead = Tense.IsFuture(text, at) == true;
            return new CalendarTime(at + 2, today is { } day ? Weekend(day, ahead ? 0 : -1, ahead) : null, "weekend");
        }
        if (
            text.Lower(at + 1) is not ("end" or "beginning" or "start" or "middle" or "turn")
            || text.Phrase(at + 2, ["of"]) == 0
            || text.Lower(at + 3) is not ("the" or "this" or "next" or "last")
            || !text.IsSameLine(at + 4)
        )
        {
            return null;
        }
        var by = text.Lower(at + 3) switch
        {
            "next" => 1,
            "last" => -1,
            _ => 0,
        };
        return Unit(text.Lower(at + 4), at + 5, by, today);
    }

    /// <summary>"two days ago", "a week later", "three hours earlier", "in two weeks' time", "in five years".</summary>
    private static CalendarTime? Ago(Pieces text, int at, DateOnly? today)
    {
        if (text.Lower(at) == "in")
        {
            return Ahead(text, at, today);
        }
        if (!(text.Is(at, PieceKind.Digits) || text.Is(at, PieceKind.Word)) || Count(text, at) is not { } count)
        {
            return null;
        }
        var unit = Singular(text.Lower(count.Next));
        var behind = count.Next + 1;
        if (unit is null || (count.Next > at && !text.IsSameLine(count.Next)) || !text.IsSpaced(behind))
        {
            return null;
        }
        if (text.Lower(behind) == "ago")
        {
            return new CalendarTime(
                behind + 1,
                today is { } day && count.Value is { } number ? Shifted(day, unit, -number) : null,
                unit
            );
        }
        return text.Lower(behind) is "earlier" or "later" or "before" or "afterwards"
            && !(text.Lower(behind) is "before" && text.IsSpaced(behind + 1))
                ? new CalendarTime(behind + 1, null, unit)
            : text.Lower(behind) == "time" && text.Lower(at - 1) == "in"
                ? new CalendarTime(
                    behind + 1,
                    today is { } day2 && count.Value is { } ahead ? Shifted(day2, unit, ahead) : null,
                    unit
                )
            : null;
    }

    /// <summary>"In two weeks", where the sentence looks ahead: how long something took is no moment.</summary>
    private static CalendarTime? Ahead(Pieces text, int at, DateOnly? today) =>
        text.IsSpaced(at + 1)
        && Count(text, at + 1) is { Value: { } number } count
        && Singular(text.Lower(count.Next)) is { } unit
        && text.IsSameLine(count.Next)
        && !text.Lower(count.Next).EndsWith('\'')
        && text.Lower(count.Next + 1) != "time"
        && Tense.IsFuture(text, at) == true
            ? new CalendarTime(count.Next + 1, today is { } day ? Shifted(day, unit, number) : null, unit)
            : null;

    /// <summary>"the past 24 hours", "the last three days", "the next two weeks".</summary>
    private static CalendarTime? PastSpan(Pieces text, int at, DateOnly? today)
    {
        var which = text.Lower(at) is "the" or "these" ? at + 1 : at;
        if (text.Lower(which) is not ("past" or "last" or "next" or "coming") || !text.IsSpaced(which + 1))
        {
            return null;
        }
        if (
            Count(text, which + 1) is not { } count
            || Singular(text.Lower(count.Next)) is not { } unit
            || !text.IsSameLine(count.Next)
        )
        {
            return null;
        }
        var ahead = text.Lower(which) is "next" or "coming";
        if (
            today is not { } day
            || count.Value is not { } number
            || Shifted(day, unit, ahead ? number : -number) is not { } other
        )
        {
            return new CalendarTime(count.Next + 1, null, unit);
        }
        var end =
            other.Length == 10 ? CalendarDates.Iso(day)
            : other.Length == 7 ? CalendarPeriods.Iso(day.Year, day.Month)
            : $"{day.Year:0000}";
        return new CalendarTime(count.Next + 1, ahead ? $"{end}/{other}" : $"{other}/{end}", unit);
    }

    private static (int? Value, int Next)? Count(Pieces text, int at)
    {
        if (text.Lower(at) is "a" or "an" && text.IsSpaced(at + 1) && Singular(text.Lower(at + 1)) is not null)
        {
            return (1, at + 1);
        }
        // "Years later"
        if (text.Lower(at) is "minutes" or "hours" or "days" or "weeks" or "months" or "years" or "decades")
        {
            return (null, at);
        }
        if (text.Lower(at) is "several" or "few" or "many")
        {
            return (null, at + 1);
        }
        if (text.Phrase(at, ["a", "few"]) > 0)
        {
            return (null, at + 2);
        }
        return
            NumberWords.At(text, at) is { Value: not null and < 10_000 } number
            && number.Value == decimal.Truncate(number.Value.Value)
            ? ((int)number.Value.Value, number.Next)
            : null;
    }

    private static string? Singular(string word) =>
        CalendarWords.Bare(word.TrimEnd('\'')) switch
        {
            "minute" or "minutes" => "minute",
            "hour" or "hours" => "hour",
            "day" or "days" => "day",
            "week" or "weeks" => "week",
            "month" or "months" => "month",
            "year" or "years" => "year",
            "decade" or "decades" => "decade",
            _ => null,
        };

    // To the precision that the unit has: three months ago is a month, not a day. Hours and minutes need a clock.
    private static string? Shifted(DateOnly day, string unit, int by) =>
        unit switch
        {
            "hour" when by % 24 == 0 => CalendarDates.Iso(day.AddDays(by / 24)),
            "day" => CalendarDates.Iso(day.AddDays(by)),
            "week" => CalendarDates.Iso(day.AddDays(7 * by)),
            "month" => CalendarPeriods.Iso(day.AddMonths(by).Year, day.AddMonths(by).Month),
            "year" when day.Year + by is > 0 and < 9999 => $"{day.Year + by:0000}",
            "decade" when day.Year + (10 * by) is > 0 and < 9999 => $"{day.Year + (10 * by):0000}",
            _ => null,
        };

    private static CalendarTime Shifted(int next, DateOnly? today, int days) =>
        new(next, today is { } day ? CalendarDates.Iso(day.AddDays(days)) : null, "day");

    // Weeks begin on Monday, as in ISO 8601.
    private static string Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return $"{CalendarDates.Iso(monday)}/{CalendarDates.Iso(monday.AddDays(6))}";
    }

    private static string Weekend(DateOnly day, int by, bool? isFuture)
    {
        var saturday = day.AddDays(-(((int)day.DayOfWeek + 1) % 7));
        var isNow = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var weeks = by switch
        {
            -1 => isNow ? -1 : 0,
            1 => 1,
            // From Wednesday on, "this weekend" is the one to come.
            _ => isNow || (isFuture == false && day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday) ? 0 : 1,
        };
        return $"{CalendarDates.Iso(saturday.AddDays(7 * weeks))}/{CalendarDates.Iso(saturday.AddDays((7 * weeks) + 1))}";
    }

    private static bool IsPart(Pieces text, int at) =>
        CalendarWords.Bare(text.Lower(at)) is "morning" or "afternoon" or "evening" or "night" or "lunchtime";
}
