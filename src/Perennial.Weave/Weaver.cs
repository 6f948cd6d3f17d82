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
public sealed partial class Weaver
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    private readonly WeaverSettings settings;
    private readonly TermTable table = new();
    private readonly EchoFinder echoes = new();
    private readonly StoryIndex index = new();
    private readonly Dictionary<string, StoryMemory> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> placed = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, StoryMemory Story)> touched = new();

    // The first article may have no date: there has to be room for a window before it.
    private DateTimeOffset now = DateTimeOffset.MinValue + Window;

    /// <summary>A weaver that has seen nothing.</summary>
    public Weaver()
        : this(new WeaverSettings(SameStory.Shipped)) { }

    internal Weaver(WeaverSettings settings) => this.settings = settings;

    /// <summary>Where an article belongs. Nothing is changed.</summary>
    public Placement Place(WovenArticle article)
    {
        var (echo, quotations) = settings.Echoes ? echoes.Find(article) : default;
        var placement = Story(article, echo);
        return placement with { Echo = echo, Quotations = quotations ?? [] };
    }

    /// <summary>Takes an article in.</summary>
    /// <param name="article">The article.</param>
    /// <param name="story">The story it was put into; <see langword="null"/> for none.</param>
    public void Remember(WovenArticle article, string? story)
    {
        var at = article.Published ?? now;
        now = at > now ? at : now;
        Forget();
        if (settings.Echoes)
        {
            echoes.Remember(article, now);
        }
        placed[article.Id] = story;
        var sketch = Sketch.Of(article, at, table);
        table.Count(sketch.All.Keys);
        if (story is null)
        {
            return;
        }
        if (stories.TryGetValue(story, out var memory))
        {
            memory.Articles.Add(sketch);
        }
        else
        {
            memory = new StoryMemory(story, article.Language, sketch);
            stories.Add(story, memory);
        }
        touched.Enqueue((now, memory));
        index.File(memory, sketch);
        moved.Add(memory);
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
        var sketch = Sketch.Of(article, article.Published ?? now, table);
        var alone = new Bundle(sketch);
        var best = index
            .Candidates(sketch, story => MayJoin(story, article.Language))
            .Select(story => (Story: story, Likely: Likely(alone, story.Articles)))
            .Where(candidate => candidate.Likely >= settings.JoinAt)
            .OrderByDescending(candidate => candidate.Likely)
            .ThenBy(candidate => candidate.Story.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Story is { } story
            ? new Placement
            {
                Story = story.Id,
                Because = Evidence(sketch, story),
                Similarity = best.Likely,
            }
            : new Placement { Opens = true, Because = ["nothing like it was seen before"] };
    }

    private static bool MayJoin(StoryMemory story, string? language) =>
        !story.IsGone && (language is null || story.Language is null || story.Language == language);

    private float Likely(Bundle one, Bundle other) => settings.Judge.Likely(Row(one, other));

    private float[] Row(Bundle one, Bundle other)
    {
        var row = SameStory.Row(one, other);
        settings.Asked?.Invoke(one, other, row);
        return row;
    }

    private static List<string> Evidence(Sketch article, StoryMemory story)
    {
        const int mostShared = 5;
        var shared = article
            .Shown.Where(pair => story.Articles.All[pair.Term] > 0)
            .Take(mostShared)
            .Select(pair => pair.Word);
        var title = story.Articles.Title.Product(article.Title) / Math.Max(1e-6, story.Articles.Title.Length);
        var evidence = new List<string> { "shares " + string.Join(", ", shared), Invariant($"title {title:0.00}") };
        var gap = article.At - story.Articles.Newest;
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
            var story = oldest.Story;
            if (!story.IsGone && story.Articles.Newest < now - Window)
            {
                story.IsGone = true;
                stories.Remove(story.Id);
                index.Remove(story);
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
