namespace Perennial.Tests;

/// <summary>The project's own files, for tests that compare them with each other.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The rows of the first table of a page whose first heading cell is this: cells without their backticks.</summary>
    public static IReadOnlyList<string[]> Table(string page, string heading) =>
        [
            .. File.ReadLines(Path.Combine(Root, page))
                .SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line =>
                    line.Trim('|')
                        .Split('|')
                        .Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim())
                        .ToArray()
                ),
        ];

    /// <summary>The items of a cell; a dash stands for none.</summary>
    public static string[] Items(string cell) => cell == "–" ? [] : cell.Split(", ");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Perennial.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run within the project");
        }
        return folder.FullName;
    }
}
