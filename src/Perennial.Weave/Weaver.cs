namespace Perennial.Weave;

/// <summary>
/// Decides, article by article as they arrive, which running story each belongs to and what it repeats. Pure and
/// deterministic: the same articles and acts in the same order give the same answers.
/// </summary>
/// <remarks>
/// <see cref="Place"/> and <see cref="Revise"/> look and change nothing; <see cref="Remember"/> and <see cref="Apply"/> take
/// in what the caller decided. So a restart only has to repeat, in order, what was decided before.
/// </remarks>
public sealed partial class Weaver
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>For how long a sleeping story can be woken.</summary>
    public static TimeSpan SleepsFor => SleepingStories.Memory;

    private static readonly TimeSpan Hours = TimeSpan.FromHours(12);

    /// <summary>So many articles a story must have to be woken; what is shorter is over.</summary>
    public const int LeastToSleep = SleepingStories.LeastArticles;

    // So many rare words, names mostly, that most of a story has make it one story.
    private const int LeastCore = 2;

    private readonly WeaverSettings settings;
    private readonly TermTable table = new();
    private readonly EchoFinder echoes = new();
    private readonly StoryIndex index = new();
    private readonly SleepingStories sleeping = new();
    private readonly EditorsActs editors = new();
    private readonly Dictionary<string, StoryMemory> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> mergedInto = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> placed = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string Article)> byAge = new();
    private readonly Queue<(DateTimeOffset At, StoryMemory Story)> touched = new();
    private readonly SortedDictionary<long, StoryMemory> moved = [];

    // How many stories it has come to know.
    private long met;

    // The first article may have no date: there has to be room for a window before it.
    private DateTimeOffset now = DateTimeOffset.MinValue + Window;

    private (WovenArticle Article, Sketch Sketch, EchoLook Echo)? last;

    /// <summary>A weaver that has seen nothing.</summary>
    public Weaver()
        : this(new WeaverSettings(SameStory.Shipped)) { }

    internal Weaver(WeaverSettings settings) => this.settings = settings;

    /// <summary>How many stories are awake.</summary>
    internal int Stories => stories.Count;

    /// <summary>What a weaver without an index would do: the likeliest of all awake stories. For the bench.</summary>
    internal string? PlaceByScan(WovenArticle article)
    {
        var alone = new Bundle(Look(article).Sketch);
        return stories
            .Values.Where(story => MayJoin(story, article.Language))
            .Select(story => (story.Id, Likely: settings.Judge.Likely(Row(alone, story.Articles))))
            .Where(story => story.Likely >= settings.JoinAt)
            .OrderByDescending(story => story.Likely)
            .Select(story => story.Id)
            .FirstOrDefault();
    }

    /// <summary>Where an article belongs. Nothing is changed.</summary>
    public Placement Place(WovenArticle article)
    {
        var (sketch, look) = Look(article);
        return Story(article, sketch, look.Echo) with { Echo = look.Echo, Quotations = look.Quotations };
    }

    /// <summary>Takes an article in.</summary>
    /// <param name="article">The article.</param>
    /// <param name="story">The story it was put into; <see langword="null"/> for none.</param>
    public void Remember(WovenArticle article, string? story)
    {
        var (sketch, look) = Look(article);
        last = null;
        now = sketch.At > now ? sketch.At : now;
        Forget();
        echoes.Remember(article, look, now);
        table.Count(sketch.All.Keys);
        story = story is null ? null : Current(story);
        placed[article.Id] = story;
        byAge.Enqueue((now, article.Id));
        if (story is null)
        {
            return;
        }
        if (!stories.TryGetValue(story, out var memory))
        {
            sleeping.Remove(story, sketch.Names.Keys);
            Open(NewStory(story, article.Language, new Bundle(sketch)));
        }
        else if (TouchesMany(article))
        {
            // A live blog is about everything that happened in a day: its words would draw other stories in.
            memory.Articles.Touch(sketch.At);
            touched.Enqueue((now, memory));
        }
        else
        {
            // Of a headline alone the language may be unknown; what comes after it tells.
            memory.Language ??= article.Language;
            memory.Articles.Add(sketch);
            index.File(memory, sketch.All);
            touched.Enqueue((now, memory));
            moved[memory.Number] = memory;
        }
    }

    /// <summary>Takes in a story that has fallen asleep: one whose articles are no longer repeated to a weaver that starts again.</summary>
    /// <param name="story">The story.</param>
    /// <param name="newest">Its newest articles, at least one, oldest first.</param>
    /// <param name="articles">How many it has in all.</param>
    public void Sleep(string story, IReadOnlyList<WovenArticle> newest, int articles)
    {
        if (stories.ContainsKey(story))
        {
            return;
        }
        var bundle = Bundle.Of([.. newest.Select(article => Sketch.Of(article, article.Published ?? now, table))]);
        sleeping.Add(NewStory(story, newest[0].Language, bundle), articles, bundle.Newest + Window, now);
    }

    /// <summary>The story that goes on under this id or the id it was merged into.</summary>
    public string Current(string story)
    {
        while (mergedInto.TryGetValue(story, out var into))
        {
            story = into;
        }
        return story;
    }

    private Placement Story(WovenArticle article, Sketch sketch, Echo? echo)
    {
        if (Roundup.IsAnnouncedBy(article.Title))
        {
            return new Placement
            {
                Because = ["a round-up, which belongs to no story"],
                AlsoIn = Touches(article, null),
            };
        }
        // A live blog that carries a report whole is about more than that report.
        if (
            !TouchesMany(article)
            && echo is { Relation: EchoRelation.Copy or EchoRelation.Rewrite }
            && placed.GetValueOrDefault(echo.Of) is { } theirs
        )
        {
            return new Placement
            {
                Story = Current(theirs),
                Because = [Evidence.Invariant($"repeats {echo.Of}")],
                Similarity = echo.Similarity,
            };
        }
        var candidates = Candidates(sketch, article.Language);
        var placement =
            Joined(sketch, candidates)
            ?? Running(sketch, candidates)
            ?? Woken(sketch, article.Language)
            ?? new Placement { Opens = true, Because = ["nothing like it was seen before"] };
        return TouchesMany(article) ? placement with { AlsoIn = Touches(article, placement.Story) } : placement;
    }

    private IReadOnlyList<StoryMemory> Candidates(Sketch sketch, string? language) =>
        index.Candidates(sketch.All, story => MayJoin(story, language));

    /// <summary>The awake story that is likeliest to be the article's own.</summary>
    private Placement? Joined(Sketch sketch, IReadOnlyList<StoryMemory> candidates)
    {
        var alone = new Bundle(sketch);
        StoryMemory? best = null;
        var likeliest = settings.JoinAt;
        // Of two that are equally likely the first stays: candidates come in a fixed order.
        foreach (var story in candidates)
        {
            var likely = settings.Judge.Likely(Row(alone, story.Articles));
            if (likely >= likeliest && (best is null || likely > likeliest))
            {
                (best, likeliest) = (story, likely);
            }
        }
        return best is null
            ? null
            : new Placement
            {
                Story = best.Id,
                Because = Evidence.Of(sketch, best.Articles),
                Similarity = likeliest,
            };
    }

    /// <summary>
    /// The story of the hour that an article is about although it tells something new in words of its own: it has the rare words,
    /// names mostly, that at least half of a long story's newest articles have.
    /// </summary>
    private static Placement? Running(Sketch sketch, IReadOnlyList<StoryMemory> candidates)
    {
        const int longStory = 6;
        var (best, core) = candidates
            .Where(story => story.Articles.Members.Count >= longStory && sketch.At - story.Articles.Newest < Hours)
            .Select(story =>
                (
                    story,
                    Core: Array.FindAll(sketch.All.Keys, term => TermTable.IsRare(term) && story.Articles.IsCore(term))
                )
            )
            .Where(pair => pair.Core.Length >= LeastCore)
            .OrderByDescending(pair => pair.Core.Length)
            .FirstOrDefault();
        return best is null
            ? null
            : new Placement
            {
                Story = best.Id,
                Because = Evidence.Of(sketch, best.Articles),
                Similarity = (double)core.Length / sketch.All.Keys.Length,
            };
    }

    private Placement? Woken(Sketch sketch, string? language) =>
        sleeping.Find(sketch, language) is { } saga
            ? new Placement
            {
                Story = saga.Story,
                Because = Evidence.OfNames(sketch, saga.Shared, saga.Slept),
                Similarity = saga.Cosine,
            }
            : null;

    /// <summary>The stories that paragraphs of a round-up or a live blog are about, at most five.</summary>
    private List<string> Touches(WovenArticle article, string? main)
    {
        const int mostParagraphs = 24;
        const int mostStories = 5;
        var found = new List<string>();
        foreach (
            var paragraph in article
                .Text.Split('\n', mostParagraphs + 1, StringSplitOptions.RemoveEmptyEntries)
                .Take(mostParagraphs)
        )
        {
            var part = Sketch.Of(
                article with
                {
                    Title = "",
                    Text = paragraph,
                    Names = [],
                },
                article.Published ?? now,
                table
            );
            if (
                Joined(part, Candidates(part, article.Language))?.Story is { } story
                && story != main
                && !found.Contains(story)
            )
            {
                found.Add(story);
                if (found.Count == mostStories)
                {
                    break;
                }
            }
        }
        return found;
    }

    private static bool TouchesMany(WovenArticle article) => article.IsLive || Roundup.IsLive(article.Title);

    private static bool MayJoin(StoryMemory story, string? language) =>
        !story.IsGone && (language is null || story.Language is null || story.Language == language);

    private float[] Row(Bundle one, Bundle other)
    {
        var row = SameStory.Row(one, other);
        settings.Asked?.Invoke(one, other, row);
        return row;
    }

    /// <summary>What is to be known of an article; known still when it is remembered right after it was placed.</summary>
    private (Sketch Sketch, EchoLook Echo) Look(WovenArticle article)
    {
        if (last is not { } known || !ReferenceEquals(known.Article, article))
        {
            known = (
                article,
                Sketch.Of(article, article.Published ?? now, table),
                settings.Echoes ? echoes.Look(article) : EchoLook.None
            );
            last = known;
        }
        return (known.Sketch, known.Echo);
    }

    private StoryMemory NewStory(string id, string? language, Bundle articles) => new(++met, id, language, articles);

    private void Open(StoryMemory story)
    {
        stories.Add(story.Id, story);
        touched.Enqueue((now, story));
        foreach (var member in story.Articles.Members)
        {
            index.File(story, member.All);
        }
        moved[story.Number] = story;
    }

    private void Close(StoryMemory story)
    {
        story.IsGone = true;
        stories.Remove(story.Id);
        moved.Remove(story.Number);
        index.Remove(story);
    }

    private void Forget()
    {
        while (touched.TryPeek(out var oldest) && oldest.At < now - Window)
        {
            touched.Dequeue();
            if (!oldest.Story.IsGone && oldest.Story.Articles.Newest < now - Window)
            {
                Close(oldest.Story);
                sleeping.Add(oldest.Story, oldest.Story.Articles.Count, now, now);
            }
        }
        while (byAge.TryPeek(out var oldest) && oldest.At < now - Window)
        {
            placed.Remove(byAge.Dequeue().Article);
        }
    }
}
