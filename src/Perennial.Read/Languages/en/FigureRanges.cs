namespace Perennial.Read.Languages.English;

/// <summary>Reads figures between two numbers: "between 200 and 300 people", "10 to 20 days", "€2–3bn".</summary>
internal static class FigureRanges
{
    /// <summary>"between 200 and 300 people".</summary>
    public static (Figure? Found, int Next)? Between(Pieces text, int at)
    {
        var first = at + 1 + (Approximators.At(text, at + 1) is { } about ? about.Next - at - 1 : 0);
        var number = first + Figures.SignLength(text, first);
        if (
            NumberWords.At(text, number) is not { } low
            || low.Value is null
            || UnitlessEnd(text, low.Next) is var and && text.Lower(and) != "and"
        )
        {
            return null;
        }
        var second = and + 1 + Figures.SignLength(text, and + 1);
        if (NumberWords.At(text, second) is not { } high || high.Value is null || NoFigures.IsLabel(text, number, low))
        {
            return null;
        }
        var unit = Measures.Before(text, number)?.Unit ?? Measures.Before(text, second)?.Unit;
        return Of(text, at, number, low, high, unit, null);
    }

    // The unit may stand with both: "between 10% and 20%".
    private static int UnitlessEnd(Pieces text, int at) =>
        Measures.Behind(text, at, isLarge: true) is { } unit ? unit.Next : at;

    /// <summary>The second number of "10 to 20" and "10–20".</summary>
    public static Numeral? End(Pieces text, Numeral first, bool isMoney)
    {
        var link = first.Next;
        if (first.Value is null || !text.IsSameLine(link))
        {
            return null;
        }
        var isDash = text.Lower(link) is "-" or "–" or "‑" or "—";
        if (!isDash && text.Lower(link) != "to")
        {
            return null;
        }
        var second = link + 1 + Figures.SignLength(text, link + 1);
        return
            (isMoney || second == link + 1)
            && text.IsSameLine(second)
            && NumberWords.At(text, second) is { Value: not null } number
            && (!isDash || first.InDigits == number.InDigits)
            ? number
            : null;
    }

    /// <summary>The figure from one number to another, with the unit behind the second.</summary>
    public static (Figure? Found, int Next) Of(
        Pieces text,
        int at,
        int number,
        Numeral first,
        Numeral second,
        string? currency,
        Approximation? approximation
    )
    {
        var (unit, end) = currency is not null ? (currency, second.Next) : Figures.UnitAt(text, second.Next, second);
        // "2 to 3 million", "€2–3bn": the scale belongs to both.
        var low = first.Value!.Value;
        var high = second.Value!.Value;
        if (
            !first.IsGrouped
            && second.IsGrouped
            && low < 1000
            && high >= 1000
            && ScaleOf(high) is var scale
            && low < high / scale
        )
        {
            low *= scale;
        }
        // A score, a vote or a pair of years has no unit, or falls.
        if (
            low >= high
            || (unit is null && (currency is null && !second.IsGrouped))
            || (first is { InDigits: true, IsGrouped: false, Value: >= 1500 and <= 2199 } && unit is null)
        )
        {
            return (null, second.Next);
        }
        var (start, stop) = (text[at].Start, text[end - 1].End);
        return (
            new Figure
            {
                Start = start,
                End = stop,
                Text = text.Text[start..stop],
                Low = low,
                High = high,
                Unit = unit,
                Approximation = Approximation.Range,
            },
            end
        );
    }

    private static decimal ScaleOf(decimal value) =>
        value >= 1_000_000_000_000m ? 1_000_000_000_000m
        : value >= 1_000_000_000m ? 1_000_000_000m
        : value >= 1_000_000m ? 1_000_000m
        : 1_000m;
}
