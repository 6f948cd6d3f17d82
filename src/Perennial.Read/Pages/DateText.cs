using System.Globalization;
using System.Text.RegularExpressions;

namespace Perennial.Read.Pages;

/// <summary>Dates as pages write them for people, in the languages whose month names CLDR gives and .NET carries.</summary>
internal static partial class DateText
{
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    private static readonly string[] MonthLanguages =
    [
        "en",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "nb",
        "da",
        "pl",
        "tr",
        "fi",
        "id",
        "cs",
        "ru",
        "uk",
    ];

    private static readonly Dictionary<string, int> Months = MonthNames();

    /// <summary>The first date in some words, with its clock time if one stands beside it.</summary>
    public static StatedTime? Parse(string text)
    {
        if (text.Length > 300)
        {
            return null;
        }
        foreach (Match m in Candidate().Matches(text))
        {
            if (DateOf(m) is { } date)
            {
                return WithTime(date, text);
            }
        }
        return null;
    }

    /// <summary>A date in the path of an address: <c>/2031/03/12/</c> or <c>/2031-03-12-</c>.</summary>
    public static StatedTime? InAddress(string? url) =>
        url is not null
        && Address().Match(url) is { Success: true } m
        && Make(Number(m, "y"), Number(m, "m"), Number(m, "d")) is { } date
            ? StatedTime.OfDay(date)
            : null;

    /// <summary>The month that a name or its abbreviation means, 1 to 12.</summary>
    public static int? MonthOf(string name) =>
        Months.TryGetValue(name.TrimEnd('.').ToLowerInvariant(), out var month) ? month : null;

    private static DateOnly? DateOf(Match m)
    {
        if (m.Groups["iy"].Success)
        {
            return Make(Number(m, "iy"), Number(m, "im"), Number(m, "id"));
        }
        if (m.Groups["ny"].Success)
        {
            // Day first, as everywhere but in the United States, unless only the other order makes a date.
            return Make(Number(m, "ny"), Number(m, "n2"), Number(m, "n1"))
                ?? Make(Number(m, "ny"), Number(m, "n1"), Number(m, "n2"));
        }
        var (day, name, year) = m.Groups["dy"].Success ? ("dd", "dm", "dy") : ("md", "mm", "my");
        return Months.TryGetValue(m.Groups[name].Value.TrimEnd('.').ToLowerInvariant(), out var month)
            ? Make(Number(m, year), month, Number(m, day))
            : null;
    }

    private static StatedTime WithTime(DateOnly date, string text)
    {
        if (Clock().Match(text) is not { Success: true } clock)
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
        return hour < 24 && Number(clock, "min") < 60
            ? new StatedTime(date.ToDateTime(new TimeOnly(hour, Number(clock, "min"))), null, HasTime: true)
            : StatedTime.OfDay(date);
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private static Dictionary<string, int> MonthNames()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in MonthLanguages)
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            foreach (
                var list in new[]
                {
                    format.MonthNames,
                    format.MonthGenitiveNames,
                    format.AbbreviatedMonthNames,
                    format.AbbreviatedMonthGenitiveNames,
                }
            )
            {
                for (var month = 0; month < 12; month++)
                {
                    if (list[month].TrimEnd('.').ToLowerInvariant() is { Length: > 2 } name)
                    {
                        names.TryAdd(name, month + 1);
                    }
                }
            }
        }
        names.TryAdd("sept", 9);
        return names;
    }

    [GeneratedRegex(
        @"(?<iy>\d{4})[-/.](?<im>\d{1,2})[-/.](?<id>\d{1,2})|(?<n1>\d{1,2})[./-](?<n2>\d{1,2})[./-](?<ny>\d{4})|(?<dd>\d{1,2})(st|nd|rd|th|er|º|\.)?\s*(de\s+)?(?<dm>\p{L}{3,12}\.?),?\s+(de\s+)?(?<dy>\d{4})|(?<mm>\p{L}{3,12}\.?)\s+(?<md>\d{1,2})(st|nd|rd|th)?,?\s+(?<my>\d{4})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Candidate();

    [GeneratedRegex(
        @"\b(?<h>\d{1,2})[:.h](?<min>\d{2})\s*((?<half>[apAP])\.?[mM]\b)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"[/-](?<y>(19|20)\d{2})[/-](?<m>\d{1,2})[/-](?<d>\d{1,2})([/-]|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
