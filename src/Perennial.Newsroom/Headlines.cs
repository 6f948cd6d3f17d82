using System.Text.RegularExpressions;
using Perennial.Weave.Headlines;

namespace Perennial.Newsroom;

/// <summary>What a headline says about its article.</summary>
internal static partial class Headlines
{
    /// <summary>Whether it may stand over the whole story: it reports, and the text carries what it quotes.</summary>
    public static bool CanLead(Article article) =>
        article is { Title: not null, Kind: ArticleKind.Article }
        && !Explains(article)
        && article.Statements.All(s => s.In != StatementPlace.Headline || s.Speaker?.Name is not null)
        && QuotesWhatItCarries(article, article.Title);

    /// <summary>What the machine may put over a story that an article opens: its headline, or, where nobody in it is quoted with what that quotes, its first sentences.</summary>
    public static string? ToOpenWith(Article article) =>
        article.Title is not { } title || QuotesWhatItCarries(article, title) ? article.Title
        : Excerpt.Of(article).Lead is { Length: > 0 } lead && QuotesWhatItCarries(article, lead) ? lead
        : title;

    /// <summary>Whether somebody in the article is quoted with whatever some words quote.</summary>
    public static bool QuotesWhatItCarries(Article article, string words) =>
        HeadlineCheck.MayBeProposed(words, [("", article)]);

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
