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
