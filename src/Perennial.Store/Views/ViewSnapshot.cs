using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>All views as they stood at one position, for as long as a page needs to be put together.</summary>
/// <remarks>It is a short read-only transaction: dispose it before a slow reader is served.</remarks>
public sealed class ViewSnapshot : IDisposable
{
    private readonly SqliteTransaction transaction;
    private readonly Action closed;

    internal ViewSnapshot(string path, Action closed)
    {
        this.closed = closed;
        Connection = SqliteFile.OpenReader(path);
        try
        {
            transaction = Connection.BeginTransaction(deferred: true);
            Position = Connection.ExecuteScalar<long>("SELECT position FROM applied");
        }
        catch (SqliteException e)
        {
            Connection.Dispose();
            throw SqliteFile.Translate(e, path);
        }
    }

    /// <summary>The position that the views had reached.</summary>
    public long Position { get; }

    internal SqliteConnection Connection { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        transaction.Dispose();
        Connection.Dispose();
        closed();
    }
}
