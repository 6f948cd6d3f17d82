using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace Perennial.Bench.Delivery;

/// <summary>All readers come back at once after the server was started again, each a few posts behind.</summary>
[SupportedOSPlatform("linux")]
internal static class ReconnectBench
{
    private const int Posts = 200;
    private const int MostBehind = 20;

    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    /// <summary>Prints how long it takes until each has every post once.</summary>
    public static async Task RunAsync(string root, int count)
    {
        PinnedServer.StandAside();
        var data = Directory.CreateTempSubdirectory("reconnect-");
        try
        {
            using var server = new OurServer(root, data.FullName);
            await server.StartAsync();
            var story = await server.OpenStoryAsync("Flood");
            var stream = new Uri(OurServer.Address, $"{story}/live");
            var positions = new List<long>();
            for (var number = 0; number < Posts; number++)
            {
                positions.Add(await server.PublishAsync(story, StreamReaders.Stamp(number)));
            }
            using (var before = StreamReaders.Open(stream, count))
            {
                Until(before, () => before.AreOpen);
                var stopped = Stopwatch.GetTimestamp();
                var stopping = Task.Run(server.Stop);
                Until(before, () => before.Ended == count);
                await stopping;
                Print("streams ended and the server stopped", stopped);
            }
            var started = Stopwatch.GetTimestamp();
            await server.StartAsync();
            Print("the server answers", started);

            var start = Stopwatch.GetTimestamp();
            var random = new Random(1);
            var missing = 0L;
            using var readers = StreamReaders.Open(
                stream,
                count,
                _ =>
                {
                    var seen = Posts - 1 - random.Next(1, MostBehind);
                    missing += Posts - 1 - seen;
                    return (seen, positions[seen]);
                }
            );
            // Something new while they come.
            missing += count;
            var news = server.PublishAsync(story, StreamReaders.Stamp(Posts));
            Until(readers, () => readers.AreOpen);
            Print($"{count} connected again", start);
            Until(readers, () => readers.Messages >= missing);
            Print($"all have what they missed, {missing} posts in all", start);
            await news;
            readers.ReadFor(TimeSpan.FromSeconds(1));
            Console.WriteLine(
                $"lost {missing - Math.Min(missing, readers.Messages)}, too many {readers.Messages - missing}, repeated or out of order {readers.Faults}"
            );
        }
        finally
        {
            data.Delete(recursive: true);
        }

        static void Until(StreamReaders readers, Func<bool> done)
        {
            for (var start = Stopwatch.GetTimestamp(); !done(); )
            {
                readers.Read(milliseconds: 20);
                if (Stopwatch.GetElapsedTime(start) > Enough)
                {
                    throw new InvalidOperationException("it takes more than a minute");
                }
            }
        }
    }

    private static void Print(string what, long since) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Stopwatch.GetElapsedTime(since).TotalSeconds, 7:0.00} s  {what}"
            )
        );
}
