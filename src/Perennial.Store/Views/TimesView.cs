using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>Which position the record had reached at a time.</summary>
public sealed class TimesView : IView
{
    // The key goes up even where the clock was set back: what is later in the record never stands before what is earlier.
    string IView.Schema =>
        """
            CREATE TABLE times (at INTEGER PRIMARY KEY, position INTEGER NOT NULL) STRICT;
            CREATE INDEX times_position ON times (position);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry) =>
        connection.Execute(
            """
            INSERT INTO times VALUES (max(@at, coalesce((SELECT max(at) FROM times), 0)), @Position)
            ON CONFLICT (at) DO UPDATE SET position = excluded.position
            """,
            new { at = entry.At.ToUnixTimeMilliseconds(), entry.Position }
        );

    /// <summary>The last position before a time; 0 before the first.</summary>
    public static long PositionBefore(ViewSnapshot snapshot, DateTimeOffset time) =>
        snapshot.Connection.ExecuteScalar<long?>(
            "SELECT position FROM times WHERE at < @at ORDER BY at DESC LIMIT 1",
            new { at = time.ToUnixTimeMilliseconds() }
        ) ?? 0;

    /// <summary>When the record reached a position, or <see langword="null"/> when it has not.</summary>
    public static DateTimeOffset? TimeOf(ViewSnapshot snapshot, long position) =>
        snapshot.Connection.ExecuteScalar<long?>(
            "SELECT at FROM times WHERE position >= @position ORDER BY position LIMIT 1",
            new { position }
        )
            is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
}
