using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages.Listed;

/// <content>Which one is meant: told by the words around, else the nearest.</content>
internal sealed partial class MomentSearch
{
    private const int LookAround = 14;

    private DateOnly? Nearest(int month, int day, int at)
    {
        if (today is not { } published)
        {
            return null;
        }
        var isAhead = IsAhead(at);
        DateOnly? best = null;
        for (var year = published.Year - 1; year <= published.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month))
            {
                continue;
            }
            var date = new DateOnly(year, month, day);
            if (isAhead && date < new DateOnly(published.Year, published.Month, 1))
            {
                continue;
            }
            if (
                best is null
                || Math.Abs(date.DayNumber - published.DayNumber) < Math.Abs(best.Value.DayNumber - published.DayNumber)
            )
            {
                best = date;
            }
        }
        return best;
    }

    /// <summary>Whether the sentence looks ahead.</summary>
    private bool IsAhead(int at)
    {
        for (var i = at - 1; i >= at - 3 && text.IsSameLine(i + 1); i--)
        {
            if (words.AheadLeads.Contains(text.Lower(i)))
            {
                return true;
            }
        }
        for (var i = at - 1; i >= at - 3 && text.IsSameLine(i + 1) && text.Is(i, PieceKind.Word); i--)
        {
            if (EndsWithAny(text.Lower(i), words.PastEndings))
            {
                return false;
            }
        }
        for (
            var i = at - 1;
            i > at - LookAround && text.IsSameLine(i + 1) && text.Lower(i) is not ("." or "!" or "?" or ";");
            i--
        )
        {
            if (LooksAhead(i))
            {
                return true;
            }
        }
        for (
            var i = at + 1;
            i < at + LookAround && text.IsSameLine(i) && text.Lower(i) is not ("." or "!" or "?" or ";");
            i++
        )
        {
            if (LooksAhead(i))
            {
                return true;
            }
        }
        return false;
    }

    private bool LooksAhead(int at)
    {
        var lower = text.Lower(at);
        if (words.FutureWords.Contains(lower))
        {
            return true;
        }
        return !text.IsCapital(at) && EndsWithAny(lower, words.FutureEndings);
    }

    private static bool EndsWithAny(string lower, IReadOnlyList<string> endings)
    {
        foreach (var ending in endings)
        {
            if (lower.Length > ending.Length + 2 && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
