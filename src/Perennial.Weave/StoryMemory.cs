namespace Perennial.Weave;

/// <summary>A story as the weaver remembers it: the sum of its articles, and the newest of them.</summary>
internal sealed class StoryMemory(string id, string? language)
{
    // Enough to see whether an article is like many of a story or only like one; more would cost time.
    private const int MostMembers = 24;

    private readonly Dictionary<int, double> sum = [];
    private readonly List<TermVector> members = [];
    private double length;

    public string Id => id;

    public string? Language => language;

    public DateTimeOffset Newest { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Every word of its articles with the sum of its weights.</summary>
    public IReadOnlyDictionary<int, double> Sum => sum;

    public void Add(TermVector article, DateTimeOffset at)
    {
        foreach (var (word, weight) in article.Weights)
        {
            sum[word] = sum.GetValueOrDefault(word) + weight;
        }
        length = Math.Sqrt(sum.Values.Sum(weight => weight * weight));
        members.Add(article);
        if (members.Count > MostMembers)
        {
            members.RemoveAt(0);
        }
        Newest = at > Newest ? at : Newest;
    }

    /// <summary>How alike an article and the whole story are.</summary>
    public double Cosine(double dotProduct) => length > 0 ? dotProduct / length : 0;

    /// <summary>The share of its newest articles that are themselves at least this much like the article.</summary>
    public double Support(TermVector article, double atLeast) =>
        members.Count == 0 ? 0 : (double)members.Count(member => member.Cosine(article) >= atLeast) / members.Count;
}
