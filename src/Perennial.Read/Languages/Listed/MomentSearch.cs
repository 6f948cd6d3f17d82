using System.Globalization;
using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages.Listed;

/// <summary>Reads a moment from a place on: "am Freitag um 18 Uhr", "1er avril", "el próximo año".</summary>
internal sealed partial class MomentSearch(Pieces text, CalendarLexicon words, DateOnly? today)
{
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

    private int PartOfDay(int at) =>
        text.IsSpaced(at) && words.TimeWords.Contains(text.Lower(at)) && !words.Past.Contains(text.Lower(at))
            ? at + 1
            : at;

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
}
