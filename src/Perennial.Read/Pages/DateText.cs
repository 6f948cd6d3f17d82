using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Perennial.Read.Pages;

/// <summary>How dates are meant on a page.</summary>
/// <param name="Language">The page's language as a BCP 47 tag; <see langword="null"/> when unknown.</param>
/// <param name="MonthFirst">Whether 3/12/2031 is the twelfth of March, as in the United States.</param>
internal readonly record struct DateHabits(string? Language, bool MonthFirst);

/// <summary>Dates as pages write them for people: any order, any language of CLDR, any digits.</summary>
internal static partial class DateText
{
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    // The Thai count of years is ahead by this; the Persian one is told by its years, 1921 to 2071.
    private const int BuddhistEra = 543;
    private const int EarliestPersianYear = 1300;
    private const int LatestPersianYear = 1450;

    private static readonly PersianCalendar Persian = new();

    private static readonly string[] PersianMonths =
    [
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد",
        "شهریور",
        "مهر",
        "آبان",
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
    ];

    /// <summary>The first date in some words, with its clock time if one stands beside it.</summary>
    public static StatedTime? Parse(string text, DateHabits habits = default) =>
        text.Length > 300 ? null : Find(text, habits)?.Date;

    /// <summary>The first date in some words and how many characters it takes.</summary>
    public static (StatedTime Date, int Start, int Length)? Find(string text, DateHabits habits)
    {
        text = WithLatinDigits(text);
        foreach (Match m in Candidate().Matches(text))
        {
            if (DateOf(m, habits) is { } date)
            {
                return (WithTime(date, text[(m.Index + m.Length)..], text[..m.Index]), m.Index, m.Length);
            }
        }
        return null;
    }

    /// <summary>
    /// A date in the path of an address: <c>/2031/03/12/</c>, <c>/2031-03-12-</c>, <c>/20310312/</c> or <c>/12-03-2031</c>.
    /// </summary>
    public static StatedTime? InAddress(string? url) =>
        url is not null
        && (Address().Match(url) is { Success: true } m || (m = AddressDayFirst().Match(url)).Success)
        && Make(Number(m, "y"), Number(m, "m"), Number(m, "d")) is { } date
            ? StatedTime.OfDay(date)
            : null;

    private static DateOnly? DateOf(Match m, DateHabits habits)
    {
        if (m.Groups["iy"].Success)
        {
            return Make(Number(m, "iy"), Number(m, "im"), Number(m, "id"));
        }
        if (m.Groups["ny"].Success)
        {
            var (one, two, year) = (Number(m, "n1"), Number(m, "n2"), WholeYear(Number(m, "ny")));
            // Only Americans write the month first, and never with dots; the other order is taken when it alone makes a date.
            var monthFirst = habits.MonthFirst && !m.Groups["dot"].Value.StartsWith('.');
            return monthFirst
                ? Make(year, one, two) ?? Make(year, two, one)
                : Make(year, two, one) ?? Make(year, one, two);
        }
        if (m.Groups["yy"].Success && !m.Groups["yd"].Success)
        {
            return null;
        }
        var form =
            m.Groups["dy"].Success ? "d"
            : m.Groups["my"].Success ? "m"
            : "y";
        return Named(Number(m, form + "y"), m.Groups[form + "m"].Value, Number(m, form + "d"), habits);
    }

    private static DateOnly? Named(int year, string name, int day, DateHabits habits)
    {
        if (
            year is >= EarliestPersianYear and <= LatestPersianYear
            && Array.IndexOf(PersianMonths, name) is >= 0 and var persian
            && day >= 1
            && day <= Persian.GetDaysInMonth(year, persian + 1)
        )
        {
            return DateOnly.FromDateTime(Persian.ToDateTime(year, persian + 1, day, 0, 0, 0, 0));
        }
        var month =
            MonthNames.Of(name, habits.Language)
            // Hebrew writes "in March" as one word.
            ?? (name.StartsWith('ב') ? MonthNames.Of(name[1..], habits.Language) : null);
        return month is { } known ? Make(year, known, day) : null;
    }

