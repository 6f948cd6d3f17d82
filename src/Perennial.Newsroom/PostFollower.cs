using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Makes a post of every article that brings something of its own, and keeps post and headline true to it.</summary>
public sealed class PostFollower(ViewStore views) : IFollower
{
    /// <summary>The version of the maker of posts.</summary>
    public const string Author = "weaver/1";

    /// <inheritdoc/>
    public string Name => "post";

    /// <inheritdoc/>
    public bool Follows(string kind) =>
        kind == EntryKinds.ArticlePlaced.Name
        || kind == EntryKinds.ArticleRead.Name
        || kind == EntryKinds.PageGone.Name
        || kind == EntryKinds.ArticleMoved.Name
        || kind == EntryKinds.StoryMerged.Name
        || kind == EntryKinds.StorySplit.Name;

    /// <inheritdoc/>
    public void Restore(long position) { }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
    {
        using var snapshot = views.Snapshot();
        return
        [
            .. StoryActs
                .Touched(entry)
                .Select(story => StoriesView.Current(snapshot, story))
                .Distinct()
                .SelectMany(story => LeadAgain(snapshot, story)),
            .. Follow(snapshot, entry),
        ];
    }

    private static List<NewEntry> Follow(ViewSnapshot snapshot, Entry entry)
    {
        if (ArticlesView.Find(snapshot, entry.Subject) is not { Article: { } article, Story: { } storyId } row)
        {
            return [];
        }
        if (StoriesView.Find(snapshot, storyId) is not { } story)
        {
            return [];
        }
        var post = PostsView.FindByArticle(snapshot, row.Id);
        return (post, row.Gone) switch
        {
            // A page that was gone when it was placed is published when it is there again.
            (null, null) when !EntryKinds.PageGone.Is(entry) => Publish(
                snapshot,
                story,
                row,
                article,
                EntryKinds.ArticleMoved.Is(entry)
            ),
            ({ Post.Withdrawn: false }, not null) => Withdraw(snapshot, story, post),
            ({ } known, null) when EntryKinds.ArticleRead.Is(entry) => Edit(
                story,
                row,
                article,
                known,
                EntryKinds.ArticleRead.Read(entry) is { } read && Answers(read)
            ),
            _ => [],
        };
    }

    /// <summary>The headline that a story has once its articles are others, when that is not the one it has.</summary>
    private static IEnumerable<NewEntry> LeadAgain(ViewSnapshot snapshot, string id)
    {
        if (
            StoriesView.Find(snapshot, id) is not { Carrier: { } carrier } story
            || NewestLeader(snapshot, story, null) is not ({ } article, { } newest)
            || article == carrier
        )
        {
            return [];
        }
        var stays = ArticlesView.Find(snapshot, carrier)?.Story == id;
        return stays && !IsNewerThanTheHeadline(snapshot, story, PostsView.FindByArticle(snapshot, article)!.Post)
            ? []
            : [Lead(story, article, newest)];
    }

    private static List<NewEntry> Publish(
        ViewSnapshot snapshot,
        StoryRow story,
        ArticleRow row,
        Article article,
        bool moved
    )
    {
        if (
            row.Relation is EchoRelation.Copy or EchoRelation.Rewrite
            && (!moved || ArticlesView.Find(snapshot, row.EchoOf!)?.Story == story.Id)
        )
        {
            // A reprint brings nothing new to the stream; it counts among the reports and not among the origins.
            return [];
        }
        var opener = story.Carrier == row.Id;
        var post = ArticlePost.Of(row, article, opener);
        var made = new List<NewEntry>
        {
            EntryKinds.PostPublished.New(ShortId.New('p'), Author, new PostPublished { Story = story.Id, Post = post }),
        };
        if (!opener && Headlines.CanLead(article) && IsNewerThanTheHeadline(snapshot, story, post))
        {
            made.Add(Lead(story, row.Id, article));
        }
        return made;
    }

    /// <summary>A headline that a person wrote stays, and so does that of a report which is newer than one that arrives late.</summary>
    private static bool IsNewerThanTheHeadline(ViewSnapshot snapshot, StoryRow story, Post post) =>
        story.Carrier is { } carrier
        && (PostsView.FindByArticle(snapshot, carrier) is not { } leading || leading.Post.Time <= post.Time);

    /// <summary>Whether a reading answers a correction of ours, and not a capture: it respects one that came after the capture.</summary>
    private static bool Answers(ArticleRead read) => read.Corrected.Any(applied => applied.Act > read.Capture);

    private static List<NewEntry> Edit(StoryRow story, ArticleRow row, Article article, PostRow known, bool weCorrected)
    {
        if (known.Reason == PostChange.Edited)
        {
            // What we wrote ourselves stays; the source's change is in the record.
            return [];
        }
        var next = ArticlePost.Of(row, article, known.Post.KeyEvent) with { Time = known.Post.Time };
        if (ArticlePost.SaysTheSame(known.Post, next))
        {
            return [];
        }
        var made = new List<NewEntry>
        {
            Change(
                known,
                next,
                !weCorrected ? ReasonFor(next)
                    : ArticlePost.DifferInConfirmedWords(known.Post, next) ? PostChange.WordsConfirmed
                    : PostChange.ReadingCorrected
            ),
        };
        if (
            story.Carrier == row.Id
            && article.Title is { } title
            && title != story.Headline
            && Headlines.QuotesWhatItCarries(article, title)
        )
        {
            made.Add(Lead(story, row.Id, article));
        }
        return made;
    }

    private static List<NewEntry> Withdraw(ViewSnapshot snapshot, StoryRow story, PostRow known)
    {
        var notice = new Post
        {
            Kind = known.Post.Kind,
            Time = known.Post.Time,
            Article = known.Post.Article,
            Outlet = known.Post.Outlet,
            Withdrawn = true,
        };
        var made = new List<NewEntry> { Change(known, notice, PostChange.SourceWithdrew) };
        if (story.Carrier == known.Post.Article && NewestLeader(snapshot, story, known.Id) is ({ } id, { } article))
        {
            made.Add(Lead(story, id, article));
        }
        return made;
    }

    /// <summary>The newest other article of the story whose headline can stand over it.</summary>
    private static (string Id, Article Article)? NewestLeader(ViewSnapshot snapshot, StoryRow story, string? withdrawn)
    {
        const int looked = 20;
        foreach (var post in PostsView.OfStory(snapshot, story.Id, oldestFirst: false, 0, looked))
        {
            if (
                post.Id != withdrawn
                && post.Post is { Withdrawn: false, Article: { } id }
                && ArticlesView.Find(snapshot, id)?.Article is { } article
                && Headlines.CanLead(article)
            )
            {
                return (id, article);
            }
        }
        return null;
    }

    private static PostChange ReasonFor(Post next) =>
        next.Correction is null ? PostChange.SourceChanged : PostChange.SourceCorrected;

    private static NewEntry Change(PostRow known, Post next, PostChange reason) =>
        EntryKinds.PostEdited.New(
            known.Id,
            Author,
            new PostEdited
            {
                Story = known.Story,
                Post = next,
                Reason = reason,
            }
        );

    private static NewEntry Lead(StoryRow story, string articleId, Article article) =>
        EntryKinds.StoryChanged.New(
            story.Id,
            Author,
            new StoryChanged
            {
                Headline = article.Title,
                Standfirst = article.Standfirst ?? Excerpt.Of(article).Lead,
                Article = articleId,
            }
        );
}
