using System.Text.Json;
using Dapper;

namespace Perennial.Store.Views;

public sealed partial class EntitiesView
{
    // How many of a name are looked at, and how many of their articles: John Smiths there are many, and they have said much.
    private const int CandidatesAName = 8;
    private const int NamesAKey = 16;
    private const int LastArticles = 12;

    /// <summary>What is remembered of the entities that go by some names: the best known of each name, by their last articles.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="keys">The keys of names, by the kind of what they name.</param>
    public static IReadOnlyList<KnownEntity> Recall(
        ViewSnapshot snapshot,
        IReadOnlyDictionary<EntityKind, IReadOnlyList<string>> keys
    )
    {
        var found = new List<(string Id, EntityKind Kind)>();
        foreach (var (kind, ofKind) in keys)
        {
            IEnumerable<string> wanted =
                kind == EntityKind.Organisation ? ofKind.Concat(OutletKeys(snapshot, ofKind)).Distinct() : ofKind;
            foreach (var key in wanted)
            {
                found.AddRange(
                    snapshot
                        .Connection.Query<string>(
                            """
                            SELECT entity FROM entity_names INDEXED BY entity_names_most
                            WHERE key = @key AND kind = @kind ORDER BY articles DESC LIMIT @NamesAKey
                            """,
                            new
                            {
                                key,
                                kind = kind.ToString(),
                                NamesAKey,
                            }
                        )
                        .Distinct()
                        .Take(CandidatesAName)
                        .Select(id => (id, kind))
                );
            }
        }
        return [.. found.Distinct().Select(entity => Recall(snapshot, entity.Id, entity.Kind))];
    }

    /// <summary>How many articles name things, by their keys; missing for what none does.</summary>
    public static IReadOnlyDictionary<string, int> Commonness(ViewSnapshot snapshot, IEnumerable<string> keys)
    {
        var common = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var articles = snapshot.Connection.ExecuteScalar<long?>(
                "SELECT max(articles) FROM entity_names WHERE key = @key",
                new { key }
            );
            if (articles is { } count)
            {
                common[key] = (int)count;
            }
        }
        return common;
    }

    /// <summary>The keys of all names that an outlet had which had one of these: a renamed outlet is one.</summary>
    private static IEnumerable<string> OutletKeys(ViewSnapshot snapshot, IEnumerable<string> keys) =>
        keys.SelectMany(key =>
            snapshot.Connection.Query<string>(
                "SELECT o.key FROM outlet_names n JOIN outlet_names o ON o.source = n.source WHERE n.key = @key",
                new { key }
            )
        );

    private static KnownEntity Recall(ViewSnapshot snapshot, string id, EntityKind kind)
    {
        var connection = snapshot.Connection;
        var (articles, possibly) = connection.QuerySingle<(long, string?)>(
            "SELECT articles, possibly FROM entities WHERE id = @id",
            new { id }
        );
        var names = connection
            .Query<(string Key, string Name)>(
                "SELECT key, name FROM entity_names WHERE entity = @id ORDER BY articles DESC, name LIMIT @most",
                new { id, most = MostNames * 2 }
            )
            .ToList();
        var keys = names.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        if (kind == EntityKind.Organisation)
        {
            keys.UnionWith([.. OutletKeys(snapshot, keys)]);
        }
        var last = connection
            .Query<(string Article, string Json)>(
                "SELECT article, json FROM entity_links WHERE entity = @id ORDER BY at DESC, article LIMIT @LastArticles",
                new { id, LastArticles }
            )
            .Select(row => (row.Article, Link: JsonSerializer.Deserialize(row.Json, PerennialJson.Lines.EntityLink)!))
            .ToList();
        return new KnownEntity
        {
            Id = id,
            Kind = kind,
            Names = [.. names.Select(row => row.Name).Distinct(StringComparer.Ordinal)],
            Keys = keys,
            Articles = (int)articles,
            Roles = [.. last.SelectMany(row => row.Link.Roles).Distinct(StringComparer.OrdinalIgnoreCase)],
            Affiliations = last.SelectMany(row => row.Link.Affiliations)
                .Distinct()
                .Select(affiliated => Now(connection, affiliated))
                .ToHashSet(StringComparer.Ordinal),
            Company = last.Select(row => row.Article)
                .Distinct()
                .SelectMany(article =>
                    connection.Query<string>(
                        "SELECT key FROM entity_links WHERE article = @article AND entity <> @id",
                        new { article, id }
                    )
                )
                .ToHashSet(StringComparer.Ordinal),
            Possibly = possibly is null ? null : Now(connection, possibly),
        };
    }
}
