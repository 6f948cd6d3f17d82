using Perennial.Weave.Threads;

namespace Perennial.Weave.Stories;

/// <summary>What was said in a story, each statement once with those that carry it.</summary>
internal static class StoryThreads
{
    // More than anybody reads at once; what most origins carry is kept, and of what one origin carries the newest.
    private const int MostThreads = 60;

    // As many as are named beside a statement; the others are counted.
    private const int MostCarriers = 6;

    public static IReadOnlyList<StoryThread> Of(IReadOnlyList<StatementThread> threads) =>
        [
            .. threads
                .Select((thread, order) => (thread, order))
                .OrderByDescending(pair => pair.thread.Origins)
                .ThenByDescending(pair => pair.order)
                .Take(MostThreads)
                .OrderBy(pair => pair.order)
                .Select(pair => new StoryThread
                {
                    Carriers = Carriers(pair.thread),
                    Carried = pair.thread.Carriers.DistinctBy(carrier => carrier.Article).Count(),
                    Origins = pair.thread.Origins,
                }),
        ];

    /// <summary>The first in each article, and among them the fullest, whose words are shown.</summary>
    private static IReadOnlyList<ThreadPlace> Carriers(StatementThread thread)
    {
        var fullest = thread.Carriers.First(carrier => carrier.Statement.Text == thread.Text);
        var first = thread.Carriers.DistinctBy(carrier => carrier.Article).ToList();
        var named = first.Take(first.Take(MostCarriers).Contains(fullest) ? MostCarriers : MostCarriers - 1);
        return
        [
            .. named
                .Append(fullest)
                .DistinctBy(carrier => carrier.Id)
                .OrderBy(carrier => carrier.At)
                .Select(carrier => new ThreadPlace(carrier.Id, carrier.Article, carrier.At)),
        ];
    }
}
