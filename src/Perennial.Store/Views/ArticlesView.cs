using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The articles as they were last read, where they belong, and what they repeat.</summary>
public sealed class ArticlesView : IView
{
    private const string Columns = """
        a.id, a.source, s.name AS outlet, s.licence, a.url, a.first, a.capture, a.etag, a.modified, a.blob, a.listing, a.gone, a.read, a.json, a.corrected,
        a.story, a.because, a.also, a.echo, a.relation
        FROM articles a LEFT JOIN sources s ON s.id = a.source
        """;

    private const string MovedByEditor = "an editor put it there";

    private static readonly string IsShown =
        $"a.story = @story AND a.json IS NOT NULL AND a.gone IS NULL AND {GateView.OpenArticle("a.id")}";

    private const string IsReadIn = "a.story = @story AND a.read IS NOT NULL AND a.gone IS NULL";

    // The text is by far the largest column; who looks at many articles at once does without.
    private static readonly string WithoutText = Columns.Replace("a.json", "NULL AS json", StringComparison.Ordinal);

    string IView.Schema =>
        """
            CREATE TABLE articles (
                id TEXT PRIMARY KEY,
                source TEXT NOT NULL,
                url TEXT NOT NULL,
                first INTEGER NOT NULL,
                capture INTEGER NOT NULL,
                etag TEXT,
                modified TEXT,
                blob TEXT NOT NULL,
                listing TEXT,
                gone INTEGER,
                read INTEGER,
                json TEXT,
                corrected TEXT,
                story TEXT,
                because TEXT,
                also TEXT,
                by_editor INTEGER NOT NULL DEFAULT 0,
                echo TEXT,
                relation TEXT
            ) STRICT;
            CREATE INDEX articles_story ON articles (story);
            CREATE INDEX articles_first ON articles (first);
            CREATE TABLE urls (url TEXT PRIMARY KEY, article TEXT NOT NULL) STRICT;
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.PageCaptured.Is(entry) && EntryKinds.PageCaptured.Read(entry) is { } captured)
        {
            Captured(connection, entry, captured);
        }
        else if (EntryKinds.PageGone.Is(entry) && EntryKinds.PageGone.Read(entry) is { } gone)
        {
            connection.Execute(
                "UPDATE articles SET gone = @Status WHERE id = @Subject",
                new { gone.Status, entry.Subject }
            );
        }
        else if (EntryKinds.ArticleRead.Is(entry) && EntryKinds.ArticleRead.Read(entry) is { } read)
        {
            var json = JsonSerializer.Serialize(read.Article, PerennialJson.Lines.Article);
            connection.Execute(
                "UPDATE articles SET read = @Position, json = @json, corrected = @corrected WHERE id = @Subject",
                new
                {
                    entry.Position,
                    json,
                    corrected = read.Corrected.Count == 0
                        ? null
                        : JsonSerializer.Serialize(read.Corrected, PerennialJson.Lines.IReadOnlyListAppliedCorrection),
                    entry.Subject,
                }
            );
        }
        else if (EntryKinds.ArticlePlaced.Is(entry) && EntryKinds.ArticlePlaced.Read(entry) is { } placed)
        {
            connection.Execute(
                // What an editor placed stays.
                "UPDATE articles SET story = @story, because = @because, also = @also WHERE id = @Subject AND by_editor = 0",
                new
                {
                    story = placed.Story is null ? null : StoriesView.Current(connection, placed.Story),
                    because = string.Join('\n', placed.Because),
                    also = string.Join('\n', placed.AlsoIn),
                    entry.Subject,
                }
            );
        }
        else if (EntryKinds.EchoFound.Is(entry) && EntryKinds.EchoFound.Read(entry) is { } echo)
        {
            connection.Execute(
                "UPDATE articles SET echo = @Of, relation = @relation WHERE id = @Subject",
                new
                {
                    echo.Of,
                    relation = echo.Relation.ToString(),
                    entry.Subject,
                }
            );
        }
        else
        {
            Follow(connection, entry);
        }
    }

    /// <summary>Articles go where their stories go, and where editors put them.</summary>
    private static void Follow(SqliteConnection connection, Entry entry)
    {
        if (StoriesView.MergedWith(connection, entry) is { } survivor)
        {
            connection.Execute(
                "UPDATE articles SET story = @survivor WHERE story = @Subject",
                new { survivor, entry.Subject }
            );
        }
        else if (EntryKinds.StorySplit.Is(entry) && EntryKinds.StorySplit.Read(entry) is { } split)
        {
            // Only what is still there: it may have been moved by somebody else meanwhile.
            connection.Execute(
                """
                UPDATE articles SET story = @Into, because = coalesce(nullif(@because, ''), because)
                WHERE story = @from AND id IN (SELECT value FROM json_each(@articles))
                """,
                new
                {
                    split.Into,
                    because = string.Join('\n', split.Because),
                    from = StoriesView.Current(connection, entry.Subject),
                    articles = JsonSerializer.Serialize(split.Articles, PerennialJson.Lines.IReadOnlyListString),
                }
            );
        }
        else if (EntryKinds.ArticleMoved.Is(entry) && EntryKinds.ArticleMoved.Read(entry) is { } moved)
        {
            connection.Execute(
                "UPDATE articles SET story = @into, because = @because, by_editor = 1 WHERE id = @Subject",
                new
                {
                    into = moved.Into is null ? null : StoriesView.Current(connection, moved.Into),
                    because = MovedByEditor,
                    entry.Subject,
                }
            );
        }
    }

    /// <summary>One article by its id, or <see langword="null"/>.</summary>
    public static ArticleRow? Find(ViewSnapshot snapshot, string id) =>
        snapshot.Connection.QuerySingleOrDefault<Row>($"SELECT {Columns} WHERE a.id = @id", new { id })?.ToArticle();

    /// <summary>The article of a page, by any address that it was ever captured from, in canonical form.</summary>
    public static ArticleRow? FindByUrl(ViewSnapshot snapshot, string url) =>
        snapshot
            .Connection.QuerySingleOrDefault<Row>(
                $"SELECT {Columns} WHERE a.id = (SELECT article FROM urls WHERE url = @url)",
                new { url }
            )
            ?.ToArticle();

    /// <summary>The articles of a story that readers may see and that the sources still show, oldest first.</summary>
    public static IReadOnlyList<ArticleRow> OfStory(ViewSnapshot snapshot, string story) =>
        [
            .. snapshot
                .Connection.Query<Row>($"SELECT {Columns} WHERE {IsShown} ORDER BY a.first, a.id", new { story })
                .Select(row => row.ToArticle()),
        ];

    /// <summary>How many of them there are, and how many are left when those that repeat another are folded.</summary>
    public static (int Reports, int Origins) Count(ViewSnapshot snapshot, string story)
    {
        var (reports, origins) = snapshot.Connection.QuerySingle<(long, long)>(
            $"""
            SELECT count(*), count(CASE WHEN a.relation IN ('Copy', 'Rewrite') THEN NULL ELSE 1 END)
            FROM articles a WHERE {IsShown}
            """,
            new { story }
        );
        return ((int)reports, (int)origins);
    }

    /// <summary>The articles first captured since a time and not gone, newest first, without what was read in them.</summary>
    public static IReadOnlyList<ArticleRow> CapturedSince(ViewSnapshot snapshot, DateTimeOffset since) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"SELECT {WithoutText} WHERE a.first >= @since AND a.gone IS NULL ORDER BY a.first DESC",
                    new { since = since.ToUnixTimeMilliseconds() }
                )
                .Select(row => row.ToArticle()),
        ];

    /// <summary>
    /// Stories that had several articles and of which nothing has been heard since a time, the newest of them first:
    /// each with how many articles it has and when the newest was captured.
    /// </summary>
    public static IReadOnlyList<(string Story, int Articles, DateTimeOffset Newest)> Quiet(
        ViewSnapshot snapshot,
        DateTimeOffset from,
        DateTimeOffset since,
        int least,
        int most
    ) =>
        [
            .. snapshot
                .Connection.Query<(string Story, long Articles, long Newest)>(
                    """
                    SELECT a.story, count(*), max(a.first) AS newest FROM articles a
                    WHERE a.first >= @from AND a.story IS NOT NULL
                    GROUP BY a.story HAVING count(*) >= @least AND newest < @since
                    ORDER BY newest DESC, a.story LIMIT @most
                    """,
                    new
                    {
                        from = from.ToUnixTimeMilliseconds(),
                        since = since.ToUnixTimeMilliseconds(),
                        least,
                        most,
                    }
                )
                .Select(row => (row.Story, (int)row.Articles, DateTimeOffset.FromUnixTimeMilliseconds(row.Newest))),
        ];

    /// <summary>The id of the story that an article belongs to; <see langword="null"/> for none.</summary>
    public static string? StoryOf(ViewSnapshot snapshot, string id) =>
        snapshot.Connection.QuerySingleOrDefault<string>("SELECT story FROM articles WHERE id = @id", new { id });

    /// <summary>How many articles of a story were read and are still shown by the sources, whether readers may see them or not.</summary>
    public static int CountReadIn(ViewSnapshot snapshot, string story) =>
        (int)
            snapshot.Connection.ExecuteScalar<long>($"SELECT count(*) FROM articles a WHERE {IsReadIn}", new { story });

    /// <summary>Those articles but for the oldest ones, oldest first, without what was read in them.</summary>
    public static IReadOnlyList<ArticleRow> ReadIn(ViewSnapshot snapshot, string story, int butOldest) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"SELECT {WithoutText} WHERE {IsReadIn} ORDER BY a.first, a.id LIMIT -1 OFFSET @butOldest",
                    new { story, butOldest }
                )
                .Select(row => row.ToArticle()),
        ];

    /// <summary>The newest articles of a story, whether readers may see them or not, oldest first.</summary>
    public static IReadOnlyList<ArticleRow> Newest(ViewSnapshot snapshot, string story, int most) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"SELECT {Columns} WHERE a.story = @story ORDER BY a.first DESC, a.id DESC LIMIT @most",
                    new { story, most }
                )
                .Select(row => row.ToArticle())
                .Reverse(),
        ];

    /// <summary>The articles that a condition gives; for the view of outlets.</summary>
    internal static IReadOnlyList<ArticleRow> Newest(ViewSnapshot snapshot, string where, object parameters) =>
        Rows(snapshot, $"{Columns} {where}", parameters);

    /// <summary>The articles that a query gives; for the view of their versions, which has the same columns.</summary>
    internal static IReadOnlyList<ArticleRow> Rows(ViewSnapshot snapshot, string columns, object parameters) =>
        [.. snapshot.Connection.Query<Row>($"SELECT {columns}", parameters).Select(row => row.ToArticle())];

    private static void Captured(SqliteConnection connection, Entry entry, PageCaptured captured)
    {
        connection.Execute(
            """
            INSERT INTO articles (id, source, url, first, capture, etag, modified, blob, listing)
            VALUES (@Subject, @Source, @FinalUrl, @first, @Position, @Etag, @LastModified, @Blob, @listing)
            ON CONFLICT (id) DO UPDATE SET
                capture = excluded.capture, etag = excluded.etag, modified = excluded.modified, blob = excluded.blob,
                listing = coalesce(excluded.listing, listing), gone = NULL
            """,
            new
            {
                entry.Subject,
                captured.Source,
                captured.FinalUrl,
                first = entry.At.ToUnixTimeMilliseconds(),
                entry.Position,
                captured.Etag,
                captured.LastModified,
                captured.Blob,
                listing = captured.Listing is null
                    ? null
                    : JsonSerializer.Serialize(captured.Listing, PerennialJson.Lines.Listing),
            }
        );
        connection.Execute(
            "INSERT OR IGNORE INTO urls VALUES (@Url, @Subject), (@FinalUrl, @Subject)",
            new
            {
                captured.Url,
                captured.FinalUrl,
                entry.Subject,
            }
        );
    }

    // Dapper fills it by property, since most columns may be missing.
    private sealed class Row
    {
        public required string Id { get; init; }
        public required string Source { get; init; }
        public string? Outlet { get; init; }
        public string? Licence { get; init; }
        public required string Url { get; init; }
        public long First { get; init; }
        public long Capture { get; init; }
        public string? Etag { get; init; }
        public string? Modified { get; init; }
        public required string Blob { get; init; }
        public string? Listing { get; init; }
        public long? Gone { get; init; }
        public long? Read { get; init; }
        public string? Json { get; init; }
        public string? Corrected { get; init; }
        public string? Story { get; init; }
        public string? Because { get; init; }
        public string? Also { get; init; }
        public string? Echo { get; init; }
        public string? Relation { get; init; }

        public ArticleRow ToArticle() =>
            new()
            {
                Id = Id,
                Source = Source,
                Outlet = Outlet,
                Licence = Licence is null ? SourceLicence.None : Enum.Parse<SourceLicence>(Licence),
                Url = Url,
                FirstCaptured = DateTimeOffset.FromUnixTimeMilliseconds(First),
                Capture = Capture,
                Etag = Etag,
                LastModified = Modified,
                Blob = Blob,
                Listing = Listing is null ? null : JsonSerializer.Deserialize(Listing, PerennialJson.Lines.Listing),
                Gone = (int?)Gone,
                Read = Read,
                Article = Json is null ? null : JsonSerializer.Deserialize(Json, PerennialJson.Lines.Article),
                Corrected = Corrected is null
                    ? []
                    : JsonSerializer.Deserialize(Corrected, PerennialJson.Lines.IReadOnlyListAppliedCorrection)!,
                Story = Story,
                Because = string.IsNullOrEmpty(Because) ? [] : Because.Split('\n'),
                AlsoIn = string.IsNullOrEmpty(Also) ? [] : Also.Split('\n'),
                EchoOf = Echo,
                Relation = Relation is null ? null : Enum.Parse<EchoRelation>(Relation),
            };
    }
}

/// <summary>An article as it stands.</summary>
public sealed record ArticleRow
{
    /// <summary>Its id: <c>a</c> and the position of its first capture.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the source that led to it first.</summary>
    public required string Source { get; init; }

    /// <summary>The name of that source's outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>How much of its text may be shown.</summary>
    public SourceLicence Licence { get; init; }

    /// <summary>The address that answered.</summary>
    public required string Url { get; init; }

    /// <summary>When it was first captured.</summary>
    public required DateTimeOffset FirstCaptured { get; init; }

    /// <summary>The position of the last capture.</summary>
    public required long Capture { get; init; }

    /// <summary>The <c>ETag</c> of the last capture.</summary>
    public string? Etag { get; init; }

    /// <summary>The <c>Last-Modified</c> of the last capture.</summary>
    public string? LastModified { get; init; }

    /// <summary>The name of the last capture's blob.</summary>
    public required string Blob { get; init; }

    /// <summary>What the feed said of the page at its last capture.</summary>
    public Listing? Listing { get; init; }

    /// <summary>The HTTP status with which the page is gone; <see langword="null"/> while it is there.</summary>
    public int? Gone { get; init; }

    /// <summary>The position of the last reading; <see langword="null"/> until it has been read.</summary>
    public long? Read { get; init; }

    /// <summary>What was read; <see langword="null"/> until it has been.</summary>
    public Article? Article { get; init; }

    /// <summary>The corrections of people that the reading respects.</summary>
    public IReadOnlyList<AppliedCorrection> Corrected { get; init; } = [];

    /// <summary>The story it belongs to; <see langword="null"/> for none.</summary>
    public string? Story { get; init; }

    /// <summary>Why it belongs there.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>The ids of other stories that it touches, as they were called when it was placed.</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>The article that it repeats; <see langword="null"/> for an original.</summary>
    public string? EchoOf { get; init; }

    /// <summary>How it repeats it.</summary>
    public EchoRelation? Relation { get; init; }
}
