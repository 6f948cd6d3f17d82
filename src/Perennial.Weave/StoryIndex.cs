namespace Perennial.Weave;

/// <summary>Which stories have which of their telling words: finds what an article may belong to without looking at all stories.</summary>
internal sealed class StoryIndex
{
    // An article is filed under its most telling words and looked up by some more.
    private const int MostFiled = 16;
    private const int MostAsked = 24;

    // Of a word that very many stories have, only the newest so many are looked at: it tells little, and the others share
    // rarer words with the article if they are the same story.
    private const int MostPostings = 64;

    // The most telling words come first; after so many entries the rest can only add stories that share nothing but common words.
    private const int MostLookedAt = 400;

    private const int MostFound = 12;
    private const int MostTwins = 6;

    // Less than this cosine over the telling words and the judge has never said yes: to ask it costs most of the time.
    private const float LeastScore = 0.05f;

    private readonly Dictionary<uint, List<StoryMemory>> stories = [];
    private readonly List<StoryMemory> found = [];
    private long query;
    private int lookedAt;

    /// <summary>Files a story under the telling words of an article that it has just taken in.</summary>
    public void File(StoryMemory story, Terms article)
    {
        foreach (var i in Telling(article, MostFiled))
        {
            var term = article.Keys[i];
            if (!stories.TryGetValue(term, out var with))
            {
                stories.Add(term, with = []);
            }
            if (with.Count == 0 || with[^1] != story)
            {
                with.Add(story);
                story.Posted.Add(term);
                if (with.Count > 2 * MostPostings)
                {
                    Shorten(with);
                }
            }
        }
    }

    /// <summary>Forgets a story.</summary>
    public void Remove(StoryMemory story)
    {
        foreach (var term in story.Posted)
        {
            if (stories.TryGetValue(term, out var with))
            {
                with.RemoveAll(one => one == story);
                if (with.Count == 0)
                {
                    stories.Remove(term);
                }
            }
        }
        story.Posted.Clear();
    }

    /// <summary>The stories that share most with an article, the likeliest first.</summary>
    /// <param name="article">The article.</param>
    /// <param name="may">Which stories count.</param>
    public IReadOnlyList<StoryMemory> Candidates(Terms article, Func<StoryMemory, bool> may)
    {
        Begin();
        foreach (var i in Telling(article, MostAsked))
        {
            Look(article.Keys[i], article.Weights[i], may);
        }
        return Found(MostFound);
    }

    /// <summary>The stories that share most with another.</summary>
    /// <param name="story">The other.</param>
    /// <param name="may">Which stories count.</param>
    public IReadOnlyList<StoryMemory> Candidates(TermSum story, Func<StoryMemory, bool> may)
    {
        Begin();
        foreach (var (term, weight) in story.Heaviest(MostAsked))
        {
            Look(term, weight / story.Length, may);
        }
        return Found(MostTwins);
    }

    private void Begin()
    {
        query++;
        lookedAt = 0;
        found.Clear();
    }

    private List<StoryMemory> Found(int most)
    {
        found.RemoveAll(story => story.Found.Score < LeastScore);
        found.Sort(
            (one, other) =>
                other.Found.Score.CompareTo(one.Found.Score) is not 0 and var order
                    ? order
                    : one.Number.CompareTo(other.Number)
        );
        return found.GetRange(0, Math.Min(most, found.Count));
    }

    private void Look(uint term, float weight, Func<StoryMemory, bool> may)
    {
        if (!stories.TryGetValue(term, out var with))
        {
            return;
        }
        var length = 0;
        for (
            var i = with.Count - 1;
            i >= 0 && length < MostPostings && lookedAt < MostLookedAt;
            i--, length++, lookedAt++
        )
        {
            var story = with[i];
            if (story.Found.Query != query)
            {
                if (!may(story))
                {
                    continue;
                }
                story.Found = (query, 0);
                found.Add(story);
            }
            var all = story.Articles.All;
            story.Found = (query, story.Found.Score + (weight * all[term] / all.Length));
        }
    }

    /// <summary>The places of the words that weigh most.</summary>
    private static IEnumerable<int> Telling(Terms terms, int most)
    {
        if (terms.Keys.Length <= most)
        {
            return Enumerable.Range(0, terms.Keys.Length);
        }
        var order = new int[terms.Keys.Length];
        var negative = new float[terms.Keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            (order[i], negative[i]) = (i, -terms.Weights[i]);
        }
        Array.Sort(negative, order);
        return order.Take(most);
    }

    /// <summary>Keeps each story once, where it was filed last, and only the newest.</summary>
    private static void Shorten(List<StoryMemory> with)
    {
        var kept = new HashSet<StoryMemory>(ReferenceEqualityComparer.Instance);
        var newest = new List<StoryMemory>();
        for (var i = with.Count - 1; i >= 0 && newest.Count < MostPostings; i--)
        {
            if (kept.Add(with[i]))
            {
                newest.Add(with[i]);
            }
        }
        newest.Reverse();
        with.Clear();
        with.AddRange(newest);
    }
}
