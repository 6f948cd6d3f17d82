using Perennial.Read.Languages.English;

namespace Perennial.Read.Languages;

/// <summary>What a text says: who said what, what is named, counted, dated and asked.</summary>
internal static class TextReading
{
    public static Article Understand(Article article)
    {
        if (article.Language is not { } language || !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            return article;
        }
        article = article with { Moments = Moments.In(article.Text, article.Published) };
        article = article with { Figures = Figures.In(article.Text, article.Moments) };
        article = article with { Questions = Questions.In(article.Title, article.Posts, article.Text) };
        return article;
    }
}
