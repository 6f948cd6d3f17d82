using System.Globalization;
using Perennial.Weave.Trails;

namespace Perennial.Bench;

/// <summary>Articles per second through the keeper of trails, and the memory that quotations take.</summary>
/// <remarks>
/// Made-up quotations in words by Zipf's law, three an article: seven in ten are new, the others are carried on from one of the
/// last fifty, a word in ten of theirs garbled.
/// </remarks>
internal static class TrailsBench
{
    private const int ADay = 2740;
    private const int Steps = 10;
    private const int Vocabulary = 20_000;

    /// <summary>Takes so many articles in and prints a row for each tenth of them.</summary>
    public static void Run(int articles)
    {
        var random = new Random(1);
        var said = new List<string>();
        var trails = 0;
        var keeper = new TrailKeeper(() => string.Create(CultureInfo.InvariantCulture, $"t{++trails}"));
        for (var step = 0; step < Steps; step++)
        {
            var first = step * (articles / Steps);
            List<CarryingArticle> batch =
            [
                .. Enumerable.Range(first, articles / Steps).Select(number => Article(number, random, said)),
            ];
            var seconds = CpuTime.Of(() => batch.ForEach(article => keeper.Take(article))).TotalSeconds;
            var count = batch.Count;
            batch.Clear();
            var memory = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            var row = string.Create(
                CultureInfo.InvariantCulture,
                $"{first + count, 9} articles, {trails, 7} trails: {count / seconds, 7:0} articles per CPU-second, {memory:0} MB"
            );
            Console.WriteLine(row);
        }
    }

    private static CarryingArticle Article(int number, Random random, List<string> said) =>
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"a{number}"),
            At = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays((double)number / ADay),
            Outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {random.Next(200)}"),
            Quotations =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(i => new CarriedQuotation
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"a{number}-{i}"),
                        Text = Quotation(random, said),
                    }),
            ],
        };

    private static string Quotation(Random random, List<string> said)
    {
        const int recent = 50;
        if (said.Count >= recent && random.NextDouble() < 0.3)
        {
            var words = said[random.Next(recent)].Split(' ');
            return string.Join(' ', words.Select(word => random.Next(10) == 0 ? Word(random) : word));
        }
        var quotation = string.Join(' ', Enumerable.Range(0, 15 + random.Next(25)).Select(_ => Word(random)));
        said.Add(quotation);
        if (said.Count > recent)
        {
            said.RemoveAt(0);
        }
        return quotation;
    }

    private static string Word(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"w{(int)Math.Pow(Vocabulary, random.NextDouble())}");
}
