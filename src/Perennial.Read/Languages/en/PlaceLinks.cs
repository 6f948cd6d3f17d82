using System.Globalization;

namespace Perennial.Read.Languages.English;

/// <summary>Which places of the world a document's places are, where that is clear.</summary>
internal sealed class PlaceLinks
{
    // A city of a million that is as much larger than the next of its name needs no country beside it.
    private const int Million = 60;
    private const int FiveTimes = 7;

    // A hundred thousand people: the only city of a name is meant where nothing speaks against it.
    private const int HundredThousand = 50;
    private const int ThreeTimes = 5;

    private readonly Prose prose;
    private readonly Places places = Places.Shared;

    // Countries, and countries with regions, that the document names.
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly HashSet<(string Country, string Region)> regions = [];

    /// <param name="prose">The document.</param>
    /// <param name="names">Its names.</param>
    public PlaceLinks(Prose prose, IEnumerable<NameMention> names)
    {
        this.prose = prose;
        foreach (var name in names.DistinctBy(name => (name.Kind, name.Name)))
        {
            var home = name.Kind switch
            {
                EntityKind.Place => name.Name,
                EntityKind.Group => Countries.HomeOf(name.Name),
                _ => null,
            };
            if (home is not null)
            {
                TakeContext(places.Find(Places.Name(home)));
            }
        }
    }

    /// <summary>The address of the place that some mentions name, or the code of a country or region; <see langword="null"/> where it isn't known or clear.</summary>
    public string? Of(IEnumerable<NameMention> mentions)
    {
        foreach (var name in mentions.DistinctBy(mention => mention.Name))
        {
            // "Springfield, Illinois" may be one name: the place is what stands before the comma.
            var found = places.Find(Places.Name(name.Name.Split(',')[0]));
            if (found.Count > 0 && Choice(name, found) is { } place)
            {
                return Address(place);
            }
        }
        return null;
    }

    private static string Address(Place place) =>
        place.Level switch
        {
            PlaceLevel.Country => "iso:" + place.Country,
            PlaceLevel.Region => $"iso:{place.Country}-{place.Region}",
            _ => string.Create(CultureInfo.InvariantCulture, $"https://sws.geonames.org/{place.Id}/"),
        };

    private void TakeContext(IReadOnlyList<Place> found)
    {
        if (found is [{ Level: PlaceLevel.Country } country, ..])
        {
            countries.Add(country.Country);
        }
        // A region whose name no other place of weight has says its country as well.
        if (
            found is [{ Level: PlaceLevel.Region } region, ..]
            && found.All(place => place.Country == region.Country || place.Size < HundredThousand)
        )
        {
            countries.Add(region.Country);
            regions.Add((region.Country, region.Region));
        }
    }

    private Place? Choice(NameMention name, IReadOnlyList<Place> found)
    {
        // "Springfield, Illinois": what is said outright decides.
        var around = Following(name);
        var within = found
            .Where(place => place.Level == PlaceLevel.City && around.Any(outer => IsIn(place, outer)))
            .ToList();
        if (within.Count > 0)
        {
            return Largest(within, apart: 0);
        }
        if (found[0].Level == PlaceLevel.Country)
        {
            // "Georgia" in a document that names the United States and no neighbour may be either.
            return found.Any(place => place.Level == PlaceLevel.Region && countries.Contains(place.Country))
                ? null
                : found[0];
        }
        var cities = found.Where(place => place.Level == PlaceLevel.City).ToList();
        var regionsOfName = found.Where(place => place.Level == PlaceLevel.Region).ToList();
        if (regionsOfName.Count > 0)
        {
            return OfRegions(regionsOfName, cities);
        }
        if (cities[0].Size >= Million && Largest(cities, FiveTimes) is { } known)
        {
            return known;
        }
        var named = cities.Where(place => countries.Contains(place.Country)).ToList();
        var inRegion = named.Where(place => regions.Contains((place.Country, place.Region))).ToList();
        return inRegion.Count == 1 ? inRegion[0]
            : named.Count > 0 ? Largest(named, ThreeTimes)
            : cities[0].Size >= HundredThousand ? Largest(cities, FiveTimes)
            : null;
    }

    /// <summary>A city that bears its region's name is meant where it is large; else the region, where its country is named or it is the only one.</summary>
    private Place? OfRegions(List<Place> ofName, List<Place> cities)
    {
        var city = Largest(
            cities.Where(place => ofName.Exists(region => region.Country == place.Country)).ToList(),
            ThreeTimes
        );
        if (city is { Size: >= Million })
        {
            return city;
        }
        var named = ofName.Where(region => countries.Contains(region.Country)).ToList();
        var candidates = named.Count > 0 ? named : ofName;
        return
            candidates.Count == 1
            && (
                named.Count == 1
                || cities.TrueForAll(place => place.Size < HundredThousand || place.Country == candidates[0].Country)
            )
            ? city is { Size: >= HundredThousand } && city.Value.Country == candidates[0].Country
                ? null
                : candidates[0]
            : null;
    }

    /// <summary>The largest of some places, if it is larger than the next by so much.</summary>
    private static Place? Largest(List<Place> some, int apart) =>
        some.Count switch
        {
            0 => null,
            1 => some[0],
            _ => some[0].Size - some[1].Size > apart || apart == 0 && some[0].Size > some[1].Size ? some[0] : null,
        };

    /// <summary>The region or country that stands behind a name and a comma.</summary>
    private IReadOnlyList<Place> Following(NameMention name)
    {
        var tokens = prose.Tokens;
        var end = prose.Sentences[prose.SentenceOf[name.First]].Last;
        var comma = name.First;
        while (comma < name.Last && tokens[comma].Text != ",")
        {
            comma++;
        }
        if (comma + 1 >= end || tokens[comma].Text != ",")
        {
            return [];
        }
        var number = 0u;
        IReadOnlyList<Place> found = [];
        for (var i = comma + 1; i < Math.Min(end, comma + 1 + Places.LongestName); i++)
        {
            number = Places.Name(number, Models.FeatureHash.Exact(tokens[i].Text));
            if (places.Find(number).Where(place => place.Level != PlaceLevel.City).ToList() is { Count: > 0 } outer)
            {
                found = outer;
            }
        }
        return found;
    }

    private static bool IsIn(Place city, Place outer) =>
        city.Country == outer.Country
        && (
            outer.Level == PlaceLevel.Country
            // Codes of regions are the same as ISO's in the United States only; elsewhere the country must do.
            || city.Country != "US"
            || city.Region == outer.Region
        );
}
