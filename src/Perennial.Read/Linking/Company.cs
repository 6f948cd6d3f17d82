namespace Perennial.Read.Linking;

/// <summary>What else a document names: things that are named together again tell that the same is meant.</summary>
internal sealed class Company
{
    // A name that this many documents have says a whole point; the more have it, the less it says.
    private const double Rare = 100;

    // A country is named in too many documents to say much.
    private const double OfCountry = 0.25;
    private const double MostOfCountries = 0.5;

    private const string Iso = "iso:";
    private const int LengthOfCountry = 6;

    private readonly Dictionary<string, (DocumentEntity Entity, double Weight)> names = new(StringComparer.Ordinal);

    public Company(IEnumerable<DocumentEntity> entities, LinkingMemory memory)
    {
        foreach (var entity in entities.Where(entity => entity.Kind != EntityKind.Group))
        {
            var key = entity.Keys[0];
            names.TryAdd(
                key,
                (entity, Math.Min(1, Math.Sqrt(Rare / Math.Max(1, memory.Commonness.GetValueOrDefault(key)))))
            );
        }
    }

    /// <summary>What things of a document are known by in the company of others.</summary>
    public static IEnumerable<string> KeysOf(IEnumerable<DocumentEntity> entities) =>
        entities.Where(entity => entity.Kind != EntityKind.Group).Select(entity => entity.Keys[0]).Distinct();

    /// <summary>The countries among some keys, those of regions too.</summary>
    public static IReadOnlySet<string> CountriesIn(IEnumerable<string> keys) =>
        keys.Where(key => key.StartsWith(Iso, StringComparison.Ordinal) && key.Length >= LengthOfCountry)
            .Select(key => key[..LengthOfCountry])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>How much it says that a known entity was named beside the same things.</summary>
    public (double Score, IReadOnlyList<string> Names) Shared(DocumentEntity of, KnownEntity known)
    {
        var (score, countries) = (0.0, 0.0);
        var shared = new List<string>();
        foreach (var (key, (entity, weight)) in names)
        {
            if (entity == of || known.Keys.Contains(key) || !known.Company.Contains(key))
            {
                continue;
            }
            shared.Add(entity.Name);
            if (key.Length == LengthOfCountry && key.StartsWith(Iso, StringComparison.Ordinal))
            {
                countries += OfCountry;
            }
            else
            {
                score += weight;
            }
        }
        return (score + Math.Min(countries, MostOfCountries), shared);
    }
}
