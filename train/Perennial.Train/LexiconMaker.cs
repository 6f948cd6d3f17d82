using System.Globalization;
using System.IO.Compression;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Makes the tables of words: clusters, and what names of places are known.</summary>
internal static class LexiconMaker
{
    /// <summary>Clusters of words: lines of a code, four digits of the wide cluster and six of the narrow one, and a word.</summary>
    public static void MakeClusters(string clusters, string output)
    {
        var rows = TextFile.Rows(clusters).Select(row => (row[1], Codes(row[0])));
        using var file = File.Create(output);
        Lexicon.Save(file, rows);

        static sbyte[] Codes(string code)
        {
            var fine = int.Parse(code.AsSpan(4), CultureInfo.InvariantCulture);
            return [(sbyte)int.Parse(code.AsSpan(0, 4), CultureInfo.InvariantCulture), (sbyte)(fine >> 8), (sbyte)fine];
        }
    }
}

/// <summary>Files of rows, compressed or not.</summary>
internal static class TextFile
{
    /// <summary>The lines of a file.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>The cells of each line, parted by tabulators.</summary>
    public static IEnumerable<string[]> Rows(string path) => Lines(path).Select(line => line.Split('\t'));
}
