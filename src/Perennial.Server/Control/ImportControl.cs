using Perennial.Newsroom;
using Perennial.Server.Reading;

namespace Perennial.Server.Control;

/// <summary>The import of a file or folder, for the process that holds the newsroom.</summary>
internal static class ImportControl
{
    /// <summary>Imports what a path names.</summary>
    /// <exception cref="Failure">There is nothing to import.</exception>
    public static async Task<ControlAnswer> RunAsync(
        OpenNewsroom newsroom,
        string path,
        string name,
        string licence,
        IProgress<ImportReport>? progress,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new Failure($"there is no file or folder {path}");
        }
        var documents = InputFiles
            .Of(path)
            .SelectMany(file => InputFiles.DocumentsIn(file).Select(document => (file, document)));
        var report = await new Importing(newsroom).ImportAsync(
            path,
            name.Length > 0 ? name : NameOf(path),
            Enum.Parse<SourceLicence>(licence),
            documents,
            progress,
            cancellation
        );
        if (report.Documents == 0)
        {
            throw new Failure($"there is nothing in {path} that can be read");
        }
        return new ControlAnswer([$"{Path.GetFileName(path.TrimEnd('/'))}: {report}"], Problem: null)
        {
            Warnings =
            [
                .. report.Named,
                .. report.Problems > report.Named.Count
                    ? [$"and {report.Problems - report.Named.Count} more"]
                    : (string[])[],
            ],
        };
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Directory.Exists(path) ? name : Path.GetFileNameWithoutExtension(name);
    }
}
