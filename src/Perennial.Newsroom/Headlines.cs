using System.Text.RegularExpressions;

namespace Perennial.Newsroom;

/// <summary>What a headline says about its article.</summary>
internal static partial class Headlines
{
    /// <summary>Whether it may stand over the whole story: it reports, and the text carries what it quotes.</summary>
    public static bool CanLead(Article article) =>
        article is { Title: not null, Kind: ArticleKind.Article }
        && !Explains(article)
        && article.Statements.All(s => s.In != StatementPlace.Headline || s.Speaker?.Name is not null);

    /// <summary>Whether it asks or announces an explanation.</summary>
    public static bool Explains(Article article) =>
        article.Title is { } title
        && (title.EndsWith('?') || Explainer().IsMatch(title) || Explainer().IsMatch(article.Kicker ?? ""));

    /// <summary>Whether a wire would ring a bell for it.</summary>
    public static bool IsUrgent(Article article) =>
        Urgent().IsMatch(article.Kicker ?? "") || Urgent().IsMatch(article.Title ?? "");

    [GeneratedRegex(
        @"^(explained|explainer|analysis|what we know|q&a|why|how)\b|\bexplained$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Explainer();

    [GeneratedRegex(
        @"^(urgent|breaking|flash|alert)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Urgent();
}
