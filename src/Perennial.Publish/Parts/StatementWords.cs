namespace Perennial.Publish.Parts;

/// <summary>The words of a statement as they are shown.</summary>
internal static class StatementWords
{
    /// <summary>Quoted words stand in quotation marks, whatever marks the source used; reported ones stand as they are.</summary>
    public static string Quoted(string text, StatementKind kind)
    {
        if (kind != StatementKind.Direct)
        {
            return text;
        }
        var bare = text.Trim().Trim('“', '”', '"', '«', '»', '„').Trim();
        return $"“{bare}”";
    }
}
