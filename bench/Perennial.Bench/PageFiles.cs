using System.IO.Compression;
using System.Text;

namespace Perennial.Bench;

/// <summary>A page to be measured with.</summary>
/// <param name="Name">Its path below the folder.</param>
/// <param name="Html">Its markup, decoded.</param>
/// <param name="Capture">The same, as it is fetched.</param>
internal sealed record PageFile(string Name, string Html, Capture Capture);

/// <summary>The pages of a folder.</summary>
internal static class PageFiles
{
    /// <summary>Every <c>.html</c> and <c>.html.gz</c> file below a folder, in order of their paths.</summary>
    public static IReadOnlyList<PageFile> In(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => Load(folder, path)),
        ];

    private static PageFile Load(string folder, string path)
    {
        using var file = File.OpenRead(path);
        var packed = path.EndsWith(".gz", StringComparison.Ordinal);
        using Stream stream = packed ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var html = reader.ReadToEnd();
        return new PageFile(
            Path.GetRelativePath(folder, path),
            html,
            new Capture
            {
                Url = "https://bench.example/page",
                ContentType = "text/html; charset=utf-8",
                Bytes = Encoding.UTF8.GetBytes(html),
            }
        );
    }
}
