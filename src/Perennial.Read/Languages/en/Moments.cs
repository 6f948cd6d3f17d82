namespace Perennial.Read.Languages.English;

/// <summary>Finds the dates and times of a text, and where the text or its publication says enough, which ones they are.</summary>
internal static class Moments
{
    // A day outside these years is a slip or a trap, and leaves no room for "ten thousand months ago".
    private const int EarliestYear = 1600;
    private const int LatestYear = 2100;

    // Pieces between a moment and one that hangs on it.
    private const int Farthest = 60;

    /// <summary>The moments of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="published">When it was published; without it what hangs on that day has no value.</param>
    public static IReadOnlyList<Moment> In(string text, StatedTime? published)
    {
        var pieces = new Pieces(text);
        var today = published is { Local.Year: >= EarliestYear and <= LatestYear } stated
            ? DateOnly.FromDateTime(stated.Local)
            : (DateOnly?)null;
        var moments = new List<Moment>();
        // The value of the last moment, and the piece behind it: what "two days later" hangs on.
        (string Value, int Next)? anchor = null;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (At(pieces, at, today) is { } found)
            {
                if (
                    found is { Value: null, FromAnchor: { } far }
                    && anchor is { } named
                    && IsNear(pieces, named.Next, at)
                )
                {
                    found = found with { Value = Anchors.Shifted(named.Value, far.Unit, far.By) };
                }
                anchor = found.Value is { } value && value[0] != 'T' ? (value, found.Next) : null;
                var (start, end) = (pieces[at].Start, EndOf(pieces, found.Next - 1));
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
        }
        return moments;
    }

    // In the same paragraph, two sentences apart at most.
    private static bool IsNear(Pieces text, int from, int to)
    {
        var sentences = 0;
        for (var i = from; i <= to && i - from < Farthest; i++)
        {
            if (!text.IsSameLine(i))
            {
                return false;
            }
            sentences += text.Lower(i) is "." or "!" or "?" ? 1 : 0;
        }
        return to - from < Farthest && sentences <= 1;
    }

    /// <summary>The readings in their order: what says most comes first.</summary>
    private static CalendarTime? At(Pieces text, int at, DateOnly? today) =>
        CalendarRanges.At(text, at, today)
        ?? CalendarDates.At(text, at, today)
        ?? RelativeTimes.At(text, at, today)
        ?? CalendarPeriods.At(text, at, today)
        ?? TimeAlone(text, at, today);

    /// <summary>A clock time, with the day behind it if there is one: "6pm on Sunday".</summary>
    private static CalendarTime? TimeAlone(Pieces text, int at, DateOnly? today)
    {
        if (Clock.At(text, at) is not { } clock)
        {
            return null;
        }
        var on = text.Lower(clock.Next) is "on" or "," ? clock.Next + 1 : clock.Next;
        if (
            text.IsSameLine(on)
            && (CalendarDates.Day(text, on, today) ?? RelativeTimes.Day(text, on, today)) is { Precision: "day" } day
        )
        {
            return CalendarDates.Timed(day, clock.Time, clock.HasMinutes, day.Next);
        }
        // A word such as "midnight" or "noon" on no day is hardly a moment.
        return text.Is(at, PieceKind.Digits)
            ? new CalendarTime(clock.Next, $"T{clock.Time:HH':'mm}", clock.HasMinutes ? "minute" : "hour")
            : null;
    }

    // "Sunday's talks": the moment is Sunday.
    private static int EndOf(Pieces text, int last)
    {
        var piece = text[last];
        return piece.Kind == PieceKind.Word && piece.Lower.EndsWith("'s", StringComparison.Ordinal)
            ? piece.End - 2
            : piece.End;
    }
}

/// <summary>A moment as read from a piece on.</summary>
/// <param name="Next">The piece after it.</param>
/// <param name="Value">Its ISO 8601 form, if the text or its publication says enough.</param>
/// <param name="Precision">How precise it is.</param>
internal sealed record CalendarTime(int Next, string? Value, string Precision)
{
    /// <summary>How far it is from the moment that the text names before it: "two days later" is ("day", 2).</summary>
    public (string Unit, int By)? FromAnchor { get; init; }
}
