using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>One generation of the views: a SQLite file and its one writer.</summary>
internal sealed class ViewFile : IDisposable
{
    // Counts up with every change of a table below: views of another format are made again.
    private const long Format = 4;

    // Entries a transaction: enough to amortise it, few enough that pages and open streams hear of them at once.
    private const int EntriesACommit = 500;

    // The order in which an entry is applied: a view may look at those above it.
    private static readonly IView[] Views =
    [
        new TimesView(),
        new SiteView(),
        new SourcesView(),
        new StoriesView(),
        // Compares a reading with the one that it replaces, which the articles still hold.
        new StatementsView(),
        new ArticlesView(),
        new ArticleVersionsView(),
        new EntitiesView(),
        new TrailsView(),
        new QuestionsView(),
        new StoryReadingsView(),
        new GateView(),
        new PostsView(),
        new PiecesView(),
        new BylinesView(),
        new OutletsView(),
        new SearchView(),
        new LiveView(),
    ];

    private readonly SqliteConnection connection;
    private readonly Lock gate = new();
    private int snapshots;
    private bool retired;

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

    /// <summary>Whether a file can go on being used: it is new, or of this version's format and not ahead of the ledger.</summary>
    /// <remarks>Views are ahead when an earlier copy of the ledger has been put back.</remarks>
    public static bool IsUsable(string path, long head)
    {
        if (!File.Exists(path))
        {
            return true;
        }
        try
        {
            using var reader = SqliteFile.OpenReader(path);
            return reader.ExecuteScalar<long>("PRAGMA user_version") switch
            {
                0 => true,
                Format => reader.ExecuteScalar<long>("SELECT position FROM applied") <= head,
                _ => false,
            };
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
            Apply(entries);
            Position = entries[^1].Position;
            applied(Position);
        }
    }

    /// <summary>A snapshot; the file stays until its last snapshot has been disposed.</summary>
    /// <returns><see langword="null"/> when another file has taken its place.</returns>
    public ViewSnapshot? Snapshot()
    {
        lock (gate)
        {
            if (retired)
            {
                return null;
            }
            snapshots++;
        }
        try
        {
            return new ViewSnapshot(Path, Release);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Closes it for good: no more snapshots; the file goes with the last of them.</summary>
    public void Retire()
    {
        bool last;
        lock (gate)
        {
            retired = true;
            last = snapshots == 0;
        }
        connection.Dispose();
        if (last)
        {
            Delete(Path);
        }
    }

    public void Dispose() => connection.Dispose();

    private void Release()
    {
        bool last;
        lock (gate)
        {
            snapshots--;
            last = retired && snapshots == 0;
        }
        if (last)
        {
            Delete(Path);
        }
    }

    private void Apply(IReadOnlyList<Entry> entries)
    {
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
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
        catch (SqliteException e)
        {
            throw SqliteFile.Translate(e, Path);
        }
    }
}
