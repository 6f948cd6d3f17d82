using System.Globalization;

namespace Perennial.Weave;

/// <summary>
/// Decides, article by article as they arrive, which running story each belongs to and what it repeats. Pure and
/// deterministic: the same articles in the same order give the same answers.
/// </summary>
/// <remarks>
/// <see cref="Place"/> looks and changes nothing; <see cref="Remember"/> takes the article in under the story that the
/// caller chose. So a restart only has to remember what was decided before.
/// </remarks>
public sealed class Weaver
{
    // Swept on the training part of the AllSides set: docs/decisions/weaving.md has the table, and why it is not the best of it.
    private const double JoinAt = 0.20;
    private const double SupportAt = 0.10;
    private const double LeastSupport = 0.2;

    // How fast wording goes stale: after this many days a story's score has fallen to 1/e.
    private const double StaleAfterDays = 3;
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    private readonly Vocabulary vocabulary = new();
    private readonly EchoFinder echoes = new();
    private readonly Dictionary<string, StoryMemory> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> placed = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<StoryMemory>> storiesWith = [];
    private readonly Queue<(DateTimeOffset At, StoryMemory Story)> touched = new();

    // The first article may have no date: there has to be room for a window before it.
    private DateTimeOffset now = DateTimeOffset.MinValue + Window;

    /// <summary>Where an article belongs. Nothing is changed.</summary>
    public Placement Place(WovenArticle article)
    {
        var (echo, quotations) = echoes.Find(article);
        var placement = Story(article, echo);
        return placement with { Echo = echo, Quotations = quotations };
    }

    /// <summary>Takes an article in.</summary>
    /// <param name="article">The article.</param>
    /// <param name="story">The story it was put into; <see langword="null"/> for none.</param>
    public void Remember(WovenArticle article, string? story)
    {
        var at = article.Published ?? now;
        now = at > now ? at : now;
        Forget();
        echoes.Remember(article, now);
        placed[article.Id] = story;
        var vector = TermVector.Of(article, vocabulary);
        vocabulary.Count(vector.Weights.Keys);
        if (story is null)
        {
            return;
        }
        if (!stories.TryGetValue(story, out var memory))
        {
            memory = new StoryMemory(story, article.Language);
            stories.Add(story, memory);
        }
        memory.Add(vector, at);
        touched.Enqueue((now, memory));
        foreach (var word in vector.Weights.Keys)
        {
            if (!storiesWith.TryGetValue(word, out var with))
            {
                storiesWith.Add(word, with = []);
            }
            with.Add(memory);
        }
    }

    private Placement Story(WovenArticle article, Echo? echo)
    {
        if (Roundup.IsAnnouncedBy(article.Title))
        {
            return new Placement { Because = ["a round-up, which belongs to no story"] };
        }
        if (
            echo is { Relation: EchoRelation.Copy or EchoRelation.Rewrite }
            && placed.GetValueOrDefault(echo.Of) is { } theirs
        )
        {
            return new Placement
            {
                Story = theirs,
                Because = [Invariant($"repeats {echo.Of}")],
                Similarity = echo.Similarity,
            };
        }
        var vector = TermVector.Of(article, vocabulary);
        var at = article.Published ?? now;
        var best = Candidates(vector, article.Language)
            .Select(candidate =>
                (candidate.Story, candidate.Cosine, Score: candidate.Cosine * Freshness(at, candidate.Story))
            )
            .Where(candidate => candidate.Score >= JoinAt && IsSupported(candidate.Story, vector))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Story.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Story is { } story
            ? new Placement
            {
                Story = story.Id,
                Because = Evidence(vector, story, best.Cosine, at),
                Similarity = best.Cosine,
            }
            : new Placement { Opens = true, Because = ["nothing like it was seen before"] };
    }

    private IEnumerable<(StoryMemory Story, double Cosine)> Candidates(TermVector vector, string? language)
    {
        var products = new Dictionary<StoryMemory, double>();
        foreach (var (word, weight) in vector.Weights)
        {
            foreach (var story in storiesWith.GetValueOrDefault(word) ?? [])
            {
                products[story] = products.GetValueOrDefault(story) + (weight * story.Sum[word]);
            }
        }
        return products
            .Where(pair => language is null || pair.Key.Language is null || pair.Key.Language == language)
            .Select(pair => (pair.Key, pair.Key.Cosine(pair.Value)));
    }

    private static double Freshness(DateTimeOffset at, StoryMemory story) =>
        Math.Exp(-Math.Max(0, (at - story.Newest).TotalDays) / StaleAfterDays);

    // One bridge between two stories must not weld them: the article has to be like a fair part of the story.
    private static bool IsSupported(StoryMemory story, TermVector vector) =>
        story.Support(vector, SupportAt) >= LeastSupport;

    private List<string> Evidence(TermVector vector, StoryMemory story, double cosine, DateTimeOffset at)
    {
        const int mostShared = 5;
        var shared = vector
            .Weights.Where(pair => story.Sum.ContainsKey(pair.Key))
            .OrderByDescending(pair => pair.Value * story.Sum[pair.Key])
            .ThenBy(pair => vocabulary[pair.Key], StringComparer.Ordinal)
            .Take(mostShared)
            .Select(pair =>
                vector.Capitals.Contains(pair.Key) ? Capitalised(vocabulary[pair.Key]) : vocabulary[pair.Key]
            );
        var evidence = new List<string>
        {
            "shares " + string.Join(", ", shared),
            Invariant($"similarity {cosine:0.00}"),
        };
        var gap = at - story.Newest;
        if (gap > TimeSpan.Zero)
        {
            evidence.Add(
                gap < TimeSpan.FromHours(1) ? Invariant($"{gap.TotalMinutes:0} min later")
                : gap < TimeSpan.FromDays(2) ? Invariant($"{gap.TotalHours:0} h later")
                : Invariant($"{gap.TotalDays:0} days later")
            );
        }
        return evidence;
    }

    private void Forget()
    {
        while (touched.TryPeek(out var oldest) && oldest.At < now - Window)
        {
            touched.Dequeue();
            if (oldest.Story.Newest < now - Window && stories.Remove(oldest.Story.Id))
            {
                foreach (var word in oldest.Story.Sum.Keys)
                {
                    storiesWith[word].Remove(oldest.Story);
                }
            }
        }
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
