using System.Globalization;
using System.Text.Encodings.Web;

namespace Perennial.Publish.Parts;

/// <summary>Figures over time as a small drawing: each giver a line of its own, ranges as spans, what is only about or a bound as open marks.</summary>
/// <remarks>It shows nothing that the table beside it does not say.</remarks>
internal sealed class FigureChart
{
    public const int Width = 264;
    public const int Height = 132;

    /// <summary>The height of the line of time.</summary>
    public const int Base = 114;

    private const double Left = 12;
    private const double Right = Width - 12;
    private const double Top = 22;
    private const double Bottom = Base - 10;

    // Room for a line of letters.
    private const double LineHeight = 13;

    // Letters are 11 units high; none of the fonts sets a text wider than this a letter.
    private const double LetterWidth = 6.2;
    private const int MostLabels = 6;
    private const int LongestGiver = 22;

    // With more the classes of lines begin again.
    private const int MostClasses = 4;

    private readonly Setting setting;
    private readonly List<Placed> placed;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset to;
    private readonly double lowest;
    private readonly double highest;

    private FigureChart(string? unit, IReadOnlyList<RecordedSide> sides, Setting setting)
    {
        this.setting = setting;
        from = sides.Min(side => side.At);
        to = sides.Max(side => side.Last ?? side.At);
        lowest = sides.Min(side => (double)Low(side.Figure)!.Value);
        highest = sides.Max(side => (double)High(side.Figure)!.Value);
        var givers = sides.Select(side => side.Giver).OfType<string>().Distinct().ToList();
        placed =
        [
            .. sides.Select(
                (side, i) => new Placed(side, side.Giver is { } giver ? givers.IndexOf(giver) : givers.Count + i)
            ),
        ];
        Lines = [.. placed.GroupBy(one => one.Series).Select(series => Line([.. series])).OfType<ChartLine>()];
        Marks = [.. placed.Select(Mark)];
        Labels = [.. Named(), .. Times()];
        Words =
            setting.Texts.With("figures.chart", unit ?? setting.Texts["figure-of"])
            + " "
            + string.Join(
                "; ",
                sides.Select(side =>
                    $"{side.Figure.Text}, {side.Giver ?? setting.Texts[side.IsSaid ? "giver-unclear" : "no-giver"]}, {setting.Clock(side.At)}"
                )
            );
    }

    /// <summary>What it shows, in words.</summary>
    public string Words { get; }

