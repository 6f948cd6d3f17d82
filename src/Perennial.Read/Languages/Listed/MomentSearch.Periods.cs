using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages.Listed;

/// <content>Weeks, months, seasons and years.</content>
internal sealed partial class MomentSearch
{
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

    private int? Shift(string word) =>
        words.Past.Contains(word) ? -1
        : words.Next.Contains(word) ? 1
        : words.This.Contains(word) ? 0
        : null;

    private static string Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return $"{ListedMoments.Iso(monday)}/{ListedMoments.Iso(monday.AddDays(6))}";
    }

    private static string SeasonOf(int year, int first) =>
        $"{year:0000}-{first:00}/{(first == 12 ? year + 1 : year):0000}-{(first + 1) % 12 + 1:00}";
}
