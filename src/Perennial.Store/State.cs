using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store;

/// <summary>What is neither history nor derivable: tokens, schedules, validators of fetches, which views are in use, readers’ reports, subscriptions at the hub.</summary>
/// <remarks>One connection, used under a lock: its writes are few and small.</remarks>
public sealed partial class State : IDisposable
{
    private const long Format = 1;

    private const string Schema = """
        CREATE TABLE tokens (
            hash BLOB PRIMARY KEY,
            author TEXT NOT NULL,
            name TEXT NOT NULL,
            made INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE notes (topic TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (topic, name)) STRICT;
        """;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly string path;

    private State(string path, SqliteConnection connection)
    {
        this.path = path;
        this.connection = connection;
    }

    /// <summary>Opens the state, making its file when it is missing.</summary>
    /// <exception cref="StoreException">It was written by a newer version, or can't be opened.</exception>
    public static State Open(NewsroomFolder folder)
    {
        var writer = SqliteFile.OpenWriter(folder.State, "FULL", Format, Schema);
        SqliteFile.Execute(writer, ReportsSchema);
        SqliteFile.Execute(writer, SubscriptionsSchema);
        return new State(folder.State, writer);
    }

    /// <summary>Opens the state beside a running server; nothing is written.</summary>
    /// <exception cref="StoreException">It was written by a newer version, or there is none.</exception>
    public static State OpenToRead(NewsroomFolder folder)
    {
        SqliteFile.Check(folder.State, Format);
        return new State(folder.State, SqliteFile.OpenReader(folder.State));
    }

    /// <summary>Makes a token for the API.</summary>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="clock">The newsroom's clock.</param>
    /// <returns>The token. Only its hash is kept: it can't be shown again.</returns>
    public string NewToken(string name, TimeProvider clock)
    {
        var token = "pt_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var author = ShortId.New('u');
        Run(c =>
            c.Execute(
                "INSERT INTO tokens VALUES (@hash, @author, @name, @made)",
                new
                {
                    hash = HashOf(token),
                    author,
                    name,
                    made = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            )
        );
        return token;
    }

    /// <summary>Whose token it is: an opaque id for the ledger.</summary>
    /// <returns><see langword="null"/> for a token that was never made here.</returns>
    public string? AuthorOf(string token) =>
        Run(c =>
            c.ExecuteScalar<string?>("SELECT author FROM tokens WHERE hash = @hash", new { hash = HashOf(token) })
        );

    /// <summary>A note: a small value under a topic and a name.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public string? Note(string topic, string name) =>
        Run(c =>
            c.ExecuteScalar<string?>(
                "SELECT value FROM notes WHERE topic = @topic AND name = @name",
                new { topic, name }
            )
        );

    /// <summary>All notes of a topic, by name.</summary>
    public IReadOnlyDictionary<string, string> Notes(string topic) =>
        Run(c =>
            c.Query<(string Name, string Value)>("SELECT name, value FROM notes WHERE topic = @topic", new { topic })
                .ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal)
        );

    /// <summary>Sets a note; <see langword="null"/> removes it.</summary>
    public void SetNote(string topic, string name, string? value) =>
        Run(c =>
            value is null
                ? c.Execute("DELETE FROM notes WHERE topic = @topic AND name = @name", new { topic, name })
                : c.Execute(
                    "INSERT INTO notes VALUES (@topic, @name, @value) ON CONFLICT (topic, name) DO UPDATE SET value = excluded.value",
                    new
                    {
                        topic,
                        name,
                        value,
                    }
                )
        );

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private T Run<T>(Func<SqliteConnection, T> work)
    {
        lock (gate)
        {
            try
            {
                return work(connection);
            }
            catch (SqliteException e)
            {
                throw SqliteFile.Translate(e, path);
            }
        }
    }
}
