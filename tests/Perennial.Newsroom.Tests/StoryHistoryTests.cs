using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom.Tests;

/// <summary>Histories made by chance: reports come in, editors act while the weaver works, the newsroom is stopped in the middle of it.</summary>
public sealed class StoryHistoryTests
{
    private const int Steps = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_every_article_has_its_place_and_what_editors_did_stands(int seed)
    {
        var chance = new Random(seed);
        await using var newsroom = new EditedNewsroom();
        var reports = new InventedEvents(chance, events: 5);
        for (var step = 0; step < Steps; step++)
        {
            newsroom.Clock.Advance(TimeSpan.FromMinutes(chance.Next(1, 90)));
            for (var i = chance.Next(1, 4); i > 0; i--)
            {
                await newsroom.ReadAsync(reports.Next(newsroom.Clock.GetUtcNow()));
            }
            if (step == 8)
            {
                await WeldAsync(newsroom);
            }
            else if (step > 8 && chance.Next(4) == 0)
            {
                // Not waiting for the weaver: editors don't.
                await ActAsync(newsroom, chance);
            }
            if (chance.Next(12) == 0)
            {
                await newsroom.RestartAsync();
            }
        }
        await newsroom.IdleAsync();

        var record = new StoryRecord();
        foreach (var entry in newsroom.Entries)
        {
            record.Take(entry);
        }
        record.Undone.ShouldBeEmpty();
        record.ByMachine.ShouldBeGreaterThan(0, "or nothing was shown");
        record.ByEditors.ShouldBeGreaterThan(0, "or nothing was shown");
        ShouldBeAsRecorded(newsroom, record);
        var before = newsroom.Dump();
        await newsroom.Views.RebuildAsync(newsroom.Ledger, null, Cancellation);
        newsroom.Dump().ShouldBe(before);
    }

    [Fact]
    public async Task A_newsroom_that_starts_again_after_every_report_tells_the_same_stories()
    {
        await using var through = new EditedNewsroom();
        await using var again = new EditedNewsroom();
        var (one, other) = (new InventedEvents(new Random(7), 4), new InventedEvents(new Random(7), 4));
        for (var step = 0; step < 40; step++)
        {
            foreach (var (newsroom, reports) in new[] { (through, one), (again, other) })
            {
                newsroom.Clock.Advance(TimeSpan.FromMinutes(25));
                await newsroom.SettledAsync(reports.Next(newsroom.Clock.GetUtcNow()));
            }
            await again.RestartAsync();
        }

        through.Entries.ShouldContain(entry => EntryKinds.StoryMerged.Is(entry));
        Woven(again).ShouldBe(Woven(through));
        Parts(again).ShouldBe(Parts(through));
    }

    /// <summary>What the weaver did, in order.</summary>
    private static IEnumerable<string> Woven(EditedNewsroom newsroom) =>
        newsroom
            .Entries.Select(entry => entry.Kind)
            .Where(kind =>
                kind == EntryKinds.StoryOpened.Name
                || kind == EntryKinds.ArticlePlaced.Name
                || kind == EntryKinds.StoryMerged.Name
                || kind == EntryKinds.StorySplit.Name
            );

