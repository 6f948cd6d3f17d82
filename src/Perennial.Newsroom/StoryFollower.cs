using Perennial.Store;
using Perennial.Store.Views;
using Perennial.Weave.Naming;
using Perennial.Weave.Questions;
using Perennial.Weave.Stories;

namespace Perennial.Newsroom;

/// <summary>Reads the articles of a story together, whenever one of them came, changed or went, or the headline is another.</summary>
/// <remarks>
/// What it reads rests on the views as they are when it looks, which may be ahead of the entry that it follows; it says something only when
/// that is not what it said last. So it says the same in the end whenever it was stopped.
/// </remarks>
public sealed class StoryFollower(Ledger ledger, ViewStore views) : IFollower
{
    /// <summary>The version of what reads stories.</summary>
    public const string Author = "weaver/1";

    // So many articles of the stories that were looked at last are kept at hand, at about 100 kB each with what is made of them
    // (bench/README.md); the others are looked up again.
    private const int MostKept = 1000;

    private readonly Dictionary<string, KnownStory> known = new(StringComparer.Ordinal);
    private readonly OtherLanguages elsewhere = new(ledger);
    private long turn;

    /// <inheritdoc/>
    public string Name => "story";

    /// <inheritdoc/>
    public bool Follows(string kind) =>
        kind == EntryKinds.ArticlePlaced.Name
        || kind == EntryKinds.ArticleRead.Name
        || kind == EntryKinds.EchoFound.Name
        || kind == EntryKinds.PageGone.Name
        || kind == EntryKinds.StoryChanged.Name
        || kind == EntryKinds.QuestionChanged.Name
        || StoryActs.Kinds.Contains(kind);

    /// <inheritdoc/>
    public void Restore(long position)
    {
        known.Clear();
        elsewhere.Clear();
    }

    /// <inheritdoc/>
    public IReadOnlyList<NewEntry> Follow(Entry entry)
    {
        using var snapshot = views.Snapshot();
        var made = new List<NewEntry>();
        var next = new Queue<string>(
            elsewhere
                .Take(snapshot, entry)
                .Concat(Touched(snapshot, entry))
                .Select(story => StoriesView.Current(snapshot, story))
        );
        var looked = new HashSet<string>(StringComparer.Ordinal);
        while (next.TryDequeue(out var story))
        {
            if (looked.Add(story))
            {
                var before = Known(story).Tellings;
                made.AddRange(ReadAgain(snapshot, story, entry.Position));
                // Links go both ways: what this story is linked with now, or is no more, is looked at too.
                foreach (var other in before.Concat(Known(story).Tellings).Select(telling => telling.Story))
                {
                    next.Enqueue(other);
                }
            }
        }
        return made;
    }

    private static IEnumerable<string> Touched(ViewSnapshot snapshot, Entry entry) =>
        StoryActs.Kinds.Contains(entry.Kind) ? StoryActs.Touched(entry)
        : EntryKinds.StoryChanged.Is(entry) ? [entry.Subject]
        : EntryKinds.QuestionChanged.Is(entry) && EntryKinds.QuestionChanged.Read(entry) is { } changed
            ? [changed.Story]
        : ArticlesView.StoryOf(snapshot, entry.Subject) is { } story ? [story]
        : [];

    /// <summary>What is read out of a story now; nothing when that was said already.</summary>
    private IReadOnlyList<NewEntry> ReadAgain(ViewSnapshot snapshot, string id, long after)
    {
        if (StoriesView.Find(snapshot, id) is not { } story)
        {
            return [];
        }
        var articles = ArticlesView.ReadIn(snapshot, id, StoryReader.TooOld(ArticlesView.CountReadIn(snapshot, id)));
        var asked = QuestionsView.Of(snapshot, id);
        var last = Known(id);
        var same = last.Looked(story.Since, articles, asked);
        List<StoryArticle> read = [.. articles.Select(row => last.Article(snapshot, row)).OfType<StoryArticle>()];
        if (!same)
        {
            elsewhere.Take(snapshot, story, read);
        }
        if (!last.Tells(elsewhere.Of(id)) && same)
        {
            return [];
        }
        var reading = last.Reader.Read(
            after,
            story.Headline,
            story.Since,
            story.Carrier,
            read,
            [.. asked.Select(KnownQuestion)],
            Rules(snapshot)
        ) with
        {
            Tellings = last.Tellings,
        };
        var entry = EntryKinds.StoryRead.New(id, Author, reading);
        return last.Says(EntryKinds.StoryRead.New(id, Author, reading with { After = 0 }).Payload)
            ? [entry, .. Filed(story, reading, last)]
            : [];
    }

