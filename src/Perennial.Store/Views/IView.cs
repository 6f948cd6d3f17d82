using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>A table made from the ledger, which can be dropped and made again at any time.</summary>
internal interface IView
{
    /// <summary>The statements that make its tables.</summary>
    string Schema { get; }

    /// <summary>Brings its tables up to date with one entry; called for every entry, in order, within a transaction.</summary>
    void Apply(SqliteConnection connection, Entry entry);
}
