namespace Perennial;

/// <summary>Which statement of an article is meant, so that it is found again in another reading or another capture.</summary>
/// <param name="Id">Its id in the reading that was looked at.</param>
/// <param name="Words">Its words, as <see cref="StatementId.WordsOf"/> gives them.</param>
/// <param name="Nth">Which it was, from 1, of the statements with these words; several where one id is said twice.</param>
/// <param name="Of">How many statements had these words.</param>
/// <param name="Beside">The ids of the others with these words: the same words, said by somebody else.</param>
public sealed record StatementAnchor(
    string Id,
    string Words,
    IReadOnlyList<int> Nth,
    int Of,
    IReadOnlyList<string> Beside
)
{
    // Two readings of one passage differ at its ends ("that the dam holds"), and a page may mend a word or two.
    private const double LeastShare = 0.8;

    // What is cut short or goes on is the same while half of it stands, and enough of it that it is not said every day.
    private const double LeastPart = 0.5;
    private const int FewestWords = 4;

    /// <summary>The anchor of a statement.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="statements">The statements of a reading.</param>
    /// <param name="index">Which of them.</param>
    public static StatementAnchor To(string article, IReadOnlyList<Statement> statements, int index)
    {
        var id = StatementId.Of(article, statements[index]);
        var words = StatementId.WordsOf(statements[index].Text);
        List<string> alike =
        [
            .. statements
                .Where(statement => StatementId.WordsOf(statement.Text) == words)
                .Select(statement => StatementId.Of(article, statement)),
        ];
        return new StatementAnchor(
            id,
            words,
            [.. Enumerable.Range(1, alike.Count).Where(n => alike[n - 1] == id)],
            alike.Count,
            [.. alike.Where(other => other != id).Distinct()]
        );
    }

    /// <summary>Where the statement stands in a reading: by its words and its id, else by nearly its words.</summary>
    /// <remarks>Where several have these words, and as many as before, their order tells more than who is read to have said them.</remarks>
    /// <param name="article">The article's id.</param>
    /// <param name="statements">The statements of the reading.</param>
    /// <returns>Indices, several where one id is said twice; none when the reading does not have it.</returns>
    public IReadOnlyList<int> FindIn(string article, IReadOnlyList<Statement> statements)
    {
        var words = statements.Select(statement => StatementId.WordsOf(statement.Text)).ToList();
        List<int> alike = [.. Enumerable.Range(0, statements.Count).Where(i => words[i] == Words)];
        if (alike.Count == Of)
        {
            return [.. Nth.Where(n => n >= 1 && n <= Of).Select(n => alike[n - 1])];
        }
        var ids = statements.Select(statement => StatementId.Of(article, statement)).ToList();
        List<int> same = [.. alike.Where(i => ids[i] == Id)];
        if (same.Count > 0)
        {
            return same;
        }
        if (alike.Where(i => !Beside.Contains(ids[i])).ToList() is [var first, ..])
        {
            return [first];
        }
        var near = Enumerable
            .Range(0, statements.Count)
            .Except(alike)
            .Select(i => (Index: i, Share: Share(words[i])))
            .Where(pair => pair.Share >= LeastShare)
            .ToList();
        return near.Count > 0 ? [near.MaxBy(pair => pair.Share).Index] : [];
    }

    /// <summary>How many of the words of both are in both; all of them where one is a good part of the other.</summary>
    private double Share(string words)
    {
        var (part, whole) = words.Length < Words.Length ? (words, Words) : (Words, words);
        if (
            part.Length >= whole.Length * LeastPart
            && part.Count(letter => letter == ' ') >= FewestWords - 1
            && $" {whole} ".Contains($" {part} ", StringComparison.Ordinal)
        )
        {
            return 1;
        }
        var left = Words.Split(' ').CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var (common, total) = (0, left.Values.Sum());
        foreach (var word in words.Split(' '))
        {
            if (left.GetValueOrDefault(word) is > 0 and var count)
            {
                left[word] = count - 1;
                common++;
            }
            else
            {
                total++;
            }
        }
        return (double)common / total;
    }
}
