namespace Perennial.Weave;

/// <summary>In how many articles each word was seen, and the weights that follow. Holds numbers only, and never grows.</summary>
internal sealed class TermTable
{
    // A word that is in no news so far: a newsroom that has only seen one big story must not take that story's names for
    // common words. Swept in docs/decisions/weaving.md.
    private const float TimesBefore = 1.5f;

    // A million slots of four bytes: two of the 60,000 words of a year's news share a slot in one case of seventeen, and
    // then the rarer counts as the commoner.
    private const int Slots = 1 << 20;

    private static readonly (int Articles, IReadOnlyList<(uint Term, int Count)> Words) News = ReadNews();

    private readonly int[] articlesWith = new int[Slots];
    private int articles = News.Articles;

    /// <summary>A table that has read what comes with the program.</summary>
    public TermTable()
    {
        foreach (var (term, count) in News.Words)
        {
            articlesWith[term % Slots] += count;
        }
    }

    /// <summary>Counts an article's words once each.</summary>
    public void Count(ReadOnlySpan<uint> distinct)
    {
        articles++;
        foreach (var term in distinct)
        {
            articlesWith[term % Slots]++;
        }
    }

    /// <summary>The inverse document frequency of a word: the rarer, the heavier.</summary>
    public float Weight(uint term) =>
        MathF.Max(0.01f, MathF.Log(articles / (articlesWith[term % Slots] + TimesBefore)));

    /// <summary>How often words stand in news: made by <c>train/</c>, see docs/models/same-story.md.</summary>
    private static (int, IReadOnlyList<(uint, int)>) ReadNews()
    {
        const string name = "Perennial.Weave.Models.news-words.bin";
        using var file =
            typeof(TermTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program");
        using var reader = new BinaryReader(file);
        var read = reader.ReadInt32();
        var words = new List<(uint, int)>();
        while (file.Position < file.Length)
        {
            words.Add((reader.ReadUInt32(), reader.ReadUInt16()));
        }
        return (read, words);
    }
}
