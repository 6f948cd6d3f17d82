using System.Globalization;
using Microsoft.AspNetCore.Http;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>The moment that a page is asked for as it was: <c>?at=</c> with a time, or with a position of the record.</summary>
/// <param name="Position">The last position before it.</param>
/// <param name="Time">The time that was asked for, or that of the position.</param>
public sealed record AsOf(long Position, DateTimeOffset Time)
{
    private const int LongestPosition = 18;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFF",
    ];

    /// <summary>What a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="snapshot">The views.</param>
    /// <param name="setting">The page's setting: a time without an offset is one of the site's zone, a day alone is its end.</param>
    /// <param name="asOf">The moment; <see langword="null"/> for the page as it is, which a time to come asks for too.</param>
    /// <returns>Whether it can be understood and has been.</returns>
    internal static bool TryRead(HttpRequest request, ViewSnapshot snapshot, Setting setting, out AsOf? asOf)
    {
        asOf = null;
        var asked = request.Query["at"].ToString();
        if (asked.Length == 0)
        {
            return true;
        }
        if (asked.Length <= LongestPosition && asked.All(char.IsAsciiDigit))
        {
            var position = long.Parse(asked, CultureInfo.InvariantCulture);
            if (TimesView.TimeOf(snapshot, position) is not { } then)
            {
                return false;
            }
            asOf = new AsOf(position, then);
            return true;
        }
        if (TimeOf(asked, setting) is not { } time)
        {
            return false;
        }
        if (time < setting.Now)
        {
            asOf = new AsOf(TimesView.PositionBefore(snapshot, time), time);
        }
        return true;
    }

    private static DateTimeOffset? TimeOf(string asked, Setting setting)
    {
        if (DateTime.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.Date < DateTime.MaxValue.Date ? setting.Instant(day.AddDays(1)) : null;
        }
        var (local, offset) = Parted(asked);
        if (!DateTime.TryParseExact(local, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }
        return offset.Length == 0 ? setting.Instant(time)
            : OffsetOf(offset) is { } known && time.Year is > 1 and < 9999 ? new DateTimeOffset(time, known)
            : null;
    }

    private static (string Local, string Offset) Parted(string asked)
    {
        if (asked.EndsWith('Z'))
        {
            return (asked[..^1], "Z");
        }
        // In an address, + stands for a blank where nobody escaped it.
        var sign = asked.LastIndexOfAny(['+', '-', ' ']);
        return sign > "yyyy-MM-dd".Length ? (asked[..sign], asked[sign..].Replace(' ', '+')) : (asked, "");
    }

    private static TimeSpan? OffsetOf(string offset) =>
        offset == "Z" ? TimeSpan.Zero
        : TimeSpan.TryParseExact(offset[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var span)
        && span <= TimeSpan.FromHours(14)
            ? offset[0] == '-' ? -span
                : span
        : null;
}
