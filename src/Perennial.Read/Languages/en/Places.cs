using System.Runtime.InteropServices;
using Perennial.Read.Models;

namespace Perennial.Read.Languages.English;

/// <summary>A place that the gazetteer knows.</summary>
/// <param name="Id">Its number in GeoNames; nought for countries and regions.</param>
/// <param name="Country">Its country's code in ISO 3166-1: <c>UA</c>.</param>
/// <param name="Region">What follows the country in the code of its region; for a region as in ISO 3166-2, for a city as in GeoNames, which is the same in the United States.</param>
/// <param name="Level">What it is.</param>
/// <param name="Size">Ten times the decimal logarithm of how many people live in a city: 60 for a million.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Id, string Country, string Region, PlaceLevel Level, int Size);

/// <summary>What a place is.</summary>
internal enum PlaceLevel : byte
{
    /// <summary>A country.</summary>
    Country,

    /// <summary>A state, province or other division of a country.</summary>
    Region,

    /// <summary>A town or city.</summary>
    City,
}

/// <summary>The places that are known by name: countries, their regions, towns of 5,000 people or more.</summary>
/// <remarks>
/// Made by <c>train/</c> from GeoNames (CC BY 4.0) and Unicode CLDR. The file is Brotli over: the countries' codes; the regions'
/// codes; the places (number, country, region, level, size); how many names; their hashes as differences; of each name how
/// many places have it, and which. Names are kept as hashes of their words only.
/// </remarks>
internal sealed class Places
{
    /// <summary>Names of more words are not known.</summary>
    public const int LongestName = 6;

    private readonly Place[] places;
    private readonly Dictionary<uint, int[]> byName;

    private Places(Place[] places, Dictionary<uint, int[]> byName)
    {
        this.places = places;
        this.byName = byName;
    }

    /// <summary>The gazetteer that comes with the program; read at first use.</summary>
    public static Places Shared => field ??= PackedFile.Shipped("places.bin", Read);

    /// <summary>The places of a name, those of the most people first; none for an unknown one.</summary>
    /// <param name="name">The number of the name: see <see cref="Name(string)"/>.</param>
    public IReadOnlyList<Place> Find(uint name) =>
        byName.TryGetValue(name, out var found) ? Array.ConvertAll(found, place => places[place]) : [];

    /// <summary>The largest place of a name; <see langword="null"/> for an unknown one.</summary>
    public Place? Largest(uint name) => byName.TryGetValue(name, out var found) ? places[found[0]] : null;

    /// <summary>The number of a name, word by word.</summary>
    /// <param name="before">The number of the words before; nought for none.</param>
    /// <param name="word">The next word's <see cref="WordFacts.Exact"/>.</param>
    public static uint Name(uint before, uint word) => before == 0 ? word : FeatureHash.Join(before, word);

    /// <summary>The number of a name.</summary>
    public static uint Name(string name)
    {
        var tokens = new List<Token>();
        Tokens.AddTo(tokens, name, 0, name.Length, Abbreviations.All);
        return tokens.Aggregate(0u, (before, word) => Name(before, FeatureHash.Exact(word.Text)));
    }

    /// <summary>Reads a gazetteer.</summary>
    public static Places Read(BinaryReader reader)
    {
        var countries = Codes(reader);
        var regions = Codes(reader);
        var read = new Place[reader.ReadInt32()];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = new Place(
                reader.Read7BitEncodedInt(),
                countries[reader.Read7BitEncodedInt()],
                regions[reader.Read7BitEncodedInt()],
                (PlaceLevel)reader.ReadByte(),
                reader.ReadByte()
            );
        }
        var count = reader.ReadInt32();
        var names = new Dictionary<uint, int[]>(count);
        uint name = 0;
        for (var i = 0; i < count; i++)
        {
            name += (uint)reader.Read7BitEncodedInt();
            var found = new int[reader.ReadByte()];
            for (var k = 0; k < found.Length; k++)
            {
                found[k] = reader.Read7BitEncodedInt();
            }
            names.Add(name, found);
        }
        return new Places(read, names);
    }

    /// <summary>Writes a gazetteer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="named">Places with their names' numbers.</param>
    public static void Write(BinaryWriter writer, IEnumerable<(Place Place, IReadOnlyList<uint> Names)> named)
    {
        // Countries first, then regions, then cities by size: so stand the places of a name as well.
        var sorted = named.OrderBy(pair => pair.Place.Level).ThenByDescending(pair => pair.Place.Size).ToList();
        var countries = sorted.Select(pair => pair.Place.Country).Distinct().Order(StringComparer.Ordinal).ToList();
        var regions = sorted.Select(pair => pair.Place.Region).Distinct().Order(StringComparer.Ordinal).ToList();
        Write(writer, countries);
        Write(writer, regions);
        writer.Write(sorted.Count);
        foreach (var ((id, country, region, level, size), _) in sorted)
        {
            writer.Write7BitEncodedInt(id);
            writer.Write7BitEncodedInt(countries.BinarySearch(country, StringComparer.Ordinal));
            writer.Write7BitEncodedInt(regions.BinarySearch(region, StringComparer.Ordinal));
            writer.Write((byte)level);
            writer.Write(checked((byte)size));
        }
        var byNumber = sorted
            .Index()
            .SelectMany(pair => pair.Item.Names.Distinct().Select(name => (name, pair.Index)))
            .GroupBy(pair => pair.name, pair => pair.Index)
            .OrderBy(name => name.Key)
            .ToList();
        writer.Write(byNumber.Count);
        uint before = 0;
        foreach (var name in byNumber)
        {
            writer.Write7BitEncodedInt((int)(name.Key - before));
            before = name.Key;
            var found = name.Take(byte.MaxValue).ToList();
            writer.Write((byte)found.Count);
            found.ForEach(writer.Write7BitEncodedInt);
        }
    }

    private static string[] Codes(BinaryReader reader)
    {
        var codes = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = reader.ReadString();
        }
        return codes;
    }

    private static void Write(BinaryWriter writer, List<string> codes)
    {
        writer.Write7BitEncodedInt(codes.Count);
        codes.ForEach(writer.Write);
    }
}
