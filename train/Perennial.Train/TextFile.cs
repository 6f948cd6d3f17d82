using System.IO.Compression;

namespace Perennial.Train;

/// <summary>Files of rows, compressed or not.</summary>
internal static class TextFile
{
    /// <summary>The cells of each line, parted by tabulators.</summary>
    public static IEnumerable<string[]> Rows(string path) => Lines(path).Select(line => line.Split('\t'));

    /// <summary>The lines.</summary>
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
}
