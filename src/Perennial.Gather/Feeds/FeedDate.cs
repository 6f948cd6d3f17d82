using System.Globalization;
using System.Text.RegularExpressions;

namespace Perennial.Gather.Feeds;

/// <summary>Reads the dates that really stand in feeds: RFC 822 with its many liberties, and ISO 8601.</summary>
internal static partial class FeedDate
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    // RFC 822, section 5, and the European names that feeds use besides.
    private static readonly Dictionary<string, double> ZoneHours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["BST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["IST"] = 5.5,
        ["JST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
    };

    /// <summary>The date as stated, or <see langword="null"/> for what is none.</summary>
    public static StatedTime? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 100)
        {
            return null;
        }
        return Iso().Match(text) is { Success: true } iso ? FromIso(iso)
            : Rfc822().Match(text) is { Success: true } rfc ? FromRfc822(rfc)
            : null;
    }

    private static StatedTime? FromIso(Match m)
    {
        var year = Number(m, "y");
        var month = m.Groups["mo"].Success ? Number(m, "mo") : 1;
        var day = m.Groups["d"].Success ? Number(m, "d") : 1;
        return Make(year, month, day, m);
    }

    private static StatedTime? FromRfc822(Match m)
    {
        var month =
            Array.FindIndex(Months, name => m.Groups["mon"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            + 1;
        var year = Number(m, "y");
        // Two-digit years as RFC 2822, section 4.3, reads them.
        year +=
            year < 50 ? 2000
            : year < 1000 ? 1900
            : 0;
        return Make(year, month, Number(m, "d"), m);
    }

    private static StatedTime? Make(int year, int month, int day, Match m)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }
        var date = new DateOnly(year, month, day);
        if (!m.Groups["h"].Success)
        {
            return StatedTime.OfDay(date);
        }
        var (hour, minute, second) = (
            Number(m, "h"),
            Number(m, "mi"),
            m.Groups["s"].Success ? Math.Min(59, Number(m, "s")) : 0
        );
        if (hour == 24 && minute == 0)
        {
            (date, hour) = (date.AddDays(1), 0);
        }
        if (hour > 23 || minute > 59)
        {
            return null;
        }
        return new StatedTime(
            date.ToDateTime(new TimeOnly(hour, minute, second)),
            Offset(m.Groups["z"].Value.Trim()),
            HasTime: true
        );
    }

    private static TimeSpan? Offset(string zone)
    {
        if (ZoneHours.TryGetValue(zone, out var hours))
        {
            return TimeSpan.FromHours(hours);
        }
        if (NumericZone().Match(zone) is not { Success: true } m)
        {
            return null;
        }
        var offset =
            TimeSpan.FromHours(Number(m, "h")) + TimeSpan.FromMinutes(m.Groups["m"].Success ? Number(m, "m") : 0);
        return offset > TimeSpan.FromHours(14) ? null
            : m.Groups["sign"].Value == "-" ? -offset
            : offset;
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(-?(?<mo>[0-9][0-9])(-?(?<d>[0-9][0-9]))?)?([T\s]+(?<h>[0-9][0-9]):?(?<mi>[0-9][0-9])(:?(?<s>[0-9][0-9])([.,][0-9]+)?)?\s*(?<z>Z|[A-Z]{2,4}|[+-][0-9][0-9]:?([0-9][0-9])?)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^([a-z]+\.?,?\s+)?(?<d>[0-9]{1,2})[\s-]+(?<mon>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?,?[\s-]+(?<y>[0-9]{2,4})(,?\s+(?<h>[0-9]{1,2}):(?<mi>[0-9][0-9])(:(?<s>[0-9][0-9])(\.[0-9]+)?)?\s*(?<z>[A-Z]{1,4}|(GMT|UTC)?[+-][0-9]{1,2}:?([0-9][0-9])?)?)?(\s*\([^)]*\))?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Rfc822();

    [GeneratedRegex(
        @"^(GMT|UTC)?(?<sign>[+-])(?<h>[0-9]{1,2}):?(?<m>[0-9][0-9])?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumericZone();
}
