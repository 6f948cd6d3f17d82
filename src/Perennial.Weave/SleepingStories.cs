namespace Perennial.Weave;

/// <summary>Stories that nothing has been heard of for weeks. They wake by their people and places: wording is stale by then.</summary>
internal sealed class SleepingStories
{
    // A story of a few reports is over; a saga has been in the news again and again.
    public const int LeastArticles = 4;

    private const int MostNames = 16;
    private const int LeastShared = 3;
    private const float LeastCosine = 0.45f;

    // A name that so many sagas have tells nothing.
    private const int MostPostings = 64;

    /// <summary>For how long a story can be woken.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(400);

    private readonly Dictionary<uint, List<Sleeper>> byName = [];
    private readonly PriorityQueue<Sleeper, DateTimeOffset> byAge = new();

    /// <summary>A story falls asleep.</summary>
    /// <param name="story">The story.</param>
    /// <param name="articles">How many articles it has, also such as are not remembered.</param>
    /// <param name="since">When it fell asleep.</param>
    /// <param name="now">What time it is.</param>
    public void Add(StoryMemory story, int articles, DateTimeOffset since, DateTimeOffset now)
    {
        while (byAge.TryPeek(out _, out var oldest) && oldest < now - Memory)
        {
            Remove(byAge.Dequeue());
        }
        var names = story.Articles.Names.Heaviest(MostNames).ToArray();
        if (articles < LeastArticles || names.Length < LeastShared)
        {
            return;
        }
        var length = MathF.Sqrt(names.Sum(name => name.Weight * name.Weight));
        var sleeper = new Sleeper(
            story.Number,
            story.Id,
            story.Language,
            story.Articles.Newest,
            names.ToDictionary(name => name.Term, name => name.Weight / length)
        );
        foreach (var name in sleeper.Names.Keys)
        {
            if (!byName.TryGetValue(name, out var with))
            {
                byName.Add(name, with = []);
            }
            with.Add(sleeper);
        }
        byAge.Enqueue(sleeper, since);
    }

    /// <summary>The story that an article's names wake, with them and the time it slept; nothing when there is none.</summary>
    public (string Story, IReadOnlyList<uint> Shared, float Cosine, TimeSpan Slept)? Find(
        Sketch article,
        string? language
    )
    {
        var products = new Dictionary<Sleeper, float>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < article.Names.Keys.Length; i++)
        {
            if (byName.TryGetValue(article.Names.Keys[i], out var with) && with.Count <= MostPostings)
            {
                foreach (var sleeper in with)
                {
                    products[sleeper] =
                        products.GetValueOrDefault(sleeper)
                        + (article.Names.Weights[i] * sleeper.Names[article.Names.Keys[i]]);
                }
            }
        }
        return products
            .Where(pair => pair.Value >= LeastCosine)
            .Where(pair => language is null || pair.Key.Language is null || pair.Key.Language == language)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Number)
            .Select(pair =>
                (pair.Key, pair.Value, Shared: article.Names.Keys.Where(pair.Key.Names.ContainsKey).ToList())
            )
            .Where(found => found.Shared.Count >= LeastShared)
            .Select(found =>
                ((string, IReadOnlyList<uint>, float, TimeSpan)?)
                    (found.Key.Id, found.Shared, found.Value, article.At - found.Key.Newest)
            )
            .FirstOrDefault();
    }

    /// <summary>A story is awake again, or is no more.</summary>
    public void Remove(string story, IEnumerable<uint> names)
    {
        var sleeper = names
            .SelectMany(name => byName.GetValueOrDefault(name) ?? [])
            .FirstOrDefault(one => one.Id == story);
        if (sleeper is not null)
        {
            Remove(sleeper);
        }
    }

    private void Remove(Sleeper sleeper)
    {
        foreach (var name in sleeper.Names.Keys)
        {
            if (byName.TryGetValue(name, out var with) && with.Remove(sleeper) && with.Count == 0)
            {
                byName.Remove(name);
            }
        }
    }

    private sealed class Sleeper(
        long number,
        string id,
        string? language,
        DateTimeOffset newest,
        IReadOnlyDictionary<uint, float> names
    )
    {
        public long Number => number;

        public string Id => id;

        public string? Language => language;

        public DateTimeOffset Newest => newest;

        public IReadOnlyDictionary<uint, float> Names => names;
    }
}
