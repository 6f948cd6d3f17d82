namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>A time as a page writes it beside a post: whole, or only those parts of it that are said.</summary>
internal readonly record struct SaidTime
{
    /// <summary>The year; <see langword="null"/> in "20 March".</summary>
    public int? Year { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month.</summary>
    public int? Day { get; init; }

    /// <summary>Days from today: 0 for "today", -1 for "yesterday".</summary>
    public int? Shift { get; init; }

    /// <summary>A day of the week that stands without a date.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The clock time.</summary>
    public TimeSpan? Clock { get; init; }

    /// <summary>The offset from UTC.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>The name of a zone, which may mean its offset only together with a day.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether it is said how long ago, which is no time.</summary>
    public bool IsAgo { get; init; }

    /// <summary>Whether it is the time of a later change.</summary>
    public bool IsOfChange { get; init; }

    /// <summary>Whether a day is said in any way.</summary>
    public bool HasDay => Month is not null || Shift is not null || Weekday is not null;

    /// <summary>Whether day and clock time are said, so that nothing need be found elsewhere.</summary>
    public bool IsWhole => Year is not null && Month is not null && Day is not null && Clock is not null;

    /// <summary>The same, with what another mark of the same time adds.</summary>
    public SaidTime With(SaidTime other) =>
        this with
        {
            Year = Year ?? (Month is null ? other.Year : null),
            Month = Month ?? other.Month,
            Day = Month is null ? other.Day : Day,
            Shift = Shift ?? other.Shift,
            Weekday = Weekday ?? other.Weekday,
            Clock = Clock ?? other.Clock,
            Offset = Offset ?? (Clock is null ? other.Offset : null),
            Zone = Zone ?? other.Zone,
        };

    /// <summary>A stated time as one said in full.</summary>
    public static SaidTime Of(StatedTime stated) =>
        new()
        {
            Year = stated.Local.Year,
            Month = stated.Local.Month,
            Day = stated.Local.Day,
            Clock = stated.HasTime ? stated.Local.TimeOfDay : null,
            Offset = stated.Offset,
        };

    /// <summary>The day, where its parts are said; a missing year is the one that brings it nearest to a day known.</summary>
    public DateOnly? DayNear(DateOnly? known)
    {
        if (Month is { } month && Day is { } day)
        {
            var year = Year ?? known?.Year;
            if (year is null || day > DateTime.DaysInMonth(year.Value, month))
            {
                return null;
            }
            var date = new DateOnly(year.Value, month, day);
            return
                Year is not null
                || known is not { } near
                || Math.Abs(date.DayNumber - near.DayNumber) <= 183
                || near.Year is < 1000 or > 9000
                ? date
                // 31 December on a page of 1 January.
                : date.AddYears(date > near ? -1 : 1);
        }
        return known is not { } today ? null
            : Shift is { } shift ? today.AddDays(shift)
            : Weekday is { } weekday ? today.AddDays(-((today.DayOfWeek - weekday + 7) % 7))
            : null;
    }
}
