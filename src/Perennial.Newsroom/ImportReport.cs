namespace Perennial.Newsroom;

/// <summary>What became of the documents of an import.</summary>
public sealed record ImportReport
{
    // A damaged archive may have as many problems as records: the first ones say what is wrong.
    private const int MostNamed = 50;

    /// <summary>Articles that were not known.</summary>
    public int Articles { get; init; }

    /// <summary>Later versions of articles that were.</summary>
    public int Versions { get; init; }

    /// <summary>Documents that were there already, byte for byte.</summary>
    public int Known { get; init; }

    /// <summary>Documents that could not be imported.</summary>
    public int Problems { get; init; }

    /// <summary>The first of those, each with the reason.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>How many documents have been looked at.</summary>
    public int Documents => Articles + Versions + Known + Problems;

    /// <summary>The report with one problem more.</summary>
    public ImportReport With(string name, Problem problem) =>
        this with
        {
            Problems = Problems + 1,
            Named = Named.Count < MostNamed ? [.. Named, $"{name}: {problem.Message}"] : Named,
        };

    /// <summary>The report in a line.</summary>
    public override string ToString() =>
        $"{Count(Articles, "article")}, {Count(Versions, "later version")}, {Known} already there, {Count(Problems, "problem")}";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
