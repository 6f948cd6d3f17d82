using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages;

/// <summary>What a text says: who said what, what is named, counted, dated and asked.</summary>
internal static class TextReading
{
    /// <summary>The order of the steps. Each adds what it found; none changes what stands already.</summary>
    public static Article Understand(Article article)
    {
        var (statements, entities) = article.Language switch
        {
            { } tag when IsIn(tag, "en") => StatementReading.Read(article),
            { } tag => (PlainQuotations.Of(article.Text, tag), []),
            null => ([], []),
        };
        return article with { Statements = statements, Entities = entities };
    }

    private static bool IsIn(string tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == language.Length || tag[language.Length] is '-' or '_');
}
