using System.Globalization;
using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages.Listed;

/// <content>Times of day.</content>
internal sealed partial class MomentSearch
{
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
}
