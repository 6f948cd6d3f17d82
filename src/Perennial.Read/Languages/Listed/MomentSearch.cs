using System.Globalization;
using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages.Listed;

/// <summary>Reads a moment from a place on: "am Freitag um 18 Uhr", "1er avril", "el próximo año".</summary>
internal sealed class MomentSearch(Pieces text, CalendarLexicon words, DateOnly? today)
{
    private const int LookAround = 14;

    /// <summary>The moment that begins with a piece, or <see langword="null"/>. What says most comes first.</summary>
    public CalendarTime? At(int at) =>
        Day(at) is { } day ? WithHour(day)
        : IsJoinedBefore(at) ? null
        : Period(at) ?? Ago(at) ?? Season(at) ?? Month(at) ?? Year(at) ?? Hour(at);

    /// <summary>How many letters of a piece are a short word before an apostrophe: "l'an", "d'avril".</summary>
    public int Elided(int at) =>
        text.Is(at, PieceKind.Word) ? text.Lower(at).IndexOf('\'', StringComparison.Ordinal) + 1 : 0;

    private string Word(int at) =>
        text.Lower(at) is var lower && Elided(at) is > 0 and < 4 and var cut ? lower[cut..] : lower;

    private bool IsJoinedBefore(int at) =>
        text.IsJoined(at)
        && text.Lower(at - 1) is not ("(" or "„" or "“" or "«" or "»" or "\"" or "¿" or "'" or "’" or "—" or "–");

    private CalendarTime? Day(int at) => Numeric(at) ?? DayMonth(at) ?? Weekday(at) ?? Relative(at);

    /// <summary>"2026-03-13", "13.03.2026", "13/03/2026".</summary>
    private CalendarTime? Numeric(int at)
    {
        if (!text.Is(at, PieceKind.Digits) || IsJoinedBefore(at))
        {
            return null;
        }
        var dots = text.Lower(at).Split('.');
        if (dots.Length == 3)
        {
            return Full(dots[2], dots[1], dots[0], at + 1);
        }
        var mark = text.Lower(at + 1);
        if (
            mark is not ("/" or "-")
            || text.Lower(at + 3) != mark
            || !text.IsJoined(at + 1)
            || !text.IsJoined(at + 3)
            || !text.IsJoined(at + 4)
        )
        {
            return null;
        }
        return text.Lower(at).Length == 4
            ? Full(text.Lower(at), text.Lower(at + 2), text.Lower(at + 4), at + 5)
            : Full(text.Lower(at + 4), text.Lower(at + 2), text.Lower(at), at + 5);
    }

