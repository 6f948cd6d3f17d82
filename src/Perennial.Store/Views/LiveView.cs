using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>What open pages of a story must be told, one event an entry and story at most.</summary>
public sealed class LiveView : IView
{
    // As many as a page shows; an open page that should have more shows them when it is opened again.
    private const int MostMoved = 50;

    string IView.Schema =>
        """
            CREATE TABLE events (
                position INTEGER NOT NULL,
                story TEXT NOT NULL,
                name TEXT NOT NULL,
                id TEXT NOT NULL,
                PRIMARY KEY (position, story)
            ) STRICT;
            CREATE INDEX events_story ON events (story, position);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (StoriesView.MergedWith(connection, entry) is { } survivor)
        {
            // Whatever came before, who comes back to the story that ended is to be told where it goes on, and nothing else.
            connection.Execute("DELETE FROM events WHERE story = @Subject", new { entry.Subject });
            Insert(connection, entry, entry.Subject, LiveEventName.Merged, entry.Subject);
            Moved(connection, entry, survivor);
            return;
        }
        if (EntryKinds.StorySplit.Is(entry) && EntryKinds.StorySplit.Read(entry) is { } split)
        {
            Moved(connection, entry, StoriesView.Current(connection, entry.Subject), split.Into);
            return;
        }
        if (EntryKinds.ArticleMoved.Is(entry) && EntryKinds.ArticleMoved.Read(entry) is { } moved)
        {
            Moved(
                connection,
                entry,
                [
                    .. new[] { moved.From, moved.Into }
                        .OfType<string>()
                        .Select(story => StoriesView.Current(connection, story)),
                ]
            );
            return;
        }
        var (story, name) = entry switch
        {
            // Where the post stands, which may no longer be where its entry says.
            _ when EntryKinds.PostPublished.Is(entry) => (StoryOfPost(connection, entry.Subject), LiveEventName.Post),
            _ when EntryKinds.PostEdited.Is(entry) => (StoryOfPost(connection, entry.Subject), LiveEventName.Edit),
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
            _ when EntryKinds.QuestionChanged.Is(entry) => (
                EntryKinds.QuestionChanged.Read(entry)?.Story,
                LiveEventName.Facts
            ),
            _ when EntryKinds.StoryRead.Is(entry) => (entry.Subject, LiveEventName.Facts),
            _ when EntryKinds.Held.Is(entry) => (
                StoryOfPost(connection, entry.Subject) ?? Story(connection, entry.Subject),
                LiveEventName.Remove
            ),
            _ when EntryKinds.Opened.Is(entry) && Story(connection, entry.Subject) is { } opened => (
                opened,
                LiveEventName.Story
            ),
            _ when EntryKinds.Opened.Is(entry) => (StoryOfPost(connection, entry.Subject), LiveEventName.Post),
            _ => (null, default),
        };
        if (story is not null)
        {
            Insert(connection, entry, StoriesView.Current(connection, story), name, entry.Subject);
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

    /// <summary>Tells stories between which posts went.</summary>
    private static void Moved(SqliteConnection connection, Entry entry, params IReadOnlyList<string> stories)
    {
        var posts = PostsView.MovedBy(connection, entry, MostMoved);
        foreach (var story in stories.Distinct())
        {
            if (posts.Count > 0)
            {
                Insert(connection, entry, story, LiveEventName.Posts, string.Join(' ', posts));
            }
            else
            {
                Insert(connection, entry, story, LiveEventName.Facts, entry.Subject);
            }
        }
    }

    private static void Insert(SqliteConnection connection, Entry entry, string story, LiveEventName name, string id) =>
        connection.Execute(
            "INSERT INTO events VALUES (@Position, @story, @name, @id)",
            new
            {
                entry.Position,
                story,
                name = name.ToString(),
                id,
            }
        );

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
/// <param name="Id">The id of what it is about: a post, an article or the story itself; of <see cref="LiveEventName.Posts"/> several.</param>
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

    /// <summary>Some posts came onto the page or left it, for another story: their ids, parted by spaces.</summary>
    Posts,

    /// <summary>The story became part of another, and this is the last that is said of it.</summary>
    Merged,
}
