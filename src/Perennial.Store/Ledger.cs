using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace Perennial.Store;

/// <summary>The append-only record: one ordered sequence of entries, and the only place where history is kept.</summary>
public sealed class Ledger : IDisposable
{
    private const string Columns = "e.position, e.at, e.kind, e.subject, e.author, e.payload AS hash, p.bytes";

    private readonly string path;
    private readonly LedgerWriter? writer;
    private readonly SignalledPosition head = new();

    private Ledger(string path, Func<Action<long>, LedgerWriter>? writer)
    {
        this.path = path;
        this.writer = writer?.Invoke(head.Set);
        head.Set(this.writer?.Head ?? ReadHead());
    }

    /// <summary>The last committed position; 0 for an empty ledger.</summary>
    public long Head => head.Value;

    /// <summary>Opens the ledger for its one writing process, making it when it is missing.</summary>
    /// <exception cref="StoreException">It was written by a newer version, or can't be opened.</exception>
    public static Ledger Open(NewsroomFolder folder, TimeProvider clock) =>
        new(folder.Ledger, committed => new LedgerWriter(folder.Ledger, clock, committed));

    /// <summary>Opens the ledger to read only, whoever else may be writing.</summary>
    /// <exception cref="StoreException">It was written by a newer version, is missing, or can't be opened.</exception>
    public static Ledger OpenToRead(NewsroomFolder folder)
    {
        SqliteFile.Check(folder.Ledger, LedgerSchema.Format);
        return new Ledger(folder.Ledger, writer: null);
    }

    /// <summary>Appends a batch.</summary>
    /// <returns>Its entries with their positions, once they are on the disk; none when its condition made it void.</returns>
    /// <exception cref="StoreException">It could not be committed, the reason in one line; nothing of it was.</exception>
    public Task<IReadOnlyList<Entry>> AppendAsync(LedgerBatch batch) =>
        writer is null ? throw new StoreException("the ledger is open to read only") : writer.AppendAsync(batch);

    /// <summary>The entries after a position, in order, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<Entry> ReadAfter(long position, int most) =>
        Query($"WHERE e.position > @position ORDER BY e.position LIMIT @most", new { position, most });

    /// <summary>The entries of one kind after a position, in order, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<Entry> ReadAfter(IEntryKind kind, long position, int most) =>
        Query(
            "WHERE e.kind = @Name AND e.position > @position ORDER BY e.position LIMIT @most",
            new
            {
                kind.Name,
                position,
                most,
            }
        );

    /// <summary>The entries of one kind since a time, in order.</summary>
    public IReadOnlyList<Entry> ReadSince(IEntryKind kind, DateTimeOffset since) =>
        Query(
            "WHERE e.kind = @Name AND e.at >= @at ORDER BY e.position",
            new { kind.Name, at = since.ToUnixTimeMilliseconds() }
        );

    /// <summary>One entry, or <see langword="null"/>.</summary>
    public Entry? Find(long position) => Query("WHERE e.position = @position", new { position }).SingleOrDefault();

    /// <summary>The entries about one subject, in order.</summary>
    public IReadOnlyList<Entry> About(string subject) =>
        Query("WHERE e.subject = @subject ORDER BY e.position", new { subject });

    /// <summary>The entries of one kind about one subject up to a position, in order.</summary>
    public IReadOnlyList<Entry> About(IEntryKind kind, string subject, long upTo) =>
        Query(
            "WHERE e.subject = @subject AND e.position <= @upTo AND e.kind = @Name ORDER BY e.position",
            new
            {
                subject,
                upTo,
                kind.Name,
            }
        );

    /// <summary>The last entry of one kind about one subject up to a position, or <see langword="null"/>.</summary>
    public Entry? LastAbout(IEntryKind kind, string subject, long upTo) =>
        Query(
                "WHERE e.subject = @subject AND e.position <= @upTo AND e.kind = @Name ORDER BY e.position DESC LIMIT 1",
                new
                {
                    subject,
                    upTo,
                    kind.Name,
                }
            )
            .SingleOrDefault();

    /// <summary>The content of a blob.</summary>
    /// <param name="sha256">Its name: lower-case hex.</param>
    /// <returns><see langword="null"/> when there is none, or no more.</returns>
    public byte[]? Blob(string sha256)
    {
        var row = Read(connection =>
            connection.QuerySingleOrDefault<(long Size, byte[]? Zstd)>(
                "SELECT size, zstd FROM blobs WHERE hash = @hash",
                new { hash = Convert.FromHexString(sha256) }
            )
        );
        return row.Zstd is null ? null : Unpack(row.Zstd, row.Size);
    }

    /// <summary>The name that a blob of this content has: its SHA-256 in lower-case hex.</summary>
    public static string BlobName(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>How far a follower has come; 0 for one that has never been seen.</summary>
    public long FollowerPosition(string name) =>
        Read(connection =>
            connection.ExecuteScalar<long?>("SELECT position FROM followers WHERE name = @name", new { name })
        ) ?? 0;

    /// <summary>Waits until there is something after a position.</summary>
    public Task WaitBeyondAsync(long position, CancellationToken cancellation) =>
        head.WaitBeyondAsync(position, cancellation);

    /// <summary>Commits what is queued and lets go of the file.</summary>
    public void Dispose() => writer?.Dispose();

    internal static byte[] Unpack(byte[] zstd, long size)
    {
        using var decompressor = new Decompressor();
        return decompressor.Unwrap(zstd, checked((int)size)).ToArray();
    }

    /// <summary>The last position in a folder's ledger; 0 where there is none.</summary>
    internal static long HeadOf(NewsroomFolder folder) =>
        folder.Exists ? new Ledger(folder.Ledger, writer: null).Head : 0;

    internal SqliteConnection OpenReader() => SqliteFile.OpenReader(path);

    private long ReadHead() =>
        Read(connection => connection.ExecuteScalar<long?>("SELECT max(position) FROM entries")) ?? 0;

    private List<Entry> Query(string where, object parameters) =>
        Read(connection =>
            connection
                .Query<Row>(
                    $"SELECT {Columns} FROM entries e LEFT JOIN payloads p ON p.hash = e.payload {where}",
                    parameters
                )
                .Select(row => row.ToEntry())
                .ToList()
        );

    private T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = SqliteFile.OpenReader(path);
        try
        {
            return query(connection);
        }
        catch (SqliteException e)
        {
            throw SqliteFile.Translate(e, path);
        }
    }

    private sealed record Row(
        long Position,
        long At,
        string Kind,
        string Subject,
        string Author,
        byte[] Hash,
        byte[]? Bytes
    )
    {
        public Entry ToEntry() =>
            new()
            {
                Position = Position,
                At = DateTimeOffset.FromUnixTimeMilliseconds(At),
                Kind = Kind,
                Subject = Subject,
                Author = Author,
                PayloadHash = Hash,
                Payload = Bytes is null ? (ReadOnlyMemory<byte>?)null : Bytes,
            };
    }
}
