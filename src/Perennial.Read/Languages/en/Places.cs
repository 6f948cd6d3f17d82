using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>Names of places: countries and regions, and large cities.</summary>
internal static class Places
{
    private static readonly FrozenSet<string> Names = Load();

    public static bool Contains(string name) => Names.Contains(name);

    private static FrozenSet<string> Load()
    {
        using var stream =
            typeof(Places).Assembly.GetManifestResourceStream("Perennial.Read.Languages.en.cities.txt")
            ?? throw new InvalidOperationException("the list of cities is missing from the build");
        using var reader = new StreamReader(stream);
        var names = new HashSet<string>(Countries.Places, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                names.Add(line);
            }
        }
        return names.ToFrozenSet(StringComparer.Ordinal);
    }
}
