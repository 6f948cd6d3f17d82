using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>What open pages of a story must be told, one event an entry at most.</summary>
public sealed class LiveView : IView
{
    string IView.Schema =>
        """
            CREATE TABLE events (position INTEGER PRIMARY KEY, story TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL) STRICT;
            CREATE INDEX events_story ON events (story, position);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        var (story, name) = entry switch
        {
            _ when EntryKinds.PostPublished.Is(entry) => (
                EntryKinds.PostPublished.Read(entry)?.Story,
                LiveEventName.Post
            ),
            _ when EntryKinds.PostEdited.Is(entry) => (EntryKinds.PostEdited.Read(entry)?.Story, LiveEventName.Edit),
            _ when EntryKinds.StoryChanged.Is(entry) => (entry.Subject, LiveEventName.Story),
            _ when EntryKinds.ArticlePlaced.Is(entry) => (
                EntryKinds.ArticlePlaced.Read(entry)?.Story,
                LiveEventName.Facts
            ),
            // What a reading changes of a story that it already belongs to.
            _ when EntryKinds.ArticleRead.Is(entry) || EntryKinds.PageGone.Is(entry) => (
                StoryOfArticle(connection, entry.Subject),
                LiveEventName.Facts
            ),
            _ when EntryKinds.Held.Is(entry) => (
                StoryOfPost(connection, entry.Subject) ?? Story(connection, entry.Subject),
                LiveEventName.Remove
            ),
            _ when EntryKinds.Opened.Is(entry) => (StoryOfPost(connection, entry.Subject), LiveEventName.Post),
            _ => (null, default),
        };
        if (story is not null)
        {
            connection.Execute(
                "INSERT INTO events VALUES (@Position, @story, @name, @Subject)",
                new
                {
                    entry.Position,
                    story,
                    name = name.ToString(),
                    entry.Subject,
                }
            );
        }
    }

    /// <summary>The events of a story after a position, in order.</summary>
    public static IReadOnlyList<LiveEvent> After(ViewSnapshot snapshot, string story, long position, int most) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    """
                    SELECT position, story, name, id FROM events
                    WHERE story = @story AND position > @position ORDER BY position LIMIT @most
                    """,
                    new
                    {
                        story,
                        position,
                        most,
                    }
                )
                .Select(row => row.ToEvent()),
        ];

    /// <summary>The newest events of a story up to a position, in order.</summary>
    public static IReadOnlyList<LiveEvent> UpTo(ViewSnapshot snapshot, string story, long position, int most) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    """
                    SELECT position, story, name, id FROM events
                    WHERE story = @story AND position <= @position ORDER BY position DESC LIMIT @most
                    """,
                    new
                    {
                        story,
                        position,
                        most,
                    }
                )
                .Select(row => row.ToEvent())
                .Reverse(),
        ];

    /// <summary>The events of all stories after a position, in order.</summary>
    public static IReadOnlyList<LiveEvent> After(ViewSnapshot snapshot, long position, int most) =>
        [
            .. snapshot
                .Connection.Query<Row>(
                    "SELECT position, story, name, id FROM events WHERE position > @position ORDER BY position LIMIT @most",
                    new { position, most }
                )
                .Select(row => row.ToEvent()),
        ];

    /// <summary>The steps by which a story's stream and headline became what they are, up to a position and after it: of posts that readers may see, and of the story.</summary>
    public static StorySteps Steps(ViewSnapshot snapshot, string story, long position)
    {
        var steps = $"""
            FROM events e WHERE e.story = @story AND e.name IN ('Post', 'Edit', 'Story')
            AND {GateView.Open("e.id")}
            """;
        var (upTo, all) = snapshot.Connection.QuerySingle<(long, long)>(
            $"SELECT count(CASE WHEN e.position <= @position THEN 1 END), count(*) {steps}",
            new { story, position }
        );
        var around = snapshot
            .Connection.Query<Row>(
                $"""
                SELECT * FROM (SELECT e.* {steps} AND e.position <= @position ORDER BY e.position DESC LIMIT 2)
                UNION ALL SELECT * FROM (SELECT e.* {steps} AND e.position > @position ORDER BY e.position LIMIT 1)
                """,
                new { story, position }
            )
            .Select(row => row.ToEvent())
            .OrderBy(live => live.Position)
            .ToList();
        return new StorySteps(
            (int)upTo,
            (int)all,
            around.LastOrDefault(live => live.Position <= position),
            around.Where(live => live.Position <= position).SkipLast(1).LastOrDefault(),
            around.FirstOrDefault(live => live.Position > position)
        );
    }

    private static string? StoryOfPost(SqliteConnection connection, string post) =>
        connection.QueryFirstOrDefault<string>(
            "SELECT story FROM posts WHERE id = @post AND until IS NULL",
            new { post }
        );

    private static string? StoryOfArticle(SqliteConnection connection, string article) =>
        connection.QueryFirstOrDefault<string>("SELECT story FROM articles WHERE id = @article", new { article });

    private static string? Story(SqliteConnection connection, string id) =>
        connection.QueryFirstOrDefault<string>("SELECT id FROM stories WHERE id = @id AND until IS NULL", new { id });

    private sealed record Row(long Position, string Story, string Name, string Id)
    {
        public LiveEvent ToEvent() => new(Position, Story, Enum.Parse<LiveEventName>(Name), Id);
    }
}

/// <summary>Something that open pages of a story must be told.</summary>
/// <param name="Position">The entry's position, and the event's id.</param>
/// <param name="Story">The story's id.</param>
/// <param name="Name">What it is; on the wire its name in lower case.</param>
/// <param name="Id">The id of what it is about: a post, an article or the story itself.</param>
public sealed record LiveEvent(long Position, string Story, LiveEventName Name, string Id);

/// <summary>Where a position lies among the steps of a story.</summary>
/// <param name="Number">How many steps there were by then.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Last">The step that made what stood then.</param>
/// <param name="Before">The one before it.</param>
/// <param name="Next">The one that ended it.</param>
public sealed record StorySteps(int Number, int Of, LiveEvent? Last, LiveEvent? Before, LiveEvent? Next);

/// <summary>What open pages can be told.</summary>
public enum LiveEventName
{
    /// <summary>A post went onto the page.</summary>
    Post,

    /// <summary>A post changed.</summary>
    Edit,

    /// <summary>A post left the page; with the story's own id, the whole story did.</summary>
    Remove,

    /// <summary>Headline, standfirst or key events changed.</summary>
    Story,

    /// <summary>The record beside the stream changed.</summary>
    Facts,
}
