using System.Globalization;
using System.Text.RegularExpressions;

namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Reads times as they are written for people: "10.42am", "14.32 Uhr", "Posted at 10:42 20 Mar", "14h32", "2m ago".</summary>
internal static partial class TimeText
{
    /// <summary>The most characters that a time with its words has.</summary>
    public const int Longest = 90;

    // English; German; French; Spanish, Italian and Portuguese; Dutch and the Scandinavian languages.
    private static readonly HashSet<string> Beside = Set(
        "posted published publication first at on the of time times local date day from by a an o clock hrs hours h live updated update last edited modified change changed corrected since as new entry "
            + "uhr um am vom den der die stand aktualisiert veröffentlicht zuletzt letzte aktualisierung "
            + "à le la les du heure heures publié mis jour modifié il y "
            + "el los las de del hora horas publicado actualizado alle ore lo pubblicato aggiornato às em atualizado "
            + "kl klo klokken gepubliceerd om uur op publicerad uppdaterad oppdatert opdateret"
    );

    private static readonly HashSet<string> Changed = Set(
        "updated edited modified changed corrected aktualisiert modifié actualizado aggiornato atualizado uppdaterad oppdatert opdateret"
    );

    private static readonly Dictionary<string, int> Shifts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["today"] = 0,
        ["yesterday"] = -1,
        ["heute"] = 0,
        ["gestern"] = -1,
        ["aujourd'hui"] = 0,
        ["aujourd’hui"] = 0,
        ["hier"] = -1,
        ["hoy"] = 0,
        ["ayer"] = -1,
        ["oggi"] = 0,
        ["ieri"] = -1,
        ["hoje"] = 0,
        ["ontem"] = -1,
        ["vandaag"] = 0,
        ["gisteren"] = -1,
    };

    private static readonly Dictionary<string, DayOfWeek> Weekdays = WeekdayNames();

    /// <summary>The time in some words, or <see langword="null"/> when they say none or say anything else.</summary>
    public static SaidTime? Only(string text) =>
        Read(text, out var rest) is { } said && rest.All(word => Beside.Contains(word)) ? said : null;

    /// <summary>The time at the beginning of a line that goes on with other words, and where these begin.</summary>
    /// <remarks>A dot within the clock needs a word behind it ("14.32 Uhr"): else it is a number.</remarks>
    public static (SaidTime Said, int Next)? Leading(string line)
    {
        var head = line.Length > Longest ? line[..Longest] : line;
        if (!HasDigit(head))
        {
            return null;
        }
        if (LeadingClock().Match(head) is not { Success: true } m || m.Length == line.Length)
        {
            return null;
        }
        return Only(m.Groups["said"].Value) is { Clock: not null } said ? (said, m.Length) : null;
    }

    /// <summary>Whether a digit stands in some words; without one they say no time.</summary>
    public static bool HasDigit(ReadOnlySpan<char> words)
    {
        foreach (var letter in words)
        {
            if (char.IsDigit(letter))
            {
                return true;
            }
        }
        return false;
    }

    private static SaidTime? Read(string text, out string[] rest)
    {
        rest = [];
        if (text.Length is 0 or > Longest || !HasDigit(text))
        {
            return null;
        }
        if (StatedTime.ParseIso(text) is { } stated)
        {
            return stated.Local.Year is > 1990 and < 2100 ? SaidTime.Of(stated) : null;
        }
        var said = new SaidTime();
        // "10:42, updated 11:02": the first is the post's.
        text = LaterChange().Match(text) is { Success: true } later ? text[..later.Groups["tail"].Index] : text;
        text = Cut(text, Ago(), ref said, (before, _) => before with { IsAgo = true });
        text = Cut(text, NumericDay(), ref said, Dated);
        text = Cut(text, ClockTime(), ref said, Clocked);
        text = Cut(text, DayAndMonth(), ref said, Dated);
        text = Cut(text, MonthAndDay(), ref said, Dated);
        rest = Word().Matches(text).Select(word => word.Value).ToArray();
        foreach (var word in rest)
        {
            said = said with
            {
                Shift = said.Shift ?? (Shifts.TryGetValue(word, out var shift) ? shift : null),
                Weekday = said.Weekday ?? (Weekdays.TryGetValue(word.TrimEnd('.'), out var day) ? day : null),
                Zone = said.Zone ?? (said.Clock is not null && ZoneName().IsMatch(word) ? word : null),
                IsOfChange = said.IsOfChange || Changed.Contains(word),
            };
        }
        rest =
        [
            .. rest.Where(word =>
                !Shifts.ContainsKey(word) && !Weekdays.ContainsKey(word.TrimEnd('.')) && !ZoneName().IsMatch(word)
            ),
        ];
        return said.IsAgo || said.HasDay || said.Clock is not null ? said : null;
    }

    /// <summary>Takes the first match that says something, and leaves it out of the text.</summary>
    private static string Cut(string text, Regex regex, ref SaidTime said, Func<SaidTime, Match, SaidTime?> take)
    {
        for (var m = regex.Match(text); m.Success; m = m.NextMatch())
        {
            if (take(said, m) is { } more)
            {
                said = more;
                return text[..m.Index] + " " + text[(m.Index + m.Length)..];
            }
        }
        return text;
    }

    private static SaidTime? Dated(SaidTime said, Match m)
    {
        if (said.Month is not null)
        {
            return null;
        }
        var name = m.Groups["name"];
        var month = name.Success ? MonthNames.Of(name.Value, language: null) : Number(m, "month");
        var day = Number(m, "day");
        int? year = m.Groups["year"].Success ? Number(m, "year") : null;
        if (year < 100)
        {
            year += 2000;
        }
        // Day first, as everywhere but in the United States, unless only the other order makes a date.
        if (month > 12 && day <= 12)
        {
            (month, day) = (day, month.Value);
        }
        return
            month is >= 1 and <= 12
            && year is null or (> 1990 and < 2100)
            && day >= 1
            && day <= DateTime.DaysInMonth(year ?? 2000, month.Value)
            ? said with
            {
                Year = year,
                Month = month,
                Day = day,
            }
            : null;
    }

    private static SaidTime? Clocked(SaidTime said, Match m)
    {
        var hour = Number(m, "hour");
        hour = m.Groups["half"].Value.ToLowerInvariant() switch
        {
            "p" when hour < 12 => hour + 12,
            "a" when hour == 12 => 0,
            _ => hour,
        };
        var (minute, second) = (Number(m, "min"), Number(m, "sec"));
        if (hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }
        TimeSpan? offset = null;
        if (m.Groups["plus"].Success)
        {
            var minutes = (Number(m, "oh") * 60) + Number(m, "om");
            offset =
                minutes > 14 * 60 ? null : TimeSpan.FromMinutes(m.Groups["plus"].Value == "-" ? -minutes : minutes);
        }
        return said with { Clock = new TimeSpan(hour, minute, second), Offset = offset };
    }

    private static int Number(Match m, string group) =>
        m.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, DayOfWeek> WeekdayNames()
    {
        var names = new Dictionary<string, DayOfWeek>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in new[] { "en", "de", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "pl" })
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            for (var day = 0; day < 7; day++)
            {
                names.TryAdd(format.DayNames[day], (DayOfWeek)day);
                if (format.AbbreviatedDayNames[day].TrimEnd('.') is { Length: > 2 } brief)
                {
                    names.TryAdd(brief, (DayOfWeek)day);
                }
            }
        }
        return names;
    }

    [GeneratedRegex(
        @"\b(just now|moments? ago|([0-9]{1,3}|an?|one)\s?[a-z]{1,8}\.?(\s[0-9]{1,2}\s?[a-z]{1,8})?\sago|vor\s([0-9]{1,3}|einer|einem)\s[a-z]{1,8}\.?|il y a\s[0-9]{1,3}\s?\p{L}{1,8}|hace\s[0-9]{1,3}\s?\p{L}{1,8}|há\s[0-9]{1,3}\s?\p{L}{1,8}|[0-9]{1,3}\s\p{L}{1,8}\s(fa|geleden|siden|sedan))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Ago();

    [GeneratedRegex(
        @"[0-9][0-9\s:.apmGTCESUhr]*[\s(,|·•–-]+(last )?(?<tail>(updated|edited|aktualisiert|modifié|mis à jour|actualizado|aggiornato)\b.*)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LaterChange();

    [GeneratedRegex(
        @"\b(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})\b|\b(?<day>[0-9]{1,2})[./-](?<month>[0-9]{1,2})[./-](?<year>[0-9]{4}|[0-9]{2})\b|\b(?<day>[0-9]{1,2})\.\s?(?<month>[0-9]{1,2})\.([^0-9]|$)|\b(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})\b|(?<year>[0-9]{4})年\s?(?<month>[0-9]{1,2})月\s?(?<day>[0-9]{1,2})日",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumericDay();

    [GeneratedRegex(
        @"\b(?<hour>[0-9]{1,2})(\s?[:.hH]\s?|時|\s?시\s?)(?<min>[0-9]{2})(\s?[:.]\s?(?<sec>[0-9]{2})([.,][0-9]{1,6})?)?(\s?(?<half>[apAP])\.?\s?[mM]\b\.?)?(\s?(GMT|UTC)?\s?(?<plus>[+-])(?<oh>[0-9]{1,2})(:?(?<om>[0-9]{2}))?\b)?|\b(?<hour>[0-9]{1,2})\s?(?<half>[apAP])\.?[mM]\b\.?|\b(?<hour>[0-9]{1,2})\s?([uU]hr|h|Uur|uur)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ClockTime();

    [GeneratedRegex(
        @"\b(?<day>[0-9]{1,2})(st|nd|rd|th|er|º|\.)?\s*(de\s+|of\s+)?(?<name>\p{L}{3,12})\.?(,?\s+(de\s+)?(?<year>[0-9]{4})\b)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(
        @"\b(?<name>\p{L}{3,12})\.?\s+(?<day>[0-9]{1,2})(st|nd|rd|th)?\b(,?\s+(?<year>[0-9]{4})\b)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex("^(" + ZoneNames.Pattern + @")\.?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ZoneName();

    [GeneratedRegex(
        @"^\s*[\[(]?(?<said>[0-9]{1,2}([:hH][0-9]{2}|[.][0-9]{2}(\s?[apAP]\.?[mM]\.?|\s?[uU]hr))(\s?[apAP]\.?[mM]\b\.?|\s?[uU]hr|\s?h\b)?(\s?("
            + ZoneNames.Pattern
            + @")\b)?)[\])]?\s*([:–—|·•-]\s*|\s)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LeadingClock();
}
