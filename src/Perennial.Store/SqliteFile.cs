using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Perennial.Store;

/// <summary>Opens one of the newsroom's SQLite files, with the settings that its durability asks for.</summary>
internal static class SqliteFile
{
    // SQLite's result codes for a full disk and for a write that a limit of the system refuses:
    // https://sqlite.org/rescode.html#full and #ioerr_write
    private const int Full = 13;
    private const int WriteFailed = 778;

    /// <summary>Opens a file for its one writer, making it when it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="synchronous"><c>FULL</c> where an acknowledged write must survive a power cut, <c>NORMAL</c> for what can be made again.</param>
    /// <param name="format">The version of its format that this program writes.</param>
    /// <param name="schema">The statements that make it, run in one transaction when the file is new.</param>
    /// <exception cref="StoreException">The file was made by a newer version, or can't be opened.</exception>
    public static SqliteConnection OpenWriter(string path, string synchronous, long format, string schema)
    {
        try
        {
            var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
            Execute(connection, $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA foreign_keys=ON");
            var found = Scalar(connection, "PRAGMA user_version");
            RefuseNewer(connection, path, found, format);
            if (found == 0)
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                Execute(connection, schema + $"; PRAGMA user_version={format}", transaction);
                transaction.Commit();
            }
            return connection;
        }
        catch (SqliteException e)
        {
            throw Translate(e, path);
        }
    }

    /// <summary>Opens a file for short read-only transactions.</summary>
    /// <exception cref="StoreException">It is missing or can't be opened.</exception>
    public static SqliteConnection OpenReader(string path)
    {
        try
        {
            var connection = Open(path, SqliteOpenMode.ReadOnly);
            Execute(connection, "PRAGMA query_only=ON");
            return connection;
        }
        catch (SqliteException e)
        {
            throw Translate(e, path);
        }
    }

    /// <summary>Makes sure that a file is of a format that this program knows, before it is read beside its writer.</summary>
    /// <exception cref="StoreException">It was made by a newer version, is missing, or can't be opened.</exception>
    public static void Check(string path, long format)
    {
        using var connection = OpenReader(path);
        try
        {
            RefuseNewer(connection, path, Scalar(connection, "PRAGMA user_version"), format);
        }
        catch (SqliteException e)
        {
            throw Translate(e, path);
        }
    }

    /// <summary>Says in one line what went wrong with a file.</summary>
    public static StoreException Translate(DbException e, string path) =>
        new(
            e is SqliteException { SqliteErrorCode: Full } or SqliteException { SqliteExtendedErrorCode: WriteFailed }
                ? $"the disk is full: {path} can't grow; nothing that was acknowledged is lost"
                : $"{path} can't be used: {e.Message}",
            e
        );

    private static void RefuseNewer(SqliteConnection connection, string path, long found, long format)
    {
        if (found > format)
        {
            connection.Dispose();
            throw new StoreException(
                $"{path} was written by a newer version of Perennial (format {found}, this one knows {format}): use that version"
            );
        }
    }

    public static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                DefaultTimeout = 10,
                Pooling = mode == SqliteOpenMode.ReadOnly,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