    private static CalendarTime? Full(string year, string month, string day, int next) =>
        year.Length == 4
        && DateOnly.TryParseExact(
            $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? new CalendarTime(next, ListedMoments.Iso(date), "day")
            : null;

    /// <summary>"3. November 2025", "1er avril", "21 de marzo de 2026".</summary>
    private CalendarTime? DayMonth(int at)
    {
        if (!text.Is(at, PieceKind.Digits) || IsJoinedBefore(at) || Number(at) is not (>= 1 and <= 31 and var day))
        {
            return null;
        }
        var name = at + 1;
        if (text.IsJoined(name) && text.Lower(name) is "." or "er" or "º")
        {
            name++;
        }
        if (text.Lower(name) == "de")
        {
            name++;
        }
        if (
            !text.IsSpaced(name)
            || words.Month(Word(name)) is not (> 0 and var month)
            || day > DateTime.DaysInMonth(2000, month)
        )
        {
            return null;
        }
        if (YearBehind(name + 1) is { } year)
        {
            return day <= DateTime.DaysInMonth(year.Year, month)
                ? new CalendarTime(year.Next, ListedMoments.Iso(new DateOnly(year.Year, month, day)), "day")
                : null;
        }
        return new CalendarTime(name + 1, Nearest(month, day, at) is { } date ? ListedMoments.Iso(date) : null, "day");
    }

    /// <summary>"Freitag", "kommenden Mittwoch", "samedi 21 mars", "lundi dernier".</summary>
    private CalendarTime? Weekday(int at)
    {
        var name = words.Past.Contains(Word(at)) || words.Next.Contains(Word(at)) ? at + 1 : at;
        var index = Array.IndexOf(words.Weekdays, Word(name));
        if (index < 0 || (name > at && !text.IsSpaced(name)) || (words.Tag == "de" && !text.IsCapital(name)))
        {
            return null;
        }
        var behind = name + 1;
        for (var skipped = 0; skipped < 2 && text.Lower(behind) is "," or "den" or "dem" or "le"; skipped++)
        {
            behind++;
        }
        if (text.IsSameLine(behind) && DayMonth(behind) is { } date)
        {
            return date;
        }
        behind = PartOfDay(name + 1);
        var after = text.IsSpaced(name + 1) ? Word(name + 1) : "";
        var isPast = words.Past.Contains(name > at ? Word(at) : after);
        var isNext = words.Next.Contains(name > at ? Word(at) : after);
        behind = name == at && (isPast || isNext) ? name + 2 : behind;
        if (today is not { } published)
        {
            return new CalendarTime(behind, null, "day");
        }
        var ahead = (index - (int)published.DayOfWeek + 7) % 7;
        var back = (7 - ahead) % 7;
        var shift = isPast
            ? back == 0
                ? -7
                : -back
            : isNext
                ? ahead == 0
                    ? 7
                    : ahead
                : IsAhead(at)
                    ? ahead
                    : -back;
        return new CalendarTime(behind, ListedMoments.Iso(published.AddDays(shift)), "day");
    }

    /// <summary>"gestern", "avant-hier", "pasado mañana", "aujourd'hui".</summary>
    private CalendarTime? Relative(int at)
    {
        if (!text.Is(at, PieceKind.Word) || IsJoinedBefore(at))
        {
            return null;
        }
        // "avant-hier" falls into three pieces, "pasado mañana" into two.
        var (joined, next) =
            text.Lower(at + 1) == "-" && text.IsJoined(at + 1) && text.IsJoined(at + 2)
                ? (text.Lower(at) + "-" + text.Lower(at + 2), at + 3)
            : text.IsSpaced(at + 1) ? (text.Lower(at) + " " + text.Lower(at + 1), at + 2)
            : ("", at);
        if (!words.Days.TryGetValue(joined, out var shift))
        {
            next = at + 1;
            if (!words.Days.TryGetValue(Word(at), out shift) && !words.Days.TryGetValue(text.Lower(at), out shift))
            {
                return null;
            }
            // "la mañana", "mañana" within "por la mañana": the morning; "Morgen" with a capital too.
            if (
                text.Lower(at) == "mañana" && text.Lower(at - 1) is "la" or "una" or "cada" or "esta" or "toda"
                || words.Tag == "de" && text.IsCapital(at) && !text.BeginsSentence(at)
                || text.Lower(at) == "morgen" && Array.IndexOf(words.Weekdays, text.Lower(at - 1)) >= 0
            )
            {
                return null;
            }
        }
        return new CalendarTime(
            PartOfDay(next),
            today is { } day ? ListedMoments.Iso(day.AddDays(shift)) : null,
            "day"
        );
    }

    /// <summary>"letzte Woche", "l'an dernier", "el próximo mes", "letzten Sommer".</summary>
    private CalendarTime? Period(int at)
    {
        var first = Word(at);
        var shift = Shift(first);
        var name = shift is null ? at : at + 1;
        if (name > at && !text.IsSpaced(name))
        {
            return null;
        }
        var unit = words.Units.GetValueOrDefault(Word(name));
        var season = words.Seasons.GetValueOrDefault(Word(name));
        if (unit is null or "day" && season == 0)
        {
            return null;
        }
        var next = name + 1;
        if (shift is null && text.IsSpaced(next))
        {
            shift = Shift(Word(next));
            next++;
        }
        if (shift is not { } by)
        {
            return null;
        }
        if (today is not { } day)
        {
            return new CalendarTime(next, null, unit ?? "season");
        }
        if (season > 0)
        {
            var year =
                day.Year
                + (
                    by < 0 && new DateOnly(day.Year, season, 1) < day ? 0
                    : by < 0 ? -1
                    : by > 0 && new DateOnly(day.Year, season, 1) <= day ? 1
                    : 0
                );
            return new CalendarTime(next, SeasonOf(year, season), "season");
        }
        return unit switch
        {
            "week" => new CalendarTime(next, Week(day.AddDays(7 * by)), "week"),
            "month" => new CalendarTime(next, $"{day.AddMonths(by):yyyy-MM}", "month"),
            _ => new CalendarTime(next, $"{day.Year + by:0000}", "year"),
        };
    }

    /// <summary>"vor zwei Tagen", "il y a trois ans", "hace dos semanas".</summary>
    private CalendarTime? Ago(int at)
    {
        var length = text.Phrase(at, words.Ago);
        var number = at + length;
        if (length == 0 || !text.IsSpaced(number) || !text.IsSpaced(number + 1))
        {
            return null;
        }
        var count = text.Is(number, PieceKind.Digits) ? Number(number) : words.Numbers.GetValueOrDefault(Word(number));
        if (count is not (> 0 and < 400) || !words.Units.TryGetValue(Word(number + 1), out var unit))
        {
            return null;
        }
        var value = today is not { } day
            ? null
            : unit switch
            {
                "day" => ListedMoments.Iso(day.AddDays(-count)),
                "week" => Week(day.AddDays(-7 * count)),
                "month" => $"{day.AddMonths(-count):yyyy-MM}",
                _ => $"{day.Year - count:0000}",
            };
        return new CalendarTime(number + 2, value, unit);
    }

    /// <summary>"Sommer 2025", "été 2025", "primavera de 2024".</summary>
    private CalendarTime? Season(int at) =>
        words.Seasons.TryGetValue(Word(at), out var first) && YearBehind(at + 1) is { } year
            ? new CalendarTime(year.Next, SeasonOf(year.Year, first), "season")
            : null;

    /// <summary>"März 2025", "im Mai", "fin décembre".</summary>
    private CalendarTime? Month(int at)
    {
        if (words.Month(Word(at)) is not (> 0 and var month) || !text.Is(at, PieceKind.Word))
        {
            return null;
        }
        if (YearBehind(at + 1) is { } year)
        {
            return new CalendarTime(year.Next, $"{year.Year:0000}-{month:00}", "month");
        }
        if (
            !(words.Leads.Contains(Word(at - 1)) && text.IsSpaced(at))
            && !(
                words.Tag == "de"
                && text.IsCapital(at)
                && text.IsSameLine(at)
                && words.Past.Contains(text.Lower(at - 1))
            )
        )
        {
            return null;
        }
        return new CalendarTime(at + 1, Nearest(month, 1, at) is { } date ? $"{date:yyyy-MM}" : null, "month");
    }

    /// <summary>"2025" behind a word that leads to a time.</summary>
    private CalendarTime? Year(int at) =>
        YearAt(at) is { } year
        && (words.Leads.Contains(Word(at - 1)) || words.Units.GetValueOrDefault(Word(at - 1)) == "year")
        && !(text.IsJoined(at + 1) && text.Lower(at + 1) is "-" or "/" or "%")
        && !words.Units.ContainsKey(Word(at + 1))
            ? new CalendarTime(at + 1, $"{year:0000}", "year")
            : null;

    /// <summary>A clock time on no day.</summary>
    private CalendarTime? Hour(int at) =>
        Clock(at) is { } clock
            ? new CalendarTime(clock.Next, $"T{clock.Time:HH':'mm}", clock.HasMinutes ? "minute" : "hour")
            : null;

    private CalendarTime WithHour(CalendarTime day)
    {
        var at = text.Lower(day.Next) == "," ? day.Next + 1 : day.Next;
        for (var skipped = 0; skipped < 3 && words.HourLeads.Contains(text.Lower(at)); skipped++)
        {
            at++;
        }
        return text.IsSameLine(at) && Clock(at) is { } clock
            ? new CalendarTime(
                clock.Next,
                day.Value is null ? null : $"{day.Value}T{clock.Time:HH':'mm}",
                clock.HasMinutes ? "minute" : "hour"
            )
            : day;
    }

    /// <summary>"18 Uhr", "18.30 Uhr", "18:30", "18h30", "18 heures", "18 horas".</summary>
    private (TimeOnly Time, int Next, bool HasMinutes)? Clock(int at)
    {
        if (!text.Is(at, PieceKind.Digits) || IsJoinedBefore(at))
        {
            return null;
        }
        var digits = text.Lower(at);
        var hasMinutes = false;
        var (hour, minute, next) = (digits, "0", at + 1);
        if (digits.IndexOf('.', StringComparison.Ordinal) is > 0 and < 3 and var point && digits.Length == point + 3)
        {
            (hour, minute, hasMinutes) = (digits[..point], digits[(point + 1)..], true);
        }
        else if (
            text.Lower(next) is ":" or "h"
            && text.IsJoined(next)
            && text.Is(next + 1, PieceKind.Digits)
            && text.IsJoined(next + 1)
            && text.Lower(next + 1).Length == 2
        )
        {
            (minute, next, hasMinutes) = (text.Lower(next + 1), next + 2, true);
        }
        var hasWord = words.HourWords.Contains(text.Lower(next)) && text.IsSameLine(next);
        if (
            !hasWord && (!hasMinutes || next == at + 1)
            || hour.Length > 2
            || !int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
            || !int.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            || h > 23
            || m > 59
        )
        {
            return null;
        }
        next += hasWord ? 1 : 0;
        if (
            hasWord
            && !hasMinutes
            && text.IsSpaced(next)
            && text.Is(next, PieceKind.Digits)
            && Number(next) is var extra and < 60
            && words.Tag == "de"
        )
        {
            (m, next, hasMinutes) = (extra, next + 1, true);
        }
        // "drei Stunden", "24 horas": how long something takes is no time of day.
        return hasWord && !hasMinutes && words.Tag != "de" && !words.HourLeads.Contains(text.Lower(at - 1))
            ? null
            : (new TimeOnly(h, m), next, hasMinutes);
    }

    private int PartOfDay(int at) =>
        text.IsSpaced(at) && words.TimeWords.Contains(text.Lower(at)) && !words.Past.Contains(text.Lower(at))
            ? at + 1
            : at;

    private int? Shift(string word) =>
        words.Past.Contains(word) ? -1
        : words.Next.Contains(word) ? 1
        : words.This.Contains(word) ? 0
        : null;

    private int Number(int at) =>
        text.Lower(at).Length <= 3
        && int.TryParse(text.Lower(at), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private int? YearAt(int at) =>
        text.Is(at, PieceKind.Digits)
        && text.Lower(at).Length == 4
        && int.TryParse(text.Lower(at), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1000 and < 2200
            ? year
            : null;

    private (int Year, int Next)? YearBehind(int at)
    {
        var begin = text.Lower(at) is "de" or "del" ? at + 1 : at;
        return text.IsSameLine(begin) && YearAt(begin) is { } year ? (year, begin + 1) : null;
    }

    private DateOnly? Nearest(int month, int day, int at)
    {
        if (today is not { } published)
        {
            return null;
        }
        var isAhead = IsAhead(at);
        DateOnly? best = null;
        for (var year = published.Year - 1; year <= published.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month))
            {
                continue;
            }
            var date = new DateOnly(year, month, day);
            if (isAhead && date < new DateOnly(published.Year, published.Month, 1))
            {
                continue;
            }
            if (
                best is null
                || Math.Abs(date.DayNumber - published.DayNumber) < Math.Abs(best.Value.DayNumber - published.DayNumber)
            )
            {
                best = date;
            }
        }
        return best;
    }

    /// <summary>Whether the sentence looks ahead.</summary>
    private bool IsAhead(int at)
    {
        for (var i = at - 1; i >= at - 3 && text.IsSameLine(i + 1); i--)
        {
            if (words.AheadLeads.Contains(text.Lower(i)))
            {
                return true;
            }
        }
        for (
            var i = at - 1;
            i > at - LookAround && text.IsSameLine(i + 1) && text.Lower(i) is not ("." or "!" or "?" or ";");
            i--
        )
        {
            if (LooksAhead(i))
            {
                return true;
            }
        }
        for (
            var i = at + 1;
            i < at + LookAround && text.IsSameLine(i) && text.Lower(i) is not ("." or "!" or "?" or ";");
            i++
        )
        {
            if (LooksAhead(i))
            {
                return true;
            }
        }
        return false;
    }

    private bool LooksAhead(int at)
    {
        var lower = text.Lower(at);
        if (words.FutureWords.Contains(lower))
        {
            return true;
        }
        foreach (var ending in words.FutureEndings)
        {
            if (
                lower.Length > ending.Length + 2
                && !text.IsCapital(at)
                && lower.EndsWith(ending, StringComparison.Ordinal)
            )
            {
                return true;
            }
        }
        return false;
    }

    private static string Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return $"{ListedMoments.Iso(monday)}/{ListedMoments.Iso(monday.AddDays(6))}";
    }

    private static string SeasonOf(int year, int first) =>
        $"{year:0000}-{first:00}/{(first == 12 ? year + 1 : year):0000}-{(first + 1) % 12 + 1:00}";
}
