using System.Data.Common;
using System.Security.Cryptography;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace Perennial.Store;

/// <summary>
/// The one writer of the ledger: a thread that takes all batches that wait, commits them in one transaction with
/// <c>synchronous=FULL</c>, and acknowledges each only then.
/// </summary>
/// <remarks>
/// Group commit is worth 7 times (quiet disk) to 175 times (busy disk) over a commit an entry; a batch waits for at most
/// the transaction before its own.
/// </remarks>
internal sealed class LedgerWriter : IDisposable
{
    // Enough to amortise the disk's sync, few enough that the first of them does not wait long.
    private const int MostBatchesACommit = 512;

    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly TimeProvider clock;
    private readonly Action<long> committed;
    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Thread thread;
    private readonly Compressor compressor = new(level: 6);
    private long head;

    /// <param name="path">The file.</param>
    /// <param name="clock">The newsroom's clock.</param>
    /// <param name="committed">Called on the writer's thread with the new head after each commit.</param>
    public LedgerWriter(string path, TimeProvider clock, Action<long> committed)
    {
        this.path = path;
        this.clock = clock;
        this.committed = committed;
        connection = SqliteFile.OpenWriter(path, "FULL", LedgerSchema.Format, LedgerSchema.Sql);
        head = connection.ExecuteScalar<long?>("SELECT max(position) FROM entries") ?? 0;
        Head = head;
        thread = new Thread(Run) { IsBackground = true, Name = "ledger writer" };
        thread.Start();
    }

    /// <summary>The last position when the file was opened.</summary>
    public long Head { get; }

    /// <summary>Queues a batch.</summary>
    /// <returns>The entries as committed.</returns>
    /// <exception cref="StoreException">The batch could not be committed, or the ledger is closed.</exception>
    public Task<IReadOnlyList<Entry>> AppendAsync(LedgerBatch batch)
    {
        var request = new Waiting(batch);
        return waiting.Writer.TryWrite(request) ? request.Done.Task : throw new StoreException("the ledger is closed");
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        compressor.Dispose();
        connection.Dispose();
    }

    private void Run()
    {
        var together = new List<Waiting>(MostBatchesACommit);
        // A thread of its own may block: it owns the connection, whose calls block anyway.
#pragma warning disable VSTHRD002
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
#pragma warning restore VSTHRD002
        {
            together.Clear();
            while (together.Count < MostBatchesACommit && waiting.Reader.TryRead(out var next))
            {
                together.Add(next);
            }
            Commit(together);
        }
    }

    private void Commit(List<Waiting> together)
    {
        var before = head;
        var entries = new List<IReadOnlyList<Entry>>(together.Count);
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            entries.AddRange(together.Select(request => Insert(request.Batch, transaction)));
            transaction.Commit();
        }
#pragma warning disable CA1031 // Whatever happened, those who wait are told, and the writer goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            head = before;
            Refuse(together, e);
            return;
        }
        committed(head);
        foreach (var (request, done) in together.Zip(entries))
        {
            request.Done.SetResult(done);
        }
    }

    /// <summary>Tells the one batch why it could not be committed; several are tried again one by one, since one may have spoilt it for all.</summary>
    private void Refuse(List<Waiting> together, Exception reason)
    {
        if (together is [var only])
        {
            only.Done.SetException(reason is DbException failed ? SqliteFile.Translate(failed, path) : reason);
            return;
        }
        foreach (var request in together)
        {
            Commit([request]);
        }
    }

    private List<Entry> Insert(LedgerBatch batch, SqliteTransaction transaction)
    {
        var done = new List<Entry>(batch.Entries.Count);
        var made = batch.Unless is { } condition && IsMet(condition, transaction) ? [] : batch.Entries;
        foreach (var entry in made)
        {
            done.Add(Insert(entry, transaction));
        }
        if (batch.Follower is { } follower)
        {
            connection.Execute(
                "INSERT INTO followers VALUES (@Name, @Position) ON CONFLICT (name) DO UPDATE SET position = excluded.position",
                follower,
                transaction
            );
        }
        return done;
    }

    private bool IsMet(LedgerCondition condition, SqliteTransaction transaction) =>
        connection.ExecuteScalar<bool>(
            """
            SELECT EXISTS (
                SELECT 1 FROM entries WHERE kind IN @Kinds AND position > @After AND (@ButBy IS NULL OR author <> @ButBy)
            )
            """,
            condition,
            transaction
        );

    private Entry Insert(NewEntry entry, SqliteTransaction transaction)
    {
        var position = ++head;
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var subject = entry.Subject ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{position}");
        var salt = RandomNumberGenerator.GetBytes(PayloadHash.SaltLength);
        var bytes = entry.Payload.ToArray();
        var hash = PayloadHash.Of(salt, bytes);
        connection.Execute(
            "INSERT INTO entries VALUES (@position, @at, @Kind, @subject, @Author, @hash)",
            new
            {
                position,
                at,
                entry.Kind,
                subject,
                entry.Author,
                hash,
            },
            transaction
        );
        connection.Execute(
            "INSERT INTO payloads VALUES (@hash, @salt, @bytes)",
            new
            {
                hash,
                salt,
                bytes,
            },
            transaction
        );
        foreach (var blob in entry.Blobs)
        {
            InsertBlob(blob, transaction);
        }
        return new Entry
        {
            Position = position,
            At = DateTimeOffset.FromUnixTimeMilliseconds(at),
            Kind = entry.Kind,
            Subject = subject,
            Author = entry.Author,
            PayloadHash = hash,
            Payload = bytes,
        };
    }

    private void InsertBlob(ReadOnlyMemory<byte> blob, SqliteTransaction transaction)
    {
        var hash = SHA256.HashData(blob.Span);
        var known = connection.Execute(
            "UPDATE blobs SET refs = refs + 1 WHERE hash = @hash",
            new { hash },
            transaction
        );
        if (known == 0)
        {
            var zstd = compressor.Wrap(blob.Span).ToArray();
            connection.Execute(
                "INSERT INTO blobs VALUES (@hash, @size, 1, @zstd)",
                new
                {
                    hash,
                    size = (long)blob.Length,
                    zstd,
                },
                transaction
            );
        }
    }

    private sealed record Waiting(LedgerBatch Batch)
    {
        public TaskCompletionSource<IReadOnlyList<Entry>> Done { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
