using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>What may be shown of an article: all of it with a licence, else the one excerpt.</summary>
internal static class Rights
{
    /// <summary>The statements that may be shown, with their numbers from 1 in order of the text.</summary>
    public static IReadOnlyList<(int Number, Statement Statement)> Statements(ArticleRow row)
    {
        var all = row.Article!.Statements.Select((statement, i) => (Number: i + 1, Statement: statement));
        if (row.Licence == SourceLicence.Full)
        {
            return [.. all];
        }
        var allowed = Excerpt.Of(row.Article).Statements.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. all.Where(pair => allowed.Contains(pair.Statement))];
    }
}
