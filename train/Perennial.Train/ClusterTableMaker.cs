using System.Globalization;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Makes the table of word clusters from lines of a code, four digits of the wide cluster and six of the narrow one, and a word.</summary>
internal static class ClusterTableMaker
{
    /// <summary>Reads the clusters and writes the table.</summary>
    public static void Make(string clusters, string output)
    {
        using var file = File.Create(output);
        PackedFile.Write(
            file,
            writer => Lexicon.Write(writer, TextFile.Rows(clusters).Select(row => (row[1], Codes(row[0]))))
        );
    }

    private static sbyte[] Codes(string code)
    {
        var narrow = int.Parse(code.AsSpan(4), CultureInfo.InvariantCulture);
        return [sbyte.Parse(code.AsSpan(0, 4), CultureInfo.InvariantCulture), (sbyte)(narrow >> 8), (sbyte)narrow];
    }
}
