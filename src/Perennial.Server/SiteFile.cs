using System.Text.Json;

namespace Perennial.Server;

/// <summary><c>site.json</c> in the data folder: the publication's name, tagline, sections and policies, written by its owner.</summary>
internal static class SiteFile
{
    /// <summary>Reads the settings of the site, writing the first ones where there are none.</summary>
    /// <exception cref="Failure">The file is no valid site.</exception>
    public static Site Read(string folder)
    {
        var path = Path.Combine(folder, "site.json");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, First);
        }
        return Parse(path);
    }

    /// <summary>Reads one file.</summary>
    /// <exception cref="Failure">The file is no valid site.</exception>
    public static Site Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), PerennialJson.Lines.Site)
                ?? throw new Failure($"{path} is empty");
        }
        catch (JsonException e)
        {
            throw new Failure($"{path} is no valid site: {e.Message}");
        }
    }

    private const string First = """
        {
          "name": "Our Newsroom",
          "tagline": "Real-time news, timeless knowledge",
          "language": "en",
          "timeZone": "UTC",
          "sections": [
            { "slug": "world", "name": "World", "names": ["International", "World News"] },
            { "slug": "politics", "name": "Politics", "names": ["Policy", "Government"] },
            { "slug": "business", "name": "Business", "names": ["Economy", "Money", "Finance", "Markets"] },
            { "slug": "science", "name": "Science", "names": ["Health", "Technology", "Environment", "Climate"] },
            { "slug": "culture", "name": "Culture", "names": ["Arts", "Entertainment", "Books"] },
            { "slug": "sport", "name": "Sport", "names": ["Sports"] }
          ],
          "authors": [],
          "about": "Who publishes this and how to reach us: edit `site.json` in the data folder.",
          "corrections": "We correct errors where they stand, say what was wrong, and keep every version.",
          "imprint": null
        }

        """;
}
