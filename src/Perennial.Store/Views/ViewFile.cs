using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>One generation of the views: a SQLite file and its one writer.</summary>
internal sealed class ViewFile : IDisposable
{
    // Counts up with every change of a table below: views of another format are made again.
    private const long Format = 1;

    // Entries a transaction: enough to amortise it, few enough that pages and open streams hear of them at once.
    private const int EntriesACommit = 500;

    // The order in which an entry is applied: a view may look at those above it.
    private static readonly IView[] Views =
    [
        new SiteView(),
        new SourcesView(),
        new ArticlesView(),
        new StatementsView(),
        new GateView(),
        new StoriesView(),
        new PostsView(),
        new LiveView(),
    ];

    private readonly SqliteConnection connection;

    private ViewFile(string path, SqliteConnection connection)
    {
        Path = path;
        this.connection = connection;
        Position = connection.ExecuteScalar<long>("SELECT position FROM applied");
    }

    public string Path { get; }

    public long Position { get; private set; }

    public static ViewFile Open(string path)
    {
        var schema =
            string.Concat(Views.Select(view => view.Schema))
            + "CREATE TABLE applied (position INTEGER NOT NULL) STRICT; INSERT INTO applied VALUES (0)";
        return new ViewFile(path, SqliteFile.OpenWriter(path, "NORMAL", Format, schema));
    }

    /// <summary>Whether a file can go on being used: it is new, or of this version's format.</summary>
    public static bool IsUsable(string path)
    {
        if (!File.Exists(path))
        {
            return true;
        }
        try
        {
            using var reader = SqliteFile.OpenReader(path);
            return reader.ExecuteScalar<long>("PRAGMA user_version") is 0 or Format;
        }
        catch (Exception e) when (e is StoreException or SqliteException)
        {
            return false;
        }
    }

    public static void Delete(string path)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(file);
        }
    }

    /// <summary>Applies what the ledger holds after this file's position, in transactions.</summary>
    public void CatchUp(Ledger ledger, Action<long> applied, CancellationToken cancellation)
    {
        while (ledger.Head > Position)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = ledger.ReadAfter(Position, EntriesACommit);
            using (var transaction = connection.BeginTransaction(deferred: false))
            {
                foreach (var entry in entries)
                {
                    foreach (var view in Views)
                    {
                        view.Apply(connection, entry);
                    }
                }
                connection.Execute("UPDATE applied SET position = @Position", new { entries[^1].Position });
                transaction.Commit();
            }
            Position = entries[^1].Position;
            applied(Position);
        }
    }

    public void Dispose() => connection.Dispose();
}
