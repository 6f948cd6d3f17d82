using System.Globalization;
using Perennial.Publish.Texts;

namespace Perennial.Publish;

/// <summary>What every part of a page needs to know: the publication, the words of the interface, the time zone.</summary>
/// <param name="Site">The publication.</param>
/// <param name="Texts">The interface's words.</param>
/// <param name="Path">The path of the page.</param>
/// <param name="Now">The newsroom's clock when the page was made.</param>
/// <param name="BaseUrl">The address of the site, without a slash at its end.</param>
public sealed record Setting(Site Site, InterfaceTexts Texts, string Path, DateTimeOffset Now, string BaseUrl)
{
    /// <summary>The position as of which the page is shown; <see langword="null"/> for now.</summary>
    public long? At { get; init; }

    /// <summary>What is breaking now; <see langword="null"/> for nothing.</summary>
    public Breaking? Breaking => Site.Breaking is { } breaking && breaking.Until > Now ? breaking : null;

    /// <summary>What the states of the page's stories add to its ETag: they turn though nothing comes.</summary>
    public string Standing { get; private init; } = "";

    /// <summary>The setting of a page that shows the states of stories.</summary>
    public Setting Showing(IEnumerable<StoryTimes> stories)
    {
        var standings = stories.Select(times => StoryStanding.Of(times, Now)).ToList();
        // How long a state lasts stands on the page in seconds: shortly before its end a minute matters.
        var minutes = standings.Exists(standing => standing.Until - Now < TimeSpan.FromHours(1))
            ? string.Create(CultureInfo.InvariantCulture, $"-{Now.Minute}")
            : "";
        return this with { Standing = "-" + string.Concat(standings.Select(one => (int)one.State)) + minutes };
    }

    private TimeZoneInfo Zone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Site.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Appends the language to an address where it is not the site's own.</summary>
    public string Link(string path) => Texts.Language == Site.Language ? path : Asking(path, $"lang={Texts.Language}");

    /// <summary>An address as it was at the page's own moment; as it is, on pages of now.</summary>
    public string LinkThen(string path) =>
        Link(At is { } at ? Asking(path, string.Create(CultureInfo.InvariantCulture, $"at={at}")) : path);

    /// <summary>The address with one more thing in its query, which stands before a fragment.</summary>
    private static string Asking(string path, string query)
    {
        var fragment = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? at : path.Length;
        var sign = path.AsSpan(0, fragment).Contains('?') ? '&' : '?';
        return $"{path[..fragment]}{sign}{query}{path[fragment..]}";
    }

    /// <summary>Where an error on a page of ours is reported.</summary>
    public string ReportLink(string about) => Link($"/report?about={about}");

    /// <summary>The moment of a clock and calendar in the site's zone.</summary>
    public DateTimeOffset Instant(DateTime local) =>
        new DateTimeOffset(
            TimeZoneInfo.ConvertTimeToUtc(Valid(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)), Zone)
        );

    /// <summary>The time in the site's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    /// <summary>The clock time, such as 18:22.</summary>
    public string Clock(DateTimeOffset time) => Local(time).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Whether two times lie in the same day of the site's zone.</summary>
    public bool IsSameDay(DateTimeOffset one, DateTimeOffset other) => Local(one).Date == Local(other).Date;

    /// <summary>The day where there is little room, such as Thu 12 Mar.</summary>
    public string ShortDay(DateTimeOffset time) =>
        Local(time).ToString(Local(time).Year == Local(Now).Year ? "ddd d MMM" : "d MMM yyyy", Texts.Culture);

    /// <summary>The language of a text as it stands in HTML: nothing where it is that of the page, or unknown.</summary>
    public string? LanguageMark(string? language) =>
        language is null || language.Split('-')[0] == Texts.Language ? null : language;

    /// <summary>The day, such as Thu 12 March.</summary>
    public string Day(DateTimeOffset time) =>
        Local(time).ToString(Local(time).Year == Local(Now).Year ? "ddd d MMMM" : "d MMMM yyyy", Texts.Culture);

    /// <summary>A day of the calendar, such as Thu 12 March.</summary>
    public string Day(DateOnly day) =>
        day.ToString(day.Year == Local(Now).Year ? "ddd d MMMM" : "d MMMM yyyy", Texts.Culture);

    /// <summary>Day, clock time and offset: what leaves no doubt.</summary>
    public string Full(DateTimeOffset time) => $"{Day(time)}, {Clock(time)} {ZoneName(time)}";

    /// <summary>A time as a source states it: with its offset where there is one, else without any.</summary>
    public string Stated(StatedTime stated) =>
        stated is { HasTime: true, Offset: not null } ? Full(stated.ToInstant())
        : stated.HasTime ? stated.Local.ToString("d MMMM yyyy, HH:mm", Texts.Culture)
        : stated.Local.ToString("d MMMM yyyy", Texts.Culture);

    /// <summary>The time for machines.</summary>
    public string Iso(DateTimeOffset time) =>
        Local(time).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    // An hour that is left out in spring is taken for the one after it.
    private DateTime Valid(DateTime local) => Zone.IsInvalidTime(local) ? local.AddHours(1) : local;

    private string ZoneName(DateTimeOffset time)
    {
        var offset = Local(time).Offset;
        return offset == TimeSpan.Zero
            ? "UTC"
            : "UTC"
                + (offset < TimeSpan.Zero ? "−" : "+")
                + offset.ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);
    }
}
