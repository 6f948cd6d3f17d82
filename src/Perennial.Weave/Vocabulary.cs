namespace Perennial.Weave;

/// <summary>The words seen so far, in how many articles each, and the weights that follow.</summary>
internal sealed class Vocabulary
{
    // A newsroom that has only seen one big story must not take that story's names for common words: it weighs as if it had
    // read so many articles before, in which every word stood a few times. Swept in docs/decisions/weaving.md.
    private const int ArticlesBefore = 1000;
    private const int TimesBefore = 4;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<int> articlesWith = [];
    private readonly List<string> words = [];
    private int articles;

    /// <summary>The word with a number.</summary>
    public string this[int id] => words[id];

    /// <summary>Counts an article's words once each.</summary>
    public void Count(IEnumerable<int> distinct)
    {
        articles++;
        foreach (var id in distinct)
        {
            articlesWith[id]++;
        }
    }

    /// <summary>The number of a word, a new one for a new word.</summary>
    public int Id(string word)
    {
        if (!ids.TryGetValue(word, out var id))
        {
            id = words.Count;
            ids.Add(word, id);
            words.Add(word);
            articlesWith.Add(0);
        }
        return id;
    }

    /// <summary>The inverse document frequency of a word: the rarer, the heavier.</summary>
    public double Weight(int id) => Math.Log((articles + ArticlesBefore) / (double)(articlesWith[id] + TimesBefore));
}
