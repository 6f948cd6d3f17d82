using System.Globalization;
using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages.Listed;

/// <summary>Finds the dates and times of a text by the words of its language, and where text or publication says enough, which ones they are.</summary>
internal static class ListedMoments
{
    // A day outside these years is a slip or a trap.
    private const int EarliestYear = 1600;
    private const int LatestYear = 2100;

    /// <summary>The moments of a text, in order.</summary>
    public static IReadOnlyList<Moment> In(string text, StatedTime? published, Lexicon lexicon)
    {
        var pieces = new Pieces(text);
        var today = published is { Local.Year: >= EarliestYear and <= LatestYear } stated
            ? DateOnly.FromDateTime(stated.Local)
            : (DateOnly?)null;
        var search = new MomentSearch(pieces, lexicon.Calendar, today);
        var moments = new List<Moment>();
        for (var at = 0; at < pieces.Count; at++)
        {
            if (search.At(at) is not { } found)
            {
                continue;
            }
            var (start, end) = (pieces[at].Start + search.Elided(at), pieces[found.Next - 1].End);
            moments.Add(
                new Moment
                {
                    Start = start,
                    End = end,
                    Text = text[start..end],
                    Value = found.Value,
                    Precision = found.Precision,
                }
            );
            at = found.Next - 1;
        }
        return moments;
    }

    /// <summary>A day in ISO 8601.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
