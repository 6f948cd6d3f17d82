using Microsoft.Data.Sqlite;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Support;

/// <summary>A newsroom in a folder of its own that goes when the test ends.</summary>
public sealed class TemporaryNewsroom : IDisposable
{
    private readonly TimeProvider clock;

    public TemporaryNewsroom(TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        Folder = new NewsroomFolder(Directory.CreateTempSubdirectory("perennial-").FullName);
        State = State.Open(Folder);
        Ledger = Ledger.Open(Folder, this.clock);
        Views = ViewStore.Open(Folder, State);
    }

    public NewsroomFolder Folder { get; }

    public State State { get; private set; }

    public Ledger Ledger { get; private set; }

    public ViewStore Views { get; private set; }

    /// <summary>Appends entries and brings the views up to them.</summary>
    public async Task<IReadOnlyList<Entry>> AppendAsync(params NewEntry[] entries)
    {
        var appended = await Ledger.AppendAsync(LedgerBatch.Of(entries));
        await Views.CatchUpAsync(Ledger, TestContext.Current.CancellationToken);
        return appended;
    }

    /// <summary>Closes everything and opens it again, as a restarted server does.</summary>
    public void Restart()
    {
        Close();
        State = State.Open(Folder);
        Ledger = Ledger.Open(Folder, this.clock);
        Views = ViewStore.Open(Folder, State);
    }

    /// <summary>Changes one of its files as somebody with a database tool would.</summary>
    public static void ChangeBehindItsBack(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(Folder.Path, recursive: true);
    }

    private void Close()
    {
        Views.Dispose();
        Ledger.Dispose();
        State.Dispose();
    }
}
