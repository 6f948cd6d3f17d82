namespace Perennial.Read.Linking;

/// <summary>An entity of one document, as far as it can be told apart from others of its name.</summary>
internal sealed class DocumentEntity
{
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

    /// <summary>The address of a place elsewhere.</summary>
    public string? Address => Kind == EntityKind.Place && Entity.SameAs.Count > 0 ? Entity.SameAs[0] : null;

    /// <summary>The entity as it can be looked up.</summary>
    /// <returns><see langword="null"/> when nothing tells it apart: a bare surname, something that is neither person, organisation, place nor group.</returns>
    public static DocumentEntity? Of(Article article, Entity entity)
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
                    other != name && other.Length <= longestName && EntityNames.Keys(entity.Kind, other).Count > 0
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
        return keys.Count == 0
            ? null
            : new DocumentEntity(entity, name, names, keys)
            {
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
