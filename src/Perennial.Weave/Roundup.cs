using System.Text.RegularExpressions;

namespace Perennial.Weave;

/// <summary>Items that touch many stories or none: they stay out of stories, so that they weld none together.</summary>
internal static partial class Roundup
{
    /// <summary>Whether a headline announces one.</summary>
    public static bool IsAnnouncedBy(string? title) => title is not null && Announcement().IsMatch(title);

    [GeneratedRegex(
        @"\b(horoscopes?|crosswords?|sudoku|weather forecast|photos of the (day|week)|in pictures|picture gallery|morning briefing|evening briefing|news(letter)? round-?up|round-?up of the (day|week)|week in review|what to watch tonight|tv guide|lottery (results|numbers)|(football|cricket) (scores|results|fixtures)|quiz of the (day|week)|letters to the editor|today in history|on this day|front pages?)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announcement();
}
