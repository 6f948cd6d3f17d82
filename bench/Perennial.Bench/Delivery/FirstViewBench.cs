using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;

namespace Perennial.Bench.Delivery;

/// <summary>The first view of a long story: from the cache and made anew each time, beside the same bytes as a file of nginx.</summary>
[SupportedOSPlatform("linux")]
internal static class FirstViewBench
{
    private const int Connections = 16;
    private const int KeyEventEvery = 25;
    private const string Words =
        "The river rose again overnight and two more villages were told to leave, officials said on Thursday. ";

    /// <summary>Runs so many rounds and prints requests a second and processor time a request.</summary>
    public static async Task RunAsync(string root, int posts, int rounds, TimeSpan time)
    {
        PinnedServer.StandAside();
        var data = Directory.CreateTempSubdirectory("first-view-");
        try
        {
            using var ours = new OurServer(root, data.FullName);
            using var nginx = new NchanServer();
            await ours.StartAsync();
            await nginx.StartAsync();
            var story = await ours.OpenStoryAsync("Flood");
            for (var i = 0; i < posts; i++)
            {
                await ours.PublishAsync(story, string.Concat(Enumerable.Repeat(Words, 1 + (i % 5))));
            }
            using var client = new HttpClient();
            nginx.Keep("plain", await client.GetByteArrayAsync(new Uri(OurServer.Address, story)));
            nginx.Keep("small", await PackedAsync(client, new Uri(OurServer.Address, story)));
            var fresh = 0;
            for (var i = 0; i <= rounds; i++)
            {
                Console.WriteLine(i == 0 ? "to warm up" : $"round {i}");
                Measure("nginx, a file", nginx.Process, NchanServer.Address, () => "/plain", "");
                Measure("ours, kept", ours.Process, OurServer.Address, () => story, "");
                Measure("nginx, a packed file", nginx.Process, NchanServer.Address, () => "/small", "");
                Measure("ours, kept, packed", ours.Process, OurServer.Address, () => story, "Accept-Encoding: br\r\n");
                Measure("ours, made anew", ours.Process, OurServer.Address, () => $"{story}?{fresh++}", "");
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }

        void Measure(string what, PinnedServer server, Uri address, Func<string> path, string header)
        {
            var cpu = server.CpuSeconds;
            var start = Stopwatch.GetTimestamp();
            var (answers, bytes) = Ask(address, path, header, time);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {what, -22} {answers / Stopwatch.GetElapsedTime(start).TotalSeconds, 8:0}/s {(server.CpuSeconds - cpu) / answers * 1e6, 8:0.0} us {bytes / answers, 8} B"
                )
            );
        }
    }

    private static async Task<byte[]> PackedAsync(HttpClient client, Uri page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Asks over some connections, on each as soon as the answer before is there.</summary>
    private static (long Answers, long Bytes) Ask(Uri address, Func<string> path, string header, TimeSpan time)
    {
        using var epoll = new Epoll();
        var sockets = new Socket[Connections];
        var left = new long[Connections];
        var buffer = new byte[256 * 1024];
        long answers = 0;
        long bytes = 0;
        for (var i = 0; i < Connections; i++)
        {
            sockets[i] = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            sockets[i].Connect(IPAddress.Loopback, address.Port);
            epoll.Watch(sockets[i], i);
            Send(i);
        }
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; )
        {
            epoll.Wait(100, Read);
        }
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }
        return (answers, bytes);

        void Send(int i) =>
            sockets[i]
                .Send(Encoding.ASCII.GetBytes($"GET {path()} HTTP/1.1\r\nHost: {address.Authority}\r\n{header}\r\n"));

        void Read(int i)
        {
            var length = sockets[i].Receive(buffer);
            bytes += length;
            if (left[i] == 0)
            {
                // The head comes in one piece.
                var head = Encoding.ASCII.GetString(buffer, 0, buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) + 4);
                const string size = "Content-Length: ";
                var at = head.IndexOf(size, StringComparison.Ordinal) + size.Length;
                if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || at < size.Length)
                {
                    throw new InvalidOperationException(head);
                }
                left[i] = long.Parse(head[at..head.IndexOf('\r', at)], CultureInfo.InvariantCulture) + head.Length;
            }
            left[i] -= length;
            if (left[i] == 0)
            {
                answers++;
                Send(i);
            }
        }
    }
}
