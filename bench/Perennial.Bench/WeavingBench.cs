using System.Globalization;
using System.Text;
using Perennial.Weave;

namespace Perennial.Bench;

/// <summary>Articles per second through the weaver as a year of news goes by, and the memory it takes.</summary>
/// <remarks>
/// The news is made up: 2,740 articles a day (a million a year), stories whose reports thin out over days, words by Zipf's
/// law. What a naive weaver would do, which compares each article with every story of the window, is measured beside.
/// </remarks>
internal static class WeavingBench
{
    /// <summary>A million articles a year.</summary>
    public const int ADay = 2740;

    private const int Steps = 10;
    private const int AtOnce = 1000;
    private const int ScanSample = 200;

    /// <summary>Weaves so many articles and prints a row for each tenth of them.</summary>
    public static void Run(int articles, int perDay)
    {
        Warm();
        var news = new MadeUpNews();
        var weaver = new Weaver();
        var opened = 0;
        for (var step = 1; step <= Steps; step++)
        {
            var seconds = 0.0;
            // A few at a time: what is made up waits in memory too.
            for (var left = articles / Steps; left > 0; left -= AtOnce)
            {
                var batch = news.Next(Math.Min(left, AtOnce), perDay);
                seconds += CpuTime.Of(() => batch.ForEach(article => Take(weaver, article, ref opened))).TotalSeconds;
            }
            var memory = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            Print(
                $"{step * (articles / Steps), 9} articles, {weaver.Stories, 7} awake of {opened, 7} stories: {articles / Steps / seconds, 7:0} articles per CPU-second, {memory:0} MB"
            );
        }
        var sample = news.Next(ScanSample, perDay);
        var scanning = CpuTime.Of(() => sample.ForEach(article => weaver.PlaceByScan(article))).TotalSeconds;
        Print($"comparing with every awake story instead: {ScanSample / scanning:0} articles per CPU-second");
    }

    private static void Take(Weaver weaver, WovenArticle article, ref int opened)
    {
        var placement = weaver.Place(article);
        var number = opened;
        weaver.Remember(article, placement.Opens ? NewStory() : placement.Story);
        while (weaver.Revise(NewStory) is { } revision)
        {
            weaver.Apply(revision.Act, byEditor: false);
        }
        opened = number;

        string NewStory() => string.Create(CultureInfo.InvariantCulture, $"s{++number}");
    }

    private static void Warm()
    {
        var weaver = new Weaver();
        var opened = 0;
        new MadeUpNews().Next(3000, ADay).ForEach(article => Take(weaver, article, ref opened));
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>A stream of articles about made-up events in made-up words.</summary>
    private sealed class MadeUpNews
    {
        private const int Vocabulary = 60_000;
        private const int TextWords = 400;
        private const int MostRunning = 40_000;

        private readonly Random random = new(17);
        private readonly List<Event> running = [];
        private DateTimeOffset now = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        private int made;

        public List<WovenArticle> Next(int count, int perDay) =>
            [.. Enumerable.Range(0, count).Select(_ => One(perDay))];

        private WovenArticle One(int perDay)
        {
            now = now.AddDays(1.0 / perDay);
            running.RemoveAll(story => story.Ends < now);
            // A third of the articles open something; the others go on with what is in the news.
            if (running.Count == 0 || random.NextDouble() < 0.35)
            {
                running.Add(
                    new Event(
                        [.. Enumerable.Range(0, 12).Select(_ => Word(4000 + random.Next(Vocabulary)))],
                        now.AddDays(-2 * Math.Log(1 - random.NextDouble()))
                    )
                );
                if (running.Count > MostRunning)
                {
                    running.RemoveAt(0);
                }
            }
            var story = running[(int)(running.Count * Math.Sqrt(random.NextDouble()) * 0.999999)];
            var title = Sentence(story, 5, 4);
            var text = new StringBuilder();
            for (var i = 0; i < TextWords / 16; i++)
            {
                text.Append(Sentence(story, i < 4 ? 4 : 1, 12)).Append(". ");
            }
            return new WovenArticle
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"a{++made}"),
                Title = title,
                Text = text.ToString(),
                Published = now,
                Language = "en",
                Source = string.Create(CultureInfo.InvariantCulture, $"outlet {random.Next(300)}"),
            };
        }

        private string Sentence(Event story, int own, int others)
        {
            var words = Enumerable
                .Range(0, own)
                .Select(_ => story.Words[(int)(story.Words.Count * random.NextDouble() * random.NextDouble())])
                .Select((word, i) => i % 2 == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word)
                .Concat(Enumerable.Range(0, others).Select(_ => Word((int)Math.Pow(Vocabulary, random.NextDouble()))));
            return string.Join(' ', words.OrderBy(_ => random.Next()));
        }

        private static string Word(int rank)
        {
            var word = new StringBuilder("ka");
            for (var rest = rank; rest > 0; rest /= 26)
            {
                word.Append((char)('a' + (rest % 26)));
            }
            return word.Append('o').ToString();
        }

        private sealed record Event(IReadOnlyList<string> Words, DateTimeOffset Ends);
    }
}
