using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>What people asked of stories, and what they said became of questions: every act, with the position that made it.</summary>
public sealed class QuestionsView : IView
{
    // The last act on each question up to a position.
    private const string Last = """
        SELECT q.id, q.story, q.position, q.at, q.json,
            (SELECT min(f.at) FROM question_acts f WHERE f.id = q.id) AS first
        FROM question_acts q
        WHERE q.position = (
            SELECT max(l.position) FROM question_acts l WHERE l.id = q.id AND (@upTo IS NULL OR l.position <= @upTo)
        )
        """;

    string IView.Schema =>
        """
            CREATE TABLE question_acts (
                id TEXT NOT NULL,
                position INTEGER NOT NULL,
                story TEXT NOT NULL,
                at INTEGER NOT NULL,
                json TEXT NOT NULL,
                PRIMARY KEY (id, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX question_acts_story ON question_acts (story);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.QuestionChanged.Is(entry) && EntryKinds.QuestionChanged.Read(entry) is { } changed)
        {
            connection.Execute(
                "INSERT INTO question_acts VALUES (@Subject, @Position, @Story, @at, @json)",
                new
                {
                    entry.Subject,
                    entry.Position,
                    changed.Story,
                    at = entry.At.ToUnixTimeMilliseconds(),
                    json = JsonSerializer.Serialize(changed, PerennialJson.Lines.QuestionChanged),
                }
            );
        }
        else if (StoriesView.MergedWith(connection, entry) is { } survivor)
        {
            connection.Execute(
                "UPDATE question_acts SET story = @survivor WHERE story = @Subject",
                new { survivor, entry.Subject }
            );
        }
    }

    /// <summary>What was said last of each question of a story that people asked or said something of, in the order in which they did first.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story's id.</param>
    /// <param name="upTo">A position for what had been said then; <see langword="null"/> for now.</param>
    public static IReadOnlyList<QuestionAct> Of(ViewSnapshot snapshot, string story, long? upTo = null) =>
        [
            .. snapshot
                .Connection.Query<Row>($"{Last} AND q.story = @story ORDER BY first, q.id", new { story, upTo })
                .Select(row => row.ToAct()),
        ];

    /// <summary>What was said last of a question; <see langword="null"/> when nobody said anything.</summary>
    public static QuestionAct? Find(ViewSnapshot snapshot, string id) =>
        snapshot
            .Connection.QuerySingleOrDefault<Row>($"{Last} AND q.id = @id", new { id, upTo = (long?)null })
            ?.ToAct();

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string Story { get; init; }
        public long Position { get; init; }
        public long At { get; init; }
        public long First { get; init; }
        public required string Json { get; init; }

        public QuestionAct ToAct() =>
            new(
                Id,
                Story,
                Position,
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                DateTimeOffset.FromUnixTimeMilliseconds(First),
                JsonSerializer.Deserialize(Json, PerennialJson.Lines.QuestionChanged)!
            );
    }
}

/// <summary>What a person said last of a question.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Story">The story that it belongs to now.</param>
/// <param name="Position">The position of the act.</param>
/// <param name="At">When it was done.</param>
/// <param name="First">When somebody said something of it first: when it was asked, for a question of our own.</param>
/// <param name="Said">What was said.</param>
public sealed record QuestionAct(
    string Id,
    string Story,
    long Position,
    DateTimeOffset At,
    DateTimeOffset First,
    QuestionChanged Said
);
