using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>What outlets report, by source: over the articles, which hold it.</summary>
public sealed class OutletsView : IView
{
    /// <summary>Over how many of its newest reports an outlet is counted: a page must not cost more the longer we read somebody.</summary>
    public const int MostCounted = 1_000;

    private const string Shown = "a.source = @source AND a.json IS NOT NULL";

    private static readonly string Newest = string.Create(
        CultureInfo.InvariantCulture,
        $"(SELECT a.* FROM articles a WHERE {Shown} ORDER BY a.first DESC LIMIT {MostCounted})"
    );

    string IView.Schema => "CREATE INDEX articles_source ON articles (source, first);";

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        // The articles' own view keeps them.
    }

    /// <summary>The newest articles of a source that readers may see, the newest first.</summary>
    public static IReadOnlyList<ArticleRow> Articles(ViewSnapshot snapshot, string source, int most) =>
        ArticlesView.Newest(
            snapshot,
            $"WHERE {Shown} AND {GateView.ShownArticle("a.id")} ORDER BY a.first DESC, a.id DESC LIMIT @most",
            new { source, most }
        );

    /// <summary>How many of the newest articles of a source readers may see, and how many of them are its own.</summary>
    public static (int Reports, int Origins) Count(ViewSnapshot snapshot, string source)
    {
        var (reports, origins) = snapshot.Connection.QuerySingle<(long, long)>(
            $"""
            SELECT count(*), count(CASE WHEN a.relation IN ('Copy', 'Rewrite') THEN NULL ELSE 1 END)
            FROM {Newest} a WHERE {GateView.ShownArticle("a.id")}
            """,
            new { source }
        );
        return ((int)reports, (int)origins);
    }

    /// <summary>Whom a source repeats most: the sources of the articles that its echoes go back to.</summary>
    public static IReadOnlyList<(string Source, string Name, int Articles)> Repeats(
        ViewSnapshot snapshot,
        string source,
        int most
    ) =>
        [
            .. snapshot
                .Connection.Query<(string Source, string Name, long Articles)>(
                    $"""
                    SELECT s.id, s.name, count(*) AS articles
                    FROM {Newest} a JOIN articles o ON o.id = a.echo JOIN sources s ON s.id = o.source
                    WHERE {GateView.ShownArticle("a.id")} AND {GateView.ShownArticle("o.id")}
                    GROUP BY s.id ORDER BY articles DESC, s.name LIMIT @most
                    """,
                    new { source, most }
                )
                .Select(row => (row.Source, row.Name, (int)row.Articles)),
        ];
}
