using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Perennial.Store.Views;

/// <summary>The words of the passages that readers may see, to be searched.</summary>
/// <remarks>
/// A passage's number is the position of the entry that first brought its article or post, and its place in it. So passages go up
/// in the order of the record, the newest are found first without sorting, and a new reading takes the place of the old.
/// </remarks>
public sealed partial class SearchView : IView
{
    // Passages of one article: the rest of a longer one is not searched.
    private const int PlaceBits = 12;
    private const int MostPassages = 1 << PlaceBits;

    // A paragraph longer than this is no paragraph; its beginning is searched.
    private const int LongestPassage = 4000;

    string IView.Schema =>
        """
            CREATE TABLE passages (
                id INTEGER PRIMARY KEY,
                article TEXT,
                post TEXT,
                piece TEXT,
                anchor TEXT,
                statement TEXT,
                speaker TEXT,
                stances TEXT NOT NULL,
                at INTEGER NOT NULL
            ) STRICT;
            CREATE VIRTUAL TABLE passage_words USING fts5 (
                text, title, speaker, outlet, tokenize = "unicode61 remove_diacritics 2"
            );
            """;

    void IView.Apply(SqliteConnection connection, Entry entry)
    {
        if (EntryKinds.ArticleRead.Is(entry) && EntryKinds.ArticleRead.Read(entry) is { } read)
        {
            Index(connection, entry.Subject, read.Article);
        }
        else if (EntryKinds.SourceChanged.Is(entry) && EntryKinds.SourceChanged.Read(entry) is { Licence: not null })
        {
            IndexSource(connection, entry.Subject);
        }
        else if (EntryKinds.PostPublished.Is(entry) && EntryKinds.PostPublished.Read(entry) is { } published)
        {
            Index(connection, entry.Subject, published.Post);
        }
        else if (EntryKinds.PostEdited.Is(entry) && EntryKinds.PostEdited.Read(entry) is { } edited)
        {
            Index(connection, entry.Subject, edited.Post);
        }
        else if (EntryKinds.PiecePublished.Is(entry) && EntryKinds.PiecePublished.Read(entry) is { } piece)
        {
            Index(connection, entry, piece.Piece);
        }
        else if (EntryKinds.PieceEdited.Is(entry) && EntryKinds.PieceEdited.Read(entry) is { } changed)
        {
            Index(connection, entry, changed.Piece);
        }
    }

    /// <summary>What may be shown of a source's texts has changed: so has what may be found in them.</summary>
    private static void IndexSource(SqliteConnection connection, string source)
    {
        var articles = connection
            .Query<string>("SELECT id FROM articles WHERE source = @source AND json IS NOT NULL", new { source })
            .ToList();
        foreach (var id in articles)
        {
            var json = connection.ExecuteScalar<string>("SELECT json FROM articles WHERE id = @id", new { id });
            if (json is not null)
            {
                Index(connection, id, System.Text.Json.JsonSerializer.Deserialize(json, PerennialJson.Lines.Article)!);
            }
        }
    }

    private static void Index(SqliteConnection connection, string id, Article article)
    {
        if (!long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            return;
        }
        Remove(connection, first);
        var known = connection.QuerySingleOrDefault<(string? Licence, string? Outlet, long First)>(
            "SELECT s.licence, s.name, a.first FROM articles a LEFT JOIN sources s ON s.id = a.source WHERE a.id = @id",
            new { id }
        );
        if (article.Problem is not null)
        {
            return;
        }
        var outlet = $"{article.SiteName} {known.Outlet}";
        var at = article.Published?.ToInstant().ToUnixTimeMilliseconds() ?? known.First;
        var passages =
            known.Licence == nameof(SourceLicence.Full) ? Passages(id, article) : PassagesOfExcerpt(id, article);
        var place = 0;
        foreach (var passage in passages.Take(MostPassages))
        {
            Insert(
                connection,
                (first << PlaceBits) + place,
                passage,
                article: id,
                post: null,
                at,
                // The headline is found once, with the beginning of its text.
                title: place == 0 ? article.Title : null,
                outlet
            );
            place++;
        }
    }

    private static void Index(SqliteConnection connection, string id, Post post)
    {
        var first = connection.ExecuteScalar<long?>(
            "SELECT first FROM posts WHERE id = @id AND until IS NULL",
            new { id }
        );
        // What was made from an article is found in that.
        if (first is null || post.Article is not null)
        {
            return;
        }
        Remove(connection, first.Value);
        if (post.Withdrawn)
        {
            return;
        }
        var passage = new Passage(post.Text, null, null, null, "");
        Insert(
            connection,
            first.Value << PlaceBits,
            passage,
            article: null,
            post: id,
            post.Time.ToUnixTimeMilliseconds(),
            post.Title,
            post.Outlet
        );
    }

