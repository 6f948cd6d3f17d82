using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>What was read out of each story's articles together, by the positions from which and until which it stood.</summary>
/// <remarks>Only the last reading of a story is kept whole; earlier ones stay in the ledger, whose entry the position names.</remarks>
public sealed class StoryReadingsView : IView
{
    string IView.Schema =>
        """
            CREATE TABLE story_readings (
                story TEXT NOT NULL,
                since INTEGER NOT NULL,
                until INTEGER,
                json TEXT,
                PRIMARY KEY (story, since)
            ) STRICT, WITHOUT ROWID;
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (!EntryKinds.StoryRead.Is(entry) || EntryKinds.StoryRead.Read(entry) is not { } read)
        {
            return;
        }
        connection.Execute(
            """
            UPDATE story_readings SET until = @Position, json = NULL WHERE story = @Subject AND until IS NULL;
            INSERT INTO story_readings VALUES (@Subject, @Position, NULL, @json)
            """,
            new
            {
                entry.Position,
                entry.Subject,
                json = JsonSerializer.Serialize(read, PerennialJson.Lines.StoryRead),
            }
        );
    }

    /// <summary>What is read out of a story; <see langword="null"/> when nothing was yet.</summary>
    public static StoryRead? Find(ViewSnapshot snapshot, string story) =>
        snapshot.Connection.QuerySingleOrDefault<string>(
            "SELECT json FROM story_readings WHERE story = @story AND until IS NULL",
            new { story }
        )
            is { } json
            ? JsonSerializer.Deserialize(json, PerennialJson.Lines.StoryRead)
            : null;

    /// <summary>The position of the entry that says what was read out of a story by a position; <see langword="null"/> when nothing was.</summary>
    public static long? PositionAt(ViewSnapshot snapshot, string story, long at) =>
        snapshot.Connection.QuerySingleOrDefault<long?>(
            $"SELECT r.since FROM story_readings r WHERE r.story = @story AND {Standing.At("r", at)}",
            new { story }
        );
}