    // The clock stands behind the date, or else right before it.
    private static StatedTime WithTime(DateOnly date, string behind, string before)
    {
        const int near = 30;
        var clock = Clock().Match(behind[..Math.Min(behind.Length, near)]);
        if (!clock.Success)
        {
            clock = Clock().Match(before[Math.Max(0, before.Length - near)..]);
        }
        // "14.03" may be the beginning of another date.
        if (!clock.Success || clock.Groups["year"].Success)
        {
            return StatedTime.OfDay(date);
        }
        var hour = Number(clock, "h");
        hour = clock.Groups["half"].Value.ToLowerInvariant() switch
        {
            "p" when hour < 12 => hour + 12,
            "a" when hour == 12 => 0,
            _ => hour,
        };
        var second = clock.Groups["s"].Success ? Number(clock, "s") : 0;
        return hour < 24 && Number(clock, "min") < 60 && second < 60
            ? new StatedTime(
                date.ToDateTime(new TimeOnly(hour, Number(clock, "min"), second)),
                Offset(clock),
                HasTime: true
            )
            : StatedTime.OfDay(date);
    }

    private static TimeSpan? Offset(Match clock)
    {
        if (clock.Groups["utc"].Success)
        {
            return TimeSpan.Zero;
        }
        if (!clock.Groups["sign"].Success)
        {
            return null;
        }
        var offset = new TimeSpan(Number(clock, "oh"), Number(clock, "om"), 0);
        return offset.TotalHours > 14 ? null
            : clock.Groups["sign"].Value == "-" ? -offset
            : offset;
    }

    private static DateOnly? Make(int year, int month, int day)
    {
        year -= year > EarliestYear + BuddhistEra ? BuddhistEra : 0;
        return
            year is >= EarliestYear and <= LatestYear
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    // '31 is 2031 and '98 is 1998.
    private static int WholeYear(int year) =>
        year >= 100 ? year
        : year < 70 ? 2000 + year
        : 1900 + year;

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string WithLatinDigits(string text)
    {
        if (!text.Any(letter => letter > '9' && char.IsDigit(letter)))
        {
            return text;
        }
        var latin = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            latin.Append(char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter);
        }
        return latin.ToString();
    }

    // Year first in numbers (also 2031年3月12日, 2031년 3월 12일); numbers with the year last; day, name, year; name, day, year;
    // year, name, day (Hungarian, Lithuanian, Latvian).
    [GeneratedRegex(
        @"(^|[^0-9])(?<iy>[0-9]{4})\s?[-/.年년]\s?(?<im>[0-9]{1,2})\s?[-/.月월]\s?(?<id>[0-9]{1,2})([^0-9]|$)"
            + @"|(^|[^0-9./])(?<n1>[0-9]{1,2})(?<dot>\.\s?|/|-|\stháng\s)(?<n2>[0-9]{1,2})(\.\s?|[/-]|,?\snăm\s|,\s)(?<ny>[0-9]{4}|[0-9]{2})([^0-9]|$)"
            + @"|(^|[^0-9])(?<dd>[0-9]{1,2})(st|nd|rd|th|er|º|ª|:e|-го)?[.,]?(\s|-|/)?\s?((de|di|of|del|the)\s|d['’])?(?<dm>((كانون|تشرين)\s)?[\p{L}\p{M}][\p{L}\p{M}.]{1,15}?)[.,،]?(\s|-|/|,)\s?((de|del|of)\s)?(?<dy>[0-9]{4})([^0-9]|$)"
            + @"|(?<mm>[\p{L}\p{M}]{3,15})\.?\s(?<md>[0-9]{1,2})(st|nd|rd|th)?(,\s?|\s)(?<my>[0-9]{4})([^0-9]|$)"
            + @"|(^|[^0-9])(?<yy>[0-9]{4})\.?\s((m|g|gada)\.?\s)?((?<yd>[0-9]{1,2})\.\s)?(?<ym>[\p{L}\p{M}]{3,15})(\s(?<yd>[0-9]{1,2}))?([^0-9]|$)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Candidate();

    [GeneratedRegex(
        @"(^|[^0-9.])(?<h>[0-9]{1,2})\s?[:.h時시]\s?(?<min>[0-9]{2})(?<year>\.[0-9]+)?(:(?<s>[0-9]{2})([.,][0-9]+)?)?(\s?(?<half>[ap])\.?m\b)?(\s?((?<utc>GMT|UTC|Z)\b|(?<sign>[+-])(?<oh>[0-9]{2}):?(?<om>[0-9]{2})))?",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"[/-](?<y>(19|20)[0-9]{2})[/-](?<m>[0-9]{1,2})[/-](?<d>[0-9]{1,2})([/_.-]|$)|[/_-](?<y>(19|20)[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])([/_.-]|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();

    // Months first are told apart only when the day is beyond the twelfth, and then they make no date here.
    [GeneratedRegex(
        @"[/_-](?<d>[0-3]?[0-9])[-_.](?<m>[01]?[0-9])[-_.](?<y>(19|20)[0-9]{2})([/_.-]|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AddressDayFirst();
}
