using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>What is held, and so not shown to readers.</summary>
public sealed class GateView : IView
{
    /// <summary>A condition for queries: <c>NOT EXISTS (…)</c> over the column that holds an id.</summary>
    /// <param name="column">The column.</param>
    /// <param name="at">A position at which it was not held either: what is held now is not shown as it was; <see langword="null"/> for now.</param>
    internal static string Open(string column, long? at = null) =>
        $"NOT EXISTS (SELECT 1 FROM gate g WHERE g.subject = {column} AND {Closed("g", at)})";

    /// <summary>A condition for queries: no post made from the article whose id the column holds is held.</summary>
    /// <remarks>Whoever holds a post means what it says, wherever that would be shown.</remarks>
    internal static string OpenArticle(string column, long? at = null) =>
        $"""
            NOT EXISTS (
                SELECT 1 FROM posts h JOIN gate g ON g.subject = h.id AND {Closed("g", at)}
                WHERE h.article = {column} AND h.until IS NULL
            )
            """;

    /// <summary>A condition for queries: the article whose id the column holds is there, and neither its story nor a post made from it is held.</summary>
    internal static string ShownArticle(string column) =>
        $"""
            EXISTS (
                SELECT 1 FROM articles s WHERE s.id = {column} AND s.gone IS NULL
                    AND (s.story IS NULL OR {Open("s.story")}) AND {OpenArticle("s.id")}
            )
            """;

    private static string Closed(string gate, long? at) =>
        at is null ? $"{gate}.until IS NULL" : $"({gate}.until IS NULL OR {Standing.At(gate, at)})";

    string IView.Schema =>
        """
            CREATE TABLE opened (subject TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT;
            CREATE TABLE gate (
                subject TEXT NOT NULL,
                since INTEGER NOT NULL,
                until INTEGER,
                reason TEXT NOT NULL,
                PRIMARY KEY (subject, since)
            ) STRICT;
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.Held.Is(entry))
        {
            Close(connection, entry);
            connection.Execute("DELETE FROM opened WHERE subject = @Subject", new { entry.Subject });
            connection.Execute(
                "INSERT INTO gate VALUES (@Subject, @Position, NULL, @reason)",
                new
                {
                    entry.Subject,
                    entry.Position,
                    reason = EntryKinds.Held.Read(entry)?.Reason ?? "",
                }
            );
        }
        else if (EntryKinds.Opened.Is(entry))
        {
            Close(connection, entry);
            connection.Execute(
                "INSERT OR IGNORE INTO opened VALUES (@Subject, @Position)",
                new { entry.Subject, entry.Position }
            );
        }
        else if (StoriesView.MergedWith(connection, entry) is not null)
        {
            // The gate of the story that goes on counts.
            Close(connection, entry);
        }
    }

    /// <summary>Whether something is held.</summary>
    public static bool IsHeld(ViewSnapshot snapshot, string id) =>
        snapshot.Connection.ExecuteScalar<long>($"SELECT NOT ({Open("@id")})", new { id }) == 1;

    /// <summary>Whether an editor opened something, and nobody held it since: for what is held without a word until then.</summary>
    public static bool IsOpened(ViewSnapshot snapshot, string id) =>
        snapshot.Connection.ExecuteScalar<long>("SELECT count(*) FROM opened WHERE subject = @id", new { id }) > 0;

    /// <summary>Whether an article is not to be shown, because its story or the post made from it is held.</summary>
    public static bool HoldsArticle(ViewSnapshot snapshot, ArticleRow article) =>
        (article.Story is { } story && IsHeld(snapshot, story))
        || snapshot.Connection.ExecuteScalar<long>($"SELECT NOT ({OpenArticle("@Id")})", new { article.Id }) == 1;

    /// <summary>Everything that is held, oldest first.</summary>
    public static IReadOnlyList<HeldThing> All(ViewSnapshot snapshot) =>
        [
            .. snapshot.Connection.Query<HeldThing>(
                "SELECT subject AS id, reason FROM gate WHERE until IS NULL ORDER BY since"
            ),
        ];

    private static void Close(SqliteConnection connection, Entry entry) =>
        connection.Execute(
            "UPDATE gate SET until = @Position WHERE subject = @Subject AND until IS NULL",
            new { entry.Position, entry.Subject }
        );
}

/// <summary>Something that is held.</summary>
/// <param name="Id">The id of a story, post or entity.</param>
/// <param name="Reason">Why.</param>
public sealed record HeldThing(string Id, string Reason);
