using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The posts of stories, every version of each.</summary>
public sealed partial class PostsView : IView
{
    private const string Columns =
        "SELECT p.id, p.story, p.since, p.first, p.at, p.changed, p.reason, p.json FROM posts p";

    string IView.Schema =>
        """
            CREATE TABLE posts (
                id TEXT NOT NULL,
                story TEXT,
                since INTEGER NOT NULL,
                until INTEGER,
                first INTEGER NOT NULL,
                at INTEGER NOT NULL,
                time INTEGER NOT NULL,
                changed INTEGER,
                reason TEXT,
                key INTEGER NOT NULL,
                article TEXT,
                json TEXT NOT NULL,
                PRIMARY KEY (id, since)
            ) STRICT;
            CREATE INDEX posts_story ON posts (story, time, first) WHERE until IS NULL;
            -- How many there are and when the last came is asked with every post: without a look into the posts themselves.
            CREATE INDEX posts_standing ON posts (story, at, id, until) WHERE until IS NULL;
            CREATE INDEX posts_key ON posts (story, time, first) WHERE until IS NULL AND key = 1;
            CREATE INDEX posts_since ON posts (since);
            CREATE INDEX posts_first ON posts (first) WHERE until IS NULL;
            CREATE INDEX posts_versions ON posts (story, since);
            CREATE INDEX posts_article ON posts (article) WHERE until IS NULL;
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.PostPublished.Is(entry) && EntryKinds.PostPublished.Read(entry) is { } published)
        {
            var story = StoryOf(connection, published.Story, published.Post);
            Insert(connection, entry, story, published.Post, entry.Position, entry.At, reason: null);
        }
        else if (EntryKinds.PostEdited.Is(entry) && EntryKinds.PostEdited.Read(entry) is { } edited)
        {
            var earlier = connection.QuerySingleOrDefault<(long First, long At, string? Story)?>(
                "SELECT first, at, story FROM posts WHERE id = @Subject AND until IS NULL",
                new { entry.Subject }
            );
            connection.Execute(
                "UPDATE posts SET until = @Position WHERE id = @Subject AND until IS NULL",
                new { entry.Position, entry.Subject }
            );
            var (first, at, story) =
                earlier
                ?? (entry.Position, entry.At.ToUnixTimeMilliseconds(), StoryOf(connection, edited.Story, edited.Post));
            Insert(
                connection,
                entry,
                // It may have moved since whoever changed it looked.
                story,
                edited.Post,
                first,
                DateTimeOffset.FromUnixTimeMilliseconds(at),
                edited.Reason
            );
        }
        else if (StoriesView.MergedWith(connection, entry) is { } survivor)
        {
            Move(connection, entry, survivor, "story = @Subject", []);
        }
        else if (EntryKinds.StorySplit.Is(entry) && EntryKinds.StorySplit.Read(entry) is { } split)
        {
            // What was made from an article goes where the article went, which the articles know by now.
            Move(
                connection,
                entry,
                split.Into,
                """
                story = @from AND (
                    article IN (SELECT a.id FROM articles a WHERE a.story = @into)
                    OR (article IS NULL AND id IN (SELECT value FROM json_each(@posts)))
                )
                """,
                split.Posts
            );
        }
        else if (EntryKinds.ArticleMoved.Is(entry) && EntryKinds.ArticleMoved.Read(entry) is { } moved)
        {
            var into = moved.Into is null ? null : StoriesView.Current(connection, moved.Into);
            Move(connection, entry, into, "article = @Subject AND story IS NOT @into", []);
        }
    }

    /// <summary>The ids of the posts that an entry moved to another story or out of all, the newest first.</summary>
    /// <remarks>For the views that are applied after this one.</remarks>
    internal static IReadOnlyList<string> MovedBy(SqliteConnection connection, Entry entry, int most) =>
        [
            .. connection.Query<string>(
                "SELECT id FROM posts WHERE since = @Position AND until IS NULL ORDER BY time DESC, first DESC LIMIT @most",
                new { entry.Position, most }
            ),
        ];

    /// <summary>A post that readers may see, or <see langword="null"/>.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="id">Its id.</param>
    /// <param name="at">A position for the post as it stood then; <see langword="null"/> for now.</param>
    public static PostRow? Find(ViewSnapshot snapshot, string id, long? at = null) =>
        snapshot
            .Connection.QuerySingleOrDefault<Row>(
                $"""
                {Columns} WHERE p.id = @id AND p.story IS NOT NULL AND {Standing.At("p", at)}
                AND {GateView.Open("p.id", at)} AND {GateView.Open("p.story", at)}
                """,
                new { id }
            )
            ?.ToPost()
            is { } post
            ? Seen(snapshot, [post], at)[0]
            : null;

    /// <summary>Every version of a post that readers may see, oldest first; of one that was withdrawn only what says so.</summary>
    public static IReadOnlyList<PostRow> Versions(ViewSnapshot snapshot, string id)
    {
        List<PostRow> versions =
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"{Columns} WHERE p.id = @id AND {GateView.Open("p.id")} AND {GateView.Open("p.story")} ORDER BY p.since",
                    new { id }
                )
                .Select(row => row.ToPost()),
        ];
        return versions is [.., { Post.Withdrawn: true } last] ? [last] : versions;
    }

    /// <summary>What became of a story's posts after a position, as they stand now, in the order of the last changes.</summary>
    /// <returns>Posts that are there, withdrawn ones too, and for each what it was at the position: <see langword="null"/> where it was not there yet.</returns>
    public static IReadOnlyList<(PostRow Now, PostRow? Then)> ChangedSince(
        ViewSnapshot snapshot,
        string story,
        long position,
        int most
    )
    {
        List<PostRow> now =
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"""
                    {Columns} WHERE p.story = @story AND p.since > @position AND p.until IS NULL AND {GateView.Open(
                        "p.id"
                    )}
                    ORDER BY p.since DESC LIMIT @most
                    """,
                    new
                    {
                        story,
                        position,
                        most,
                    }
                )
                .Select(row => row.ToPost()),
        ];
        List<PostRow> then =
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"{Columns} WHERE p.id IN @ids AND {Standing.At("p", position)} AND {GateView.Open("p.id", position)}",
                    new { ids = now.Select(post => post.Id) }
                )
                .Select(row => row.ToPost()),
        ];
        var known = Seen(snapshot, then, position).ToDictionary(post => post.Id, StringComparer.Ordinal);
        return [.. now.Select(post => (post, known.GetValueOrDefault(post.Id)))];
    }

    /// <summary>How many posts that readers could see at a position are held now.</summary>
    public static int CountTakenOff(ViewSnapshot snapshot, string story, long position) =>
        (int)
            snapshot.Connection.ExecuteScalar<long>(
                $"""
                SELECT count(*) FROM posts p WHERE p.story = @story AND {Standing.At("p", position)}
                AND NOT ({GateView.Open("p.id")})
                AND NOT EXISTS (SELECT 1 FROM gate g WHERE g.subject = p.id AND {Standing.At("g", position)})
                """,
                new { story }
            );

    /// <summary>A post that stands in a story, whether held or not, or <see langword="null"/>.</summary>
    public static PostRow? FindAny(ViewSnapshot snapshot, string id) =>
        snapshot
            .Connection.QuerySingleOrDefault<Row>(
                $"{Columns} WHERE p.id = @id AND p.until IS NULL AND p.story IS NOT NULL",
                new { id }
            )
            ?.ToPost();

    /// <summary>The article that a post was made from which belongs to no story any more, or <see langword="null"/>.</summary>
    public static string? ArticleOfUnplaced(ViewSnapshot snapshot, string post) =>
        snapshot.Connection.QuerySingleOrDefault<string>(
            "SELECT article FROM posts WHERE id = @post AND until IS NULL AND story IS NULL",
            new { post }
        );

    /// <summary>The post made from an article, whether held or not, or <see langword="null"/> when there is none in any story.</summary>
    public static PostRow? FindByArticle(ViewSnapshot snapshot, string article) =>
        snapshot
            .Connection.QueryFirstOrDefault<Row>(
                $"{Columns} WHERE p.article = @article AND p.until IS NULL AND p.story IS NOT NULL ORDER BY p.first",
                new { article }
            )
            ?.ToPost();

    /// <summary>The ids of the posts made from some articles, in order of publication.</summary>
    public static IReadOnlyList<string> OfArticles(ViewSnapshot snapshot, IReadOnlyList<string> articles) =>
        [
            .. snapshot.Connection.Query<string>(
                """
                SELECT p.id FROM posts p
                WHERE p.until IS NULL AND p.story IS NOT NULL AND p.article IN (SELECT value FROM json_each(@articles))
                ORDER BY p.first
                """,
                new { articles = JsonSerializer.Serialize(articles, PerennialJson.Lines.IReadOnlyListString) }
            ),
        ];

    /// <summary>A page of a story's posts that readers may see.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story's id.</param>
    /// <param name="oldestFirst">The order; newest first otherwise.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="at">A position for the posts as they stood then; <see langword="null"/> for now.</param>
    public static IReadOnlyList<PostRow> OfStory(
        ViewSnapshot snapshot,
        string story,
        bool oldestFirst,
        int skip,
        int take,
        long? at = null
    )
    {
        var direction = oldestFirst ? "ASC" : "DESC";
        return Seen(
            snapshot,
            [
                .. snapshot
                    .Connection.Query<Row>(
                        $"""
                        {Columns} WHERE p.story = @story AND {Standing.At("p", at)} AND {GateView.Open("p.id", at)}
                        ORDER BY p.time {direction}, p.first {direction} LIMIT @take OFFSET @skip
                        """,
                        new
                        {
                            story,
                            skip,
                            take,
                        }
                    )
                    .Select(row => row.ToPost()),
            ],
            at
        );
    }

    /// <summary>Of the parts into which positions are cut, those in which a post was published that readers may see.</summary>
    public static IReadOnlyList<long> Blocks(ViewSnapshot snapshot, int positionsABlock) =>
        [
            .. snapshot.Connection.Query<long>(
                $"""
                SELECT DISTINCT p.first / @positionsABlock FROM posts p
                WHERE p.until IS NULL AND {GateView.Open("p.id")} AND {GateView.Open("p.story")} ORDER BY 1
                """,
                new { positionsABlock }
            ),
        ];

    /// <summary>The posts of one of those parts that readers may see and that were not withdrawn, in order.</summary>
    public static IReadOnlyList<PostRow> OfBlock(ViewSnapshot snapshot, long block, int positionsABlock) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"""
                    {Columns} WHERE p.first >= @from AND p.first < @from + @positionsABlock AND p.until IS NULL
                    AND {GateView.Open("p.id")} AND {GateView.Open("p.story")} ORDER BY p.first
                    """,
                    new
                    {
                        from = block > long.MaxValue / positionsABlock - 1
                            ? long.MaxValue / 2
                            : block * positionsABlock,
                        positionsABlock,
                    }
                )
                .Select(row => row.ToPost())
                .Where(post => !post.Post.Withdrawn),
        ];

    /// <summary>The posts since a time that readers may see and that were not withdrawn, newest first.</summary>
    public static IReadOnlyList<PostRow> Newest(ViewSnapshot snapshot, DateTimeOffset since, int most) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    $"""
                    {Columns} WHERE p.until IS NULL AND p.time >= @time
                    AND {GateView.Open("p.id")} AND {GateView.Open("p.story")} ORDER BY p.first DESC LIMIT @most
                    """,
                    new { time = since.ToUnixTimeMilliseconds(), most }
                )
                .Select(row => row.ToPost())
                .Where(post => !post.Post.Withdrawn),
        ];

    /// <summary>How many posts of a story that readers may see stand before one of them in an order.</summary>
    public static int CountBefore(ViewSnapshot snapshot, PostRow post, bool oldestFirst, long? at = null)
    {
        var comparison = oldestFirst ? "<" : ">";
        return (int)
            snapshot.Connection.ExecuteScalar<long>(
                $"""
                SELECT count(*) FROM posts p WHERE p.story = @Story AND {Standing.At("p", at)} AND {GateView.Open(
                    "p.id",
                    at
                )}
                AND (p.time, p.first) {comparison} (@time, @First)
                """,
                new
                {
                    post.Story,
                    time = post.Post.Time.ToUnixTimeMilliseconds(),
                    post.First,
                }
            );
    }

    /// <summary>The key events of a story that readers may see, newest first.</summary>
    public static IReadOnlyList<PostRow> KeyEvents(ViewSnapshot snapshot, string story, int most, long? at = null) =>
        Seen(
            snapshot,
            [
                .. snapshot
                    .Connection.Query<Row>(
                        $"""
                        {Columns} WHERE p.story = @story AND {Standing.At("p", at)} AND p.key = 1
                        AND {GateView.Open("p.id", at)} ORDER BY p.time DESC, p.first DESC LIMIT @most
                        """,
                        new { story, most }
                    )
                    .Select(row => row.ToPost()),
            ],
            at
        );

    /// <summary>Posts as they stood, with what must not be kept from readers: withdrawn ones as they are now, corrected ones with what was corrected.</summary>
    private static List<PostRow> Seen(ViewSnapshot snapshot, List<PostRow> posts, long? at) =>
        at is not { } position || posts.Count == 0 ? posts : SeenAt(snapshot, posts, position);

    private static List<PostRow> SeenAt(ViewSnapshot snapshot, List<PostRow> posts, long position)
    {
        var later = snapshot
            .Connection.Query<Row>(
                $"{Columns} WHERE p.id IN @ids AND p.since > @position ORDER BY p.since",
                new { ids = posts.Select(post => post.Id), position }
            )
            .Select(row => row.ToPost())
            .ToLookup(post => post.Id);
        return
        [
            .. posts.Select(post =>
                later[post.Id].LastOrDefault() is { Post.Withdrawn: true } withdrawn
                    ? withdrawn
                    : post with
                    {
                        CorrectedLater = later[post.Id].LastOrDefault(version => version.Corrects(post)),
                    }
            ),
        ];
    }

    /// <summary>Where a new post stands: where its article is, or else in the story that it names, whatever that has become.</summary>
    private static string? StoryOf(SqliteConnection connection, string named, Post post) =>
        post.Article is { } article
        && connection.QuerySingleOrDefault<(long, string? Story)?>(
            "SELECT 1, story FROM articles WHERE id = @article AND because IS NOT NULL",
            new { article }
        )
            is { } placed
            ? placed.Story
            : StoriesView.Current(connection, named);

    /// <summary>New versions of the posts that go to another story.</summary>
    private static void Move(
        SqliteConnection connection,
        Entry entry,
        string? into,
        string which,
        IReadOnlyList<string> posts
    )
    {
        var one = new
        {
            entry.Position,
            entry.Subject,
            into,
            from = StoriesView.Current(connection, entry.Subject),
            posts = JsonSerializer.Serialize(posts, PerennialJson.Lines.IReadOnlyListString),
        };
        connection.Execute(
            $"""
            INSERT INTO posts
            SELECT id, @into, @Position, NULL, first, at, time, changed, reason, key, article, json
            FROM posts WHERE until IS NULL AND {which}
            """,
            one
        );
        connection.Execute(
            """
            UPDATE posts SET until = @Position
            WHERE until IS NULL AND since < @Position AND id IN (SELECT id FROM posts WHERE since = @Position)
            """,
            one
        );
    }

    private static void Insert(
        SqliteConnection connection,
        Entry entry,
        string? story,
        Post post,
        long first,
        DateTimeOffset at,
        PostChange? reason
    ) =>
        connection.Execute(
            """
            INSERT INTO posts VALUES
                (@Subject, @story, @Position, NULL, @first, @at, @time, @changed, @reason, @KeyEvent, @Article, @json)
            """,
            new
            {
                entry.Subject,
                story,
                entry.Position,
                first,
                at = at.ToUnixTimeMilliseconds(),
                time = post.Time.ToUnixTimeMilliseconds(),
                changed = reason is null ? (long?)null : entry.At.ToUnixTimeMilliseconds(),
                reason = reason?.ToString(),
                post.KeyEvent,
                post.Article,
                json = JsonSerializer.Serialize(post, PerennialJson.Lines.Post),
            }
        );

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string Story { get; init; }
        public long Since { get; init; }
        public long First { get; init; }
        public long At { get; init; }
        public long? Changed { get; init; }
        public string? Reason { get; init; }
        public required string Json { get; init; }

        public PostRow ToPost() =>
            new()
            {
                Id = Id,
                Story = Story,
                Since = Since,
                First = First,
                At = DateTimeOffset.FromUnixTimeMilliseconds(At),
                Changed = Changed is { } changed ? DateTimeOffset.FromUnixTimeMilliseconds(changed) : null,
                Reason = Reason is null ? null : Enum.Parse<PostChange>(Reason),
                Post = JsonSerializer.Deserialize(Json, PerennialJson.Lines.Post)!,
            };
    }
}

/// <summary>A post as it stands.</summary>
public sealed record PostRow
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its story.</summary>
    public required string Story { get; init; }

    /// <summary>The position that made this version of it.</summary>
    public required long Since { get; init; }

    /// <summary>The position that published it.</summary>
    public required long First { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Why it was last changed.</summary>
    public PostChange? Reason { get; init; }

    /// <summary>What it says.</summary>
    public required Post Post { get; init; }

    /// <summary>The version that corrected it after the position which was asked about; <see langword="null"/> for none.</summary>
    public PostRow? CorrectedLater { get; init; }

    /// <summary>Whether this version was made to correct what an earlier one says.</summary>
    public bool Corrects(PostRow earlier) =>
        Reason is PostChange.SourceCorrected or PostChange.ReadingCorrected
        || (Post.Correction is { } correction && correction != earlier.Post.Correction);
}
