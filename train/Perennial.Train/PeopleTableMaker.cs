using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Makes the table of words that people are called by, from a list of one a line.</summary>
internal static class PeopleTableMaker
{
    /// <summary>Reads the list and writes the table.</summary>
    public static void Make(string list, string output)
    {
        using var file = File.Create(output);
        PackedFile.Write(
            file,
            writer =>
                Lexicon.Write(
                    writer,
                    TextFile.Rows(list).Where(row => row[0].Length > 1).Select(row => (row[0], new sbyte[] { 1 }))
                )
        );
    }
}
