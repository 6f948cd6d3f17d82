using System.Globalization;
using System.Text;
using Perennial.Read;
using Perennial.Read.Tests.Fuzzing;
using Perennial.Read.Tests.Pages;

namespace Perennial.Bench;

/// <summary>Reads our own pages mutilated, for as long as one likes. What breaks a promise is kept as a file.</summary>
internal static class PageFuzzer
{
    // The limit of a page: a second for a megabyte. Smaller pages may take a quarter of one, since a pause of the collector counts.
    private const double SecondsPerMegabyte = 1;
    private const double LeastSeconds = 0.25;

    // The first pages take longer: their methods are still being compiled.
    private const int WarmUps = 100;

    // Allocated in all, not at once: about ten times what our own pages need.
    private const long MostAllocated = 1_000_000_000;

    /// <summary>Runs until so much time of the processor is used.</summary>
    /// <returns>0 when every promise is kept, else 1.</returns>
    public static int Run(TimeSpan limit, int seed)
    {
        var pages = PageCorpus.Files.Select(file => File.ReadAllText(file)).ToArray();
        var chance = new Random(seed);
        var findings = Path.Combine(PageCorpus.Root, "artifacts", "fuzz");
        Directory.CreateDirectory(findings);
        var (read, found, slowest, allocated) = (0, 0, 0.0, 0L);
        var start = CpuTime.Now;
        while (CpuTime.Now - start < limit)
        {
            var page = Mutation.OfAny(pages, chance);
            var trial = Read(page);
            var broken = trial.Broken.ToList();
            if (read >= WarmUps && IsSlow(trial, page) && IsSlow(Read(page), page))
            {
                broken.Add($"it takes {trial.Seconds:0.00} s for {page.Length / 1e6:0.000} million characters");
            }
            if (trial.Allocated > MostAllocated)
            {
                broken.Add($"it takes {trial.Allocated / 1_000_000} MB of memory in all");
            }
            if (broken.Count > 0)
            {
                var file = Path.Combine(findings, string.Create(CultureInfo.InvariantCulture, $"{seed}-{read}.html"));
                File.WriteAllBytes(file, Encoding.UTF8.GetBytes(page));
                Console.WriteLine($"{file}: {broken[0]}");
                found++;
            }
            slowest = read < WarmUps ? 0 : Math.Max(slowest, trial.Seconds);
            allocated = Math.Max(allocated, trial.Allocated);
            if (++read % 2000 == 0)
            {
                Report();
            }
        }
        Report();
        return found == 0 ? 0 : 1;

        void Report() =>
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{read} pages in {(CpuTime.Now - start).TotalSeconds:0} CPU-seconds, {found} found, slowest {slowest:0.00} s, most allocated {allocated / 1_000_000} MB"
                )
            );
    }

    private static (IEnumerable<string> Broken, double Seconds, long Allocated) Read(string page)
    {
        var capture = new Capture
        {
            Url = "https://hostile.example/2026/a",
            ContentType = "text/html",
            Bytes = Encoding.UTF8.GetBytes(page),
        };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Article? article = null;
        var time = CpuTime.Of(() => article = Reader.Read(capture));
        return (Promises.BrokenBy(article!), time.TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool IsSlow((IEnumerable<string>, double Seconds, long) trial, string page) =>
        trial.Seconds > Math.Max(LeastSeconds, page.Length / 1e6 * SecondsPerMegabyte);
}
