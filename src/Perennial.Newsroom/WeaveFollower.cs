using Perennial.Store;
using Perennial.Store.Views;
using Perennial.Weave;

namespace Perennial.Newsroom;

/// <summary>
/// Places every article into a running story, opens stories, finds what repeats what, and thinks better of stories later: two that
/// are one, one that is two.
/// </summary>
/// <remarks>
/// An article is remembered when its reading is followed, an act when its own entry is: whoever repeats both in the order of those
/// positions has the same weaver. What the weaver thinks better of is appended only when no person has acted since what it had seen,
/// and one thing at a time: the next when that entry has come by. So it never undoes what it did not know of.
/// </remarks>
public sealed class WeaveFollower(Ledger ledger, ViewStore views, GatePolicy gate) : IFollower
{
    /// <summary>The version of the weaver.</summary>
    public const string Author = "weaver/1";

    private const string AnyVersion = "weaver/";

    private const string Unreadable = "could not be read: ";
    private const string NoArticle = "is no article";
    private const string NoHeadline = "has no headline";

    // Articles older than this are not brought back after a restart. Of stories that sleep longer only the newest are, and
    // of each only its newest articles: their names are what wakes it.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);
    private const int MostSleepers = 2000;
    private const int ArticlesOfSleeper = 8;

    private readonly Weaver weaver = new();

    // What is held, and whether by a person.
    private readonly Dictionary<string, bool> held = new(StringComparer.Ordinal);

    // Whether something that the weaver thought better of may stand in the ledger and has not come by yet.
    private bool awaits;

    /// <inheritdoc/>
    public string Name => "weave";

    /// <inheritdoc/>
    public bool Follows(string kind) =>
        kind == EntryKinds.ArticleRead.Name
        || kind == EntryKinds.ArticlePlaced.Name
        || kind == EntryKinds.Held.Name
        || kind == EntryKinds.Opened.Name
        || StoryActs.Kinds.Contains(kind);

    /// <inheritdoc/>
    public LedgerCondition? VoidedBy(Entry entry) =>
        // An article has to be placed whatever happens; second thoughts can wait.
        EntryKinds.ArticleRead.Is(entry)
            ? null
            : new LedgerCondition(
                [.. StoryActs.Kinds, EntryKinds.Held.Name, EntryKinds.Opened.Name],
                entry.Position,
                ButBy: Author
            );

