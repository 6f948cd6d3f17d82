using System.Text.Json;
using Dapper;

namespace Perennial.Store.Views;

public sealed partial class EntitiesView
{
    /// <summary>An entity by its id, or by one that went up in it.</summary>
    /// <returns><see langword="null"/> for an id that never was.</returns>
    public static EntityRow? Find(ViewSnapshot snapshot, string id)
    {
        var row = snapshot.Connection.QuerySingleOrDefault<Row>(
            """
            SELECT e.id, e.kind, e.named, e.articles,
                (SELECT coalesce(p.moved, p.id) FROM entities p WHERE p.id = e.possibly) AS possibly
            FROM entities e WHERE e.id = coalesce((SELECT moved FROM entities WHERE id = @id), @id)
            """,
            new { id }
        );
        return row is null
            ? null
            : new EntityRow
            {
                Id = row.Id,
                Kind = Enum.Parse<EntityKind>(row.Kind),
                IsNamed = row.Named is not null,
                Name = row.Named ?? Fullest(Names(snapshot, row.Id, MostNames)) ?? row.Id,
                Articles = (int)row.Articles,
                Possibly = row.Possibly,
            };
    }

    /// <summary>The names that articles give it, the most used first.</summary>
    public static IReadOnlyList<EntityName> Names(ViewSnapshot snapshot, string entity, int most) =>
        [
            .. snapshot.Connection.Query<EntityName>(
                """
                SELECT name, max(articles) AS articles FROM entity_names
                WHERE entity = @entity AND articles > 0 GROUP BY name ORDER BY max(articles) DESC, name LIMIT @most
                """,
                new { entity, most }
            ),
        ];

