using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Perennial.Publish.Tests;

/// <summary>A live stream read from the socket, byte by byte as it comes over the wire.</summary>
internal sealed class RawStream : IDisposable
{
    private readonly TcpClient client;
    private readonly NetworkStream network;
    private readonly StringBuilder body = new();

    private RawStream(TcpClient client, string head)
    {
        this.client = client;
        network = client.GetStream();
        Head = head;
    }

    /// <summary>Status line and headers.</summary>
    public string Head { get; }

    /// <summary>Whether the answer was brought to its end, and not cut.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Asks, and reads the headers.</summary>
    public static async Task<RawStream> OpenAsync(RunningSite site, string address, string? lastEventId = null)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(site.Url.Host, site.Url.Port, TestContext.Current.CancellationToken);
        return await AskAsync(socket, address, lastEventId);
    }

    /// <summary>Asks once more over the same connection.</summary>
    public Task<RawStream> AgainAsync(string address) => AskAsync(client, address, lastEventId: null);

    private static async Task<RawStream> AskAsync(TcpClient socket, string address, string? lastEventId)
    {
        var request =
            $"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
            + (lastEventId is null ? "" : $"Last-Event-ID: {lastEventId}\r\n")
            + "\r\n";
        var wire = socket.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append((char)await ByteAsync(wire));
        }
        return new RawStream(socket, head.ToString());
    }

    /// <summary>The next block up to its empty line: an event, a comment or the time to retry; <see langword="null"/> at the end.</summary>
    public async Task<string?> BlockAsync()
    {
        while (true)
        {
            var text = body.ToString();
            var end = text.IndexOf("\n\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                body.Remove(0, end + 2);
                return text[..(end + 2)];
            }
            if (await ChunkAsync() is not { } chunk)
            {
                return null;
            }
            body.Append(chunk);
        }
    }

    /// <summary>The next event.</summary>
    public async Task<string> EventAsync()
    {
        while (true)
        {
            var block = await BlockAsync();
            block.ShouldNotBeNull("the stream ended");
            if (block.StartsWith("id: ", StringComparison.Ordinal))
            {
                return block;
            }
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<string?> ChunkAsync()
    {
        var line = new StringBuilder();
        while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
        {
            var next = await ByteAsync(network);
            if (next < 0)
            {
                return null;
            }
            line.Append((char)next);
        }
        var length = int.Parse(line.ToString().Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var chunk = new byte[length + 2];
        await Eventually.Ends(network.ReadExactlyAsync(chunk, TestContext.Current.CancellationToken).AsTask());
        IsWhole |= length == 0;
        return length == 0 ? null : Encoding.UTF8.GetString(chunk, 0, length);
    }

    private static async Task<int> ByteAsync(NetworkStream network)
    {
        var one = new byte[1];
        return await Eventually.Ends(network.ReadAsync(one, TestContext.Current.CancellationToken).AsTask()) == 0
            ? -1
            : one[0];
    }
}
