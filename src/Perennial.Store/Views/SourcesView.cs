using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The sources that are followed.</summary>
public sealed class SourcesView : IView
{
    string IView.Schema =>
        """
            CREATE TABLE sources (
                id TEXT PRIMARY KEY,
                url TEXT NOT NULL,
                kind TEXT NOT NULL,
                name TEXT NOT NULL,
                licence TEXT NOT NULL
            ) STRICT;
            CREATE INDEX sources_url ON sources (url);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.SourceAdded.Is(entry) && EntryKinds.SourceAdded.Read(entry) is { } added)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO sources VALUES (@Subject, @Url, @kind, @Name, @licence)",
                new
                {
                    entry.Subject,
                    added.Url,
                    kind = added.Kind.ToString(),
                    added.Name,
                    licence = added.Licence.ToString(),
                }
            );
        }
        else if (EntryKinds.SourceChanged.Is(entry) && EntryKinds.SourceChanged.Read(entry) is { } changed)
        {
            connection.Execute(
                """
                UPDATE sources
                SET url = coalesce(@Url, url), name = coalesce(@Name, name), licence = coalesce(@licence, licence)
                WHERE id = @Subject
                """,
                new
                {
                    entry.Subject,
                    changed.Url,
                    changed.Name,
                    licence = changed.Licence?.ToString(),
                }
            );
        }
    }

    /// <summary>All sources, by name.</summary>
    public static IReadOnlyList<SourceRow> All(ViewSnapshot snapshot) =>
        [.. snapshot.Connection.Query<Row>("SELECT * FROM sources ORDER BY name, id").Select(row => row.ToSource())];

    /// <summary>One source by its id, or <see langword="null"/>.</summary>
    public static SourceRow? Find(ViewSnapshot snapshot, string id) =>
        snapshot.Connection.QuerySingleOrDefault<Row>("SELECT * FROM sources WHERE id = @id", new { id })?.ToSource();

    /// <summary>The source that follows an address, or <see langword="null"/>.</summary>
    public static SourceRow? FindByUrl(ViewSnapshot snapshot, string url) =>
        snapshot.Connection.QueryFirstOrDefault<Row>("SELECT * FROM sources WHERE url = @url", new { url })?.ToSource();

    private sealed record Row(string Id, string Url, string Kind, string Name, string Licence)
    {
        public SourceRow ToSource() =>
            new(Id, Url, Enum.Parse<SourceKind>(Kind), Name, Enum.Parse<SourceLicence>(Licence));
    }
}

/// <summary>A source as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">The address that is followed.</param>
/// <param name="Kind">Feed or page.</param>
/// <param name="Name">The outlet's name.</param>
/// <param name="Licence">How much of its texts may be shown.</param>
public sealed record SourceRow(string Id, string Url, SourceKind Kind, string Name, SourceLicence Licence);
