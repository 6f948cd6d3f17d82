using System.Globalization;
using System.Text;
using Perennial.Weave.Stories;

namespace Perennial.Bench;

/// <summary>What it costs to read a story anew with each article that joins it, and how large what is said of it becomes.</summary>
/// <remarks>
/// Made-up reports of 25 sentences in words by Zipf's law: eight statements of thirty people, three in ten of them carried on from
/// others; six figures of three units; five dates of a month.
/// </remarks>
internal static class StoriesBench
{
    private const int Steps = 10;
    private const int Vocabulary = 20_000;
    private static readonly DateTimeOffset Start = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Units = ["people", "houses", "tonnes"];

    /// <summary>Lets a story grow to so many articles and prints a row for each tenth of them.</summary>
    public static void Run(int articles)
    {
        var random = new Random(1);
        var said = new List<string>();
        var reader = new StoryReader();
        var story = new List<StoryArticle>();
        for (var step = 0; step < Steps; step++)
        {
            var (seconds, slowest, bytes) = (0.0, 0.0, 0L);
            var count = articles / Steps;
            for (var i = 0; i < count; i++)
            {
                story.Add(Article(story.Count, random, said));
                var one = CpuTime
                    .Of(() =>
                    {
                        var read = reader.Read(
                            1,
                            "Dam at Sarn holds as 400 leave",
                            1,
                            null,
                            [.. story.Skip(StoryReader.TooOld(story.Count))]
                        );
                        bytes = EntryKinds.StoryRead.New("s1", "weaver/1", read).Payload.Length;
                    })
                    .TotalSeconds;
                seconds += one;
                slowest = Math.Max(slowest, one);
            }
            var again = CpuTime
                .Of(() =>
                    reader.Read(
                        1,
                        "Dam at Sarn holds as 400 leave",
                        1,
                        null,
                        [.. story.Skip(StoryReader.TooOld(story.Count) + 1)]
                    )
                )
                .TotalSeconds;
            var memory = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{story.Count, 5} articles: {1000 * seconds / count, 6:0.0} CPU-ms for one more, slowest {1000 * slowest, 5:0}; {1000 * again, 5:0} when the first goes; {bytes / 1000.0, 5:0.0} kB; {memory:0} MB"
                )
            );
        }
    }

    private static StoryArticle Article(int number, Random random, List<string> said)
    {
        var text = new StringBuilder();
        var (statements, figures, moments) = (new List<Statement>(), new List<Figure>(), new List<Moment>());
        for (var sentence = 0; sentence < 25; sentence++)
        {
            if (sentence % 3 == 1)
            {
                statements.Add(Said(text, random, said));
            }
            else if (sentence % 4 == 2)
            {
                figures.Add(Counted(text, random));
            }
            else if (sentence % 5 == 0)
            {
                moments.Add(Dated(text, random));
            }
            text.Append(Words(random, 12)).Append(". ");
        }
        return new StoryArticle
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"a{number}"),
            Read = number,
            At = Start.AddHours(number),
            Article = new Article
            {
                Title = Words(random, 8),
                Published = StatedTime.ParseIso(Start.AddHours(number).ToString("O", CultureInfo.InvariantCulture)),
                Text = text.ToString(),
                Statements = statements,
                Figures = figures,
                Moments = moments,
            },
        };
    }

    private static Statement Said(StringBuilder text, Random random, List<string> said)
    {
        var words =
            said.Count > 100 && random.Next(10) < 3 ? said[^random.Next(1, 100)] : Words(random, 10 + random.Next(25));
        said.Add(words);
        var start = text.Length;
        text.Append(words).Append(", ");
        return new Statement
        {
            Kind = random.Next(3) == 0 ? StatementKind.Direct : StatementKind.Indirect,
            Text = words,
            Start = start,
            End = start + words.Length,
            Spans =
            [
                [start, start + words.Length],
            ],
            Speaker = new Speaker
            {
                // Some speak far more often than others.
                Name = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Mira Holt{(char)('a' + (int)(26 * Math.Pow(random.NextDouble(), 2)))}"
                ),
                Kind = SpeakerKind.Person,
                Sure = true,
            },
        };
    }

    private static Figure Counted(StringBuilder text, Random random)
    {
        text.Append(Words(random, 4)).Append(' ');
        var (start, value) = (text.Length, random.Next(1000));
        var unit = Units[random.Next(Units.Length)];
        text.Append(CultureInfo.InvariantCulture, $"{value} {unit} ");
        return new Figure
        {
            Start = start,
            End = text.Length - 1,
            Text = text.ToString(start, text.Length - 1 - start),
            Value = value,
            Unit = unit,
        };
    }

    private static Moment Dated(StringBuilder text, Random random)
    {
        var (start, day) = (text.Length, Start.AddDays(random.Next(30)));
        text.Append("On that day ");
        return new Moment
        {
            Start = start,
            End = start + 11,
            Text = "On that day",
            Value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Precision = "day",
        };
    }

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    private static string Word(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"w{(int)Math.Pow(Vocabulary, random.NextDouble())}");
}
