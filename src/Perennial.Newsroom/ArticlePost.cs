using System.Text.RegularExpressions;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>The post that is made from an article.</summary>
internal static partial class ArticlePost
{
    // More than three quotations make a post a page of its own.
    private const int MostStatements = 3;

    /// <summary>The post of an article as it was last read.</summary>
    public static Post Of(ArticleRow row, Article article, bool keyEvent)
    {
        var excerpt = Excerpt.Of(article);
        return new Post
        {
            Kind = Headlines.Explains(article) ? PostKind.Explainer : PostKind.Report,
            Title = article.Title,
            Text = Markdown(excerpt.Lead),
            Time = Earlier(article.Published, row.FirstCaptured),
            Article = row.Id,
            Outlet = article.SiteName ?? row.Outlet,
            Statements =
            [
                .. excerpt.Statements.Take(MostStatements).Select(statement => ToPostStatement(row.Id, statement)),
            ],
            KeyEvent = keyEvent || Headlines.IsUrgent(article),
            Correction = excerpt.Correction,
        };
    }

    /// <summary>Whether two versions look the same to a reader.</summary>
    public static bool SaysTheSame(Post one, Post other) =>
        SayTheSameBesides(one, other) && one.Statements.SequenceEqual(other.Statements);

    /// <summary>Whether two versions differ in nothing but in which words an editor confirmed.</summary>
    public static bool DifferInConfirmedWords(Post one, Post other) =>
        SayTheSameBesides(one, other)
        && one.Statements.Select(WithoutConfirmation).SequenceEqual(other.Statements.Select(WithoutConfirmation));

    /// <summary>Whether two versions are alike in all but their statements. A record compares its lists by what they are, not by what is in them.</summary>
    private static bool SayTheSameBesides(Post one, Post other) =>
        one with { Statements = other.Statements, Authors = other.Authors } == other
        && one.Authors.SequenceEqual(other.Authors, StringComparer.Ordinal);

    private static PostStatement WithoutConfirmation(PostStatement statement) => statement with { Confirmed = false };

    private static PostStatement ToPostStatement(string article, Statement statement) =>
        new()
        {
            Id = StatementId.Of(article, statement),
            Text = statement.Text,
            Kind = statement.Kind,
            Speaker = statement.Speaker is { Sure: true } sure ? sure.Name : null,
            Role = statement.Role,
            Told = statement.Told is { Sure: true } told ? told.Name : null,
            Confirmed = statement.Confirmed,
        };

    // A stated time may lie in the future, or lack its offset; a page was not published after we first saw it.
    private static DateTimeOffset Earlier(StatedTime? stated, DateTimeOffset seen) =>
        stated is { HasTime: true, Offset: not null } time && time.ToInstant() < seen ? time.ToInstant() : seen;

    /// <summary>Plain words as Markdown: what would be markup is escaped.</summary>
    private static string Markdown(string plain) => MarkupCharacter().Replace(plain, @"\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]()#+\-.!|<>~&]", RegexOptions.NonBacktracking)]
    private static partial Regex MarkupCharacter();
}
