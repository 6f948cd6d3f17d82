using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>A text parted into runs: those that belong to a statement, and those between.</summary>
internal static class LitPassages
{
    /// <summary>The paragraphs that may be shown of an article, each as runs in order.</summary>
    public static IReadOnlyList<IReadOnlyList<Run>> Of(Article article)
    {
        var owner = new int[article.Text.Length];
        for (var number = article.Statements.Count; number > 0; number--)
        {
            foreach (var span in article.Statements[number - 1].Spans)
            {
                Array.Fill(owner, number, span[0], span[1] - span[0]);
            }
        }
        return
        [
            .. article
                .Blocks.Where(block => block.Start is not null)
                .Select(block => Runs(article.Text, owner, block.Start!.Value, block.End!.Value)),
        ];
    }

    private static List<Run> Runs(string text, int[] owner, int start, int end)
    {
        var runs = new List<Run>();
        for (var from = start; from < end; )
        {
            var to = from + 1;
            while (to < end && owner[to] == owner[from])
            {
                to++;
            }
            runs.Add(new Run(text[from..to], owner[from] == 0 ? null : owner[from]));
            from = to;
        }
        return runs;
    }
}

/// <summary>A run of a text.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Statement">The number of the statement it belongs to, from 1; <see langword="null"/> for none.</param>
internal sealed record Run(string Text, int? Statement);

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
