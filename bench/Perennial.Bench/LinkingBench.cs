using Perennial.Newsroom;
using Perennial.Store;

namespace Perennial.Bench;

/// <summary>Articles per second that the linker links on a real store, and how often it is wrong in an invented world.</summary>
internal static class LinkingBench
{
    private const int ArticlesACircle = 50;

    /// <summary>Links a stream of articles in a newsroom of its own, and prints what it took and what came of it.</summary>
    public static async Task RunAsync(int articles, int seed)
    {
        var folder = new NewsroomFolder(Directory.CreateTempSubdirectory("perennial-bench-").FullName);
        try
        {
            using var newsroom = OpenNewsroom.Open(folder, TimeProvider.System);
            var world = new InventedWorld(Math.Max(10, articles / ArticlesACircle), seed);
            var follower = new LinkFollower(newsroom.Views);
            var found = new List<(EntityKind Kind, int Truth, string Entity)>();
            var (linking, applying) = (TimeSpan.Zero, TimeSpan.Zero);
            var possibly = 0;
            var part = Math.Max(1, articles / 5);
            for (var i = 1; i <= articles; i++)
            {
                var (article, truth) = world.Next();
                var read = EntryKinds.ArticleRead.New(
                    $"a{i}",
                    "reader/1",
                    new ArticleRead { Capture = i, Article = article }
                );
                var entry = (await newsroom.Ledger.AppendAsync(LedgerBatch.Of(read)))[0];
                await ApplyAsync();
                IReadOnlyList<NewEntry> made = [];
                linking += CpuTime.Of(() => made = follower.Follow(entry));
                var linked = EntryKinds.EntitiesLinked.Read(
                    (await newsroom.Ledger.AppendAsync(LedgerBatch.Of(made)))[0]
                )!;
                await ApplyAsync();
                possibly += linked.Links.Count(link => link.Possibly is not null);
                found.AddRange(linked.Links.Select(link => (link.Kind, truth[link.In], link.Entity)));
                if (i % part == 0)
                {
                    Print(
                        $"{i, 8} articles: the last {part} linked at {part / linking.TotalSeconds:0} a CPU-second, views {part / applying.TotalSeconds:0} a CPU-second"
                    );
                    (linking, applying) = (TimeSpan.Zero, TimeSpan.Zero);
                }
            }
            Report(found, possibly);
            Print(
                $"ledger {Size(folder.Ledger):0.0} MB, views {Directory.GetFiles(folder.Path, "views-*.db").Sum(Size):0.0} MB"
            );

            async Task ApplyAsync()
            {
                var start = CpuTime.Now;
                await newsroom.Views.CatchUpAsync(newsroom.Ledger, CancellationToken.None);
                applying += CpuTime.Now - start;
            }
        }
        finally
        {
            Directory.Delete(folder.Path, recursive: true);
        }
    }

    private static void Report(List<(EntityKind Kind, int Truth, string Entity)> found, int possibly)
    {
        Print($"{found.Count} links, {possibly} of them new and possibly a known one");
        foreach (var kind in found.GroupBy(link => link.Kind).OrderBy(group => group.Key))
        {
            var wrong = kind.GroupBy(link => link.Entity)
                .Sum(group => group.Count() - group.CountBy(l => l.Truth).Max(pair => pair.Value));
            var together = kind.GroupBy(link => link.Truth)
                .Sum(group => group.CountBy(l => l.Entity).Max(pair => pair.Value));
            double all = kind.Count();
            Print(
                $"{kind.Key, -13} {all, 8} links of {kind.Select(l => l.Truth).Distinct().Count(), 6} things under {kind.Select(l => l.Entity).Distinct().Count(), 6} ids: {wrong / all:0.00%} under another's id, {together / all:0.0%} under the thing's main id"
            );
        }
    }

    private static double Size(string file) => new FileInfo(file).Length / 1e6;

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
