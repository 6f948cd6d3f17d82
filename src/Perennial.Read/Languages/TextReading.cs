using Perennial.Read.Languages.English;
using Perennial.Read.Languages.Listed;
using Dates = Perennial.Read.Languages.English.Moments;

namespace Perennial.Read.Languages;

/// <summary>What a text says: who said what, what is named, counted, dated and asked.</summary>
internal static class TextReading
{
    /// <summary>What is understood of an article in its language; without a language of ours, only what marks of quotation show.</summary>
    public static Article Understand(Article article) =>
        article.Language switch
        {
            { } tag when IsIn(tag, "en") => English(article),
            { } tag when ListedReading.LexiconOf(tag) is { } lexicon => ListedReading.Read(article, lexicon),
            { } tag => article with { Statements = PlainQuotations.Of(article.Text, tag) },
            null => article,
        };

    /// <summary>Only the dates and times that a text names.</summary>
    public static IReadOnlyList<Moment> Moments(string text, StatedTime? published, string? language) =>
        language switch
        {
            { } tag when IsIn(tag, "en") => Dates.In(text, published),
            { } tag when ListedReading.LexiconOf(tag) is { } lexicon => ListedMoments.In(text, published, lexicon),
            _ => [],
        };

    /// <summary>The order of the steps. Each adds what it found; none changes what stands already.</summary>
    private static Article English(Article article)
    {
        var (statements, entities) = StatementReading.Read(article);
        var moments = Dates.In(article.Text, article.Published);
        return article with
        {
            Statements = statements,
            Entities = entities,
            Moments = moments,
            // A year or a time of day is no quantity: figures are what is left beside the moments.
            Figures = Figures.In(article.Text, moments),
            Questions = Questions.In(article.Title, article.Posts, article.Text),
        };
    }

    private static bool IsIn(string tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == language.Length || tag[language.Length] is '-' or '_');
}