    /// <summary>Each paragraph of a piece of our own.</summary>
    private static void Index(SqliteConnection connection, Entry entry, Piece piece)
    {
        var known = connection.QuerySingleOrDefault<(long First, long At)?>(
            "SELECT first, at FROM pieces WHERE id = @Subject AND until IS NULL",
            new { entry.Subject }
        );
        if (known is not { } stands)
        {
            return;
        }
        Remove(connection, stands.First);
        if (piece.Withdrawn)
        {
            return;
        }
        var paragraphs = piece
            .Text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Prepend(piece.Standfirst ?? "")
            .Take(MostPassages);
        var place = 0;
        foreach (var paragraph in paragraphs)
        {
            Insert(
                connection,
                (stands.First << PlaceBits) + place,
                new Passage(paragraph, null, null, null, ""),
                article: null,
                post: null,
                stands.At,
                title: place == 0 ? piece.Headline : null,
                outlet: null,
                piece: entry.Subject
            );
            place++;
        }
    }

    /// <summary>Each paragraph of a text that may be shown whole.</summary>
    private static IEnumerable<Passage> Passages(string id, Article article) =>
        article
            .Blocks.Where(block => block is { Start: not null, Kind: not BlockKind.Heading })
            .Select(block =>
            {
                var said = article
                    .Statements.Where(statement =>
                        statement.Spans.Any(span => span[0] < block.End && span[1] > block.Start)
                    )
                    .ToList();
                return new Passage(
                    article.Text[block.Start!.Value..block.End!.Value],
                    string.Create(CultureInfo.InvariantCulture, $"b{block.Start}"),
                    said.Count > 0 ? StatementId.Of(id, said[0]) : null,
                    Names(said),
                    Stances(said)
                );
            });

    /// <summary>What may be shown of a text without a licence: the one excerpt.</summary>
    private static IEnumerable<Passage> PassagesOfExcerpt(string id, Article article)
    {
        var excerpt = Excerpt.Of(article);
        yield return new Passage(excerpt.Lead, "read-title", null, null, "");
        if (excerpt.Correction is { } correction)
        {
            yield return new Passage(correction, "read-title", null, null, "");
        }
        foreach (var statement in excerpt.Statements)
        {
            yield return new Passage(
                statement.Text,
                null,
                StatementId.Of(id, statement),
                Names([statement]),
                Stances([statement])
            );
        }
    }

    private static string? Names(IReadOnlyList<Statement> said) =>
        string.Join(
            ", ",
            said.Where(statement => statement.Speaker is { Sure: true, Name: not null })
                .Select(statement => statement.Speaker!.Name)
                .Distinct()
        )
            is { Length: > 0 } names
            ? names
            : null;

    private static string Stances(IReadOnlyList<Statement> said) =>
        string.Concat(said.Select(statement => $" {statement.Stance} ").Distinct());

    private static void Remove(SqliteConnection connection, long first) =>
        connection.Execute(
            """
            DELETE FROM passage_words WHERE rowid BETWEEN @from AND @to;
            DELETE FROM passages WHERE id BETWEEN @from AND @to;
            """,
            new { from = first << PlaceBits, to = (first << PlaceBits) + MostPassages - 1 }
        );

    private static void Insert(
        SqliteConnection connection,
        long id,
        Passage passage,
        string? article,
        string? post,
        long at,
        string? title,
        string? outlet,
        string? piece = null
    ) =>
        connection.Execute(
            """
            INSERT INTO passages VALUES (@id, @article, @post, @piece, @Anchor, @Statement, @Speaker, @Stances, @at);
            INSERT INTO passage_words (rowid, text, title, speaker, outlet) VALUES (@id, @text, @title, @Speaker, @outlet);
            """,
            new
            {
                id,
                article,
                post,
                piece,
                passage.Anchor,
                passage.Statement,
                passage.Speaker,
                passage.Stances,
                at,
                text = Clean(passage.Text),
                title,
                outlet,
            }
        );

    // Without the two signs that mark found words.
    private static string Clean(string text) =>
        (text.Length > LongestPassage ? text[..LongestPassage] : text)
            .Replace(Lit, ' ')
            .Replace(Unlit, ' ')
            .ReplaceLineEndings(" ");

    private sealed record Passage(string Text, string? Anchor, string? Statement, string? Speaker, string Stances);
}
