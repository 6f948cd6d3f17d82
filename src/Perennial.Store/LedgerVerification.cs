using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store;

/// <summary>Checks a ledger against itself: the file, positions, payloads, blobs, and how far its followers are.</summary>
public static class LedgerVerification
{
    /// <summary>Reads the whole ledger and tells everything that is wrong with it.</summary>
    /// <param name="ledger">The ledger; it may be in use.</param>
    /// <param name="progress">Told each thousandth position; may be <see langword="null"/>.</param>
    /// <param name="cancellation">Stops the check.</param>
    public static LedgerVerified Verify(Ledger ledger, IProgress<long>? progress, CancellationToken cancellation)
    {
        using var connection = ledger.OpenReader();
        using var transaction = connection.BeginTransaction(deferred: true);
        var faults = new List<LedgerFault>();
        var named = new Dictionary<string, long>(StringComparer.Ordinal);
        try
        {
            CheckFile(connection, faults);
            var entries = CheckEntries(connection, faults, named, progress, cancellation);
            var blobs = CheckBlobs(connection, faults, named, cancellation);
            CheckWhatPointsBeyond(connection, faults);
            return new LedgerVerified(entries, blobs, faults);
        }
        catch (SqliteException e)
        {
            faults.Add(new LedgerFault(null, $"the file itself is damaged: {e.Message}"));
            return new LedgerVerified(0, 0, faults);
        }
    }

    /// <summary>SQLite's own check: a damaged index hides rows that a walk along the table finds.</summary>
    private static void CheckFile(SqliteConnection connection, List<LedgerFault> faults)
    {
        const int most = 10;
        faults.AddRange(
            connection
                .Query<string>($"PRAGMA integrity_check({most})")
                .Where(line => line != "ok")
                .Select(line => new LedgerFault(null, $"the file itself is damaged: {line.ReplaceLineEndings(" ")}"))
        );
    }

    /// <summary>What was cut off at the end leaves its payload behind, and followers that have come further than there is.</summary>
    private static void CheckWhatPointsBeyond(SqliteConnection connection, List<LedgerFault> faults)
    {
        var unclaimed = connection.ExecuteScalar<long>(
            "SELECT count(*) FROM payloads WHERE hash NOT IN (SELECT payload FROM entries)"
        );
        if (unclaimed > 0)
        {
            faults.Add(new(null, $"{unclaimed} payloads belong to no entry: the entries that named them are missing"));
        }
        var ahead = connection.Query<(string Name, long Position)>(
            "SELECT name, position FROM followers WHERE position > (SELECT coalesce(max(position), 0) FROM entries)"
        );
        faults.AddRange(
            ahead.Select(follower => new LedgerFault(
                follower.Position,
                $"the follower {follower.Name} has dealt with this entry, but it is missing"
            ))
        );
    }

    private static long CheckEntries(
        SqliteConnection connection,
        List<LedgerFault> faults,
        Dictionary<string, long> named,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var kinds = EntryKinds.All.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        var rows = connection.Query<(long Position, string Kind, byte[] Hash, byte[]? Salt, byte[]? Bytes)>(
            "SELECT e.position, e.kind, e.payload, p.salt, p.bytes FROM entries e LEFT JOIN payloads p ON p.hash = e.payload ORDER BY e.position",
            buffered: false
        );
        long expected = 1;
        long count = 0;
        foreach (var (position, kind, hash, salt, bytes) in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (position != expected)
            {
                faults.Add(new(expected, $"entries {expected} to {position - 1} are missing"));
            }
            if (!kinds.ContainsKey(kind))
            {
                faults.Add(new(position, $"its kind {kind} is unknown to this version"));
            }
            if (bytes is null || salt is null)
            {
                faults.Add(new(position, "its payload is missing, and no takedown says so"));
            }
            else if (!PayloadHash.Of(salt, bytes).AsSpan().SequenceEqual(hash))
            {
                faults.Add(new(position, "its payload is not the one that was committed"));
            }
            else if (kind == EntryKinds.PageCaptured.Name && BlobNamedBy(bytes) is { } blob)
            {
                named[blob] = named.GetValueOrDefault(blob) + 1;
            }
            expected = position + 1;
            if (++count % 1000 == 0)
            {
                progress?.Report(position);
            }
        }
        return count;
    }

    private static long CheckBlobs(
        SqliteConnection connection,
        List<LedgerFault> faults,
        Dictionary<string, long> named,
        CancellationToken cancellation
    )
    {
        long count = 0;
        var rows = connection.Query<(byte[] Hash, long Size, long Refs, byte[] Zstd)>(
            "SELECT hash, size, refs, zstd FROM blobs",
            buffered: false
        );
        foreach (var (hash, size, refs, zstd) in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            count++;
            var name = Convert.ToHexStringLower(hash);
            named.Remove(name, out var uses);
            if (!Holds(zstd, size, hash))
            {
                faults.Add(new(null, $"blob {name} is not what its name says"));
            }
            if (refs != uses)
            {
                faults.Add(new(null, $"blob {name} counts {refs} references, but {uses} entries name it"));
            }
        }
        faults.AddRange(named.Keys.Select(name => new LedgerFault(null, $"blob {name} is missing")));
        return count;
    }

    private static bool Holds(byte[] zstd, long size, byte[] hash)
    {
        try
        {
            var content = Ledger.Unpack(zstd, size);
            return content.Length == size && SHA256.HashData(content).AsSpan().SequenceEqual(hash);
        }
        catch (Exception e) when (e is ZstdSharp.ZstdException or OverflowException)
        {
            return false;
        }
    }

    private static string? BlobNamedBy(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, PerennialJson.Lines.PageCaptured)?.Blob;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a check of a ledger found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Blobs">How many blobs were read.</param>
/// <param name="Faults">What is wrong; empty when all is well.</param>
public sealed record LedgerVerified(long Entries, long Blobs, IReadOnlyList<LedgerFault> Faults);

/// <summary>One thing that is wrong with a ledger.</summary>
/// <param name="Position">The entry it is about; <see langword="null"/> for the file or a blob.</param>
/// <param name="Message">What is wrong, in one line.</param>
public sealed record LedgerFault(long? Position, string Message);
