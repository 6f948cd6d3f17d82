using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>People, organisations, places and groups across articles: what articles name them, under which names, in which roles.</summary>
/// <remarks>
/// Every row goes back to one article, so that a new reading of the article replaces what the old one taught. What is looked up
/// for a document is found by index and cut off, however much is known: the last articles of a few candidates a name.
/// </remarks>
public sealed partial class EntitiesView : IView
{
    string IView.Schema =>
        """
            CREATE TABLE entities (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                named TEXT,
                since INTEGER NOT NULL,
                articles INTEGER NOT NULL,
                possibly TEXT,
                moved TEXT,
                ruled INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entities_moved ON entities (moved) WHERE moved IS NOT NULL;
            CREATE TABLE entity_names (
                key TEXT NOT NULL,
                kind TEXT NOT NULL,
                entity TEXT NOT NULL,
                name TEXT NOT NULL,
                articles INTEGER NOT NULL,
                PRIMARY KEY (key, kind, entity, name)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entity_names_entity ON entity_names (entity);
            CREATE INDEX entity_names_most ON entity_names (key, kind, articles);
            CREATE TABLE entity_links (
                article TEXT NOT NULL,
                number INTEGER NOT NULL,
                entity TEXT NOT NULL,
                local TEXT NOT NULL,
                key TEXT NOT NULL,
                kind TEXT NOT NULL,
                at INTEGER NOT NULL,
                read INTEGER NOT NULL,
                json TEXT NOT NULL,
                PRIMARY KEY (article, number)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entity_links_entity ON entity_links (entity, at);
            CREATE TABLE entity_roles (
                entity TEXT NOT NULL,
                role TEXT NOT NULL,
                article TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (entity, role, article)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entity_roles_article ON entity_roles (article);
            CREATE TABLE entity_ties (
                entity TEXT NOT NULL,
                other TEXT NOT NULL,
                article TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (entity, other, article)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entity_ties_article ON entity_ties (article);
            CREATE INDEX entity_ties_other ON entity_ties (other);
            CREATE TABLE entity_apart (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
            CREATE TABLE entity_rulings (
                article TEXT NOT NULL,
                kind TEXT NOT NULL,
                key TEXT NOT NULL,
                entity TEXT NOT NULL,
                rank INTEGER NOT NULL,
                PRIMARY KEY (article, kind, key)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE outlet_names (
                key TEXT NOT NULL,
                source TEXT NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (key, source)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX outlet_names_source ON outlet_names (source);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.EntitiesLinked.Is(entry) && EntryKinds.EntitiesLinked.Read(entry) is { } linked)
        {
            Forget(connection, entry.Subject);
            foreach (var (link, number) in linked.Links.Select((link, i) => (link, i)))
            {
                Learn(connection, entry, linked, link, number);
            }
        }
        else if (EntryKinds.ReadingCorrected.Is(entry) && EntryKinds.ReadingCorrected.Read(entry) is { } corrected)
        {
            Rule(connection, entry, corrected.Correction);
        }
        else if (EntryKinds.SourceAdded.Is(entry) && EntryKinds.SourceAdded.Read(entry) is { } added)
        {
            NameOutlet(connection, entry.Subject, added.Name);
        }
        else if (EntryKinds.SourceChanged.Is(entry) && EntryKinds.SourceChanged.Read(entry) is { Name: { } name })
        {
            NameOutlet(connection, entry.Subject, name);
        }
    }

    private static void Learn(
        SqliteConnection connection,
        Entry entry,
        EntitiesLinked linked,
        EntityLink link,
        int number
    )
    {
        var entity = Now(connection, link.Entity);
        var at = linked.When.ToUnixTimeMilliseconds();
        var kind = link.Kind.ToString();
        connection.Execute(
            """
            INSERT INTO entities VALUES (@entity, @kind, NULL, @Position, 1, @Possibly, NULL, 0)
            ON CONFLICT (id) DO UPDATE SET articles = articles + 1;
            INSERT INTO entity_links VALUES (@Subject, @number, @entity, @In, @key, @kind, @at, @Read, @json);
            """,
            new
            {
                entity,
                kind,
                entry.Position,
                link.Possibly,
                entry.Subject,
                number,
                link.In,
                key = link.Keys is [var first, ..] ? first : "",
                at,
                linked.Read,
                json = JsonSerializer.Serialize(link, PerennialJson.Lines.EntityLink),
            }
        );
        Count(connection, entity, link, 1);
        foreach (var role in link.Roles)
        {
            connection.Execute(
                "INSERT OR IGNORE INTO entity_roles VALUES (@entity, @role, @Subject, @at)",
                new
                {
                    entity,
                    role,
                    entry.Subject,
                    at,
                }
            );
        }
        foreach (var other in link.Affiliations.Select(id => Now(connection, id)))
        {
            connection.Execute(
                "INSERT OR IGNORE INTO entity_ties VALUES (@entity, @other, @Subject, @at)",
                new
                {
                    entity,
                    other,
                    entry.Subject,
                    at,
                }
            );
        }
    }

    /// <summary>Takes back what an earlier reading of an article taught.</summary>
    private static void Forget(SqliteConnection connection, string article)
    {
        foreach (var (entity, link) in Links(connection, article))
        {
            Count(connection, entity, link, -1);
            connection.Execute(
                """
                UPDATE entities SET articles = articles - 1 WHERE id = @entity;
                DELETE FROM entity_names WHERE entity = @entity AND articles <= 0
                    AND (SELECT ruled FROM entities WHERE id = @entity) = 0;
                """,
                new { entity }
            );
        }
        connection.Execute(
            """
            DELETE FROM entity_links WHERE article = @article;
            DELETE FROM entity_roles WHERE article = @article;
            DELETE FROM entity_ties WHERE article = @article;
            """,
            new { article }
        );
    }

    private static void Rule(SqliteConnection connection, Entry entry, ReadingCorrection correction)
    {
        var subject = Now(connection, entry.Subject);
        switch (correction)
        {
            case KnownAsOne { Other: var given } when Now(connection, given) is var other && other != subject:
                Join(connection, subject, other);
                break;
            case KnownAsTwo { Other: var given } when Now(connection, given) is var other && other != subject:
                Part(connection, subject, other);
                break;
            case MentionsMoved moved when Now(connection, moved.Into) != subject:
                Move(connection, entry, subject, moved);
                break;
            case EntityNamed named:
                connection.Execute(
                    "UPDATE entities SET named = coalesce(@Name, named), kind = coalesce(@kind, kind), ruled = 1 WHERE id = @subject",
                    new
                    {
                        named.Name,
                        kind = named.Kind?.ToString(),
                        subject,
                    }
                );
                Rename(connection, subject, named.Name);
                break;
        }
    }

    /// <summary>Makes it be found under what an editor calls it, and as what: nobody else may have used that yet.</summary>
    private static void Rename(SqliteConnection connection, string entity, string? name)
    {
        if (
            connection.ExecuteScalar<string?>("SELECT kind FROM entities WHERE id = @entity", new { entity })
            is not { } kind
        )
        {
            return;
        }
        var names = connection
            .Query<string>("SELECT DISTINCT name FROM entity_names WHERE entity = @entity", new { entity })
            .ToList();
        foreach (var known in name is null ? names : [.. names, name])
        {
            var link = new EntityLink
            {
                In = "",
                Entity = entity,
                Kind = Enum.Parse<EntityKind>(kind),
                Name = known,
            };
            CountName(connection, entity, link, 0);
        }
    }

    private static void Join(SqliteConnection connection, string into, string other) =>
        connection.Execute(
            """
            UPDATE entities SET moved = @into WHERE id = @other OR moved = @other;
            UPDATE entities SET articles = articles + (SELECT articles FROM entities WHERE id = @other) WHERE id = @into;
            UPDATE entities SET articles = 0 WHERE id = @other;
            UPDATE entities SET possibly = NULL WHERE id = @into AND possibly = @other;
            UPDATE entities SET possibly = @into WHERE possibly = @other;
            UPDATE entity_links SET entity = @into WHERE entity = @other;
            UPDATE OR REPLACE entity_roles SET entity = @into WHERE entity = @other;
            UPDATE OR REPLACE entity_ties SET entity = @into WHERE entity = @other;
            UPDATE OR REPLACE entity_ties SET other = @into WHERE other = @other;
            INSERT INTO entity_names SELECT key, kind, @into, name, articles FROM entity_names WHERE entity = @other
            ON CONFLICT (key, kind, entity, name) DO UPDATE SET articles = articles + excluded.articles;
            DELETE FROM entity_names WHERE entity = @other;
            UPDATE OR REPLACE entity_apart SET one = @into WHERE one = @other;
            UPDATE OR REPLACE entity_apart SET other = @into WHERE other = @other;
            DELETE FROM entity_apart WHERE one = other;
            """,
            new { into, other }
        );

    private static void Part(SqliteConnection connection, string one, string other) =>
        connection.Execute(
            """
            INSERT OR IGNORE INTO entity_apart VALUES (@one, @other), (@other, @one);
            UPDATE entities SET possibly = NULL WHERE (id = @one AND possibly = @other) OR (id = @other AND possibly = @one);
            """,
            new { one, other }
        );

    private static void Move(SqliteConnection connection, Entry entry, string from, MentionsMoved moved)
    {
        connection.Execute(
            """
            INSERT OR IGNORE INTO entities SELECT @Into, kind, NULL, @Position, 0, NULL, NULL, 0 FROM entities WHERE id = @from
            """,
            new
            {
                moved.Into,
                entry.Position,
                from,
            }
        );
        var into = Now(connection, moved.Into);
        Part(connection, from, into);
        foreach (var article in moved.Articles)
        {
            foreach (var (_, link) in Links(connection, article).Where(named => named.Entity == from).ToList())
            {
                Count(connection, from, link, -1);
                Count(connection, into, link, 1);
                connection.Execute(
                    """
                    UPDATE entities SET articles = articles - 1 WHERE id = @from;
                    UPDATE entities SET articles = articles + 1 WHERE id = @into;
                    """,
                    new { from, into }
                );
                foreach (var (key, rank) in KeysOf(link).Select((key, rank) => (key, rank)))
                {
                    connection.Execute(
                        """
                        INSERT INTO entity_rulings VALUES (@article, @kind, @key, @into, @rank)
                        ON CONFLICT (article, kind, key) DO UPDATE SET
                            rank = CASE WHEN entity = excluded.entity THEN min(rank, excluded.rank) ELSE excluded.rank END,
                            entity = excluded.entity
                        """,
                        new
                        {
                            article,
                            kind = link.Kind.ToString(),
                            key,
                            into,
                            rank,
                        }
                    );
                }
            }
            connection.Execute(
                """
                UPDATE entity_links SET entity = @into WHERE article = @article AND entity = @from;
                UPDATE OR REPLACE entity_roles SET entity = @into WHERE article = @article AND entity = @from;
                UPDATE OR REPLACE entity_ties SET entity = @into WHERE article = @article AND entity = @from;
                UPDATE OR REPLACE entity_ties SET other = @into WHERE article = @article AND other = @from;
                """,
                new
                {
                    article,
                    from,
                    into,
                }
            );
        }
    }

    private static void NameOutlet(SqliteConnection connection, string source, string name)
    {
        foreach (var key in EntityNames.Keys(EntityKind.Organisation, name))
        {
            connection.Execute(
                "INSERT OR REPLACE INTO outlet_names VALUES (@key, @source, @name)",
                new
                {
                    key,
                    source,
                    name,
                }
            );
        }
    }

    /// <summary>Counts the names that one article gives up or down.</summary>
    private static void Count(SqliteConnection connection, string entity, EntityLink link, int by)
    {
        foreach (var name in link.Names.Prepend(link.Name).Distinct(StringComparer.Ordinal))
        {
            CountName(connection, entity, link with { Name = name }, by);
        }
    }

    /// <summary>The keys of all names that one article gives.</summary>
    private static IEnumerable<string> KeysOf(EntityLink link) =>
        link.Names.Prepend(link.Name).SelectMany(name => (link with { Name = name }).Keys).Distinct();

    private static void CountName(SqliteConnection connection, string entity, EntityLink link, int by)
    {
        foreach (var key in link.Keys)
        {
            connection.Execute(
                """
                INSERT INTO entity_names VALUES (@key, @kind, @entity, @Name, @by)
                ON CONFLICT (key, kind, entity, name) DO UPDATE SET articles = articles + excluded.articles;
                """,
                new
                {
                    key,
                    kind = link.Kind.ToString(),
                    entity,
                    link.Name,
                    by,
                }
            );
        }
    }

    private static List<(string Entity, EntityLink Link)> Links(SqliteConnection connection, string article) =>
        [
            .. connection
                .Query<(string Entity, string Json)>(
                    "SELECT entity, json FROM entity_links WHERE article = @article ORDER BY number",
                    new { article }
                )
                .Select(row => (row.Entity, JsonSerializer.Deserialize(row.Json, PerennialJson.Lines.EntityLink)!)),
        ];

    /// <summary>The id that an id stands for now.</summary>
    private static string Now(SqliteConnection connection, string id) =>
        connection.ExecuteScalar<string?>("SELECT moved FROM entities WHERE id = @id", new { id }) ?? id;
}
