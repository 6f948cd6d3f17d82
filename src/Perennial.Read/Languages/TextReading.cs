namespace Perennial.Read.Languages;

/// <summary>What a text says: who said what, what is named, counted, dated and asked.</summary>
internal static class TextReading
{
    public static Article Understand(Article article) => article;
}
