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
                kicker TEXT,
                kicker_article TEXT,
                PRIMARY KEY (story, since)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX story_readings_now ON story_readings (story) WHERE until IS NULL;
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (!EntryKinds.StoryRead.Is(entry) || EntryKinds.StoryRead.Read(entry) is not { } read)
        {
            return;
        }
        var kicker = read.Name?.Kicker is { } passage ? Words(connection, passage) : null;
        connection.Execute(
            """
            UPDATE story_readings SET until = @Position, json = NULL WHERE story = @Subject AND until IS NULL;
            INSERT INTO story_readings VALUES (@Subject, @Position, NULL, @json, @kicker, @article)
            """,
            new
            {
                entry.Position,
                entry.Subject,
                json = JsonSerializer.Serialize(read, PerennialJson.Lines.StoryRead),
                kicker,
                article = kicker is null ? null : read.Name!.Kicker!.Article,
            }
        );
    }

    /// <summary>The words of a label, which begins with a capital; <see langword="null"/> when its article has been read anew.</summary>
    private static string? Words(SqliteConnection connection, PassageAnchor passage) =>
        connection.QuerySingleOrDefault<string>(
            "SELECT json FROM articles WHERE id = @Article AND read = @Read",
            new { passage.Article, passage.Read }
        )
            is { } json
        && JsonSerializer.Deserialize(json, PerennialJson.Lines.Article) is { } article
        && passage.Start >= 0
        && passage.Start < passage.End
        && passage.End <= article.Text.Length
            ? char.ToUpperInvariant(article.Text[passage.Start]) + article.Text[(passage.Start + 1)..passage.End]
            : null;

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
