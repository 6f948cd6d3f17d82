namespace Perennial.Read.Tests.Texts;

/// <summary>How well our own annotated texts are read.</summary>
/// <remarks>
/// With a path in <c>PERENNIAL_TEXTS_REPORT</c> the table and every miss of the texts to learn from are written there. The misses
/// of those that test are never shown.
/// </remarks>
public sealed class TextsTests
{
    /// <summary>What was reached on the part <c>test</c>; raised by decision, never lowered.</summary>
    private static readonly Dictionary<string, double> Floors = new() { ["statements"] = 0 };

    [Fact]
    public void The_texts_that_test_are_read_as_well_as_before()
    {
        var comparison = TextComparison.OfPart("test");

        var worse = comparison.Tallies.Where(tally => tally.Score < Floors.GetValueOrDefault(tally.Property)).ToList();

        worse.ShouldBeEmpty(comparison.Table);
    }

    [Fact]
    public void The_texts_to_learn_from_are_read()
    {
        var comparison = TextComparison.OfPart("train");

        if (Environment.GetEnvironmentVariable("PERENNIAL_TEXTS_REPORT") is { Length: > 0 } path)
        {
            File.WriteAllText(
                path,
                $"train\n{comparison.Table}\n\ntest\n{TextComparison.OfPart("test").Table}\n\n{string.Join('\n', comparison.Tallies.SelectMany(tally => tally.Misses))}\n"
            );
        }
        comparison.Tallies.ShouldAllBe(tally => tally.Marked > 0);
    }
}
