using System.Globalization;

namespace Perennial.Train;

/// <summary>How well texts match the true ones.</summary>
internal static class BodyScore
{
    private const int Run = 4;

    /// <summary>By runs of four words, as the article extraction benchmark of Scrapinghub counts: the harmonic mean of the pages' mean precision and recall.</summary>
    public static string OfTexts(IReadOnlyList<(string[] Truth, string Text)> pages)
    {
        var scores = pages.Select(page => Of(page.Truth, TrainingPages.Tokens(page.Text))).ToList();
        var (p, r) = (scores.Average(score => score.Precision), scores.Average(score => score.Recall));
        var exact = scores.Average(score => score.Exact ? 1 : 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"F1 {2 * p * r / (p + r):F3} (P {p:F3} R {r:F3}) exact {exact:F3}"
        );
    }

    /// <summary>By the segments that annotators want kept or left out, as trafilatura's evaluation counts.</summary>
    public static string OfSegments(IReadOnlyList<(TrainingPage Page, string Text)> pages)
    {
        var kept = pages.Sum(pair => pair.Page.Kept.Count(segment => Has(pair.Text, segment)));
        var lost = pages.Sum(pair => pair.Page.Kept.Count) - kept;
        var wrong = pages.Sum(pair => pair.Page.Left.Count(segment => Has(pair.Text, segment)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"segments F1 {2.0 * kept / ((2 * kept) + lost + wrong):F3} (lost {lost}, wrong {wrong})"
        );
    }

    private static bool Has(string text, string segment) => text.Contains(segment, StringComparison.Ordinal);

    private static (double Precision, double Recall, bool Exact) Of(string[] truth, string[] tokens)
    {
        var (wanted, got) = (Runs(truth), Runs(tokens));
        var common = got.Sum(pair => Math.Min(pair.Value, wanted.GetValueOrDefault(pair.Key)));
        return (
            (double)common / Math.Max(1, got.Values.Sum()),
            (double)common / Math.Max(1, wanted.Values.Sum()),
            truth.AsSpan().SequenceEqual(tokens)
        );
    }

    private static Dictionary<string, int> Runs(string[] tokens) =>
        Enumerable
            .Range(0, tokens.Length == 0 ? 0 : Math.Max(1, tokens.Length - Run + 1))
            .Select(i => string.Join(' ', tokens.Skip(i).Take(Run)))
            .CountBy(run => run)
            .ToDictionary(StringComparer.Ordinal);
}
