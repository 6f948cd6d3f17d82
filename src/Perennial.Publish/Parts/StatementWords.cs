namespace Perennial.Publish.Parts;

/// <summary>The words of a statement as they are shown.</summary>
internal static class StatementWords
{
    /// <summary>Quoted words stand in the quotation marks of their language, whatever marks the source used; reported ones stand as they are.</summary>
    /// <param name="text">The words.</param>
    /// <param name="kind">Whether they are quoted.</param>
    /// <param name="language">Their language as a BCP 47 tag, where it is known.</param>
    public static string Quoted(string text, StatementKind kind, string? language = null)
    {
        if (kind != StatementKind.Direct)
        {
            return text;
        }
        var bare = text.Trim().Trim('“', '”', '„', '"', '«', '»', '\u00A0', '\u202F').Trim();
        return language?.Split('-')[0] switch
        {
            "fr" => $"«\u00A0{bare}\u00A0»",
            "de" => $"„{bare}“",
            "es" or "it" => $"«{bare}»",
            _ => $"“{bare}”",
        };
    }
}
