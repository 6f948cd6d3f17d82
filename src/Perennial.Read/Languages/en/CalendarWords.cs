using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>The names of months, days and seasons, and the names that only look like them.</summary>
internal static class CalendarWords
{
    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec",
        first: 1
    );

    // In the order of DayOfWeek, which begins with Sunday.
    private static readonly FrozenDictionary<string, int> Days = Numbered(
        "sunday sun|monday mon|tuesday tue tues|wednesday wed|thursday thu thurs|friday fri|saturday sat",
        first: 0
    );

    // Northern seasons by their first month; a winter is counted under the year in which it begins.
    private static readonly FrozenDictionary<string, int> Seasons = new Dictionary<string, int>
    {
        ["spring"] = 3,
        ["summer"] = 6,
        ["autumn"] = 9,
        ["fall"] = 9,
        ["winter"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Newspapers and broadcasts that carry a day: the Sunday Times.
    private static readonly FrozenSet<string> DayTitles = (
        "times telegraph mirror express mail people post herald independent world business sun star record tribune mercury "
        + "sport politics supplement magazine courier gazette chronicle review observer mail standard journal today news roast league school service night"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Days that are the name of an event: Black Friday, Bloody Sunday.
    private static readonly FrozenSet<string> DayEpithets =
        "black bloody good holy ash super cyber palm easter whit shrove giving manic red sheffield on-sunday"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The month a piece names, 1 to 12, or 0. Short forms only where they have their point or a number beside them.</summary>
    public static int Month(Pieces text, int at)
    {
        if (!text.IsCapital(at) || !Months.TryGetValue(text.Lower(at), out var month))
        {
            return 0;
        }
        var isShort = text.Lower(at).Length <= 4 && text.Lower(at) is not ("may" or "june" or "july");
        return !isShort || text.Is(at - 1, PieceKind.Digits) || text.Is(AfterPoint(text, at), PieceKind.Digits)
            ? month
            : 0;
    }

    /// <summary>The piece after a month's name and the point of its short form.</summary>
    public static int AfterPoint(Pieces text, int at) =>
        text.Lower(at + 1) == "."
        && text.IsJoined(at + 1)
        && text.Lower(at).Length <= 4
        && text.Is(at + 2, PieceKind.Digits)
            ? at + 2
            : at + 1;

    /// <summary>The day a piece names, or <see langword="null"/>; short forms only before a date.</summary>
    public static DayOfWeek? Day(Pieces text, int at)
    {
        var word = text.Lower(at);
        if (
            !text.IsCapital(at)
            || !Days.TryGetValue(word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word, out var day)
        )
        {
            return null;
        }
        if (word.Length <= 5 && !word.EndsWith("day", StringComparison.Ordinal))
        {
            var next = text.Lower(at + 1) is "." or "," ? at + 2 : at + 1;
            return text.Is(next, PieceKind.Digits) || Month(text, next) > 0 ? (DayOfWeek)day : null;
        }
        return
            text.IsCapital(at + 1)
                && text.IsSpaced(at + 1)
                && (DayTitles.Contains(text.Lower(at + 1)) || (text.Lower(at - 1) == "the" && Month(text, at + 1) == 0))
            || text.IsSpaced(at) && text.IsCapital(at - 1) && DayEpithets.Contains(text.Lower(at - 1))
            || text.Lower(at - 1) == "on" && text.IsCapital(at - 2) && text.Lower(at - 2) == "mail"
            ? null
            : (DayOfWeek)day;
    }

    /// <summary>The first month of the season a piece names, or 0.</summary>
    public static int Season(Pieces text, int at) =>
        Seasons.TryGetValue(text.Lower(at), out var month) || Seasons.TryGetValue(Bare(text.Lower(at)), out month)
            ? month
            : 0;

    /// <summary>A word without its possessive.</summary>
    public static string Bare(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    private static FrozenDictionary<string, int> Numbered(string groups, int first) =>
        groups
            .Split('|')
            .SelectMany((names, at) => names.Split(' ').Select(name => (Name: name, Number: at + first)))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Number, StringComparer.Ordinal);
}
