using Perennial.Read.Archives;

namespace Perennial.Server.Reading;

/// <summary>The files that are meant by a path, and the documents in them.</summary>
internal static class InputFiles
{
    private const int DeepestFolder = 32;

    /// <summary>A file itself; of a folder all files within that can be read, sorted by their paths.</summary>
    /// <remarks>Links are not followed: they may lead out of the folder, or round in it.</remarks>
    public static IEnumerable<string> Of(string path) =>
        Directory.Exists(path)
            ? Directory
                .EnumerateFiles(
                    path,
                    "*",
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        MaxRecursionDepth = DeepestFolder,
                        IgnoreInaccessible = true,
                        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
                    }
                )
                .Where(Documents.IsReadable)
                .Order(StringComparer.Ordinal)
            : [path];

    /// <summary>The documents in a file. What can't be opened is a document with a problem.</summary>
    public static IEnumerable<Document> DocumentsIn(string file)
    {
        var (stream, problem) = Open(file);
        if (stream is null)
        {
            yield return new Document { Problem = problem };
            yield break;
        }
        using (stream)
        {
            foreach (var document in Documents.In(stream, file))
            {
                yield return document;
            }
        }
    }

    /// <summary>
    /// The documents in standard input, which is written to a file first: an archive may be larger than memory.
    /// </summary>
    public static IEnumerable<Document> DocumentsInStandardInput()
    {
        using var kept = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
            }
        );
        using (var stdin = Console.OpenStandardInput())
        {
            stdin.CopyTo(kept);
        }
        foreach (var document in Documents.In(kept, ""))
        {
            yield return document;
        }
    }

    /// <summary>A document that is all there is in its file is called as the file; of several each is called by its own id.</summary>
    public static IEnumerable<(string Id, Document Document)> Named(IEnumerable<Document> documents, string file)
    {
        (string Id, Document Document)? first = null;
        var count = 0;
        foreach (var document in documents)
        {
            if (++count == 1 && !Documents.IsArchive(file))
            {
                first = (document.Id ?? file, document);
                continue;
            }
            if (first is { } held)
            {
                yield return held;
                first = null;
            }
            yield return (document.Id ?? file, document);
        }
        if (first is { } only)
        {
            yield return (file, only.Document);
        }
    }

    private static (FileStream? Stream, Problem? Problem) Open(string file)
    {
        try
        {
            return (File.OpenRead(file), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, new Problem("unreadable", File.Exists(file) ? e.Message : $"there is no file {file}"));
        }
    }
}
