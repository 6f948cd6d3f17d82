using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The ways of quotations through articles, each as it is known now.</summary>
public sealed class TrailsView : IView
{
    string IView.Schema =>
        """
            CREATE TABLE trails (
                id TEXT PRIMARY KEY,
                carriers INTEGER NOT NULL,
                changed INTEGER NOT NULL,
                since INTEGER NOT NULL,
                json TEXT NOT NULL
            ) STRICT;
            CREATE INDEX trails_changed ON trails (since) WHERE changed > 0;
            CREATE TABLE trail_statements (statement TEXT PRIMARY KEY, trail TEXT NOT NULL) STRICT, WITHOUT ROWID;
            CREATE INDEX trail_statements_trail ON trail_statements (trail);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (!EntryKinds.TrailExtended.Is(entry) || EntryKinds.TrailExtended.Read(entry) is not { } extended)
        {
            return;
        }
        connection.Execute("DELETE FROM trail_statements WHERE trail = @Subject", new { entry.Subject });
        connection.Execute("DELETE FROM trails WHERE id = @Subject", new { entry.Subject });
        if (extended.Carriers.Count < 2)
        {
            return;
        }
        connection.Execute(
            "INSERT INTO trails VALUES (@Subject, @carriers, @changed, @Position, @json)",
            new
            {
                entry.Subject,
                carriers = extended.Carriers.Count,
                changed = extended.Carriers.Count(IsChanged),
                entry.Position,
                json = JsonSerializer.Serialize(extended, PerennialJson.Lines.TrailExtended),
            }
        );
        foreach (var carrier in extended.Carriers)
        {
            // A statement is in the trail that was said last to have it: two trails may have become one.
            connection.Execute(
                "INSERT OR REPLACE INTO trail_statements VALUES (@Statement, @Subject)",
                new { carrier.Statement, entry.Subject }
            );
        }
    }

    /// <summary>The carriers of a statement's words in order of time; none when only one article has them.</summary>
    public static IReadOnlyList<TrailCarrier> Of(ViewSnapshot snapshot, string statement) =>
        snapshot.Connection.QuerySingleOrDefault<string>(
            "SELECT t.json FROM trails t JOIN trail_statements s ON s.trail = t.id WHERE s.statement = @statement",
            new { statement }
        )
            is { } json
            ? Carriers(json)
            : [];

    /// <summary>The trails whose words changed on their way, those with most carriers first.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="fewest">How many carriers at least.</param>
    /// <param name="longest">How many at most: what a page has to look up.</param>
    /// <param name="most">How many trails; they are taken from the newest 200.</param>
    public static IReadOnlyList<IReadOnlyList<TrailCarrier>> Changed(
        ViewSnapshot snapshot,
        int fewest,
        int longest,
        int most
    ) =>
        [
            .. snapshot
                .Connection.Query<string>(
                    """
                    SELECT json FROM (SELECT * FROM trails WHERE changed > 0 ORDER BY since DESC LIMIT 200)
                    WHERE carriers BETWEEN @fewest AND @longest
                    ORDER BY carriers DESC, changed DESC, since DESC LIMIT @most
                    """,
                    new
                    {
                        fewest,
                        longest,
                        most,
                    }
                )
                .Select(Carriers),
        ];

    private static bool IsChanged(TrailCarrier carrier) =>
        carrier.OtherSpeaker || carrier.Runs.Any(run => run.Kind is TrailRunKind.Added or TrailRunKind.Dropped);

    private static IReadOnlyList<TrailCarrier> Carriers(string json) =>
        JsonSerializer.Deserialize(json, PerennialJson.Lines.TrailExtended)?.Carriers ?? [];
}
