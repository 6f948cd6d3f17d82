using System.Globalization;

namespace Perennial.Read.Tests.Texts;

/// <summary>How often a property was read right, with the misses in words.</summary>
/// <param name="Property">What was compared.</param>
/// <param name="IsShare">Whether there is one answer for each marked thing, so that the score is the share of right ones; else it is F1.</param>
internal sealed record Tally(string Property, bool IsShare = false)
{
    private int hits;
    private int missed;
    private int extra;

    /// <summary>One line each, in order of the texts.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>How many are marked.</summary>
    public int Marked => hits + missed;

    public double Score =>
        IsShare ? Of(hits, hits + missed)
        : hits == 0 ? 0
        : 2.0 * hits / ((2 * hits) + missed + extra);

    public void Hit() => hits++;

    public void Missed(string text, string expected, string? found = null)
    {
        missed++;
        Misses.Add($"{Property}\t{text}\t- {expected}" + (found is null ? "" : $"\t+ {found}"));
    }

    public void Extra(string text, string found)
    {
        extra++;
        Misses.Add($"{Property}\t{text}\t+ {found}");
    }

    /// <summary>Hit where they are the same, absent on both sides nothing, else missed, extra or both.</summary>
    public void Compare(string text, string? expected, string? found, bool same, string about)
    {
        if (expected is not null && same)
        {
            Hit();
            return;
        }
        if (expected is not null)
        {
            Missed(text, $"{expected} | {about}", found ?? "none");
        }
        if (found is not null && !IsShare)
        {
            extra++;
            if (expected is null)
            {
                Misses.Add($"{Property}\t{text}\t+ {found} | {about}");
            }
        }
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Property, -14} {Score:0.000}   precision {Of(hits, hits + extra):0.000} recall {Of(hits, hits + missed):0.000}   {Marked} marked"
        );

    private static double Of(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
