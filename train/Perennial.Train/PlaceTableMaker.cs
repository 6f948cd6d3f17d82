using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Perennial.Read.Languages.English;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Makes the gazetteer from lists of cities with numbers of GeoNames and from the names of countries and regions in CLDR.</summary>
internal static class PlaceTableMaker
{
    private const int FewestPeople = 5000;

    // Names that CLDR doesn't have, as newspapers write them.
    private static readonly (string Code, string[] Names)[] Countries =
    [
        ("US", ["U.S.", "USA", "U.S.A.", "United States of America", "America"]),
        ("GB", ["U.K.", "Britain", "Great Britain"]),
        ("AE", ["UAE", "U.A.E.", "Emirates"]),
        ("RU", ["Russian Federation"]),
        ("CD", ["DRC", "DR Congo", "Democratic Republic of Congo", "Democratic Republic of the Congo"]),
        ("CG", ["Republic of Congo", "Republic of the Congo"]),
        ("MM", ["Burma"]),
        ("NL", ["Holland"]),
        ("MK", ["Macedonia"]),
        ("VA", ["Vatican", "Holy See"]),
        ("KR", ["Republic of Korea"]),
        ("KP", ["DPRK"]),
        ("CN", ["People's Republic of China", "PRC"]),
        ("HK", ["Hong Kong"]),
        ("MO", ["Macau", "Macao"]),
        ("KG", ["Kyrgyz Republic"]),
        ("CZ", ["Czechia"]),
        ("SY", ["Syrian Arab Republic"]),
    ];

    /// <summary>Reads the lists and writes the table.</summary>
    /// <param name="cities">Rows of number, name, country, region, what it is, people, and place on Earth.</param>
    /// <param name="names">Rows of number, language and name.</param>
    /// <param name="packages">The folder of the npm packages <c>cldr-localenames-full</c> and <c>cldr-subdivisions-full</c>.</param>
    /// <param name="output">The file to write.</param>
    public static void Make(string cities, string names, string packages, string output)
    {
        var english = TextFile
            .Rows(names)
            .Where(row => row[1] == "en")
            .ToLookup(row => row[0], row => row[2], StringComparer.Ordinal);
        var all = CountryNames(packages)
            .Concat(Regions(packages))
            .Concat(Cities(cities, english))
            .Select(pair => (pair.Place, Numbers(pair.Names)))
            .Where(pair => pair.Item2.Count > 0)
            .ToList();
        using var file = File.Create(output);
        PackedFile.Write(file, writer => Places.Write(writer, all));
        Console.WriteLine($"{all.Count} places");
    }

    private static IEnumerable<(Place Place, IEnumerable<string> Names)> CountryNames(string packages)
    {
        var more = Countries.ToDictionary(pair => pair.Code, pair => pair.Names, StringComparer.Ordinal);
        var path = Path.Combine(packages, "cldr-localenames-full", "main", "en", "territories.json");
        var territories = JsonNode.Parse(File.ReadAllText(path))!["main"]!["en"]!["localeDisplayNames"]![
            "territories"
        ]!;
        return territories
            .AsObject()
            .Where(pair =>
                char.IsLetter(pair.Key[0])
                && pair.Key[..2] is not ("EU" or "EZ" or "UN" or "QO" or "ZZ" or "XA" or "XB")
            )
            .GroupBy(pair => pair.Key[..2], pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal)
            .Select(country =>
                (
                    new Place(0, country.Key, "", PlaceLevel.Country, 0),
                    country.Concat(more.GetValueOrDefault(country.Key, []))
                )
            );
    }

    private static IEnumerable<(Place Place, IEnumerable<string> Names)> Regions(string packages)
    {
        var path = Path.Combine(packages, "cldr-subdivisions-full", "subdivisions", "en", "en.json");
        return JsonNode.Parse(File.ReadAllText(path))!["subdivisions"]!["localeDisplayNames"]!["subdivisions"]!
            .AsObject()
            .Select(pair =>
                (
                    new Place(
                        0,
                        pair.Key[..2].ToUpperInvariant(),
                        pair.Key[2..].ToUpperInvariant(),
                        PlaceLevel.Region,
                        0
                    ),
                    Enumerable.Repeat(pair.Value!.GetValue<string>(), 1)
                )
            );
    }

    private static IEnumerable<(Place Place, IEnumerable<string> Names)> Cities(
        string cities,
        ILookup<string, string> english
    ) =>
        TextFile
            .Rows(cities)
            .Select(row => (Row: row, People: long.Parse(row[5], CultureInfo.InvariantCulture)))
            .Where(city => city.People >= FewestPeople || city.Row[4] is "PPLC" or "PPLA")
            .Select(city =>
                (
                    new Place(
                        int.Parse(city.Row[0], CultureInfo.InvariantCulture),
                        city.Row[2],
                        city.Row[3],
                        PlaceLevel.City,
                        (int)Math.Round(10 * Math.Log10(city.People + 1))
                    ),
                    english[city.Row[0]].Append(city.Row[1])
                )
            );

    /// <summary>The numbers of names, also without accents, with "and" for "&amp;" and "Saint" for "St."; names in other scripts have none.</summary>
    private static IReadOnlyList<uint> Numbers(IEnumerable<string> names) =>
        [
            .. names
                .SelectMany(name => new[] { name, name.Replace(" & ", " and ", StringComparison.Ordinal) })
                .SelectMany(name => new[] { name, name.Replace("St. ", "Saint ", StringComparison.Ordinal) })
                .SelectMany(name => new[] { name, Plain(name) })
                .Distinct(StringComparer.Ordinal)
                .Where(name => char.IsAsciiLetter(Plain(name)[0]) && !name.Contains('('))
                .Select(Places.Name),
        ];

    private static string Plain(string name) =>
        string.Concat(
            name.Normalize(NormalizationForm.FormD)
                .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                .Select(letter => letter is '’' or 'ʼ' or '‘' ? '\'' : letter)
        );
}