    /// <inheritdoc/>
    public void Restore(long position)
    {
        var last = ledger.Find(position)?.At ?? DateTimeOffset.MinValue;
        var since = last - DateTimeOffset.MinValue > Memory ? last - Memory : DateTimeOffset.MinValue;
        var steps = Placements(since, position).Concat(Acts(position)).OrderBy(step => step.Position);
        foreach (var (_, repeat) in steps)
        {
            repeat();
        }
        if (since > DateTimeOffset.MinValue)
        {
            PutToSleep(last, since);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
    {
        if (EntryKinds.ArticleRead.Is(entry))
        {
            return Place(entry);
        }
        Take(entry);
        return ThinkAgain() is { } revision ? ToEntries(revision) : [];
    }

    private List<NewEntry> Place(Entry entry)
    {
        if (EntryKinds.ArticleRead.Read(entry) is not { } read)
        {
            return [];
        }
        using var snapshot = views.Snapshot();
        var row = ArticlesView.Find(snapshot, entry.Subject);
        if (row is null || (row.Because.Count > 0 && !CouldNotBePlaced(row)))
        {
            // A later version of a page stays where the first one was placed.
            return [];
        }
        if (WhyNot(read.Article) is { } reason)
        {
            return row.Because.SequenceEqual([reason])
                ? []
                : [Placed(entry, null, new Placement { Because = [reason] })];
        }
        var woven = ToWoven(entry.Subject, read.Article, entry.At);
        var placement = weaver.Place(woven);
        var made = new List<NewEntry>();
        var story = placement.Story;
        if (placement.Opens)
        {
            story = ShortId.New('s');
            made.AddRange(OpenStory(snapshot, story, entry.Subject, read.Article));
        }
        made.Add(Placed(entry, story, placement));
        if (placement.Echo is { } echo)
        {
            made.Add(
                EntryKinds.EchoFound.New(
                    entry.Subject,
                    Author,
                    new EchoFound
                    {
                        Read = entry.Position,
                        Of = echo.Of,
                        Relation = echo.Relation,
                        Similarity = echo.Similarity,
                    }
                )
            );
        }
        weaver.Remember(woven, story);
        return made;
    }

    /// <summary>Takes in what was done to stories, by the weaver itself or by people.</summary>
    private void Take(Entry entry)
    {
        var byPerson = !entry.Author.StartsWith(AnyVersion, StringComparison.Ordinal);
        if (EntryKinds.Held.Is(entry))
        {
            held[entry.Subject] = byPerson;
        }
        else if (EntryKinds.Opened.Is(entry))
        {
            held.Remove(entry.Subject);
        }
        else if (StoryActs.Of(entry) is { } act)
        {
            weaver.Apply(act, byPerson);
            awaits = false;
        }
        // Then it may have been made void.
        awaits &= !byPerson;
    }

    /// <summary>What the weaver thinks better of now, and may do.</summary>
    private Revision? ThinkAgain()
    {
        while (!awaits && weaver.Revise(() => ShortId.New('s')) is { } revision)
        {
            if (Allowed(revision) is { } allowed)
            {
                awaits = true;
                return allowed;
            }
        }
        return null;
    }

    /// <summary>
    /// Second thoughts must not show readers what a person holds, nor take from them what they see: a story that a person holds stays
    /// as it is, and of two stories the open one goes on.
    /// </summary>
    private Revision? Allowed(Revision revision)
    {
        var stories = revision.Act switch
        {
            StoryAct.Merged(var from, var into) => [from, into],
            StoryAct.Split split => new[] { split.From },
            _ => [],
        };
        if (Array.Exists(stories, story => held.GetValueOrDefault(story)))
        {
            return null;
        }
        return revision.Act is StoryAct.Merged merged && held.ContainsKey(merged.Into) && !held.ContainsKey(merged.From)
            ? revision with
            {
                Act = new StoryAct.Merged(merged.Into, merged.From),
            }
            : revision;
    }

    private IReadOnlyList<NewEntry> ToEntries(Revision revision)
    {
        using var snapshot = views.Snapshot();
        switch (revision.Act)
        {
            case StoryAct.Merged merged:
                return
                [
                    EntryKinds.StoryMerged.New(
                        merged.From,
                        Author,
                        new StoryMerged
                        {
                            Into = merged.Into,
                            Because = revision.Because,
                            Similarity = revision.Likely,
                        }
                    ),
                ];
            case StoryAct.Split split when StoriesView.Find(snapshot, split.From) is { } whole:
                return
                [
                    .. StoryOpening.OfPart(
                        snapshot,
                        whole,
                        held.ContainsKey(split.From),
                        split.Into,
                        split.Articles,
                        Author
                    ),
                    EntryKinds.StorySplit.New(
                        split.From,
                        Author,
                        new StorySplit
                        {
                            Into = split.Into,
                            Articles = split.Articles,
                            Posts = PostsView.OfArticles(snapshot, split.Articles),
                            Because = revision.Because,
                            Similarity = revision.Likely,
                        }
                    ),
                ];
            default:
                return [];
        }
    }

    /// <summary>The articles placed since a time, each to be remembered where its reading was followed, and thought over where its placement was.</summary>
    private IEnumerable<(long Position, Action Repeat)> Placements(DateTimeOffset since, long upTo)
    {
        foreach (var entry in ledger.ReadSince(EntryKinds.ArticlePlaced, since))
        {
            if (EntryKinds.ArticlePlaced.Read(entry) is { } placed && placed.Read <= upTo)
            {
                yield return (placed.Read, () => Remember(placed));
            }
            if (entry.Position <= upTo)
            {
                yield return (entry.Position, () => ThinkAgain());
            }
        }
    }

    private void Remember(ArticlePlaced placed)
    {
        if (
            ledger.Find(placed.Read) is { } reading
            && EntryKinds.ArticleRead.Read(reading) is { } read
            && WhyNot(read.Article) is null
        )
        {
            weaver.Remember(ToWoven(reading.Subject, read.Article, reading.At), placed.Story);
        }
    }

    private IEnumerable<(long Position, Action Repeat)> Acts(long upTo) =>
        StoryActs
            .UpTo(ledger, upTo)
            .Concat(ledger.ReadSince(EntryKinds.Held, DateTimeOffset.UnixEpoch))
            .Concat(ledger.ReadSince(EntryKinds.Opened, DateTimeOffset.UnixEpoch))
            .Where(entry => entry.Position <= upTo)
            .Select(entry =>
                (
                    entry.Position,
                    (Action)(
                        () =>
                        {
                            Take(entry);
                            ThinkAgain();
                        }
                    )
                )
            );

    /// <summary>Brings back what wakes stories that have been quiet for longer than articles are brought back.</summary>
    private void PutToSleep(DateTimeOffset now, DateTimeOffset since)
    {
        using var snapshot = views.Snapshot();
        var from = now - Weaver.SleepsFor;
        foreach (
            var (story, articles, _) in ArticlesView.Quiet(snapshot, from, since, Weaver.LeastToSleep, MostSleepers)
        )
        {
            var newest = ArticlesView
                .Newest(snapshot, story, ArticlesOfSleeper)
                .Where(row => row.Article is { } article && WhyNot(article) is null)
                .Select(row => ToWoven(row.Id, row.Article!, row.FirstCaptured))
                .ToList();
            if (newest.Count > 0)
            {
                weaver.Sleep(story, newest, articles);
            }
        }
    }

    private static string? WhyNot(Article article) =>
        article switch
        {
            { Problem: { } problem } => Unreadable + problem.Message,
            { Kind: ArticleKind.Page } => NoArticle,
            { Title: null } => NoHeadline,
            _ => null,
        };

    /// <summary>Whether earlier versions of a page gave nothing to place: an error page, a page that was cut short.</summary>
    private static bool CouldNotBePlaced(ArticleRow row) =>
        row is { Story: null, Because: [var reason] }
        && (reason is NoArticle or NoHeadline || reason.StartsWith(Unreadable, StringComparison.Ordinal));

    private static NewEntry Placed(Entry reading, string? story, Placement placement) =>
        EntryKinds.ArticlePlaced.New(
            reading.Subject,
            Author,
            new ArticlePlaced
            {
                Read = reading.Position,
                Story = story,
                Because = placement.Because,
                Similarity = placement.Similarity,
                AlsoIn = placement.AlsoIn,
            }
        );

    private IEnumerable<NewEntry> OpenStory(ViewSnapshot snapshot, string story, string articleId, Article article)
    {
        yield return StoryOpening.Of(snapshot, story, articleId, article, Author);
        if (gate.HoldsStoriesOfTheMachine)
        {
            yield return EntryKinds.Held.New(
                story,
                Author,
                new GateMoved { Reason = "opened by the machine; an editor opens it to readers" }
            );
        }
    }

    private static WovenArticle ToWoven(string id, Article article, DateTimeOffset seen) =>
        new()
        {
            Id = id,
            Published = Earlier(article.Published?.ToInstant(), seen),
            Title = article.Title,
            Text = article.Text,
            Source = article.SiteName,
            Language = article.Language,
            IsLive = article.Kind == ArticleKind.Liveblog,
            Names =
            [
                .. article
                    .Entities.Where(entity =>
                        entity.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Place
                    )
                    .Select(entity => entity.Name),
            ],
            Quotations =
            [
                .. article
                    .Statements.Where(s => s is { Kind: StatementKind.Direct, In: StatementPlace.Body })
                    .Select(s => s.Text),
            ],
        };

    // A page may state a time that is yet to come; it can't have been published after we saw it.
    private static DateTimeOffset Earlier(DateTimeOffset? stated, DateTimeOffset seen) =>
        stated is { } time && time < seen ? time : seen;
}
