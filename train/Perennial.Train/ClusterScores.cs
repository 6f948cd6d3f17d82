using System.Runtime.InteropServices;

namespace Perennial.Train;

/// <summary>How well stories were found: B-cubed and pairs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClusterScores(double Precision, double Recall, double PairPrecision, double PairRecall)
{
    /// <summary>B-cubed F1 (Bagga and Baldwin, 1998).</summary>
    public double F1 => Mean(Precision, Recall);

    /// <summary>F1 of pairs of articles.</summary>
    public double PairF1 => Mean(PairPrecision, PairRecall);

    /// <summary>Compares; an article without a found story is alone.</summary>
    public static ClusterScores Of(IReadOnlyList<(string Gold, string Found)> articles)
    {
        var gold = articles.CountBy(one => one.Gold).ToDictionary();
        var found = articles.CountBy(one => one.Found).ToDictionary();
        var cells = articles.CountBy(one => one).ToList();
        var pairs = cells.Sum(cell => Pairs(cell.Value));
        return new ClusterScores(
            cells.Sum(cell => (double)cell.Value * cell.Value / found[cell.Key.Found]) / articles.Count,
            cells.Sum(cell => (double)cell.Value * cell.Value / gold[cell.Key.Gold]) / articles.Count,
            pairs / Math.Max(1, found.Values.Sum(Pairs)),
            pairs / Math.Max(1, gold.Values.Sum(Pairs))
        );
    }

    private static double Pairs(int count) => count * (count - 1) / 2.0;

    private static double Mean(double one, double other) => one + other == 0 ? 0 : 2 * one * other / (one + other);
}
