using System.Globalization;

namespace Perennial.Read.Pages;

/// <summary>Times as pages write them for machines: ISO 8601, its compact form, seconds since 1970, and dates in words.</summary>
internal static class MachineTime
{
    // Archives go back to the first newspapers; no page is from much later than today.
    private const int EarliestYear = 1600;
    private const int LatestYear = 2100;

    private static readonly string[] CompactForms =
    [
        "yyyyMMdd",
        "yyyyMMddHHmmss",
        "yyyyMMdd'T'HHmmss",
        "yyyyMMdd'T'HHmmss'Z'",
    ];

    /// <summary>The time, or <see langword="null"/> for what is none. "0001-01-01" is how programs write that they know none.</summary>
    public static StatedTime? Parse(string? text, DateHabits habits = default) =>
        text is null ? null
        : StatedTime.ParseIso(text) is { Local.Year: >= EarliestYear and <= LatestYear } stated ? stated
        : Compact(text) ?? DateText.Parse(text, habits);

    private static StatedTime? Compact(string text)
    {
        if (text.Length < 8 || !text.AsSpan(0, 8).ContainsAnyInRange('0', '9') || !text.All(IsCompact))
        {
            return null;
        }
        if (text.Length is 10 or 13 && long.TryParse(text, CultureInfo.InvariantCulture, out var count))
        {
            var moment = DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? count / 1000 : count);
            return moment.Year <= LatestYear ? StatedTime.OfMoment(moment) : null;
        }
        return
            DateTime.TryParseExact(text, CompactForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Year is >= EarliestYear and <= LatestYear
            ? new StatedTime(time, text.EndsWith('Z') ? TimeSpan.Zero : null, HasTime: text.Length > 8)
            : null;
    }

    private static bool IsCompact(char letter) => char.IsAsciiDigit(letter) || letter is 'T' or 'Z';
}
