namespace Perennial.Weave;

/// <summary>In how many articles each word was seen, and the weights that follow. Holds numbers only, and never grows.</summary>
internal sealed class TermTable
{
    // A newsroom that has only seen one big story must not take that story's names for common words. Articles with texts are
    // weighed as if so many had been read before, in which every word stood a few times; headlines alone, in which common
    // words weigh more, by how often words stand in the news that comes with the program. Swept in docs/decisions/weaving.md.
    private const int ArticlesBefore = 1000;
    private const float TimesBefore = 4;
    private const float TimesBeforeInNews = 1.5f;
    private const int MostWhenRare = 5;

    // A million slots of four bytes: two of the 60,000 words of a year's news share a slot in one case of seventeen, and
    // then the rarer counts as the commoner.
    private const int Slots = 1 << 20;

    private static readonly (int Articles, int[] With) News = ReadNews();

    private readonly int[] articlesWith = new int[Slots];
    private int articles;

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
    /// <param name="term">The word.</param>
    /// <param name="inHeadline">Whether it stands in a headline of which nothing more is known.</param>
    public float Weight(uint term, bool inHeadline)
    {
        var slot = term % Slots;
        var weight = inHeadline
            ? MathF.Log((articles + News.Articles) / (articlesWith[slot] + News.With[slot] + TimesBeforeInNews))
            : MathF.Log((articles + ArticlesBefore) / (articlesWith[slot] + TimesBefore));
        return MathF.Max(0.01f, weight);
    }

    /// <summary>Whether a word hardly stands in the news that comes with the program.</summary>
    public static bool IsRare(uint term) => News.With[term % Slots] <= MostWhenRare;

    /// <summary>How often words stand in news: made by <c>train/</c>, see docs/models/same-story.md.</summary>
    private static (int, int[]) ReadNews()
    {
        const string name = "Perennial.Weave.Models.news-words.bin";
        using var file =
            typeof(TermTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program");
        using var reader = new BinaryReader(file);
        var read = reader.ReadInt32();
        var with = new int[Slots];
        while (file.Position < file.Length)
        {
            with[reader.ReadUInt32() % Slots] += reader.ReadUInt16();
        }
        return (read, with);
    }
}
