using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>What may be shown of an article: all of it with a licence, else the one excerpt.</summary>
internal static class Rights
{
    /// <summary>The statements that may be shown, with their numbers from 1 in order of the text.</summary>
    public static IReadOnlyList<(int Number, Statement Statement)> Statements(ArticleRow row) =>
        Statements(row, row.Licence == SourceLicence.Full ? null : Excerpt.Of(row.Article!));

    /// <summary>The same with the excerpt that was chosen already; <see langword="null"/> with a licence.</summary>
    public static IReadOnlyList<(int Number, Statement Statement)> Statements(ArticleRow row, Excerpt? excerpt)
    {
        var all = row.Article!.Statements.Select((statement, i) => (Number: i + 1, Statement: statement));
        if (excerpt is null)
        {
            return [.. all];
        }
        var allowed = excerpt.Statements.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. all.Where(pair => allowed.Contains(pair.Statement))];
    }

    /// <summary>Whether a passage of the text may be shown: without a licence, what stands in the excerpt.</summary>
    /// <param name="row">The article.</param>
    /// <param name="excerpt">Its excerpt; <see langword="null"/> with a licence.</param>
    /// <param name="start">Where the passage begins.</param>
    /// <param name="end">Where it ends.</param>
    public static bool MayShow(ArticleRow row, Excerpt? excerpt, int start, int end)
    {
        if (excerpt is null)
        {
            return true;
        }
        // The lead is a standfirst, or the beginning of the text; where it was cut it ends with an ellipsis of ours.
        var lead = excerpt.Lead.TrimEnd('…');
        return (end <= lead.Length && row.Article!.Text.StartsWith(lead, StringComparison.Ordinal))
            || excerpt.Statements.Any(statement =>
                statement.Spans.Any(span => span is [var from, var to] && from <= start && to >= end)
            )
            || excerpt.Questions.Any(question => question.Start <= start && question.End >= end);
    }
}
