using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>What people do in a newsroom: each act is an entry, and is seen by readers when it returns.</summary>
/// <param name="newsroom">The newsroom.</param>
public sealed partial class Acts(OpenNewsroom newsroom)
{
    /// <summary>The author of what is done from the command line of this machine.</summary>
    public const string Operator = "operator";

    /// <summary>Subscribes to a source.</summary>
    /// <returns>The source's id: a new one, or that of the source that already follows the address.</returns>
    public Task<string> AddSourceAsync(SourceAdded source, CancellationToken cancellation) =>
        newsroom.ActAsync(() => AddAsync(source, cancellation), cancellation);

    /// <summary>Opens a story of our own, to be filled with posts.</summary>
    /// <returns>The story.</returns>
    public Task<StoryRow> OpenStoryAsync(
        string headline,
        string? standfirst,
        string? section,
        string author,
        CancellationToken cancellation
    ) => newsroom.ActAsync(() => OpenAsync(headline, standfirst, section, author, cancellation), cancellation);

    /// <summary>Publishes a post on a story's page.</summary>
    /// <returns>The post as readers see it.</returns>
    public async Task<PostRow> PublishAsync(StoryRow story, Post post, string author, CancellationToken cancellation)
    {
        var id = ShortId.New('p');
        await AppendAsync(
            EntryKinds.PostPublished.New(id, author, new PostPublished { Story = story.Id, Post = post }),
            cancellation
        );
        using var snapshot = newsroom.Views.Snapshot();
        return PostsView.Find(snapshot, id)!;
    }

    /// <summary>Changes a post.</summary>
    public Task EditAsync(PostRow known, Post post, string author, CancellationToken cancellation) =>
        AppendAsync(
            EntryKinds.PostEdited.New(
                known.Id,
                author,
                new PostEdited
                {
                    Story = known.Story,
                    Post = post,
                    Reason = PostChange.Edited,
                }
            ),
            cancellation
        );

    /// <summary>Holds a story or a post back from readers.</summary>
    public Task HoldAsync(string id, string reason, string author, CancellationToken cancellation) =>
        AppendAsync(EntryKinds.Held.New(id, author, new GateMoved { Reason = reason }), cancellation);

    /// <summary>Opens something that is held.</summary>
    public Task OpenAsync(string id, string reason, string author, CancellationToken cancellation) =>
        AppendAsync(EntryKinds.Opened.New(id, author, new GateMoved { Reason = reason }), cancellation);

    /// <summary>Corrects what was read in an article. The reader reads it again at once, and whenever it reads it later, respects that.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="request">What is so.</param>
    /// <param name="author">The editor's opaque id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The correction's position, or why it was refused; <see langword="null"/> when there is no such article.</returns>
    public Task<CorrectionOutcome?> CorrectArticleAsync(
        string article,
        CorrectionRequest request,
        string author,
        CancellationToken cancellation
    ) =>
        CorrectAsync(
            article,
            snapshot =>
                ArticlesView.Find(snapshot, article) is { } row
                    ? ArticleCorrections.Of(row, act => IsCorrectionOf(article, act), request)
                    : null,
            author,
            cancellation
        );

    /// <summary>Corrects what is known of an entity across articles, for ever.</summary>
    /// <param name="entity">The entity's id.</param>
    /// <param name="request">What is so.</param>
    /// <param name="author">The editor's opaque id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The correction's position, or why it was refused; <see langword="null"/> when there is no such entity.</returns>
    public Task<CorrectionOutcome?> CorrectEntityAsync(
        string entity,
        CorrectionRequest request,
        string author,
        CancellationToken cancellation
    ) =>
        CorrectAsync(
            entity,
            snapshot =>
                EntitiesView.Find(snapshot, entity) is { } row ? EntityCorrections.Of(snapshot, row, request) : null,
            author,
            cancellation
        );

    /// <summary>Makes a story part of another, which goes on. Its address leads there for ever, and the machine never parts them.</summary>
    /// <param name="story">The story's id or slug.</param>
    /// <param name="into">The id or slug of the story that goes on.</param>
    /// <param name="author">The editor's opaque id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What became of it; <see langword="null"/> when there is no such story.</returns>
    public Task<StoryActOutcome?> MergeStoryAsync(
        string story,
        string? into,
        string author,
        CancellationToken cancellation
    ) => OfStoryAsync(story, (snapshot, row) => StoryEdits.Merge(snapshot, row, into, author), cancellation);

