using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>What was known of articles at earlier positions: their readings by position, and where they belonged.</summary>
/// <remarks>The readings themselves stay in the ledger, whose entry <see cref="ArticleRow.Read"/> names.</remarks>
public sealed class ArticleVersionsView : IView
{
    // What an old version still takes from the article as it is: whether its page is gone, and how much of it may be shown.
    private const string Columns = """
        a.id, a.source, s.name AS outlet, s.licence, a.url, a.first, v.capture, a.blob, a.gone, v.read, NULL AS json,
        v.story, v.because, v.echo, v.relation
        FROM article_versions v JOIN articles a ON a.id = v.article LEFT JOIN sources s ON s.id = a.source
        """;

    string IView.Schema =>
        """
            CREATE TABLE article_versions (
                article TEXT NOT NULL,
                since INTEGER NOT NULL,
                until INTEGER,
                capture INTEGER NOT NULL,
                read INTEGER,
                story TEXT,
                because TEXT,
                echo TEXT,
                relation TEXT,
                PRIMARY KEY (article, since)
            ) STRICT;
            CREATE INDEX article_versions_story ON article_versions (story, since);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (
            EntryKinds.PageCaptured.Is(entry)
            || EntryKinds.ArticleRead.Is(entry)
            || EntryKinds.ArticlePlaced.Is(entry)
            || EntryKinds.EchoFound.Is(entry)
        )
        {
            connection.Execute(
                """
                UPDATE article_versions SET until = @Position WHERE article = @Subject AND until IS NULL;
                INSERT INTO article_versions
                SELECT id, @Position, NULL, capture, read, story, because, echo, relation
                FROM articles WHERE id = @Subject
                """,
                new { entry.Position, entry.Subject }
            );
        }
    }

    /// <summary>An article as it stood at a position, without what was read in it.</summary>
    /// <returns><see langword="null"/> when it had not been read by then.</returns>
    public static ArticleRow? Find(ViewSnapshot snapshot, string id, long at) =>
        ArticlesView
            .Rows(
                snapshot,
                $"{Columns} WHERE v.article = @id AND v.read IS NOT NULL AND {Standing.At("v", at)}",
                new { id }
            )
            .SingleOrDefault();

    /// <summary>The articles of a story as they stood at a position, oldest first, without what was read in them: those that readers could see, and may still.</summary>
    public static IReadOnlyList<ArticleRow> OfStory(ViewSnapshot snapshot, string story, long at) =>
        ArticlesView.Rows(
            snapshot,
            $"""
            {Columns} WHERE v.story = @story AND v.read IS NOT NULL AND {Standing.At("v", at)}
            AND a.gone IS NULL AND {GateView.OpenArticle("a.id", at)} ORDER BY a.first, a.id
            """,
            new { story }
        );

    /// <summary>The positions at which an article was read, in order.</summary>
    public static IReadOnlyList<long> Readings(ViewSnapshot snapshot, string id) =>
        [
            .. snapshot.Connection.Query<long>(
                "SELECT DISTINCT read FROM article_versions WHERE article = @id AND read IS NOT NULL ORDER BY read",
                new { id }
            ),
        ];
}
