namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>The short names of zones that newspapers write behind a clock time, where one name means one offset.</summary>
/// <remarks>Names with several meanings stand for what they mean in the press of their language: BST is British, IST Indian.</remarks>
internal static class ZoneNames
{
    /// <summary>A pattern of all names, longest first.</summary>
    public const string Pattern =
        "GMT|UTC|BST|WEST|WET|CEST|CET|MESZ|MEZ|EEST|EET|MSK|TRT|IST|PKT|ICT|WIB|SGT|HKT|JST|KST|AEDT|AEST|ACST|AWST|NZDT|NZST|EDT|EST|CDT|CST|MDT|MST|PDT|PST|ET|CT|MT|PT|BRT|ART|CAT|EAT|WAT|SAST";

    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = 0,
        ["UTC"] = 0,
        ["WET"] = 0,
        ["BST"] = 1,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["MEZ"] = 1,
        ["WAT"] = 1,
        ["CEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["CAT"] = 2,
        ["SAST"] = 2,
        ["EEST"] = 3,
        ["EAT"] = 3,
        ["MSK"] = 3,
        ["TRT"] = 3,
        ["PKT"] = 5,
        ["IST"] = 5.5,
        ["ICT"] = 7,
        ["WIB"] = 7,
        ["SGT"] = 8,
        ["HKT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["ACST"] = 9.5,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["EDT"] = -4,
        ["EST"] = -5,
        ["CDT"] = -5,
        ["CST"] = -6,
        ["MDT"] = -6,
        ["MST"] = -7,
        ["PDT"] = -7,
        ["PST"] = -8,
    };

    // United States time as people say it: "ET" is EST in winter and EDT in summer.
    private static readonly Dictionary<string, double> Seasonal = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ET"] = -5,
        ["CT"] = -6,
        ["MT"] = -7,
        ["PT"] = -8,
    };

    /// <summary>The offset that a name means on a day; <see langword="null"/> for none of the names, or a seasonal one without a day.</summary>
    public static TimeSpan? OffsetOf(string name, DateOnly? day) =>
        Hours.TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours)
        : day is { } date && Seasonal.TryGetValue(name, out hours)
            ? TimeSpan.FromHours(hours + (IsAmericanSummer(date) ? 1 : 0))
        : null;

    // Energy Policy Act of 2005: from the second Sunday of March to the first Sunday of November.
    private static bool IsAmericanSummer(DateOnly day) =>
        day >= Sunday(day.Year, month: 3, nth: 2) && day < Sunday(day.Year, month: 11, nth: 1);

    private static DateOnly Sunday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (nth - 1)));
    }
}