    /// <summary>A person's roles, the one that was given last first, each with when it was given first and last.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="entity">The person's id.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="shown">Whether only articles count that readers may see.</param>
    public static IReadOnlyList<EntityRole> Roles(ViewSnapshot snapshot, string entity, int most, bool shown = false) =>
        [
            .. snapshot
                .Connection.Query<(string Role, long First, long Last, long Articles)>(
                    $"""
                    SELECT role, min(at), max(at), count(*) FROM entity_roles r
                    WHERE entity = @entity AND {(shown ? GateView.ShownArticle("r.article") : "1")}
                    GROUP BY role ORDER BY max(at) DESC, role LIMIT @most
                    """,
                    new { entity, most }
                )
                .Select(row => new EntityRole(
                    row.Role,
                    DateTimeOffset.FromUnixTimeMilliseconds(row.First),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.Last),
                    (int)row.Articles
                )),
        ];

    /// <summary>The organisations and places that a person's roles name, or the people whose roles name an organisation or place.</summary>
    public static IReadOnlyList<string> Affiliated(ViewSnapshot snapshot, string entity, int most) =>
        [
            .. snapshot.Connection.Query<string>(
                """
                SELECT other FROM (
                    SELECT other, at FROM entity_ties WHERE entity = @entity
                    UNION ALL SELECT entity, at FROM entity_ties WHERE other = @entity
                ) GROUP BY other ORDER BY max(at) DESC, other LIMIT @most
                """,
                new { entity, most }
            ),
        ];

    /// <summary>The articles that name it, newest first.</summary>
    public static IReadOnlyList<string> Articles(ViewSnapshot snapshot, string entity, int most) =>
        [
            .. snapshot.Connection.Query<string>(
                "SELECT article FROM entity_links WHERE entity = @entity ORDER BY at DESC, article LIMIT @most",
                new { entity, most }
            ),
        ];

    /// <summary>What the last articles that readers may see called it, newest first.</summary>
    public static IReadOnlyList<EntityLink> Shown(ViewSnapshot snapshot, string entity, int most) =>
        [
            .. snapshot
                .Connection.Query<string>(
                    $"""
                    SELECT json FROM entity_links l WHERE entity = @entity AND {GateView.ShownArticle("l.article")}
                    ORDER BY at DESC, article LIMIT @most
                    """,
                    new { entity, most }
                )
                .Select(json => JsonSerializer.Deserialize(json, PerennialJson.Lines.EntityLink)!),
        ];

    /// <summary>What an article names, with the ids that they have now, in order of the document.</summary>
    public static IReadOnlyList<EntityLink> Of(ViewSnapshot snapshot, string article) =>
        [.. Links(snapshot.Connection, article).Select(named => named.Link with { Entity = named.Entity })];

    /// <summary>What it said, newest article first: only where it is sure that it did.</summary>
    /// <remarks>Between a new reading of an article and its links, that article's statements are left out rather than put under a wrong name.</remarks>
    public static IReadOnlyList<EntityStatement> Statements(ViewSnapshot snapshot, string entity, int most) =>
        [
            .. snapshot.Connection.Query<EntityStatement>(
                """
                SELECT s.id, s.article FROM entity_links l JOIN statements s
                    ON s.article = l.article AND s.entity = l.local AND s.read = l.read AND s.speaker IS NOT NULL
                WHERE l.entity = @entity ORDER BY l.at DESC, s.article, s.id LIMIT @most
                """,
                new { entity, most }
            ),
        ];

    /// <summary>Which lasting entity one of an article's own entities is; <see langword="null"/> when that is not known of the article as it was read last.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="article">The article's id.</param>
    /// <param name="local">The id in the article.</param>
    /// <param name="read">The position of the reading that gave it.</param>
    public static EntityRow? Named(ViewSnapshot snapshot, string article, string local, long read) =>
        snapshot.Connection.QueryFirstOrDefault<string>(
            "SELECT entity FROM entity_links WHERE article = @article AND local = @local AND read = @read",
            new
            {
                article,
                local,
                read,
            }
        )
            is { } id
            ? Find(snapshot, id)
            : null;

    /// <summary>Whether an id is in use.</summary>
    public static bool IsTaken(ViewSnapshot snapshot, string id) =>
        snapshot.Connection.ExecuteScalar<long>("SELECT count(*) FROM entities WHERE id = @id", new { id }) > 0;

    /// <summary>Whether a person said that two are not one.</summary>
    public static bool AreApart(ViewSnapshot snapshot, string one, string other) =>
        snapshot.Connection.ExecuteScalar<long>(
            "SELECT count(*) FROM entity_apart WHERE one = @one AND other = @other",
            new { one, other }
        ) > 0;

    /// <summary>What people said that an article names, by the kind and keys of the names, the most telling first.</summary>
    public static IReadOnlyList<NamedEntity> Rulings(ViewSnapshot snapshot, string article) =>
        [
            .. snapshot
                .Connection.Query<(string Kind, string Key, string Entity, long Rank)>(
                    "SELECT kind, key, entity, rank FROM entity_rulings WHERE article = @article ORDER BY rank, key",
                    new { article }
                )
                .Select(row => new NamedEntity(
                    Enum.Parse<EntityKind>(row.Kind),
                    row.Key,
                    Now(snapshot.Connection, row.Entity),
                    IsMain: row.Rank == 0
                )),
        ];

    private const int MostNames = 16;

    /// <summary>The fullest of the names that are much used.</summary>
    private static string? Fullest(IReadOnlyList<EntityName> names)
    {
        const int muchUsed = 5;
        return names
            .Where(name => name.Articles * muchUsed >= names[0].Articles)
            .MaxBy(name => (name.Name.Length, name.Articles, name.Name))
            ?.Name;
    }

    private sealed record Row
    {
        public required string Id { get; init; }
        public required string Kind { get; init; }
        public string? Named { get; init; }
        public long Articles { get; init; }
        public string? Possibly { get; init; }
    }
}

/// <summary>A lasting entity.</summary>
public sealed record EntityRow
{
    /// <summary>Its id: short and random.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The name that an editor gave it, else the fullest of those that articles use much.</summary>
    public required string Name { get; init; }

    /// <summary>Whether an editor gave it that name.</summary>
    public bool IsNamed { get; init; }

    /// <summary>How many articles name it.</summary>
    public int Articles { get; init; }

    /// <summary>Another that it may be; <see langword="null"/> when there is none.</summary>
    public string? Possibly { get; init; }
}

/// <summary>A name of an entity.</summary>
public sealed record EntityName
{
    /// <summary>The name, bare.</summary>
    public required string Name { get; init; }

    /// <summary>How many articles use it.</summary>
    public long Articles { get; init; }
}

/// <summary>A role of a person.</summary>
/// <param name="Role">As articles give it.</param>
/// <param name="First">When an article first gave it.</param>
/// <param name="Last">When one last gave it.</param>
/// <param name="Articles">How many do.</param>
public sealed record EntityRole(string Role, DateTimeOffset First, DateTimeOffset Last, int Articles);

/// <summary>A statement of an entity.</summary>
public sealed record EntityStatement
{
    /// <summary>The statement's id.</summary>
    public required string Id { get; init; }

    /// <summary>The article that carries it.</summary>
    public required string Article { get; init; }
}
