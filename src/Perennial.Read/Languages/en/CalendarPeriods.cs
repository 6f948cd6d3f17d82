using System.Globalization;

namespace Perennial.Read.Languages.English;

/// <summary>Reads months, seasons, quarters, years, decades and centuries.</summary>
internal static class CalendarPeriods
{
    /// <summary>The period that begins with a piece.</summary>
    public static CalendarTime? At(Pieces text, int at, DateOnly? today) =>
        Quarter(text, at, today)
        ?? Season(text, at, today)
        ?? Month(text, at, today)
        ?? Decade(text, at)
        ?? PartOfYear(text, at)
        ?? TwoYears(text, at)
        ?? Century(text, at)
        ?? YearAlone(text, at);

    /// <summary>A month's ISO form.</summary>
    public static string Iso(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    /// <summary>Whether the word before a month or year is one of time.</summary>
    public static bool FollowsTime(Pieces text, int at) =>
        text.IsSameLine(at)
        && text.Lower(at - 1)
            is "in"
                or "since"
                or "by"
                or "until"
                or "till"
                or "from"
                or "during"
                or "of"
                or "before"
                or "after"
                or "through"
                or "throughout"
                or "between"
                or "late"
                or "early"
                or "mid"
                or "circa"
                or "around"
                or "late-"
                or "for"
                or "to";

    private static CalendarTime? Month(Pieces text, int at, DateOnly? today)
    {
        var which = text.Lower(at) is "last" or "next" or "this" or "early" or "late" or "mid" ? text.Lower(at) : "";
        var name = which.Length > 0 ? at + 1 : at;
        name += which == "mid" && text.Lower(name) == "-" ? 1 : 0;
        var month = CalendarWords.Month(text, name);
        if (month == 0 || !(name == at || text.IsSameLine(name)))
        {
            return null;
        }
        if (CalendarDates.YearBehind(text, name + 1) is { } year)
        {
            return new CalendarTime(year.Next, Iso(year.Year, month), "month");
        }
        if (!IsMonth(text, at, name, which))
        {
            return null;
        }
        if (today is not { } published)
        {
            return new CalendarTime(name + 1, null, "month");
        }
        var future =
            which == "next"
            || (which.Length == 0 && (text.Lower(at - 1) is "until" or "till" || Tense.IsFuture(text, at) == true));
        var strictly = which is "last" or "next";
        var shift = future
            ? month > published.Month || (month == published.Month && !strictly)
                ? 0
                : 1
            : month < published.Month || (month == published.Month && !strictly)
                ? 0
                : -1;
        return new CalendarTime(name + 1, Iso(published.Year + shift, month), "month");
    }

    // "May" is a verb and a surname, "March" a verb and a rally, April, June and August are given names.
    private static bool IsMonth(Pieces text, int at, int name, string which)
    {
        if (text.Lower(name) is not ("may" or "march" or "april" or "june" or "august"))
        {
            return true;
        }
        if (text.Lower(name) is "march" && text.IsCapital(name + 1) && !FollowsTime(text, at) && which.Length == 0)
        {
            return false;
        }
        return which.Length > 0
            || (
                FollowsTime(text, at)
                && text.Lower(at - 1) is not "to"
                && !(
                    text.Lower(name) is "may"
                    && text.Lower(at - 1) is "by" or "after" or "before"
                    && text.IsCapital(name + 1)
                )
            )
            || (
                text.Lower(name) is "april" or "june" or "august"
                && !text.IsCapital(name + 1)
                && !text.BeginsSentence(name)
                && !text.IsCapital(name - 1)
                && text.IsSpaced(name)
            );
    }

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
        new(next, $"{Iso(year, first)}/{(first == 12 ? Iso(year + 1, 2) : Iso(year, first + 2))}", "season");

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
            which is { } known ? $"{Iso(known, (number * 3) - 2)}/{Iso(known, number * 3)}" : null,
            "quarter"
        );
    }

    // "the 1990s", "the early 1990s", "1990s"
    private static CalendarTime? Decade(Pieces text, int at)
    {
        var name = text.Lower(at) is "early" or "late" or "mid" ? at + 1 : at;
        name += text.Lower(name) is "-" ? 1 : 0;
        return
            CalendarDates.Year(text, name) is { } year
            && year.Year % 10 == 0
            && text.IsJoined(year.Next)
            && text.Lower(year.Next) == "s"
            ? new CalendarTime(
                year.Next + 1,
                string.Create(CultureInfo.InvariantCulture, $"{year.Year}/{year.Year + 9}"),
                "decade"
            )
            : null;
    }

    // "the 19th century"; as an adjective, "21st century warfare", it dates nothing.
    private static CalendarTime? Century(Pieces text, int at)
    {
        if (
            CalendarDates.Number(text, at) is not { } number
            || number.Next != at + 2
            || text.Lower(at + 2) != "century"
            || text.Lower(at - 1) != "the"
            || !(
                text.Lower(at + 3)
                    is "."
                        or ","
                        or ";"
                        or "and"
                        or "to"
                        or "when"
                        or "by"
                        or "was"
                        or "in"
                        or "until"
                        or ")"
                || !text.Has(at + 3)
            )
        )
        {
            return null;
        }
        var first = ((number.Day - 1) * 100) + 1;
        return new CalendarTime(
            at + 3,
            string.Create(CultureInfo.InvariantCulture, $"{first:0000}/{first + 99:0000}"),
            "century"
        );
    }

    // "mid-2028", "late 2027", "the end of 2028": the year; what part of it is only in the words.
    private static CalendarTime? PartOfYear(Pieces text, int at)
    {
        var name =
            text.Lower(at) is "early" or "late" or "mid"
                ? at + 1 + (text.Lower(at + 1) is "-" or "‑" && text.IsJoined(at + 1) ? 1 : 0)
            : text.Phrase(at, ["the", "end", "of"]) is > 0 and var end ? at + end
            : text.Phrase(at, ["the", "start", "of"]) is > 0 and var start ? at + start
            : text.Phrase(at, ["the", "beginning", "of"]) is > 0 and var beginning ? at + beginning
            : at;
        return
            name > at
            && text.IsSameLine(name)
            && CalendarDates.Year(text, name) is { Year: > 1700 and < 2100 } year
            && !(text.IsJoined(year.Next) && text.Is(year.Next, PieceKind.Word))
            ? new CalendarTime(year.Next, text.Lower(name), "year")
            : null;
    }

    // "2026/27", a season or a fiscal year.
    private static CalendarTime? TwoYears(Pieces text, int at) =>
        CalendarDates.Year(text, at) is { Year: > 1900 and < 2100 } year
        && !text.IsJoined(at)
        && text.Lower(at + 1) == "/"
        && text.IsJoined(at + 1)
        && text.IsJoined(at + 2)
        && text.Is(at + 2, PieceKind.Digits)
        && text.Lower(at + 2) is var second
        && second == (second.Length == 2 ? $"{(year.Year + 1) % 100:00}" : $"{year.Year + 1}")
        && !(text.IsJoined(at + 3) && text.Lower(at + 3) is "/" or "-")
            ? new CalendarTime(
                at + 3,
                string.Create(CultureInfo.InvariantCulture, $"{year.Year}/{year.Year + 1}"),
                "year"
            )
            : null;

    private static CalendarTime? YearAlone(Pieces text, int at)
    {
        if (
            CalendarDates.Year(text, at) is not { } year
            || text.IsJoined(at) && text.Lower(at - 1) is not ("-" or "(" or "–")
            || text.IsJoined(at + 1)
                && text.Lower(at + 1)
                    is not ("." or "," or ")" or ";" or ":" or "?" or "!" or "”" or "\"" or "'" or "-" or "–")
            || text.IsJoined(at + 2) && text.Is(at + 2, PieceKind.Digits) && text.IsJoined(at + 1)
        )
        {
            return null;
        }
        // "1500 troops", "2000 people" are counted, whatever stands before.
        if (CountedNouns.At(text, at + 1, null) is { } counted && text.Lower(at + 1) != "of" && counted.Next == at + 2)
        {
            return
                text.Lower(at - 1) is "the" or "of"
                && year.Year > 1900
                && counted.Noun.EndsWith("tions", StringComparison.Ordinal)
                ? new CalendarTime(at + 1, text.Lower(at), "year")
                : null;
        }
        var isInBrackets = text.Lower(at - 1) == "(" && text.Lower(at + 1) == ")";
        var isNoun =
            text.Lower(at - 1) is "the" or "year" or "fiscal" or "'s"
            && year.Year is > 1700 and < 2100
            && text.Is(at + 1, PieceKind.Word);
        // "Forecast for 2028", but "sold for 1850".
        var isFor = text.Lower(at - 1) == "for" && year.Year is < 1950 or > 2100;
        return FollowsTime(text, at) && text.Lower(at - 1) != "to" && !isFor || isInBrackets || isNoun
            ? new CalendarTime(at + 1, text.Lower(at), "year")
            : null;
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
