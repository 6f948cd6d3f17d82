using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The pieces written at our own desk, every version of each, and the stories they belong to.</summary>
public sealed class PiecesView : IView
{
    private const string Columns = "SELECT p.id, p.since, p.first, p.at, p.changed, p.json FROM pieces p";

    string IView.Schema =>
        """
            CREATE TABLE pieces (
                id TEXT NOT NULL,
                since INTEGER NOT NULL,
                until INTEGER,
                first INTEGER NOT NULL,
                at INTEGER NOT NULL,
                changed INTEGER,
                slug TEXT NOT NULL,
                section TEXT,
                withdrawn INTEGER NOT NULL,
                json TEXT NOT NULL,
                PRIMARY KEY (id, since)
            ) STRICT;
            CREATE INDEX pieces_slug ON pieces (slug, since);
            CREATE INDEX pieces_since ON pieces (since);
            CREATE INDEX pieces_first ON pieces (first) WHERE until IS NULL;
            CREATE TABLE piece_stories (story TEXT NOT NULL, piece TEXT NOT NULL, PRIMARY KEY (story, piece)) STRICT;
            CREATE INDEX piece_stories_piece ON piece_stories (piece);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.PiecePublished.Is(entry) && EntryKinds.PiecePublished.Read(entry) is { } published)
        {
            // Two may have chosen the same at the same moment, and an address leads to one piece for ever.
            var taken = connection.ExecuteScalar<long>(
                "SELECT count(*) FROM pieces WHERE slug = @Slug",
                new { published.Piece.Slug }
            );
            var piece =
                taken == 0
                    ? published.Piece
                    : published.Piece with
                    {
                        Slug = $"{published.Piece.Slug}-{entry.Subject}",
                    };
            Insert(connection, entry, piece, entry.Position, entry.At.ToUnixTimeMilliseconds(), changed: null);
        }
        else if (EntryKinds.PieceEdited.Is(entry) && EntryKinds.PieceEdited.Read(entry) is { } edited)
        {
            if (
                connection.QuerySingleOrDefault<(long First, long At, string Slug)?>(
                    "SELECT first, at, slug FROM pieces WHERE id = @Subject AND until IS NULL",
                    new { entry.Subject }
                )
                is not { } earlier
            )
            {
                return;
            }
            connection.Execute(
                "UPDATE pieces SET until = @Position WHERE id = @Subject AND until IS NULL",
                new { entry.Position, entry.Subject }
            );
            Insert(
                connection,
                entry,
                edited.Piece with
                {
                    Slug = earlier.Slug,
                },
                earlier.First,
                earlier.At,
                entry.At.ToUnixTimeMilliseconds()
            );
        }
        else if (StoriesView.MergedWith(connection, entry) is { } survivor)
        {
            connection.Execute(
                """
                INSERT OR IGNORE INTO piece_stories SELECT @survivor, piece FROM piece_stories WHERE story = @Subject;
                DELETE FROM piece_stories WHERE story = @Subject;
                """,
                new { survivor, entry.Subject }
            );
        }
    }

    /// <summary>Whether a slug is in use.</summary>
    public static bool SlugIsTaken(ViewSnapshot snapshot, string slug) =>
        snapshot.Connection.ExecuteScalar<long>("SELECT count(*) FROM pieces WHERE slug = @slug", new { slug }) > 0;

    /// <summary>A piece that readers may see, by its id or slug, or <see langword="null"/>.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="piece">Its id or slug.</param>
    /// <param name="at">A position for the piece as it stood then; <see langword="null"/> for now.</param>
    public static PieceRow? Find(ViewSnapshot snapshot, string piece, long? at = null)
    {
        var found = Query(
                snapshot,
                $"WHERE (p.id = @piece OR p.slug = @piece) AND {Standing.At("p", at)} AND {GateView.Open("p.id", at)}",
                new { piece }
            )
            .SingleOrDefault();
        if (at is null || found is null)
        {
            return found;
        }
        // What was withdrawn since is not shown as it was; what was corrected carries its correction.
        var later = Versions(snapshot, found.Id).Where(version => version.Since > at).ToList();
        return later is [.., { Piece.Withdrawn: true } withdrawn]
            ? withdrawn
            : found with
            {
                CorrectedLater = later
                    .Select(version => version.Piece.Correction)
                    .LastOrDefault(correction => correction is not null && correction != found.Piece.Correction),
            };
    }

    /// <summary>A piece, held or not, by its id or slug, or <see langword="null"/>.</summary>
    public static PieceRow? FindAny(ViewSnapshot snapshot, string piece) =>
        Query(snapshot, "WHERE (p.id = @piece OR p.slug = @piece) AND p.until IS NULL", new { piece })
            .SingleOrDefault();

    /// <summary>Every version of a piece that readers may see, oldest first; of one that was withdrawn only what says so.</summary>
    public static IReadOnlyList<PieceRow> Versions(ViewSnapshot snapshot, string id)
    {
        var versions = Query(snapshot, $"WHERE p.id = @id AND {GateView.Open("p.id")} ORDER BY p.since", new { id });
        return versions is [.., { Piece.Withdrawn: true } last] ? [last] : versions;
    }

    /// <summary>The pieces in a story that readers may see and that were not withdrawn, the newest first.</summary>
    public static IReadOnlyList<PieceRow> OfStory(ViewSnapshot snapshot, string story, int most, long? at = null) =>
        [
            .. Query(
                snapshot,
                $"""
                WHERE {Standing.At("p", at)} AND {GateView.Open("p.id", at)} AND p.withdrawn = 0
                AND EXISTS (SELECT 1 FROM piece_stories s WHERE s.piece = p.id AND s.story = @story)
                AND NOT EXISTS (SELECT 1 FROM pieces n WHERE n.id = p.id AND n.until IS NULL AND n.withdrawn = 1)
                ORDER BY p.first DESC LIMIT @most
                """,
                new { story, most }
            ),
        ];

    /// <summary>The newest pieces that readers may see and that were not withdrawn.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="section">The slug of a section; <see langword="null"/> for all.</param>
    /// <param name="before">The <see cref="PieceRow.First"/> of the piece to go on after; <see langword="null"/> for the beginning.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<PieceRow> Newest(ViewSnapshot snapshot, string? section, long? before, int most) =>
        Query(
            snapshot,
            $"""
            WHERE p.until IS NULL AND p.withdrawn = 0 AND {GateView.Open("p.id")}
            AND (@section IS NULL OR p.section = @section) AND (@before IS NULL OR p.first < @before)
            ORDER BY p.first DESC LIMIT @most
            """,
            new
            {
                section,
                before,
                most,
            }
        );

    /// <summary>The positions after one at which a piece was published, changed, held or opened, in order.</summary>
    public static IReadOnlyList<PieceChange> ChangedAfter(ViewSnapshot snapshot, long position, int most) =>
        [
            .. snapshot
                .Connection.Query<(long Position, string Id, long Gate)>(
                    """
                    SELECT since, id, 0 FROM pieces WHERE since > @position
                    UNION SELECT g.since, g.subject, 1 FROM gate g
                        WHERE g.since > @position AND EXISTS (SELECT 1 FROM pieces p WHERE p.id = g.subject)
                    UNION SELECT g.until, g.subject, 1 FROM gate g
                        WHERE g.until > @position AND EXISTS (SELECT 1 FROM pieces p WHERE p.id = g.subject)
                    ORDER BY 1 LIMIT @most
                    """,
                    new { position, most }
                )
                .Select(row => new PieceChange(row.Position, row.Id, row.Gate == 1)),
        ];

    /// <summary>Whether a piece of a story, or of any where none is named, was published, changed, held or opened after a position.</summary>
    public static bool AnyChangedAfter(ViewSnapshot snapshot, string? story, long position) =>
        ChangedAfter(snapshot, position, int.MaxValue)
            .Any(change =>
                story is null
                || snapshot.Connection.ExecuteScalar<long>(
                    "SELECT count(*) FROM piece_stories WHERE piece = @Id AND story = @story",
                    new { change.Id, story }
                ) > 0
            );

    private static IReadOnlyList<PieceRow> Query(ViewSnapshot snapshot, string where, object parameters) =>
        [.. snapshot.Connection.Query<Row>($"{Columns} {where}", parameters).Select(row => row.ToPiece())];

    private static void Insert(
        SqliteConnection connection,
        Entry entry,
        Piece piece,
        long first,
        long at,
        long? changed
    )
    {
        connection.Execute(
            """
            INSERT INTO pieces VALUES
                (@Subject, @Position, NULL, @first, @at, @changed, @Slug, @Section, @Withdrawn, @json)
            """,
            new
            {
                entry.Subject,
                entry.Position,
                first,
                at,
                changed,
                piece.Slug,
                piece.Section,
                piece.Withdrawn,
                json = JsonSerializer.Serialize(piece, PerennialJson.Lines.Piece),
            }
        );
        connection.Execute("DELETE FROM piece_stories WHERE piece = @Subject", new { entry.Subject });
        foreach (var story in piece.Stories)
        {
            connection.Execute(
                "INSERT OR IGNORE INTO piece_stories VALUES (@story, @Subject)",
                new { story = StoriesView.Current(connection, story), entry.Subject }
            );
        }
    }

    private sealed class Row
    {
        public required string Id { get; init; }
        public long Since { get; init; }
        public long First { get; init; }
        public long At { get; init; }
        public long? Changed { get; init; }
        public required string Json { get; init; }

        public PieceRow ToPiece() =>
            new()
            {
                Id = Id,
                Since = Since,
                First = First,
                At = DateTimeOffset.FromUnixTimeMilliseconds(At),
                Changed = Changed is { } changed ? DateTimeOffset.FromUnixTimeMilliseconds(changed) : null,
                Piece = JsonSerializer.Deserialize(Json, PerennialJson.Lines.Piece)!,
            };
    }
}

/// <summary>A piece as it stands.</summary>
public sealed record PieceRow
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The position that made this version of it.</summary>
    public required long Since { get; init; }

    /// <summary>The position that published it.</summary>
    public required long First { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>What it says.</summary>
    public required Piece Piece { get; init; }

    /// <summary>What was corrected after the position which was asked about; <see langword="null"/> for nothing.</summary>
    public string? CorrectedLater { get; init; }
}

/// <summary>Something that happened to a piece.</summary>
/// <param name="Position">The entry's position.</param>
/// <param name="Id">The piece's id.</param>
/// <param name="OfGate">Whether it was held or opened; it was published or changed otherwise.</param>
public sealed record PieceChange(long Position, string Id, bool OfGate);
