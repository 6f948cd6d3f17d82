using System.Text.Json;

namespace Perennial.Read.Tests.Fuzzing;

/// <summary>What holds for every article, whatever the page it is read from.</summary>
internal static class Promises
{
    /// <summary>The promises that an article breaks, each in a line.</summary>
    public static IEnumerable<string> BrokenBy(Article article)
    {
        if (article.Problem is { Code: Reader.DefectCode } defect)
        {
            return [defect.Message];
        }
        return Blocks(article)
            .Concat(Posts(article))
            .Concat(Passages(article))
            .Concat(article.Authors.Count == article.Credits.Count ? [] : ["authors and credits differ"])
            .Concat(Writes(article));
    }

    private static IEnumerable<string> Blocks(Article article)
    {
        var last = 0;
        foreach (var block in article.Blocks)
        {
            if (block is { Start: { } start, End: { } end, Text: null })
            {
                if (start < last || end <= start || end > article.Text.Length)
                {
                    yield return $"the block {start}-{end} is not behind {last} and within {article.Text.Length}";
                }
                last = end;
            }
            else if (block is not { Start: null, End: null, Text.Length: > 0 })
            {
                yield return $"the block {block} is neither within the text nor beside it";
            }
        }
    }

    private static IEnumerable<string> Posts(Article article) =>
        article
            .Posts.Where(post =>
                !IsWithin(post.Start, post.End, article) || article.Text[post.Start..post.End] != post.Text
            )
            .Select(post => $"the post {post.Start}-{post.End} is not what stands there");

    private static IEnumerable<string> Passages(Article article)
    {
        var passages = article
            .Statements.Where(statement => statement.Start is not null)
            .SelectMany(statement =>
                statement
                    .Spans.Select(span => (Start: (int?)span[0], End: (int?)span[1]))
                    .Append((statement.Start, statement.End))
            )
            .Concat(article.Entities.SelectMany(entity => entity.Mentions).Select(m => ((int?)m.Start, (int?)m.End)))
            .Concat(article.Figures.Select(figure => ((int?)figure.Start, (int?)figure.End)))
            .Concat(article.Moments.Select(moment => ((int?)moment.Start, (int?)moment.End)));
        return passages
            .Where(passage => passage is not ({ } start, { } end) || !IsWithin(start, end, article))
            .Select(passage => $"the passage {passage} is not within the text");
    }

    /// <summary>An article goes into the ledger as JSON, and comes out as it was.</summary>
    private static IEnumerable<string> Writes(Article article)
    {
        var json = JsonSerializer.Serialize(article, PerennialJson.Lines.Article);
        var back = JsonSerializer.Deserialize(json, PerennialJson.Lines.Article)!;
        return back.Text.Length == article.Text.Length && back.Posts.Count == article.Posts.Count
            ? []
            : ["the article comes back from JSON as another"];
    }

    private static bool IsWithin(int start, int end, Article article) =>
        start >= 0 && start <= end && end <= article.Text.Length;
}
