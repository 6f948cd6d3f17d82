using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>Our own publication as it stands.</summary>
public sealed class SiteView : IView
{
    string IView.Schema => "CREATE TABLE site (since INTEGER PRIMARY KEY, until INTEGER, json TEXT NOT NULL) STRICT;";

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.SiteChanged.Is(entry) && EntryKinds.SiteChanged.Read(entry) is { } changed)
        {
            var json = JsonSerializer.Serialize(changed.Site, PerennialJson.Lines.Site);
            connection.Execute("UPDATE site SET until = @Position WHERE until IS NULL", new { entry.Position });
            connection.Execute("INSERT INTO site VALUES (@Position, NULL, @json)", new { entry.Position, json });
        }
    }

    /// <summary>The publication now; <see langword="null"/> before it has been named.</summary>
    public static Site? Current(ViewSnapshot snapshot) =>
        snapshot.Connection.QuerySingleOrDefault<string>("SELECT json FROM site WHERE until IS NULL") is { } json
            ? JsonSerializer.Deserialize(json, PerennialJson.Lines.Site)
            : null;
}
