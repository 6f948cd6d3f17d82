using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Perennial.Gather;
using Perennial.Store;

namespace Perennial.Server.Tests;

/// <summary>Many readers whose connections are cut at any byte while a story runs.</summary>
public sealed class LiveResumeTests(ITestOutputHelper output)
{
    private const int Readers = 500;
    private const int Posts = 2_000;
    private const int PublishedAtOnce = 8;

    [Fact]
    public async Task Readers_whose_connections_are_cut_at_random_see_every_position_once_and_in_order()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("perennial-");
        try
        {
            await using var server = await NewsroomServer.StartAsync(
                new ServeOptions { Folder = new NewsroomFolder(folder.FullName), Url = "http://127.0.0.1:0" },
                new Site { Name = "The Courier" },
                GatherPace.Default,
                cancellation
            );
            var story = await server.Acts.OpenStoryAsync("Flood", null, null, "tester", cancellation);
            var start = TimeProvider.System.GetTimestamp();
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var last = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            var readers = Enumerable
                .Range(0, Readers)
                .Select(number => new CutReader(server.Url, $"/stories/{story.Slug}/live?after=0", seed: number))
                .ToList();
            var reading = readers.Select(reader => reader.ReadToAsync(last.Task, ended.Token)).ToList();

            var positions = new ConcurrentBag<long>();
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Posts),
                new ParallelOptions { MaxDegreeOfParallelism = PublishedAtOnce, CancellationToken = cancellation },
                async (number, token) =>
                {
                    var post = new Post { Time = TimeProvider.System.GetUtcNow(), Text = $"Post {number}" };
                    positions.Add((await server.Acts.PublishAsync(story, post, "tester", token)).Since);
                }
            );
            var published = positions.Order().ToList();
            last.SetResult(published[^1]);
            // Ample: only a position that never comes runs into it.
            await Task.WhenAll(reading).WaitAsync(TimeSpan.FromMinutes(3), cancellation);

            published.Count.ShouldBe(Posts);
            foreach (var reader in readers)
            {
                reader.Seen.ShouldBe(published);
            }
            readers.Sum(reader => reader.Cuts).ShouldBeGreaterThan(Readers);
            output.WriteLine(
                $"{Readers} readers, {Posts} posts, {readers.Sum(reader => reader.Cuts)} cuts: "
                    + $"{TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A reader as a browser is one: it resumes with the id of the last event it has whole.</summary>
    /// <remarks>Every other one asks in HTTP/1.0, to whom the web server writes; the pump writes to the rest.</remarks>
    private sealed class CutReader(Uri server, string address, int seed)
    {
        private const int FewestBytes = 1;
        private const int MostBytes = 200_000;

        private readonly Random random = new(seed);
        private readonly byte[] buffer = new byte[32 * 1024];

        public List<long> Seen { get; } = new(Posts);

        public int Cuts { get; private set; }

        public async Task ReadToAsync(Task<long> last, CancellationToken cancellation)
        {
            while (!(last.IsCompletedSuccessfully && Seen.Count > 0 && Seen[^1] >= await last))
            {
                using var client = new TcpClient();
                // Reset, not closed: a network that fails says no farewell.
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                try
                {
                    await client.ConnectAsync(server.Host, server.Port, cancellation);
                    await ReadSomeAsync(client.GetStream(), last, cancellation);
                }
                catch (Exception e) when (e is IOException or SocketException)
                {
                    // Cut by the other side, which lets go of readers that take nothing for seconds.
                }
                Cuts++;
            }
        }

        private async Task ReadSomeAsync(NetworkStream network, Task<long> last, CancellationToken cancellation)
        {
            var resume = Seen.Count == 0 ? "" : $"Last-Event-ID: {Seen[^1]}\r\n";
            var request = $"GET {address} HTTP/1.{seed % 2}\r\nHost: localhost\r\n{resume}\r\n";
            await network.WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
            var left = random.Next(FewestBytes, MostBytes);
            var lines = new EventLines();
            var chunks = seed % 2 == 0 ? null : new Chunks();
            while (left > 0 && !(last.IsCompletedSuccessfully && Seen.Count > 0 && Seen[^1] >= await last))
            {
                var read = await network.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), cancellation);
                if (read == 0)
                {
                    return;
                }
                left -= read;
                lines.Take(chunks is null ? buffer.AsSpan(0, read) : chunks.Strip(buffer.AsSpan(0, read)), Seen);
            }
        }
    }

    /// <summary>Takes the head and the frames of chunks out of an answer, wherever it is cut; fails where they don't fit.</summary>
    private sealed class Chunks
    {
        private const string EndOfHead = "\r\n\r\n";

        private readonly StringBuilder around = new();
        private bool inBody;
        private int left;

        public ReadOnlySpan<byte> Strip(Span<byte> bytes)
        {
            var kept = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                if (left > 0)
                {
                    bytes[kept++] = bytes[i];
                    left--;
                    continue;
                }
                around.Append((char)bytes[i]);
                if (!inBody)
                {
                    inBody = around.ToString().EndsWith(EndOfHead, StringComparison.Ordinal);
                    if (inBody)
                    {
                        around.Clear().Append("\r\n");
                    }
                }
                else if (around.Length > 4 && around.ToString(around.Length - 2, 2) == "\r\n")
                {
                    // The end of the chunk before, the length of this one, and the end of that line.
                    around.ToString(0, 2).ShouldBe("\r\n");
                    left = int.Parse(
                        around.ToString(2, around.Length - 4),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture
                    );
                    around.Clear();
                }
            }
            return bytes[..kept];
        }
    }

    /// <summary>Finds the ids of whole events in what comes from a stream, wherever it is cut.</summary>
    private sealed class EventLines
    {
        private readonly byte[] line = new byte[32];
        private int length;
        private long? id;

        public void Take(ReadOnlySpan<byte> bytes, List<long> seen)
        {
            while (bytes.Length > 0)
            {
                var end = bytes.IndexOf((byte)'\n');
                var piece = end < 0 ? bytes : bytes[..end];
                piece[..Math.Min(piece.Length, line.Length - length)].CopyTo(line.AsSpan(length));
                length = Math.Min(length + piece.Length, line.Length);
                if (end < 0)
                {
                    return;
                }
                EndLine(seen);
                bytes = bytes[(end + 1)..];
            }
        }

        private void EndLine(List<long> seen)
        {
            if (length == 0 && id is { } whole)
            {
                seen.Add(whole);
                id = null;
            }
            else if (line.AsSpan(0, length).StartsWith("id: "u8))
            {
                id = long.Parse(line.AsSpan(4, length - 4), CultureInfo.InvariantCulture);
            }
            length = 0;
        }
    }
}
