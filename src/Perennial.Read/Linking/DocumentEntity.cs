namespace Perennial.Read.Linking;

/// <summary>An entity of one document, as far as it can be told apart from others of its name.</summary>
internal sealed class DocumentEntity
{
    private const int MostCountries = 3;

    private DocumentEntity(Entity entity, string name, IReadOnlyList<string> names, IReadOnlyList<string> keys)
    {
        Entity = entity;
        Name = name;
        Names = names;
        Keys = keys;
    }

    public Entity Entity { get; }

    public EntityKind Kind => Entity.Kind;

    public string Name { get; }

    /// <summary>Other names that the document gives.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What it is looked up by, the most telling first; never empty.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>A person's roles, as the document gives them where the speaker is sure.</summary>
    public IReadOnlyList<string> Roles { get; private init; } = [];

    /// <summary>What it was called before, as the document says.</summary>
    public DocumentEntity? Formerly { get; set; }

    /// <summary>What it is called now, as the document says.</summary>
    public DocumentEntity? Nowadays { get; set; }

    /// <summary>Whether it has a name that each country has: it is looked up within the countries of the document, and no further.</summary>
    public bool IsInstitution { get; private init; }

    /// <summary>The one country of the document, which tells an institution apart.</summary>
    public string? Country { get; private init; }

    /// <summary>The address of a place elsewhere.</summary>
    public string? Address => Kind == EntityKind.Place && Entity.SameAs.Count > 0 ? Entity.SameAs[0] : null;

    /// <summary>The entity as it can be looked up.</summary>
    /// <param name="article">The document.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="countries">The countries that the document names, by their addresses.</param>
    /// <returns>
    /// <see langword="null"/> when nothing tells it apart: a bare surname, a ministry of no country, something that is neither person,
    /// organisation, place nor group.
    /// </returns>
    public static DocumentEntity? Of(Article article, Entity entity, IReadOnlyCollection<string> countries)
    {
        const int longestName = 200;
        var name = OneLine(entity.Name);
        if (entity.Kind == EntityKind.Other || name.Length > longestName)
        {
            return null;
        }
        List<string> names =
        [
            .. entity
                .Mentions.Select(mention => OneLine(mention.Text))
                .Where(other =>
                    other != name
                    && other.Length <= longestName
                    && EntityNames.Keys(entity.Kind, other).Count > 0
                    // Whoever took father and son for one does not teach that the name is one.
                    && !(entity.Kind == EntityKind.Person && EntityNames.Exclude([name], other))
                )
                .Distinct(StringComparer.Ordinal)
                .Take(8),
        ];
        List<string> keys =
        [
            .. EntityNames
                .Keys(entity.Kind, name, entity.SameAs)
                .Concat(names.SelectMany(other => EntityNames.Keys(entity.Kind, other)))
                .Distinct(StringComparer.Ordinal),
        ];
        var institution =
            entity.Kind == EntityKind.Organisation && keys.Count > 0 && keys.All(InstitutionNames.Contains);
        if (institution)
        {
            // Of the ministries in a text about many countries nobody can tell which is meant.
            keys =
                countries.Count > MostCountries
                    ? []
                    : [.. countries.SelectMany(country => keys.Select(key => EntityNames.InCountry(key, country)))];
        }
        return keys.Count == 0
            ? null
            : new DocumentEntity(entity, name, names, keys)
            {
                IsInstitution = institution,
                Country = institution && countries.Count == 1 ? countries.First() : null,
                Roles = entity.Kind == EntityKind.Person ? RolesOf(article, entity) : [],
            };
    }

    private static IReadOnlyList<string> RolesOf(Article article, Entity entity)
    {
        const int longestRole = 200;
        return
        [
            .. article
                .Statements.Where(statement =>
                    statement is { Speaker.Sure: true, Role.Length: > 0 and <= longestRole }
                    && statement.Speaker.Entity == entity.Id
                )
                .Select(statement => OneLine(statement.Role!))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(4),
        ];
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
