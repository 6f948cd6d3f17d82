using System.Collections.Frozen;

namespace Perennial.Read.Languages.Listed;

/// <summary>How a language names days and times. All words in lower case.</summary>
internal sealed record CalendarLexicon
{
    /// <summary>The language's tag, whose months CLDR knows.</summary>
    public required string Tag { get; init; }

    /// <summary>The names of the weekdays from Sunday on.</summary>
    public required string[] Weekdays { get; init; }

    /// <summary>Words for days counted from today, such as "gestern": -1.</summary>
    public required FrozenDictionary<string, int> Days { get; init; }

    /// <summary>Seasons by their first month.</summary>
    public required FrozenDictionary<string, int> Seasons { get; init; }

    /// <summary>Words of the period before this one: "letzte", "dernier".</summary>
    public required FrozenSet<string> Past { get; init; }

    /// <summary>Words of the next one.</summary>
    public required FrozenSet<string> Next { get; init; }

    /// <summary>Words of this one.</summary>
    public required FrozenSet<string> This { get; init; }

    /// <summary>Words of periods: <c>day</c>, <c>week</c>, <c>month</c>, <c>year</c>.</summary>
    public required FrozenDictionary<string, string> Units { get; init; }

    /// <summary>Words before a number of periods that have passed: "vor", "il y a", "hace".</summary>
    public required string[] Ago { get; init; }

    /// <summary>Numbers in words, up to twelve.</summary>
    public required FrozenDictionary<string, int> Numbers { get; init; }

    /// <summary>Words before a month or year without a day: "im", "en", "seit".</summary>
    public required FrozenSet<string> Leads { get; init; }

    /// <summary>Words after which a time lies ahead: "ab", "dès", "hasta".</summary>
    public required FrozenSet<string> AheadLeads { get; init; }

    /// <summary>Words that say that a sentence looks ahead.</summary>
    public required FrozenSet<string> FutureWords { get; init; }

    /// <summary>Endings of verbs that look ahead.</summary>
    public IReadOnlyList<string> FutureEndings { get; init; } = [];

    /// <summary>Endings of verbs that look back; what is dated right behind one lies behind.</summary>
    public IReadOnlyList<string> PastEndings { get; init; } = [];

    /// <summary>Words behind an hour: "uhr", "heures", "h".</summary>
    public required FrozenSet<string> HourWords { get; init; }

    /// <summary>Words between a day and its hour: "um", "à", "las".</summary>
    public required FrozenSet<string> HourLeads { get; init; }

    /// <summary>Words before a time within a sentence: "am", "le", "el".</summary>
    public required FrozenSet<string> TimeLeads { get; init; }

    /// <summary>Other words of time: "Abend", "matin".</summary>
    public required FrozenSet<string> TimeWords { get; init; }

    /// <summary>Whether a word names a day, a month or a time.</summary>
    public bool IsTimeWord(string lower) =>
        TimeWords.Contains(lower)
        || Days.ContainsKey(lower)
        || Array.IndexOf(Weekdays, lower) >= 0
        || Month(lower) > 0
        || Past.Contains(lower)
        || Next.Contains(lower)
        || HourWords.Contains(lower);

    /// <summary>Whether a word leads to a time.</summary>
    public bool IsTimeLead(string lower) => TimeLeads.Contains(lower);

    /// <summary>The month that a word names, 1 to 12, or 0.</summary>
    public int Month(string lower) => months.GetValueOrDefault(lower);

    private FrozenDictionary<string, int> months => field ??= MonthsOf(Tag);

    private static FrozenDictionary<string, int> MonthsOf(string tag)
    {
        var format = System.Globalization.CultureInfo.GetCultureInfo(tag).DateTimeFormat;
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < 12; month++)
        {
            found.TryAdd(format.MonthNames[month].ToLowerInvariant(), month + 1);
            found.TryAdd(format.MonthGenitiveNames[month].ToLowerInvariant(), month + 1);
        }
        if (tag == "de")
        {
            found["jänner"] = 1;
        }
        if (tag == "es")
        {
            found["setiembre"] = 9;
        }
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