    /// <summary>What one giver said, one after the other.</summary>
    public IReadOnlyList<ChartLine> Lines { get; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<ChartMark> Marks { get; }

    /// <summary>Numbers, givers and times.</summary>
    public IReadOnlyList<ChartLabel> Labels { get; }

    /// <summary>The drawing of what is counted differently; <see langword="null"/> where fewer than two figures are numbers.</summary>
    public static FigureChart? Of(RecordedFigure figure, Setting setting)
    {
        List<RecordedSide> sides = [.. figure.Sides.Where(side => Low(side.Figure) is not null)];
        return sides.Count < 2 ? null : new FigureChart(figure.Unit, sides, setting);
    }

    private static decimal? Low(Figure figure) => figure.Low ?? figure.Value ?? figure.High;

    private static decimal? High(Figure figure) => figure.High ?? figure.Value ?? figure.Low;

    private static decimal Middle(Figure figure) =>
        figure.Value ?? (Low(figure)!.Value / 2) + (High(figure)!.Value / 2);

    private double X(DateTimeOffset time) =>
        to == from ? (Left + Right) / 2 : Left + ((time - from) / (to - from) * (Right - Left));

    private double Y(decimal value) =>
        highest <= lowest
            ? (Top + Bottom) / 2
            : Bottom - (((double)value - lowest) / (highest - lowest) * (Bottom - Top));

    private ChartLine? Line(IReadOnlyList<Placed> series)
    {
        var points = series
            .SelectMany(one =>
                new[] { one.Side.At, one.Side.Last ?? one.Side.At }.Distinct().Select(time => (Time: time, one.Side))
            )
            .OrderBy(point => point.Time)
            .ToList();
        return points.Count < 2
            ? null
            : new ChartLine(
                Class(series[0].Series),
                string.Join(
                    ' ',
                    points.Select(point => $"{Number(X(point.Time))},{Number(Y(Middle(point.Side.Figure)))}")
                )
            );
    }

    private ChartMark Mark(Placed one)
    {
        var figure = one.Side.Figure;
        var (x, y) = (X(one.Side.At), Y(Middle(figure)));
        return new ChartMark(
            Number(x),
            Number(y),
            figure.Approximation == Approximation.About ? "open" : Class(one.Series),
            // A bound is a triangle that points to where the number may be.
            figure.Approximation switch
            {
                Approximation.Under => Triangle(x, y, 5),
                Approximation.Over => Triangle(x, y, -5),
                _ => null,
            },
            figure is { Approximation: Approximation.Range, Low: { } low, High: { } high }
                ? (Number(Y(low)), Number(Y(high)))
                : null
        );
    }

    /// <summary>The last figure of each giver by its number and giver, moved apart where they would stand on each other.</summary>
    private IEnumerable<ChartLabel> Named()
    {
        var above = double.NegativeInfinity;
        foreach (
            var one in placed
                .GroupBy(one => one.Series)
                .Select(series => series.Last())
                .TakeLast(MostLabels)
                .OrderByDescending(one => Middle(one.Side.Figure))
        )
        {
            var y = Math.Max(Y(Middle(one.Side.Figure)) - 7, above + LineHeight);
            above = y;
            var giver = one.Side.Giver is { } name
                ? " " + (name.Length > LongestGiver ? name[..(LongestGiver - 1)].TrimEnd() + "…" : name)
                : "";
            var text = Short(one.Side.Figure) + giver;
            // It begins at its mark, or as far before it as its letters need.
            var x = Math.Clamp(X(one.Side.At) - 4, 0, Math.Max(0, Width - (text.Length * LetterWidth)));
            yield return new ChartLabel(Number(x), Number(y), "start", text);
        }
    }

    private IEnumerable<ChartLabel> Times()
    {
        yield return new ChartLabel(Number(Left), Number(Height - 4), "start", Time(from));
        if (to != from)
        {
            yield return new ChartLabel(Number(Right), Number(Height - 4), "end", Time(to));
        }
    }

    private string Time(DateTimeOffset time) =>
        setting.IsSameDay(from, to) ? setting.Clock(time) : setting.ShortDay(time);

    private string Short(Figure figure)
    {
        var (low, high) = (Written(Low(figure)!.Value), Written(High(figure)!.Value));
        return figure.Approximation switch
        {
            Approximation.Range => $"{low}–{high}",
            Approximation.About => $"≈ {Written(Middle(figure))}",
            Approximation.Under => $"< {high}",
            Approximation.Over => $"> {low}",
            _ => Written(Middle(figure)),
        };
    }

    private string Written(decimal value) => value.ToString("#,0.##", setting.Texts.Culture);

    private static string Class(int series) => $"s{series % MostClasses}";

    private static string Triangle(double x, double y, double size) =>
        $"M{Number(x - 5)} {Number(y - size)} L{Number(x + 5)} {Number(y - size)} L{Number(x)} {Number(y + size)} Z";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private sealed record Placed(RecordedSide Side, int Series);
}

/// <summary>A line of the chart.</summary>
/// <param name="Class">How it is drawn.</param>
/// <param name="Points">Its points as SVG has them.</param>
internal sealed record ChartLine(string Class, string Points);

/// <summary>A figure of the chart.</summary>
/// <param name="X">Where it stands in time.</param>
/// <param name="Y">Where it stands by its value.</param>
/// <param name="Class">How it is drawn.</param>
/// <param name="Shape">The path of a bound; <see langword="null"/> for a number.</param>
/// <param name="Span">The two ends of a range.</param>
internal sealed record ChartMark(string X, string Y, string Class, string? Shape, (string Low, string High)? Span);

/// <summary>Some letters in the chart.</summary>
/// <param name="X">Where they stand.</param>
/// <param name="Y">Their baseline.</param>
/// <param name="Anchor">Which end of them stands there.</param>
/// <param name="Text">The letters.</param>
internal sealed record ChartLabel(string X, string Y, string Anchor, string Text)
{
    /// <summary>The label as SVG has it.</summary>
    public string ToSvg() =>
        $"""<text x="{X}" y="{Y}" text-anchor="{Anchor}">{HtmlEncoder.Default.Encode(Text)}</text>""";
}