    /// <summary>Makes a part of a story a story of its own. The machine never puts them together again.</summary>
    /// <returns>What became of it; <see langword="null"/> when there is no such story.</returns>
    public Task<StoryActOutcome?> SplitStoryAsync(
        string story,
        StorySplitRequest request,
        string author,
        CancellationToken cancellation
    ) => OfStoryAsync(story, (snapshot, row) => StoryEdits.Split(snapshot, row, request, author), cancellation);

    /// <summary>Says that two stories are not one: the machine never merges them, nor what they become part of.</summary>
    /// <returns>What became of it; <see langword="null"/> when there is no such story.</returns>
    public Task<StoryActOutcome?> KeepApartAsync(
        string story,
        string? other,
        string author,
        CancellationToken cancellation
    ) => OfStoryAsync(story, (snapshot, row) => StoryEdits.KeepApart(snapshot, row, other, author), cancellation);

    /// <summary>Puts an article into another story, or out of all where <paramref name="into"/> is <see langword="null"/>. It stays there.</summary>
    /// <returns>What became of it; <see langword="null"/> when there is no such article.</returns>
    public Task<StoryActOutcome?> MoveArticleAsync(
        string article,
        string? into,
        string author,
        CancellationToken cancellation
    ) =>
        ActOnStoriesAsync(
            snapshot =>
                ArticlesView.Find(snapshot, article) is { } row ? StoryEdits.Move(snapshot, row, into, author) : null,
            cancellation
        );

    /// <summary>Changes what readers see at the head of a story: what an editor writes stays, whatever the machine would call it.</summary>
    /// <returns>What became of it; <see langword="null"/> when there is no such story.</returns>
    public Task<StoryActOutcome?> ChangeStoryAsync(
        string story,
        StoryChangeRequest request,
        string author,
        CancellationToken cancellation
    ) => OfStoryAsync(story, (snapshot, row) => StoryEdits.Change(snapshot, row, request, author), cancellation);

    /// <summary>Asks something of a story. It stays open until somebody says what became of it.</summary>
    /// <returns>What became of it, with the question's id; <see langword="null"/> when there is no such story.</returns>
    public Task<StoryActOutcome?> AskAsync(
        string story,
        QuestionRequest request,
        string author,
        CancellationToken cancellation
    ) => OfStoryAsync(story, (snapshot, row) => QuestionEdits.Ask(snapshot, row, request, author), cancellation);

    /// <summary>Says what became of a question: answered, dropped, or open again. Later readings respect it.</summary>
    /// <returns>What became of it, with the question's id; <see langword="null"/> when there is no such question.</returns>
    public Task<StoryActOutcome?> ChangeQuestionAsync(
        string question,
        QuestionRequest request,
        string author,
        CancellationToken cancellation
    ) =>
        ActOnStoriesAsync(
            snapshot => QuestionEdits.Change(snapshot, LastReading, question, request, author),
            cancellation
        );

    private StoryRead? LastReading(string story) =>
        newsroom.Ledger.LastAbout(EntryKinds.StoryRead, story, long.MaxValue) is { } last
            ? EntryKinds.StoryRead.Read(last)
            : null;

    private Task<StoryActOutcome?> OfStoryAsync(
        string story,
        Func<ViewSnapshot, StoryRow, StoryEdit> act,
        CancellationToken cancellation
    ) =>
        ActOnStoriesAsync(
            snapshot => StoryEdits.Story(snapshot, story) is { } row ? act(snapshot, row) : null,
            cancellation
        );

