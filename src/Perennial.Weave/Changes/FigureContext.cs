namespace Perennial.Weave.Changes;

/// <summary>A figure with the words around it, by which it is told what it counts.</summary>
internal sealed class FigureContext(Figure figure, string text)
{
    // Figures that count the same stand in sentences that are alike; a third of the words is enough of a sign.
    private const double AlikeEnough = 0.34;

    public Figure Figure { get; } = figure;

    public Likeness Sentence { get; } = new(Around(figure, text));

    /// <summary>How alike the sentences are, from 0 to 1; <see langword="null"/> when the two count different things.</summary>
    public double? LikenessTo(FigureContext other) =>
        string.Equals(Figure.Unit, other.Figure.Unit, StringComparison.OrdinalIgnoreCase)
        && Sentence.To(other.Sentence) is >= AlikeEnough and var likeness
            ? likeness
            : null;

    /// <summary>The words before and behind a figure, as far as its sentence goes.</summary>
    private static string Around(Figure figure, string text)
    {
        const int reach = 160;
        var start = Math.Clamp(figure.Start, 0, text.Length);
        var end = Math.Clamp(figure.End, start, text.Length);
        var from = text.LastIndexOfAny(['\n', '.', '!', '?'], Math.Max(start - 1, 0), Math.Min(reach, start)) + 1;
        var to = text.IndexOfAny(['\n', '.', '!', '?'], end, Math.Min(reach, text.Length - end));
        return text[from..start] + " " + text[end..(to < 0 ? Math.Min(text.Length, end + reach) : to)];
    }
}