    /// <summary>For each article the first that is in the same story.</summary>
    private static List<string> Parts(EditedNewsroom newsroom)
    {
        var articles = newsroom.Entries.Where(EntryKinds.PageCaptured.Is).Select(entry => entry.Subject).ToList();
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. articles.Select(article =>
            {
                var story = newsroom.StoryOf(article) ?? "none";
                first.TryAdd(story, article);
                return first[story];
            }),
        ];
    }

    /// <summary>An earlier weaver took two stories for one, which this one may think better of.</summary>
    private static async Task WeldAsync(EditedNewsroom newsroom)
    {
        await newsroom.IdleAsync();
        var stories = newsroom.Look(snapshot =>
            StoriesView.Front(snapshot, null, 100).OrderByDescending(story => story.Posts).Take(2).ToList()
        );
        await newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.StoryMerged.New(stories[0].Id, "weaver/0", new StoryMerged { Into = stories[1].Id })
            )
        );
    }

    private static async Task ActAsync(EditedNewsroom newsroom, Random chance)
    {
        var stories = newsroom.Entries.Where(EntryKinds.StoryOpened.Is).Select(entry => entry.Subject).ToList();
        var articles = newsroom.Entries.Where(EntryKinds.PageCaptured.Is).Select(entry => entry.Subject).ToList();
        if (stories.Count < 2)
        {
            return;
        }
        var (one, other) = (stories[chance.Next(stories.Count)], stories[chance.Next(stories.Count)]);
        var article = articles[chance.Next(articles.Count)];
        _ = chance.Next(5) switch
        {
            0 => await newsroom.Acts.MergeStoryAsync(one, other, "u1", Cancellation),
            1 => await newsroom.Acts.KeepApartAsync(one, other, "u1", Cancellation),
            2 => await newsroom.Acts.MoveArticleAsync(article, other, "u1", Cancellation),
            3 => await newsroom.Acts.MoveArticleAsync(article, null, "u1", Cancellation),
            _ => newsroom.StoryOf(article) is { } story
                ? await newsroom.Acts.SplitStoryAsync(story, new StorySplitRequest([article]), "u1", Cancellation)
                : null,
        };
    }

    private static void ShouldBeAsRecorded(EditedNewsroom newsroom, StoryRecord record) =>
        newsroom.Look(snapshot =>
        {
            foreach (var (article, story) in record.Articles)
            {
                ArticlesView.Find(snapshot, article).ShouldNotBeNull().Story.ShouldBe(story, article);
                if (story is not null)
                {
                    StoriesView.Find(snapshot, story).ShouldNotBeNull(article);
                }
                if (PostsView.FindByArticle(snapshot, article) is { } post)
                {
                    post.Story.ShouldBe(story, article);
                }
                else if (ArticlesView.Find(snapshot, article)!.Relation is null)
                {
                    story.ShouldBeNull(article);
                }
            }
            foreach (var (story, slug) in record.Slugs)
            {
                StoriesView.FindBySlug(snapshot, slug).ShouldNotBeNull(slug).Id.ShouldBe(record.Current(story));
                StoriesView.Current(snapshot, story).ShouldBe(record.Current(story));
            }
            var standing = record.Slugs.Keys.Select(record.Current).Distinct().ToList();
            standing
                .Sum(story => ArticlesView.Count(snapshot, story).Reports)
                .ShouldBe(record.Articles.Values.Count(story => story is not null));
            standing
                .Sum(story => StoriesView.Find(snapshot, story)!.Posts)
                .ShouldBe(
                    record.Articles.Keys.Count(article => PostsView.FindByArticle(snapshot, article) is not null)
                );
            StoriesView.Front(snapshot, null, 1000).ShouldAllBe(story => standing.Contains(story.Id));
            return true;
        });

    /// <summary>What the ledger says of stories, kept in the plainest way, to hold the views and the weaver to.</summary>
    private sealed class StoryRecord
    {
        private readonly Dictionary<string, string> mergedInto = new(StringComparer.Ordinal);
        private readonly HashSet<string> pinned = new(StringComparer.Ordinal);
        private readonly HashSet<string> together = new(StringComparer.Ordinal);
        private readonly List<(string One, string Other)> apart = [];

        public Dictionary<string, string?> Articles { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Slugs { get; } = new(StringComparer.Ordinal);

        public List<string> Undone { get; } = [];

        public int ByMachine { get; private set; }

        public int ByEditors { get; private set; }

        public string Current(string story) => mergedInto.TryGetValue(story, out var into) ? Current(into) : story;

        public void Take(Entry entry)
        {
            var byEditor = entry.Author == "u1";
            if (EntryKinds.StoryOpened.Is(entry))
            {
                Slugs.Add(entry.Subject, EntryKinds.StoryOpened.Read(entry)!.Slug);
            }
            else if (EntryKinds.ArticlePlaced.Is(entry))
            {
                var story = EntryKinds.ArticlePlaced.Read(entry)!.Story;
                Articles.Add(entry.Subject, story is null ? null : Current(story));
            }
            else if (EntryKinds.StoryMerged.Is(entry))
            {
                Count(byEditor);
                Merge(entry, Current(EntryKinds.StoryMerged.Read(entry)!.Into), byEditor);
            }
            else if (EntryKinds.StorySplit.Is(entry))
            {
                Count(byEditor);
                Split(entry, EntryKinds.StorySplit.Read(entry)!, byEditor);
            }
            else if (EntryKinds.ArticleMoved.Is(entry))
            {
                Count(byEditor);
                Articles[entry.Subject] = EntryKinds.ArticleMoved.Read(entry)!.Into is { } into ? Current(into) : null;
                pinned.Add(entry.Subject);
            }
            else if (EntryKinds.StoriesKeptApart.Is(entry))
            {
                Count(byEditor);
                apart.Add((entry.Subject, EntryKinds.StoriesKeptApart.Read(entry)!.Other));
            }
        }

        private void Count(bool byEditor)
        {
            ByEditors += byEditor ? 1 : 0;
            ByMachine += byEditor ? 0 : 1;
        }

        private void Merge(Entry entry, string into, bool byEditor)
        {
            mergedInto.ContainsKey(entry.Subject).ShouldBeFalse("a story ends once");
            var parted = apart.FindAll(pair => Same(pair, entry.Subject, into));
            if (!byEditor && parted.Count > 0)
            {
                Undone.Add($"{entry.Position} merges what was kept apart");
            }
            apart.RemoveAll(parted.Contains);
            mergedInto.Add(entry.Subject, into);
            if (byEditor || together.Contains(entry.Subject))
            {
                together.Add(into);
            }
            foreach (var (article, story) in Articles.ToList())
            {
                Articles[article] = story is null ? null : Current(story);
            }
        }

        private void Split(Entry entry, StorySplit split, bool byEditor)
        {
            if (!byEditor && (together.Contains(Current(entry.Subject)) || split.Articles.Any(pinned.Contains)))
            {
                Undone.Add($"{entry.Position} parts what an editor put together");
            }
            foreach (var article in split.Articles)
            {
                Articles[article] = split.Into;
                pinned.UnionWith(byEditor ? [article] : []);
            }
            if (byEditor)
            {
                apart.Add((entry.Subject, split.Into));
            }
        }

        private bool Same((string One, string Other) pair, string one, string other)
        {
            var (a, b) = (Current(pair.One), Current(pair.Other));
            return (a == one && b == other) || (a == other && b == one);
        }
    }
}
