using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

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
public readonly record struct StatedTime(DateTime Local, TimeSpan? Offset, bool HasTime)
{
    /// <summary>A day without a clock time.</summary>
    public static StatedTime OfDay(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), null, HasTime: false);

    /// <summary>A moment with its offset.</summary>
    public static StatedTime OfMoment(DateTimeOffset moment) => new(moment.DateTime, moment.Offset, HasTime: true);

    /// <summary>The instant meant, taking <paramref name="assumedOffset"/> (UTC unless given) where no offset is stated.</summary>
    public DateTimeOffset ToInstant(TimeSpan assumedOffset = default) =>
        new(DateTime.SpecifyKind(Local, DateTimeKind.Unspecified), Offset ?? assumedOffset);

    /// <summary>The ISO 8601 form: <c>2026-11-20</c>, <c>2026-11-20T09:15:00</c> or <c>2026-11-20T09:15:00+01:00</c>.</summary>
    public override string ToString() =>
        !HasTime ? Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Offset is { } offset
            ? new DateTimeOffset(DateTime.SpecifyKind(Local, DateTimeKind.Unspecified), offset).ToString(
                "yyyy-MM-dd'T'HH:mm:sszzz",
                CultureInfo.InvariantCulture
            )
        : Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Reads the form that <see cref="ToString"/> writes, also with <c>Z</c> and fractions of a second.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    public static StatedTime? ParseIso(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length < 10)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return OfDay(day);
        }
        if (!DateTime.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return null;
        }
        var hasOffset = text[^1] is 'Z' or 'z' || text.AsSpan(10).IndexOfAny('+', '-') >= 0;
        if (hasOffset)
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? OfMoment(moment)
                : null;
        }
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new StatedTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), null, HasTime: true)
            : null;
    }
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
