namespace Perennial.Weave;

/// <summary>In how many articles each word was seen, and the weights that follow. Holds numbers only, and never grows.</summary>
internal sealed class TermTable
{
    // A newsroom that has only seen one big story must not take that story's names for common words: it weighs as if it had
    // read so many articles before, in which every word stood a few times. Swept in docs/decisions/weaving.md.
    private const int ArticlesBefore = 1000;
    private const int TimesBefore = 4;

    // A million slots of four bytes: two of the 60,000 words of a year's news share a slot in one case of seventeen, and
    // then the rarer counts as the commoner.
    private const int Slots = 1 << 20;

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
    public float Weight(uint term) =>
        MathF.Max(0.01f, MathF.Log((articles + ArticlesBefore) / (float)(articlesWith[term % Slots] + TimesBefore)));
}
