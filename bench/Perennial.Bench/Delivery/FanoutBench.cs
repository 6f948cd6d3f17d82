using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace Perennial.Bench.Delivery;

/// <summary>One post to many readers: ours and nchan in turns, each message as soon as all have the one before.</summary>
[SupportedOSPlatform("linux")]
internal static class FanoutBench
{
    private const string Words =
        "The river rose again overnight and two more villages were told to leave, officials said. ";
    private const int LettersOfText = 170;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(2);

    /// <summary>Runs so many rounds and prints each, the medians and their ratios.</summary>
    public static async Task RunAsync(string root, int count, int rounds, TimeSpan time)
    {
        PinnedServer.StandAside();
        var data = Directory.CreateTempSubdirectory("fanout-");
        try
        {
            using var ours = new OurServer(root, data.FullName);
            using var nchan = new NchanServer();
            await ours.StartAsync();
            await nchan.StartAsync();
            // Until the compiler has little left to do, and what the first readers cost once has been paid.
            var length = (await OursAsync(ours, "warm", count / 5, TimeSpan.FromSeconds(10))).BytesAMessage;
            List<Round> us = [];
            List<Round> them = [];
            for (var i = 0; i < rounds; i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"round-{i}");
                them.Add(await NchanAsync(nchan, name, count, time, (int)length));
                Print("nchan", them[^1]);
                us.Add(await OursAsync(ours, name, count, time));
                Print("ours ", us[^1]);
            }
            Console.WriteLine();
            Console.WriteLine(
                $"{rounds} rounds, {count} readers: medians, their ratio, the median ratio of two in turn"
            );
            Compare("delivered a second", us, them, round => round.DeliveredASecond);
            Compare("processor, us a delivery", us, them, round => round.CpuADelivery * 1e6);
            Compare("p50 of all, ms", us, them, round => round.P50 * 1e3);
            Compare("p99 of all, ms", us, them, round => round.P99 * 1e3);
            Compare("p50 of the last reader, ms", us, them, round => round.LastP50 * 1e3);
            Compare("p99 of the last reader, ms", us, them, round => round.LastP99 * 1e3);
            Compare("bytes a message", us, them, round => round.BytesAMessage);
            Compare("KB a reader, idle (first round)", us[..1], them[..1], round => round.Idle / 1024);
            Compare("KB a reader, busy (first round)", us[..1], them[..1], round => round.Busy / 1024);
            Console.WriteLine(
                $"lost, repeated or out of order: nchan {them.Sum(r => r.Faults)}, ours {us.Sum(r => r.Faults)}"
            );
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<Round> OursAsync(OurServer server, string name, int count, TimeSpan time)
    {
        var story = await server.OpenStoryAsync(name);
        var text = string.Concat(Enumerable.Repeat(Words, 3))[..LettersOfText];
        return await RoundAsync(
            server.Process,
            new Uri(OurServer.Address, $"{story}/live"),
            count,
            time,
            stamp => server.PublishAsync(story, $"{stamp} {text}")
        );
    }

    private static Task<Round> NchanAsync(NchanServer server, string name, int count, TimeSpan time, int length)
    {
        // As many bytes on the wire as ours has: what nchan puts around it is about so much.
        const int frame = 13;
        var text = string.Concat(Enumerable.Repeat(Words, 1 + (length / Words.Length)));
        return RoundAsync(
            server.Process,
            new Uri(NchanServer.Address, $"/live?story={name}"),
            count,
            time,
            stamp => server.PublishAsync(name, $"{stamp} {text}"[..(length - frame)])
        );
    }

    private static async Task<Round> RoundAsync(
        PinnedServer server,
        Uri stream,
        int count,
        TimeSpan time,
        Func<string, Task> publish
    )
    {
        var before = server.Memory;
        using var readers = StreamReaders.Open(stream, count);
        while (!readers.AreOpen)
        {
            readers.Read(milliseconds: 20);
        }
        readers.ReadFor(Still);
        var idle = server.Memory;

        var number = 0L;
        var missing = 0;
        List<double> all = [];
        List<double> last = [];
        readers.Received = seconds =>
        {
            all.Add(seconds);
            if (--missing == 0)
            {
                last.Add(seconds);
            }
        };
        await SendAsync(WarmUp);
        all.Clear();
        last.Clear();
        var cpu = server.CpuSeconds;
        var bytes = readers.BytesReceived;
        var took = await SendAsync(time);
        cpu = server.CpuSeconds - cpu;
        return new Round(
            all.Count / took.TotalSeconds,
            cpu / all.Count,
            At(all, 0.5),
            At(all, 0.99),
            At(last, 0.5),
            At(last, 0.99),
            (double)(readers.BytesReceived - bytes) / all.Count,
            (idle - before) / count,
            (server.Memory - before) / count,
            readers.Faults
        );

        async Task<TimeSpan> SendAsync(TimeSpan atLeast)
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < atLeast)
            {
                missing = count;
                var sent = publish(StreamReaders.Stamp(++number));
                var begun = Stopwatch.GetTimestamp();
                while (missing > 0 || !sent.IsCompleted)
                {
                    readers.Read(milliseconds: 1);
                    if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromSeconds(20))
                    {
                        throw new InvalidOperationException($"{missing} readers did not get message {number}");
                    }
                }
                await sent;
            }
            return Stopwatch.GetElapsedTime(start);
        }
    }

    private static double At(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(share * (values.Count - 1))];
    }

    private static void Print(string who, Round round) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{who} {round.DeliveredASecond, 8:0}/s {round.CpuADelivery * 1e6, 6:0.00} us  last reader p50 {round.LastP50 * 1e3:0} p99 {round.LastP99 * 1e3:0} ms  {round.BytesAMessage:0} B  {round.Idle / 1024:0.0} KB idle {round.Busy / 1024:0.0} KB busy"
            )
        );

    private static void Compare(string what, List<Round> us, List<Round> them, Func<Round, double> figure)
    {
        var (ours, theirs) = (At([.. us.Select(figure)], 0.5), At([.. them.Select(figure)], 0.5));
        var pairs = At([.. us.Zip(them, (we, they) => figure(we) / figure(they))], 0.5);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -34} {theirs, 10:0.0} {ours, 11:0.0} {ours / theirs, 7:0.00} {pairs, 7:0.00}"
            )
        );
    }

    private sealed record Round(
        double DeliveredASecond,
        double CpuADelivery,
        double P50,
        double P99,
        double LastP50,
        double LastP99,
        double BytesAMessage,
        double Idle,
        double Busy,
        long Faults
    );
}
