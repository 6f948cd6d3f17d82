using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>Who said what, across articles.</summary>
public sealed class StatementsView : IView
{
    private const int MostFollowed = 500;

    string IView.Schema =>
        """
            CREATE TABLE statements (
                id TEXT NOT NULL,
                article TEXT NOT NULL,
                speaker TEXT,
                entity TEXT,
                role TEXT,
                read INTEGER NOT NULL,
                PRIMARY KEY (id, article)
            ) STRICT;
            CREATE INDEX statements_article ON statements (article);
            CREATE TABLE statements_gone (id TEXT PRIMARY KEY, article TEXT NOT NULL, successor TEXT) STRICT;
            CREATE INDEX statements_gone_article ON statements_gone (article);
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (!EntryKinds.ArticleRead.Is(entry) || EntryKinds.ArticleRead.Read(entry) is not { } read)
        {
            return;
        }
        var article = entry.Subject;
        if (Before(connection, article) is { } before)
        {
            Follow(connection, article, before.Statements, read.Article.Statements);
        }
        connection.Execute("DELETE FROM statements WHERE article = @article", new { article });
        foreach (var statement in read.Article.Statements)
        {
            connection.Execute(
                "INSERT OR IGNORE INTO statements VALUES (@id, @article, @speaker, @entity, @Role, @Position)",
                new
                {
                    id = StatementId.Of(article, statement),
                    article,
                    speaker = statement.Speaker is { Sure: true } sure ? sure.Name : null,
                    entity = statement.Speaker?.Entity,
                    statement.Role,
                    entry.Position,
                }
            );
        }
    }

    /// <summary>The article that carries a statement, or <see langword="null"/>.</summary>
    public static string? ArticleOf(ViewSnapshot snapshot, string statement) =>
        snapshot.Connection.QueryFirstOrDefault<string>(
            "SELECT article FROM statements WHERE id = @statement",
            new { statement }
        );

    /// <summary>Where a statement that a later reading does not have any more has gone.</summary>
    /// <returns>The article, and the statement that took its place where there is one; <see langword="null"/> for an id that never was.</returns>
    public static GoneStatement? Gone(ViewSnapshot snapshot, string statement) =>
        snapshot.Connection.QuerySingleOrDefault<GoneStatement>(
            "SELECT article, successor FROM statements_gone WHERE id = @statement",
            new { statement }
        );

    /// <summary>The reading that a new one replaces: this view is applied before that of the articles.</summary>
    private static Article? Before(SqliteConnection connection, string article) =>
        connection.ExecuteScalar<string?>("SELECT json FROM articles WHERE id = @article", new { article }) is { } json
            ? JsonSerializer.Deserialize(json, PerennialJson.Lines.Article)
            : null;

    /// <summary>Notes where each statement has gone that a new reading does not have under its id.</summary>
    private static void Follow(
        SqliteConnection connection,
        string article,
        IReadOnlyList<Statement> before,
        IReadOnlyList<Statement> after
    )
    {
        var (earlier, now) = (new StatementIndex(article, before), new StatementIndex(article, after));
        var ids = now.Ids.ToHashSet(StringComparer.Ordinal);
        var compared = 0;
        for (var i = 0; i < earlier.Ids.Count; i++)
        {
            var id = earlier.Ids[i];
            if (ids.Contains(id))
            {
                continue;
            }
            // A page on which more than that went at once is not the same page any more: the rest leads to the article.
            var successor =
                compared++ < MostFollowed && now.Find(earlier.AnchorOf(i)) is [var found, ..] ? now.Ids[found] : null;
            connection.Execute(
                """
                UPDATE statements_gone SET successor = @successor WHERE article = @article AND successor = @id;
                INSERT INTO statements_gone VALUES (@id, @article, @successor)
                ON CONFLICT (id) DO UPDATE SET successor = excluded.successor;
                """,
                new
                {
                    id,
                    article,
                    successor,
                }
            );
        }
        foreach (var id in ids)
        {
            connection.Execute("DELETE FROM statements_gone WHERE id = @id", new { id });
        }
    }
}

// By property, not by constructor: SQLite names no type for an expression when there are no rows, and Dapper then finds no
// constructor that fits.

/// <summary>Where a statement has gone.</summary>
public sealed record GoneStatement
{
    /// <summary>The article that had it.</summary>
    public required string Article { get; init; }

    /// <summary>The id of what took its place; <see langword="null"/> where nothing did.</summary>
    public string? Successor { get; init; }
}
