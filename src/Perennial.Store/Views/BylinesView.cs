using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>Who wrote which posts and pieces, as their bylines say now.</summary>
public sealed class BylinesView : IView
{
    string IView.Schema =>
        """
            CREATE TABLE bylines (
                author TEXT NOT NULL,
                first INTEGER NOT NULL,
                subject TEXT NOT NULL,
                PRIMARY KEY (author, first, subject)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX bylines_subject ON bylines (subject);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.PostPublished.Is(entry))
        {
            Sign(connection, entry, EntryKinds.PostPublished.Read(entry)?.Post.Authors);
        }
        else if (EntryKinds.PostEdited.Is(entry))
        {
            Sign(connection, entry, EntryKinds.PostEdited.Read(entry)?.Post.Authors);
        }
        else if (EntryKinds.PiecePublished.Is(entry))
        {
            Sign(connection, entry, EntryKinds.PiecePublished.Read(entry)?.Piece.Authors);
        }
        else if (EntryKinds.PieceEdited.Is(entry))
        {
            Sign(connection, entry, EntryKinds.PieceEdited.Read(entry)?.Piece.Authors);
        }
    }

    /// <summary>The ids of what somebody wrote, posts and pieces, the newest first, held or not.</summary>
    public static IReadOnlyList<string> Of(ViewSnapshot snapshot, string author, int most) =>
        [
            .. snapshot.Connection.Query<string>(
                "SELECT subject FROM bylines WHERE author = @author ORDER BY first DESC LIMIT @most",
                new { author, most }
            ),
        ];

    private static void Sign(SqliteConnection connection, Entry entry, IReadOnlyList<string>? authors)
    {
        if (authors is null)
        {
            return;
        }
        var first =
            connection.ExecuteScalar<long?>(
                "SELECT first FROM bylines WHERE subject = @Subject LIMIT 1",
                new { entry.Subject }
            ) ?? entry.Position;
        connection.Execute("DELETE FROM bylines WHERE subject = @Subject", new { entry.Subject });
        foreach (var author in authors)
        {
            connection.Execute(
                "INSERT OR IGNORE INTO bylines VALUES (@author, @first, @Subject)",
                new
                {
                    author,
                    first,
                    entry.Subject,
                }
            );
        }
    }
}
