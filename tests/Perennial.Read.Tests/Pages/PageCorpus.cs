namespace Perennial.Read.Tests.Pages;

/// <summary>Where our own pages are.</summary>
internal static class PageCorpus
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The page files of the corpus, in order of their folders' names.</summary>
    public static IReadOnlyList<string> Files =>
        [
            .. Directory
                .GetDirectories(Path.Combine(Root, "tests", "pages"))
                .Order(StringComparer.Ordinal)
                .SelectMany(folder => Directory.GetFiles(folder, "page.*")),
        ];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Perennial.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("this does not run within the project");
        }
        return folder.FullName;
    }
}
