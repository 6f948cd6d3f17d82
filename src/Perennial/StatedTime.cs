using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Perennial;

/// <summary>A time exactly as a document states it: with the offset it gives, or none; a day, or a day and a time.</summary>
/// <remarks>
/// Stated times are never converted. <see cref="ToInstant"/> gives the moment where the document says enough, and the
/// caller's assumption where it does not.
/// </remarks>
/// <param name="Local">The calendar date and the clock time as written; midnight when only a day is stated.</param>
/// <param name="Offset">The stated offset from UTC, or <see langword="null"/> when the document gives none.</param>
/// <param name="HasTime">Whether a clock time is stated; <see langword="false"/> means that only the day is known.</param>
[JsonConverter(typeof(StatedTimeJsonConverter))]
public readonly partial record struct StatedTime(DateTime Local, TimeSpan? Offset, bool HasTime)
{
    /// <summary>A day without a clock time.</summary>
    public static StatedTime OfDay(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), null, HasTime: false);

    /// <summary>A moment with its offset.</summary>
    public static StatedTime OfMoment(DateTimeOffset moment) => new(moment.DateTime, moment.Offset, HasTime: true);

    /// <summary>The instant meant, taking <paramref name="assumedOffset"/> (UTC unless given) where no offset is stated.</summary>
    /// <remarks>At the very ends of the calendar, where an offset leads beyond them, it is the clock time in UTC.</remarks>
    public DateTimeOffset ToInstant(TimeSpan assumedOffset = default)
    {
        var offset = Offset ?? assumedOffset;
        var utc = Local.Ticks - offset.Ticks;
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks
            ? new DateTimeOffset(Local.Ticks, TimeSpan.Zero)
            : new DateTimeOffset(Local.Ticks, offset);
    }

    /// <summary>The ISO 8601 form: <c>2026-11-20</c>, <c>2026-11-20T09:15:00</c> or <c>2026-11-20T09:15:00+01:00</c>.</summary>
    public override string ToString() =>
        !HasTime
            ? Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
                + (
                    Offset is { } offset
                        ? (offset < TimeSpan.Zero ? "-" : "+")
                            + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture)
                        : ""
                );

    /// <summary>Reads the form that <see cref="ToString"/> writes, also with <c>Z</c>, without seconds or with fractions of one.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    public static StatedTime? ParseIso(string? text)
    {
        if (text is null || Iso().Match(text.Trim()) is not { Success: true } iso)
        {
            return null;
        }
        var clock = iso.Groups["clock"];
        if (
            !DateTime.TryParseExact(
                iso.Groups["day"].Value + (clock.Success ? " " + clock.Value : ""),
                ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var local
            )
        )
        {
            return null;
        }
        if (!iso.Groups["zone"].Success)
        {
            return new StatedTime(local, null, clock.Success);
        }
        var hours = iso.Groups["hours"].Success ? Number(iso.Groups["hours"]) : 0;
        var minutes = iso.Groups["minutes"].Success ? Number(iso.Groups["minutes"]) : 0;
        // The widest offset that DateTimeOffset, and any zone on earth, has.
        if (minutes > 59 || (hours * 60) + minutes > 14 * 60)
        {
            return null;
        }
        var offset = new TimeSpan(hours, minutes, 0);
        return new StatedTime(local, iso.Groups["zone"].Value[0] == '-' ? -offset : offset, HasTime: true);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<day>[0-9]{4}-[0-9][0-9]-[0-9][0-9])([T ](?<clock>[0-9][0-9]:[0-9][0-9](:[0-9][0-9])?)([.,][0-9]+)?\s?(?<zone>Z|[+-](?<hours>[0-9][0-9])(:?(?<minutes>[0-9][0-9]))?)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Iso();
}

/// <summary>Writes a <see cref="StatedTime"/> as its ISO 8601 text.</summary>
public sealed class StatedTimeJsonConverter : JsonConverter<StatedTime>
{
    /// <inheritdoc/>
    public override StatedTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StatedTime.ParseIso(reader.GetString()) ?? throw new JsonException("not an ISO 8601 date or time");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StatedTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
