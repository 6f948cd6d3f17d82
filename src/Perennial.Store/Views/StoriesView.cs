using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The running stories, every version of each.</summary>
public sealed class StoriesView : IView
{
    private static string Select(long? at) =>
        $"""
            SELECT s.id, s.since, s.slug, s.headline, s.standfirst, s.section, s.language, s.opened, s.carried,
                count(p.id) AS posts, max(p.at) AS updated
            FROM stories s LEFT JOIN posts p ON p.story = s.id AND {Standing.At("p", at)} AND {GateView.Open(
                "p.id",
                at
            )}
            """;

    string IView.Schema =>
        """
            CREATE TABLE stories (
                id TEXT NOT NULL,
                since INTEGER NOT NULL,
                until INTEGER,
                slug TEXT NOT NULL,
                headline TEXT NOT NULL,
                standfirst TEXT,
                section TEXT,
                language TEXT,
                opened INTEGER NOT NULL,
                carried TEXT,
                PRIMARY KEY (id, since)
            ) STRICT;
            CREATE INDEX stories_now ON stories (id) WHERE until IS NULL;
            CREATE TABLE slugs (slug TEXT PRIMARY KEY, story TEXT NOT NULL) STRICT;
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.StoryOpened.Is(entry) && EntryKinds.StoryOpened.Read(entry) is { } opened)
        {
            var slug = FreeSlug(connection, entry.Subject, opened.Slug);
            connection.Execute(
                """
                INSERT INTO stories VALUES
                    (@Subject, @Position, NULL, @slug, @Headline, @Standfirst, @Section, @Language, @at, @Article)
                """,
                new
                {
                    entry.Subject,
                    entry.Position,
                    slug,
                    opened.Headline,
                    opened.Standfirst,
                    opened.Section,
                    opened.Language,
                    at = entry.At.ToUnixTimeMilliseconds(),
                    opened.Article,
                }
            );
            Name(connection, entry.Subject, slug);
        }
        else if (EntryKinds.StoryChanged.Is(entry) && EntryKinds.StoryChanged.Read(entry) is { } changed)
        {
            var slug = changed.Slug is null ? null : FreeSlug(connection, entry.Subject, changed.Slug);
            connection.Execute(
                """
                INSERT INTO stories
                SELECT id, @Position, NULL, coalesce(@slug, slug), coalesce(@Headline, headline),
                    coalesce(@Standfirst, standfirst), coalesce(@Section, section), language, opened,
                    CASE WHEN @Headline IS NULL THEN carried ELSE @Article END
                FROM stories WHERE id = @Subject AND until IS NULL
                """,
                new
                {
                    entry.Position,
                    slug,
                    changed.Headline,
                    changed.Standfirst,
                    changed.Section,
                    changed.Article,
                    entry.Subject,
                }
            );
            connection.Execute(
                "UPDATE stories SET until = @Position WHERE id = @Subject AND until IS NULL AND since < @Position",
                new { entry.Position, entry.Subject }
            );
            if (slug is not null)
            {
                Name(connection, entry.Subject, slug);
            }
        }
    }

    /// <summary>The open stories that have posts, the one that moved last first.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="section">The slug of a section; <see langword="null"/> for all.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<StoryRow> Front(ViewSnapshot snapshot, string? section, int most) =>
        Query(
            snapshot,
            """
            WHERE s.until IS NULL AND (@section IS NULL OR s.section = @section) AND
            """
                + $" {GateView.Open("s.id")} GROUP BY s.id HAVING count(p.id) > 0 ORDER BY max(p.at) DESC, s.id LIMIT @most",
            new { section, most }
        );

    /// <summary>A story by its id, whether held or not, or <see langword="null"/>.</summary>
    public static StoryRow? Find(ViewSnapshot snapshot, string id) =>
        Query(snapshot, "WHERE s.until IS NULL AND s.id = @id GROUP BY s.id", new { id }).SingleOrDefault();

    /// <summary>A story that readers may see, by any slug it ever had; its <see cref="StoryRow.Slug"/> is the one in use.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="slug">The slug.</param>
    /// <param name="at">A position for the story as it stood then; <see langword="null"/> for now.</param>
    public static StoryRow? FindBySlug(ViewSnapshot snapshot, string slug, long? at = null) =>
        Query(
                snapshot,
                $"""
                WHERE {Standing.At("s", at)} AND s.id = (SELECT story FROM slugs WHERE slug = @slug) AND {GateView.Open(
                    "s.id",
                    at
                )}
                GROUP BY s.id
                """,
                new { slug },
                at
            )
            .SingleOrDefault();

    /// <summary>The id of a story that readers may see, by any slug it ever had; what a reconnecting reader costs.</summary>
    public static string? IdBySlug(ViewSnapshot snapshot, string slug) =>
        snapshot.Connection.QuerySingleOrDefault<string>(
            $"SELECT n.story FROM slugs n WHERE n.slug = @slug AND {GateView.Open("n.story")}",
            new { slug }
        );

    /// <summary>Whether a slug is or was in use.</summary>
    public static bool SlugIsTaken(ViewSnapshot snapshot, string slug) =>
        snapshot.Connection.ExecuteScalar<long>("SELECT count(*) FROM slugs WHERE slug = @slug", new { slug }) > 0;

    /// <summary>
    /// The slug, or where another story has it already, one made unmistakable with the id: weaver and editors may choose
    /// the same at the same moment, and an address leads to one story for ever.
    /// </summary>
    private static string FreeSlug(SqliteConnection connection, string story, string slug) =>
        connection.ExecuteScalar<string?>("SELECT story FROM slugs WHERE slug = @slug", new { slug }) is { } other
        && other != story
            ? $"{slug}-{story}"
            : slug;

    private static void Name(SqliteConnection connection, string story, string slug) =>
        connection.Execute("INSERT OR IGNORE INTO slugs VALUES (@slug, @story)", new { slug, story });

    private static IReadOnlyList<StoryRow> Query(
        ViewSnapshot snapshot,
        string where,
        object parameters,
        long? at = null
    ) => [.. snapshot.Connection.Query<Row>($"{Select(at)} {where}", parameters).Select(row => row.ToStory())];

    private sealed class Row
    {
        public required string Id { get; init; }
        public long Since { get; init; }
        public required string Slug { get; init; }
        public required string Headline { get; init; }
        public string? Standfirst { get; init; }
        public string? Section { get; init; }
        public string? Language { get; init; }
        public long Opened { get; init; }
        public string? Carried { get; init; }
        public long Posts { get; init; }
        public long? Updated { get; init; }

        public StoryRow ToStory() =>
            new()
            {
                Id = Id,
                Since = Since,
                Slug = Slug,
                Headline = Headline,
                Standfirst = Standfirst,
                Section = Section,
                Language = Language,
                Opened = DateTimeOffset.FromUnixTimeMilliseconds(Opened),
                Carrier = Carried,
                Posts = (int)Posts,
                Updated = DateTimeOffset.FromUnixTimeMilliseconds(Updated ?? Opened),
            };
    }
}

/// <summary>A running story as it stands.</summary>
public sealed record StoryRow
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The position that made this version of it.</summary>
    public required long Since { get; init; }

    /// <summary>The name in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Its standfirst.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The slug of the section it stands in.</summary>
    public string? Section { get; init; }

    /// <summary>Its language as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>The article whose headline it has; <see langword="null"/> when a person wrote it.</summary>
    public string? Carrier { get; init; }

    /// <summary>How many posts readers can see.</summary>
    public required int Posts { get; init; }

    /// <summary>When the last of them was published.</summary>
    public required DateTimeOffset Updated { get; init; }
}
