using System.Text.RegularExpressions;

namespace Perennial.Weave;

/// <summary>Items that touch many stories or none: told by their headlines, so that they weld no stories together.</summary>
internal static partial class Roundup
{
    /// <summary>Whether a headline announces a round-up, a gallery, a table of results, a horoscope: what belongs to no story.</summary>
    public static bool IsAnnouncedBy(string? title) => title is not null && Announcement().IsMatch(title);

    /// <summary>Whether a headline announces a live blog: it belongs to a story and touches others.</summary>
    public static bool IsLive(string? title) => title is not null && Live().IsMatch(title);

    [GeneratedRegex(
        @"\b(horoscopes?|horoskop|crosswords?|sudoku|wordle|weather forecast|photos of the (day|week)|in pictures|en images|in bildern|picture gallery|photo gallery|(morning|evening|daily|midday) (briefing|digest|brief)|news(letter)? round-?up|round-?up( of the (day|week))?:|(daily|weekly|news|sports) round-?up|week in review|the week in|five things to know|(what|things) to watch tonight|tv guide|lottery (results|numbers)|winning numbers|(football|cricket|sports?|league|nba|nfl|nhl|mlb|premier league|race) (scores|results|fixtures|standings|tables?)|box scores?|quiz of the (day|week)|news quiz|letters to the editor|today in history|on this day|front pages?|obituaries|death notices|what's on|top (stories|headlines) (of|for) (the day|today)|revue de presse|presseschau)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announcement();

    [GeneratedRegex(
        @"\b(live ?blog|live updates?|live coverage|as it happened|minute by minute|news live|en direct|liveticker)\b|[-–—:|] live\s*$|^live[:!]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Live();
}
