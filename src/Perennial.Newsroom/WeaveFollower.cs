using Perennial.Store;
using Perennial.Store.Views;
using Perennial.Weave;

namespace Perennial.Newsroom;

/// <summary>Places every article into a running story, opens stories, and finds what repeats what.</summary>
public sealed class WeaveFollower(Ledger ledger, ViewStore views, GatePolicy gate) : IFollower
{
    /// <summary>The version of the weaver.</summary>
    public const string Author = "weaver/1";

    private const string Unreadable = "could not be read: ";
    private const string NoArticle = "is no article";
    private const string NoHeadline = "has no headline";

    // Articles older than this are not brought back after a restart: a story that sleeps longer wakes as a new one.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private readonly Weaver weaver = new();

    /// <inheritdoc/>
    public string Name => "weave";

    /// <inheritdoc/>
    public bool Follows(string kind) => kind == EntryKinds.ArticleRead.Name;

    /// <inheritdoc/>
    public void Restore(long position)
    {
        var last = ledger.Find(position)?.At ?? DateTimeOffset.MinValue;
        var since = last - DateTimeOffset.MinValue > Memory ? last - Memory : DateTimeOffset.MinValue;
        foreach (var entry in ledger.ReadSince(EntryKinds.ArticlePlaced, since))
        {
            if (
                EntryKinds.ArticlePlaced.Read(entry) is { } placed
                && ledger.Find(placed.Read) is { } reading
                && EntryKinds.ArticleRead.Read(reading) is { } read
                && WhyNot(read.Article) is null
            )
            {
                weaver.Remember(ToWoven(reading, read.Article, entry.At), placed.Story);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
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
            return row.Because.SequenceEqual([reason]) ? [] : [Placed(entry, story: null, [reason], 0)];
        }
        var woven = ToWoven(entry, read.Article, entry.At);
        var placement = weaver.Place(woven);
        var made = new List<NewEntry>();
        var story = placement.Story;
        if (placement.Opens)
        {
            story = ShortId.New('s');
            made.AddRange(OpenStory(snapshot, story, entry.Subject, read.Article));
        }
        made.Add(Placed(entry, story, placement.Because, placement.Similarity));
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

    private static NewEntry Placed(Entry reading, string? story, IReadOnlyList<string> because, double similarity) =>
        EntryKinds.ArticlePlaced.New(
            reading.Subject,
            Author,
            new ArticlePlaced
            {
                Read = reading.Position,
                Story = story,
                Because = because.Count > 0 ? because : ["nothing like it was seen before"],
                Similarity = similarity,
            }
        );

    private IEnumerable<NewEntry> OpenStory(ViewSnapshot snapshot, string story, string articleId, Article article)
    {
        yield return EntryKinds.StoryOpened.New(
            story,
            Author,
            new StoryOpened
            {
                Slug = Slug.Free(article.Title ?? story, slug => StoriesView.SlugIsTaken(snapshot, slug)),
                Headline = article.Title ?? "",
                Standfirst = article.Standfirst,
                Section = SiteView.Current(snapshot) is { } site ? Sections.Of(site, article.Section) : null,
                Language = article.Language,
                Article = articleId,
            }
        );
        if (gate.HoldsStoriesOfTheMachine)
        {
            yield return EntryKinds.Held.New(
                story,
                Author,
                new GateMoved { Reason = "opened by the machine; an editor opens it to readers" }
            );
        }
    }

    private static WovenArticle ToWoven(Entry reading, Article article, DateTimeOffset seen) =>
        new()
        {
            Id = reading.Subject,
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
