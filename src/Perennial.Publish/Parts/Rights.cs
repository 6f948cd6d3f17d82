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

    /// <summary>Whether a passage of the text may be shown: without a licence, what stands in the excerpt.</summary>
    public static bool MayShow(ArticleRow row, int start, int end)
    {
        if (row.Licence == SourceLicence.Full)
        {
            return true;
        }
        var excerpt = Excerpt.Of(row.Article!);
        // The lead is a standfirst, or the beginning of the text; where it was cut it ends with an ellipsis of ours.
        var lead = excerpt.Lead.TrimEnd('…');
        return (end <= lead.Length && row.Article!.Text.StartsWith(lead, StringComparison.Ordinal))
            || excerpt.Statements.Any(statement =>
                statement.Spans.Any(span => span is [var from, var to] && from <= start && to >= end)
            )
            || excerpt.Questions.Any(question => question.Start <= start && question.End >= end);
    }
}