    /// <summary>A story that stands in no section goes where most of its origins have it.</summary>
    private static IEnumerable<NewEntry> Filed(StoryRow story, StoryRead reading, KnownStory known) =>
        story.Section is null && reading.Name?.Section is { } section && known.Files(section)
            ? [EntryKinds.StoryChanged.New(story.Id, Author, new StoryChanged { Section = section })]
            : [];

    private static KnownQuestion KnownQuestion(QuestionAct act) =>
        new(act.Id, act.Said.Text ?? act.Said.Words ?? "", act.Said.Text is null ? null : act.First);

    private static NamingRules Rules(ViewSnapshot snapshot)
    {
        var site = SiteView.Current(snapshot);
        return new NamingRules(Headlines.CanLead, section => site is null ? null : Sections.Of(site, section));
    }

    private KnownStory Known(string id)
    {
        if (!known.TryGetValue(id, out var story))
        {
            while (known.Values.Sum(other => other.Kept) > MostKept)
            {
                known.Remove(known.MinBy(pair => pair.Value.Turn).Key);
            }
            var said = ledger.LastAbout(EntryKinds.StoryRead, id, long.MaxValue) is { } last
                ? EntryKinds.StoryRead.Read(last)
                : null;
            // Who never said anything said that there is nothing.
            var before = (said ?? new StoryRead { After = 0 }) with
            {
                After = 0,
            };
            known.Add(
                id,
                story = new KnownStory(EntryKinds.StoryRead.New(id, Author, before).Payload, before.Tellings)
            );
        }
        story.Turn = ++turn;
        return story;
    }

    /// <summary>A story as it was looked at last.</summary>
    private sealed class KnownStory(ReadOnlyMemory<byte> said, IReadOnlyList<StoryTelling> tellings)
    {
        private readonly Dictionary<string, StoryArticle> articles = new(StringComparer.Ordinal);
        private ReadOnlyMemory<byte> said = said;
        private (long Since, IReadOnlyList<ArticleRow> Articles, IReadOnlyList<QuestionAct> Asked)? looked;
        private string? filed;

        public long Turn { get; set; }

        public int Kept => articles.Count;

        public StoryReader Reader { get; } = new();

        /// <summary>Whether nothing is other than when it was looked at last.</summary>
        public bool Looked(long since, IReadOnlyList<ArticleRow> rows, IReadOnlyList<QuestionAct> asked)
        {
            var same =
                looked is { } before
                && before.Since == since
                && before.Asked.Select(act => act.Position).SequenceEqual(asked.Select(act => act.Position))
                && before
                    .Articles.Select(row => (row.Id, row.Read, row.EchoOf, row.Relation))
                    .SequenceEqual(rows.Select(row => (row.Id, row.Read, row.EchoOf, row.Relation)));
            looked = (since, rows, asked);
            foreach (var gone in articles.Keys.Except(rows.Select(row => row.Id)).ToList())
            {
                articles.Remove(gone);
            }
            return same;
        }

        /// <summary>The article as it was read last; <see langword="null"/> when nothing could be read.</summary>
        public StoryArticle? Article(ViewSnapshot snapshot, ArticleRow row)
        {
            var echo = row.Relation is EchoRelation.Copy or EchoRelation.Rewrite ? row.EchoOf : null;
            if (!articles.TryGetValue(row.Id, out var article) || article.Read != row.Read)
            {
                if (ArticlesView.Find(snapshot, row.Id)?.Article is not { Problem: null } read)
                {
                    return null;
                }
                article = StoryArticles.Of(row, read);
                articles[row.Id] = article;
            }
            return article with { EchoOf = echo };
        }

        /// <summary>Where it is told in other languages.</summary>
        public IReadOnlyList<StoryTelling> Tellings { get; private set; } = tellings;

        /// <summary>Takes in where it is told now.</summary>
        /// <returns>Whether that is other than before.</returns>
        public bool Tells(IReadOnlyList<StoryTelling> now)
        {
            var differs = !Tellings.Select(Text).SequenceEqual(now.Select(Text));
            Tellings = now;
            return differs;

            static string Text(StoryTelling telling) => $"{telling.Story} {string.Join(';', telling.Because)}";
        }

        /// <summary>Takes in the section that the story goes to.</summary>
        /// <returns>Whether it was not sent there already: the views may not have it yet.</returns>
        public bool Files(string section)
        {
            var isNew = filed != section;
            filed = section;
            return isNew;
        }

        /// <summary>Takes in what is said now.</summary>
        /// <returns>Whether it is other than what was said before.</returns>
        public bool Says(ReadOnlyMemory<byte> now)
        {
            var differs = !said.Span.SequenceEqual(now.Span);
            said = now;
            return differs;
        }
    }
}
