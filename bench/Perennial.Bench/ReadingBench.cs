using System.Globalization;
using System.Runtime;
using AngleSharp.Html.Parser;
using Perennial.Read;

namespace Perennial.Bench;

/// <summary>Pages per second of our reader beside SmartReader's, which finds the body and little else.</summary>
internal static class ReadingBench
{
    private const int Rounds = 3;

    // The compiler goes on making methods quicker in the background while they are used; its time is nobody's. It is
    // done when it compiles no more than a few methods in a round.
    private const int FewestWarmUps = 4;
    private const int MostWarmUps = 40;
    private const int FewMethods = 10;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>Reads the pages with both in turn, after rounds that warm both up, and prints what it took.</summary>
    public static void Run(IReadOnlyList<PageFile> pages)
    {
        var articles = pages.Select(page => Reader.Read(page.Capture)).ToList();
        WarmUp(() =>
        {
            Each(pages, page => Reader.Read(page.Capture));
            Each(pages, BySmartReader);
            Each(pages, Parse);
            Each(articles, Understand);
        });
        var (ours, theirs, parsing, understanding) = (0.0, 0.0, 0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            ours += Seconds(() => Each(pages, page => Reader.Read(page.Capture)));
            theirs += Seconds(() => Each(pages, BySmartReader));
            parsing += Seconds(() => Each(pages, Parse));
            understanding += Seconds(() => Each(articles, Understand));
        }
        double read = pages.Count * Rounds;
        Print(
            $"{pages.Count} pages, {pages.Sum(page => page.Html.Length) / 1e6:0.0} million characters, {Rounds} rounds"
        );
        Print($"Reader.Read        {read / ours, 8:0.0} pages per CPU-second");
        Print($"  parsing alone    {parsing / ours, 8:0.0%} of it");
        Print(
            $"  understanding    {understanding / ours, 8:0.0%} of it: statements, entities, figures, moments; {read / understanding:0} articles per CPU-second"
        );
        Print($"SmartReader        {read / theirs, 8:0.0} pages per CPU-second");
        // SmartReader finds the body and little else; who said what in it is another matter.
        Print(
            $"ratio              {theirs / (ours - understanding), 8:0.00} without understanding (1 or more: we are as quick)"
        );
        Print($"                   {theirs / ours, 8:0.00} with it");
        foreach (var (name, seconds, perMegabyte) in Slowest(pages))
        {
            Print($"slow: {perMegabyte:0.00} s per MB, {seconds:0.00} s, {name}");
        }
    }

    private static void WarmUp(Action work)
    {
        var (round, compiled) = (0, 0L);
        do
        {
            var before = JitInfo.GetCompiledMethodCount();
            work();
            compiled = JitInfo.GetCompiledMethodCount() - before;
        } while (++round < FewestWarmUps || (compiled > FewMethods && round < MostWarmUps));
        Print($"warmed up in {round} rounds, {compiled} methods compiled in the last");
    }

    /// <summary>Those that take longest for their size, with what they take. Small pages are taken for a tenth of a megabyte.</summary>
    private static IEnumerable<(string Name, double Seconds, double PerMegabyte)> Slowest(
        IReadOnlyList<PageFile> pages
    ) =>
        pages
            .Select(page =>
            {
                var seconds = Seconds(() => Reader.Read(page.Capture));
                return (page.Name, seconds, seconds / Math.Max(0.1, page.Capture.Bytes.Length / 1e6));
            })
            .OrderByDescending(page => page.Item3)
            .Take(3);

    private static void BySmartReader(PageFile page)
    {
        using var reader = new SmartReader.Reader(page.Capture.Url!, page.Html);
        _ = reader.GetArticle().Content;
    }

    private static void Parse(PageFile page)
    {
        using var parsed = Parser.ParseDocument(page.Html);
    }

    private static void Understand(Article article) =>
        Reader.ReadText(article.Text, article.Title, article.Published, article.Language, article.Url);

    private static void Each<T>(IReadOnlyList<T> items, Action<T> work)
    {
        foreach (var item in items)
        {
            work(item);
        }
    }

    private static double Seconds(Action work) => CpuTime.Of(work).TotalSeconds;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