    /// <summary>Looks and appends, and looks again when the weaver has done something to stories in between.</summary>
    private Task<StoryActOutcome?> ActOnStoriesAsync(
        Func<ViewSnapshot, StoryEdit?> act,
        CancellationToken cancellation
    ) =>
        newsroom.ActAsync(
            async () =>
            {
                while (true)
                {
                    await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
                    StoryEdit? edit;
                    long seen;
                    using (var snapshot = newsroom.Views.Snapshot())
                    {
                        seen = snapshot.Position;
                        try
                        {
                            edit = act(snapshot);
                        }
                        catch (RefusedCorrection e)
                        {
                            return new StoryActOutcome(null, e.Message);
                        }
                    }
                    if (edit is null)
                    {
                        return null;
                    }
                    var batch = LedgerBatch.Of(edit.Entries) with
                    {
                        Unless = new LedgerCondition(StoryActs.Kinds, seen),
                    };
                    if (await AppendAsync(batch, cancellation) is { } position)
                    {
                        using var after = newsroom.Views.Snapshot();
                        return new StoryActOutcome(
                            position,
                            null,
                            edit.Story is null ? null : StoriesView.Find(after, edit.Story),
                            edit.Entries[^1].Subject
                        );
                    }
                }
            },
            cancellation
        );

    private bool IsCorrectionOf(string article, long act) =>
        newsroom.Ledger.Find(act) is { } entry && EntryKinds.ReadingCorrected.Is(entry) && entry.Subject == article;

    /// <summary>Looks, and appends what is asked for while what was looked at still holds.</summary>
    private Task<CorrectionOutcome?> CorrectAsync(
        string subject,
        Func<ViewSnapshot, ReadingCorrection?> correct,
        string author,
        CancellationToken cancellation
    ) =>
        newsroom.ActAsync(
            async () =>
            {
                ReadingCorrection? correction;
                using (var snapshot = newsroom.Views.Snapshot())
                {
                    try
                    {
                        correction = correct(snapshot);
                    }
                    catch (RefusedCorrection e)
                    {
                        return new CorrectionOutcome(null, e.Message);
                    }
                }
                if (correction is null)
                {
                    return null;
                }
                var payload = new ReadingCorrected { Correction = correction };
                var entry = EntryKinds.ReadingCorrected.New(subject, author, payload);
                return new CorrectionOutcome(
                    await AppendAsync(entry, cancellation),
                    null,
                    (correction as MentionsMoved)?.Into
                );
            },
            cancellation
        );

    private async Task<string> AddAsync(SourceAdded source, CancellationToken cancellation)
    {
        await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
        using (var snapshot = newsroom.Views.Snapshot())
        {
            if (SourcesView.FindByUrl(snapshot, source.Url) is { } known)
            {
                return known.Id;
            }
        }
        var id = ShortId.New('f');
        await AppendAsync(EntryKinds.SourceAdded.New(id, Operator, source), cancellation);
        return id;
    }

    private async Task<StoryRow> OpenAsync(
        string headline,
        string? standfirst,
        string? section,
        string author,
        CancellationToken cancellation
    )
    {
        await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
        var id = ShortId.New('s');
        StoryOpened opened;
        using (var snapshot = newsroom.Views.Snapshot())
        {
            var site = SiteView.Current(snapshot);
            opened = new StoryOpened
            {
                Slug = Slug.Free(headline, slug => StoriesView.SlugIsTaken(snapshot, slug)),
                Headline = headline,
                Standfirst = standfirst,
                Section = site is null ? null : Sections.Of(site, section),
                Language = site?.Language,
            };
        }
        await AppendAsync(EntryKinds.StoryOpened.New(id, author, opened), cancellation);
        using var after = newsroom.Views.Snapshot();
        return StoriesView.Find(after, id)!;
    }

    private async Task<long> AppendAsync(NewEntry entry, CancellationToken cancellation) =>
        (await AppendAsync(LedgerBatch.Of(entry), cancellation))!.Value;

    /// <returns>The position of the last entry, once the views have it; <see langword="null"/> when the batch was void.</returns>
    private async Task<long?> AppendAsync(LedgerBatch batch, CancellationToken cancellation)
    {
        var appended = await newsroom.Ledger.AppendAsync(batch);
        if (appended.Count == 0)
        {
            return null;
        }
        await newsroom.Views.CatchUpAsync(newsroom.Ledger, cancellation);
        await newsroom.Views.WaitBeyondAsync(appended[^1].Position - 1, cancellation);
        return appended[^1].Position;
    }
}
