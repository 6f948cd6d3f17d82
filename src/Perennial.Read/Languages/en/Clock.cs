using System.Globalization;

namespace Perennial.Read.Languages.English;

/// <summary>Reads clock times: "18:30", "6.30pm", "10 a.m.", "noon", "6 o'clock".</summary>
internal static class Clock
{
    /// <summary>The time that begins with a piece, the piece after it, and whether it names the minute.</summary>
    public static (TimeOnly Time, int Next, bool HasMinutes)? At(Pieces text, int at)
    {
        if (text.Lower(at) is "noon" or "midday" && !text.IsJoined(at))
        {
            return (new TimeOnly(12, 0), at + 1, true);
        }
        if (text.Lower(at) == "midnight" && !text.IsJoined(at))
        {
            return (TimeOnly.MinValue, at + 1, true);
        }
        if (!text.Is(at, PieceKind.Digits) || text.IsJoined(at) && text.Lower(at - 1) is not ("(" or "–" or "—"))
        {
            return null;
        }
        var (hour, minute, next, isColon) = Digits(text, at);
        if (hour is null)
        {
            return null;
        }
        var (half, after) = HalfDay(text, next);
        if (half is not null)
        {
            return hour is >= 1 and <= 12 && minute is null or < 60
                ? (
                    new TimeOnly((hour.Value % 12) + (half == 'p' ? 12 : 0), minute ?? 0),
                    WithZone(text, after),
                    minute is not null
                )
                : null;
        }
        if (minute is null && text.Lower(next) == "o'clock")
        {
            // Morning or evening is not said.
            return null;
        }
        var isTime =
            isColon
            || (
                minute is not null
                && text.Lower(at - 1) is "at" or "by" or "around" or "from" or "until" or "about"
                && WithZone(text, next) > next
            );
        return isTime && hour < 24 && minute < 60 && !(text.Lower(next) == ":" && text.IsJoined(next))
            ? (new TimeOnly(hour.Value, minute!.Value), WithZone(text, next), true)
            : null;
    }

    // "18:30" is three pieces, "6.30" one.
    private static (int? Hour, int? Minute, int Next, bool IsColon) Digits(Pieces text, int at)
    {
        var digits = text.Lower(at);
        if (
            text.Lower(at + 1) == ":"
            && text.IsJoined(at + 1)
            && text.Is(at + 2, PieceKind.Digits)
            && text.IsJoined(at + 2)
            && text.Lower(at + 2).Length == 2
        )
        {
            return (Number(digits), Number(text.Lower(at + 2)), at + 3, true);
        }
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && digits.Length - point == 3
            ? (Number(digits[..point]), Number(digits[(point + 1)..]), at + 1, false)
            : (Number(digits), null, at + 1, false);
    }

    private static int? Number(string digits) =>
        digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // "pm", "p.m.", "p.m"
    private static (char? Half, int Next) HalfDay(Pieces text, int at)
    {
        if (text.IsSameLine(at) && text.Lower(at) is "am" or "pm")
        {
            return (text.Lower(at)[0], at + 1);
        }
        if (
            text.IsSameLine(at)
            && text.Lower(at) is "a" or "p"
            && text.Lower(at + 1) == "."
            && text.Lower(at + 2) == "m"
            && text.IsJoined(at + 1)
            && text.IsJoined(at + 2)
        )
        {
            return (text.Lower(at)[0], text.Lower(at + 3) == "." && text.IsJoined(at + 3) ? at + 4 : at + 3);
        }
        return (null, at);
    }

    private static int WithZone(Pieces text, int at) =>
        text.IsSpaced(at)
        && text.Lower(at)
            is "gmt"
                or "bst"
                or "utc"
                or "cet"
                or "cest"
                or "est"
                or "edt"
                or "et"
                or "pt"
                or "eet"
                or "ist"
            ? at + 1
            : at;
}
