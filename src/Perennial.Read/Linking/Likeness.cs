using System.Collections.Frozen;

namespace Perennial.Read.Linking;

/// <summary>How much speaks for an entity of a document being a known one, beyond the name.</summary>
/// <param name="Known">The known one.</param>
/// <param name="Score">The evidence: a point for each thing that is rarely named and was named beside both; roles and affiliations more.</param>
/// <param name="Differs">Whether roles or affiliations are known of both, and none agree.</param>
/// <param name="Excluded">Whether it can't be: another middle name, another address.</param>
/// <param name="Because">The evidence, in words.</param>
internal sealed record Likeness(
    KnownEntity Known,
    double Score,
    bool Differs,
    bool Excluded,
    IReadOnlyList<string> Because
)
{
    // The same role in the same words, or the same place to have it in: one name seldom has two holders there.
    private const double OfRole = 2.0;
    private const double OfAffiliation = 1.5;

    // "Spokesman", "mayor": many of one name may be one.
    private const double OfRoleWord = 0.5;

    private static readonly FrozenSet<string> Small =
        "a an the of for in at on to and de la du des der die das von former acting deputy chief senior ex vice then late current new"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static Likeness Of(
        DocumentEntity entity,
        IReadOnlyList<string> affiliations,
        Company company,
        KnownEntity known
    )
    {
        if (IsExcluded(entity, known))
        {
            return new Likeness(known, 0, Differs: true, Excluded: true, []);
        }
        var because = new List<string> { $"name: {entity.Name}" };
        var role = OfRoles(entity, known, because);
        var affiliation = affiliations.Any(known.Affiliations.Contains) ? OfAffiliation : 0;
        if (affiliation > 0)
        {
            because.Add("the same affiliation");
        }
        var (shared, names) = company.Shared(entity, known);
        if (names.Count > 0)
        {
            because.Add($"named with: {string.Join(", ", names.Take(5))}");
        }
        var differs =
            (role == 0 && entity.Roles.Count > 0 && known.Roles.Count > 0)
            || (affiliation == 0 && affiliations.Count > 0 && known.Affiliations.Count > 0 && role < OfRole);
        return new Likeness(known, role + affiliation + shared, differs, Excluded: false, because);
    }

    /// <summary>Whether the known one is the other, or is taken to be possibly the other, or the other way round.</summary>
    public bool MayBe(KnownEntity other) =>
        Known.Id == other.Id
        || Known.Possibly == other.Id
        || other.Possibly == Known.Id
        || (Known.Possibly is { } id && id == other.Possibly);

    private static bool IsExcluded(DocumentEntity entity, KnownEntity known) =>
        entity.Kind switch
        {
            EntityKind.Person => EntityNames.Exclude(known.Names, entity.Name),
            EntityKind.Place => entity.Address is { } address
                && !known.Keys.Contains(address)
                && known.Keys.Any(IsAddress),
            _ => false,
        };

    private static bool IsAddress(string key) => key.Contains(':', StringComparison.Ordinal);

    private static double OfRoles(DocumentEntity entity, KnownEntity known, List<string> because)
    {
        var (best, of) = (0.0, "");
        foreach (var role in entity.Roles)
        {
            var words = Words(role);
            foreach (var other in known.Roles.Select(Words))
            {
                var common = words.Count(other.Contains);
                var score =
                    common >= 2 && common * 2 >= Math.Max(words.Count, other.Count) ? OfRole
                    : common > 0 ? OfRoleWord
                    : 0;
                (best, of) = score > best ? (score, role) : (best, of);
            }
        }
        if (best > 0)
        {
            because.Add($"role: {of}");
        }
        return best;
    }

    private static List<string> Words(string role) =>
        [.. EntityNames.Folded(role).Split(' ').Where(word => word.Length > 0 && !Small.Contains(word)).Distinct()];
}
