using System.Globalization;

namespace Perennial.Read.Languages.English;

/// <summary>Reckons from a moment of the text: "in March 2019. A year later" is March 2020.</summary>
internal static class Anchors
{
    private const int Nearest = 1000;
    private const int Latest = 2200;

    /// <summary>A value some units later, or earlier where the number is negative.</summary>
    /// <returns><see langword="null"/> where the value is coarser than the unit, or an interval that is none of years.</returns>
    public static string? Shifted(string value, string unit, int by)
    {
        var parts = value.Split('/');
        var shifted = parts.Select(part => One(part, unit, by)).ToList();
        return shifted.TrueForAll(part => part is not null) && (parts.Length == 1 || unit is "year" or "decade")
            ? string.Join('/', shifted)
            : null;
    }

    private static string? One(string value, string unit, int by)
    {
        if (Math.Abs(by) > Nearest)
        {
            return null;
        }
        var years = unit == "decade" ? 10 * by : by;
        return (unit, value.Length) switch
        {
            ("day" or "week", 10) when Day(value) is { } day => Stated(day.AddDays(unit == "week" ? 7 * by : by)),
            ("month", 10 or 7) when Day(value[..7] + "-01") is { } day => Month(day.AddMonths(by)),
            ("year" or "decade", 10) when Day(value) is { } day => Stated(day.AddYears(years)),
            ("year" or "decade", 7) when Day(value + "-01") is { } day => Month(day.AddYears(years)),
            ("year" or "decade", 4)
                when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) => Year(
                year + years
            ),
            _ => null,
        };
    }

    // Within years that leave room for every shift.
    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1600 and < Latest
            ? day
            : null;

    private static string? Stated(DateOnly day) => day.Year is > 0 and < Latest ? CalendarDates.Iso(day) : null;

    private static string? Month(DateOnly day) =>
        day.Year is > 0 and < Latest ? CalendarPeriods.Iso(day.Year, day.Month) : null;

    private static string? Year(int year) =>
        year is > 0 and < Latest ? year.ToString("0000", CultureInfo.InvariantCulture) : null;
}
