using System.Globalization;
using System.Text;
using Perennial.Newsroom;
using Perennial.Store;

namespace Perennial.Bench;

/// <summary>What the story follower takes with each article that joins a story, and how large what it says becomes.</summary>
/// <remarks>
/// Made-up reports of 25 sentences in words by Zipf's law: eight statements of thirty people, three in ten of them carried on from
/// others; six figures of three units; five dates of a month.
/// </remarks>
internal static class StoriesBench
{
    private const int Steps = 10;
    private const int Vocabulary = 20_000;
    private static readonly DateTimeOffset Start = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Units = ["people", "houses", "tonnes"];

    /// <summary>Lets a story of a newsroom grow to so many articles and prints a row for each tenth of them.</summary>
    public static async Task RunAsync(int articles)
    {
        var folder = new NewsroomFolder(Directory.CreateTempSubdirectory("perennial-bench-").FullName);
        try
        {
            using var newsroom = OpenNewsroom.Open(folder, TimeProvider.System);
            var (random, said) = (new Random(1), new List<string>());
            var follower = new StoryFollower(newsroom.Ledger, newsroom.Views);
            await newsroom.Ledger.AppendAsync(
                LedgerBatch.Of(
                    EntryKinds.StoryOpened.New(
                        "s1",
                        "weaver/1",
                        new StoryOpened { Slug = "sarn", Headline = "Dam at Sarn holds as 400 leave" }
                    )
                )
            );
            var first = "";
            for (var step = 0; step < Steps; step++)
            {
                var (reading, slowest, bytes) = (TimeSpan.Zero, TimeSpan.Zero, 0);
                var count = articles / Steps;
                for (var i = 0; i < count; i++)
                {
                    var placed = await PlaceAsync(newsroom, Article(step * count + i, random, said));
                    var (one, size) = await FollowAsync(newsroom, follower, placed);
                    reading += one;
                    slowest = one > slowest ? one : slowest;
                    bytes = size;
                    first = first.Length == 0 ? placed.Subject : first;
                }
                var gone = await newsroom.Ledger.AppendAsync(
                    LedgerBatch.Of(EntryKinds.PageGone.New(first, "gatherer", new PageGone { Status = 410 }))
                );
                first = "";
                var (again, _) = await FollowAsync(newsroom, follower, gone[0]);
                var memory = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(step + 1) * count, 5} articles: {reading.TotalMilliseconds / count, 6:0.0} CPU-ms for one more, slowest {slowest.TotalMilliseconds, 5:0}; {again.TotalMilliseconds, 5:0} when one goes; {bytes / 1000.0, 5:0.0} kB; {memory:0} MB"
                    )
                );
            }
        }
        finally
        {
            Directory.Delete(folder.Path, recursive: true);
        }
    }

    private static async Task<Entry> PlaceAsync(OpenNewsroom newsroom, Article article)
    {
        var captured = await newsroom.Ledger.AppendAsync(
            LedgerBatch.Of(
                EntryKinds.PageCaptured.New(
                    null,
                    "gatherer",
                    new PageCaptured
                    {
                        Source = "f1",
                        Url = $"https://example.org/{newsroom.Ledger.Head}",
                        FinalUrl = $"https://example.org/{newsroom.Ledger.Head}",
                        Blob = "00",
                        Size = 1,
                    }
                )
            )
        );
        var id = captured[0].Subject;
        var placed = await newsroom.Ledger.AppendAsync(
            LedgerBatch.Of([
                EntryKinds.ArticleRead.New(
                    id,
                    "reader/1",
                    new ArticleRead { Capture = captured[0].Position, Article = article }
                ),
                EntryKinds.ArticlePlaced.New(
                    id,
                    "weaver/1",
                    new ArticlePlaced { Read = captured[0].Position + 1, Story = "s1" }
                ),
            ])
        );
        return placed[^1];
    }

    private static async Task<(TimeSpan Time, int Bytes)> FollowAsync(
        OpenNewsroom newsroom,
        StoryFollower follower,
        Entry entry
    )
    {
        await newsroom.Views.CatchUpAsync(newsroom.Ledger, CancellationToken.None);
        IReadOnlyList<NewEntry> made = [];
        var time = CpuTime.Of(() => made = follower.Follow(entry));
        await newsroom.Ledger.AppendAsync(LedgerBatch.Of(made));
        return (time, made.Sum(entry => entry.Payload.Length));
    }

    private static Article Article(int number, Random random, List<string> said)
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
        return new Article
        {
            Title = Words(random, 8),
            Published = StatedTime.ParseIso(Start.AddHours(number).ToString("O", CultureInfo.InvariantCulture)),
            Text = text.ToString(),
            Statements = statements,
            Figures = figures,
            Moments = moments,
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
