using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The running stories, every version of each.</summary>
public sealed partial class StoriesView : IView
{
    private static string Select(long? at) =>
        $"""
            SELECT s.id, s.since, s.slug, s.headline, s.standfirst, s.section, s.language, s.opened, s.carried, s.closed,
                coalesce(s.kicker, CASE WHEN {GateView.ShownArticle("r.kicker_article")} THEN r.kicker END) AS kicker,
                count(p.id) AS posts, min(p.at) AS first, max(p.at) AS updated
            FROM stories s LEFT JOIN story_readings r ON r.story = s.id AND {Standing.At("r", at)}
                LEFT JOIN posts p ON p.story = s.id AND {Standing.At("p", at)} AND {GateView.Open(
                "p.id",
                at
            )}
            """;

    private static readonly long Asleep = (long)StoryStanding.SleepsAfter.TotalMilliseconds;

    private const string StoryOfSlug = """
        (SELECT coalesce(m.survivor, n.story) FROM slugs n LEFT JOIN merged m ON m.story = n.story WHERE n.slug = @slug)
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
                kicker TEXT,
                closed INTEGER,
                PRIMARY KEY (id, since)
            ) STRICT;
            CREATE INDEX stories_now ON stories (id) WHERE until IS NULL;
            CREATE TABLE slugs (slug TEXT PRIMARY KEY, story TEXT NOT NULL) STRICT;
            CREATE TABLE merged (story TEXT PRIMARY KEY, survivor TEXT NOT NULL, since INTEGER NOT NULL) STRICT;
            CREATE INDEX merged_survivor ON merged (survivor);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.StoryOpened.Is(entry) && EntryKinds.StoryOpened.Read(entry) is { } opened)
        {
            var slug = FreeSlug(connection, entry.Subject, opened.Slug);
            connection.Execute(
                """
                INSERT INTO stories VALUES
                    (@Subject, @Position, NULL, @slug, @Headline, @Standfirst, @Section, @Language, @at, @Article, NULL, NULL)
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
                    CASE WHEN @Headline IS NULL THEN carried ELSE @Article END,
                    nullif(coalesce(@Kicker, kicker), ''),
                    CASE WHEN @Closed IS NULL THEN closed WHEN @Closed THEN coalesce(closed, @at) END
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
                    changed.Kicker,
                    changed.Closed,
                    at = entry.At.ToUnixTimeMilliseconds(),
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
        else if (EntryKinds.StoryMerged.Is(entry) && EntryKinds.StoryMerged.Read(entry) is { } merged)
        {
            Merge(connection, entry, merged);
        }
    }

    /// <summary>The story that took in the subject with this entry; <see langword="null"/> for an entry that merged nothing.</summary>
    /// <remarks>For the views that are applied after this one.</remarks>
    internal static string? MergedWith(SqliteConnection connection, Entry entry) =>
        EntryKinds.StoryMerged.Is(entry)
            ? connection.QuerySingleOrDefault<string>(
                "SELECT survivor FROM merged WHERE story = @Subject AND since = @Position",
                new { entry.Subject, entry.Position }
            )
            : null;

    /// <summary>The id under which a story goes on: its own, or that of the one it became part of.</summary>
    internal static string Current(SqliteConnection connection, string story) =>
        connection.QuerySingleOrDefault<string>("SELECT survivor FROM merged WHERE story = @story", new { story })
        ?? story;

    /// <summary>The id under which a story goes on: its own, or that of the one it became part of.</summary>
    public static string Current(ViewSnapshot snapshot, string story) => Current(snapshot.Connection, story);

    /// <summary>The id that a slug was given to, and the position since which that story is part of another, or <see langword="null"/>.</summary>
    public static (string Story, long? MergedAt)? OfSlug(ViewSnapshot snapshot, string slug) =>
        snapshot.Connection.QuerySingleOrDefault<(string, long?)?>(
            "SELECT n.story, m.since FROM slugs n LEFT JOIN merged m ON m.story = n.story WHERE n.slug = @slug",
            new { slug }
        );

    /// <summary>The open stories that have posts, the one that moved last first.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="section">The slug of a section; <see langword="null"/> for all.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<StoryRow> Front(ViewSnapshot snapshot, string? section, int most)
    {
        // Which they are first: what a page shows of a story costs more than to order them all.
        var ids = snapshot
            .Connection.Query<string>(
                $"""
                SELECT s.id FROM stories s JOIN posts p ON p.story = s.id AND p.until IS NULL AND {GateView.Open(
                    "p.id"
                )}
                WHERE s.until IS NULL AND (@section IS NULL OR s.section = @section) AND {GateView.Open("s.id")}
                GROUP BY s.id ORDER BY max(p.at) DESC, s.id LIMIT @most
                """,
                new { section, most }
            )
            .ToList();
        var rows = Query(snapshot, "WHERE s.until IS NULL AND s.id IN @ids GROUP BY s.id", new { ids })
            .ToDictionary(row => row.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => rows[id])];
    }

    /// <summary>The languages of the stories that there are.</summary>
    public static IReadOnlyList<string> Languages(ViewSnapshot snapshot) =>
        [
            .. snapshot.Connection.Query<string>(
                "SELECT DISTINCT language FROM stories WHERE until IS NULL AND language IS NOT NULL"
            ),
        ];

    /// <summary>The stories, held or not, with posts since a time, each with its language, the one that was opened last first.</summary>
    public static IReadOnlyList<(string Story, string? Language)> MovedSince(
        ViewSnapshot snapshot,
        DateTimeOffset since,
        int most
    ) =>
        [
            .. snapshot.Connection.Query<(string, string?)>(
                """
                SELECT s.id, s.language FROM stories s
                WHERE s.until IS NULL AND EXISTS (
                    SELECT 1 FROM posts p WHERE p.story = s.id AND p.until IS NULL AND p.at >= @since
                )
                ORDER BY s.opened DESC, s.id LIMIT @most
                """,
                new { since = since.ToUnixTimeMilliseconds(), most }
            ),
        ];

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
                WHERE {Standing.At("s", at)} AND s.id = {StoryOfSlug} AND {GateView.Open(
                    "s.id",
                    at
                )}
                GROUP BY s.id
                """,
                new { slug },
                at
            )
            .SingleOrDefault();

    /// <summary>Whether a slug is or was in use.</summary>
    public static bool SlugIsTaken(ViewSnapshot snapshot, string slug) =>
        snapshot.Connection.ExecuteScalar<long>("SELECT count(*) FROM slugs WHERE slug = @slug", new { slug }) > 0;

    private static void Merge(SqliteConnection connection, Entry entry, StoryMerged merged)
    {
        var survivor = Current(connection, merged.Into);
        if (survivor == entry.Subject || !IsThere(connection, entry.Subject) || !IsThere(connection, survivor))
        {
            return;
        }
        var one = new
        {
            entry.Subject,
            survivor,
            entry.Position,
        };
        connection.Execute("UPDATE stories SET until = @Position WHERE id = @Subject AND until IS NULL", one);
        // Each points at the last of its chain, so that nobody has to walk it.
        connection.Execute("UPDATE merged SET survivor = @survivor WHERE survivor = @Subject", one);
        connection.Execute("INSERT INTO merged VALUES (@Subject, @survivor, @Position)", one);
    }

    private static bool IsThere(SqliteConnection connection, string story) =>
        connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM stories WHERE id = @story AND until IS NULL)",
            new { story }
        );

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
    ) =>
        [
            .. snapshot
                .Connection.Query<Row>($"{Select(at)} {where}", parameters)
                .Select(row => row.ToStory() with { Slept = Slept(snapshot, row, at) }),
        ];

    /// <summary>The last time that nothing came for so long that the story slept.</summary>
    private static StorySleep? Slept(ViewSnapshot snapshot, Row story, long? at) =>
        // The gap lies between two posts: most stories are not that old.
        story.First
            is null
        || story.Updated - story.First < Asleep
            ? null
        : snapshot.Connection.QueryFirstOrDefault<Gap>(
            $"""
            SELECT before, at FROM (
                SELECT p.at, lag(p.at) OVER (ORDER BY p.at) AS before FROM posts p
                WHERE p.story = @Id AND {Standing.At("p", at)} AND {GateView.Open("p.id", at)}
            )
            WHERE at - before >= @Asleep ORDER BY at DESC LIMIT 1
            """,
            new { story.Id, Asleep }
        )
            is { } gap
            ? new StorySleep(
                DateTimeOffset.FromUnixTimeMilliseconds(gap.Before),
                DateTimeOffset.FromUnixTimeMilliseconds(gap.At)
            )
        : null;

    private sealed class Gap
    {
        public long Before { get; init; }
        public long At { get; init; }
    }

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
        public string? Kicker { get; init; }
        public long? Closed { get; init; }
        public long Posts { get; init; }
        public long? First { get; init; }
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
                Kicker = Kicker,
                Closed = Closed is { } closed ? DateTimeOffset.FromUnixTimeMilliseconds(closed) : null,
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

    /// <summary>The label above its headline: a person's, or else what most of its origins call it; <see langword="null"/> where there is none.</summary>
    public string? Kicker { get; init; }

    /// <summary>Since when an editor has it closed; <see langword="null"/> while it is open.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>The last time that nothing came for so long that it slept; <see langword="null"/> when it never did.</summary>
    public StorySleep? Slept { get; init; }

    /// <summary>The times from which its state follows.</summary>
    public StoryTimes Times => new(Opened, Updated, Closed, Slept);

    /// <summary>How many posts readers can see.</summary>
    public required int Posts { get; init; }

    /// <summary>When the last of them was published.</summary>
    public required DateTimeOffset Updated { get; init; }
}
