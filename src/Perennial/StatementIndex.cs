namespace Perennial;

/// <summary>The statements of one reading, to be found again in others, and others in it.</summary>
public sealed class StatementIndex
{
    // Two readings of one passage differ at its ends ("that the dam holds"), and a page may mend a word or two.
    private const double LeastShare = 0.8;

    // What is cut short or goes on is the same while half of it stands, and enough of it that it is not said every day.
    private const double LeastPart = 0.5;
    private const int FewestWords = 4;

    // Nearly the same words are looked for among so many statements: no page that people read has more, and each costs time.
    private const int MostCompared = 1000;

    private readonly string[] ids;
    private readonly string[] words;
    private readonly ILookup<string, int> byWords;

    /// <summary>Takes up a reading.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="statements">Its statements, in order.</param>
    public StatementIndex(string article, IReadOnlyList<Statement> statements)
    {
        ids = [.. statements.Select(statement => StatementId.Of(article, statement))];
        words = [.. statements.Select(statement => StatementId.WordsOf(statement.Text))];
        byWords = Enumerable.Range(0, words.Length).ToLookup(i => words[i], StringComparer.Ordinal);
    }

    /// <summary>The ids of the statements, in order; one that is said twice stands twice.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>The anchor of a statement.</summary>
    /// <param name="index">Which of them.</param>
    public StatementAnchor AnchorOf(int index)
    {
        var id = ids[index];
        List<string> alike = [.. byWords[words[index]].Select(i => ids[i])];
        return new StatementAnchor(
            id,
            words[index],
            [.. Enumerable.Range(1, alike.Count).Where(n => alike[n - 1] == id)],
            alike.Count,
            [.. alike.Where(other => other != id).Distinct()]
        );
    }

    /// <summary>Where a statement of another reading stands in this one: by its words and its id, else by nearly its words.</summary>
    /// <remarks>Where several have these words, and as many as before, their order tells more than who is read to have said them.</remarks>
    /// <returns>Indices, several where one id is said twice; none when this reading does not have it.</returns>
    public IReadOnlyList<int> Find(StatementAnchor anchor)
    {
        List<int> alike = [.. byWords[anchor.Words]];
        if (alike.Count == anchor.Of)
        {
            return [.. anchor.Nth.Where(n => n >= 1 && n <= alike.Count).Select(n => alike[n - 1])];
        }
        List<int> same = [.. alike.Where(i => ids[i] == anchor.Id)];
        if (same.Count > 0)
        {
            return same;
        }
        if (alike.Where(i => !anchor.Beside.Contains(ids[i])).ToList() is [var first, ..])
        {
            return [first];
        }
        var near = Enumerable
            .Range(0, Math.Min(words.Length, MostCompared))
            .Except(alike)
            .Select(i => (Index: i, Share: Share(anchor.Words, words[i])))
            .Where(pair => pair.Share >= LeastShare)
            .ToList();
        return near.Count > 0 ? [near.MaxBy(pair => pair.Share).Index] : [];
    }

    /// <summary>How many of the words of both are in both; all of them where one is a good part of the other.</summary>
    private static double Share(string one, string other)
    {
        // What is twice as long or longer can't have four of five words in common.
        if (one.Length > other.Length * 2 || other.Length > one.Length * 2)
        {
            return 0;
        }
        var (part, whole) = one.Length < other.Length ? (one, other) : (other, one);
        if (
            part.Length >= whole.Length * LeastPart
            && part.Count(letter => letter == ' ') >= FewestWords - 1
            && $" {whole} ".Contains($" {part} ", StringComparison.Ordinal)
        )
        {
            return 1;
        }
        var left = one.Split(' ').CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var (common, total) = (0, left.Values.Sum());
        foreach (var word in other.Split(' '))
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
