using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Perennial.Bench.Delivery;

/// <summary>Many readers of one stream. Each message carries a stamp: its number and when it was handed over.</summary>
internal sealed class StreamReaders : IDisposable
{
    private const int StampLength = 34;
    private const int MostOpening = 500;

    private readonly Epoll epoll = new();
    private readonly Reader[] readers;
    private readonly byte[] buffer = new byte[256 * 1024];
    private int answered;

    private StreamReaders(int count) => readers = new Reader[count];

    /// <summary>Told how many seconds each message took to each reader.</summary>
    public Action<double> Received { get; set; } = _ => { };

    /// <summary>How many messages have been received, by all readers together.</summary>
    public long Messages { get; private set; }

    /// <summary>Messages that did not come, or came again or out of order.</summary>
    public long Faults { get; private set; }

    public long BytesReceived { get; private set; }

    public int Count => readers.Length;

    /// <summary>How many have come to an end.</summary>
    public int Ended { get; private set; }

    /// <summary>What a message must hold to be found again.</summary>
    public static string Stamp(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"@@{number:x16}{Stopwatch.GetTimestamp():x16}");

    /// <summary>Opens the streams, each as soon as the server takes it.</summary>
    /// <param name="address">The stream.</param>
    /// <param name="count">How many readers.</param>
    /// <param name="lastSeen">The number of the last message that a reader has seen, and the position it had; <see langword="null"/> for new readers.</param>
    public static StreamReaders Open(Uri address, int count, Func<int, (long Number, long Position)>? lastSeen = null)
    {
        var all = new StreamReaders(count);
        for (var i = 0; i < count; i++)
        {
            while (i - all.answered >= MostOpening)
            {
                all.Read(milliseconds: 100);
            }
            all.Open(i, address, lastSeen?.Invoke(i));
        }
        return all;
    }

    /// <summary>Whether all have been answered.</summary>
    public bool AreOpen => answered == readers.Length;

    /// <summary>Reads what there is.</summary>
    public void Read(int milliseconds) => epoll.Wait(milliseconds, ReadFrom);

    /// <summary>Reads for so long.</summary>
    public void ReadFor(TimeSpan time)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; )
        {
            Read(milliseconds: 20);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var reader in readers)
        {
            reader.Socket.Dispose();
        }
        epoll.Dispose();
    }

    private void Open(int number, Uri address, (long Number, long Position)? lastSeen)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, address.Port);
        var resume = lastSeen is { } seen
            ? string.Create(CultureInfo.InvariantCulture, $"Last-Event-ID: {seen.Position}\r\n")
            : "";
        socket.Send(
            Encoding.ASCII.GetBytes(
                $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\n{resume}\r\n"
            )
        );
        socket.Blocking = false;
        readers[number] = new Reader { Socket = socket, Last = lastSeen?.Number };
        epoll.Watch(socket, number);
    }

    private void ReadFrom(int number)
    {
        var reader = readers[number];
        var length = reader.Socket.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return;
        }
        if (length == 0)
        {
            Ended++;
            reader.Socket.Close();
            return;
        }
        BytesReceived += length;
        if (!reader.IsAnswered)
        {
            reader.IsAnswered = true;
            answered++;
            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 200)));
            }
        }
        Find(reader, buffer.AsSpan(0, length));
    }

    private void Find(Reader reader, ReadOnlySpan<byte> bytes)
    {
        if (reader.Part.Length > 0)
        {
            // A stamp that is cut in two.
            var rest = StampLength - reader.Part.Length;
            byte[] whole = [.. reader.Part, .. bytes[..Math.Min(rest, bytes.Length)]];
            bytes = bytes[Math.Min(rest, bytes.Length)..];
            reader.Part = [];
            FindIn(reader, whole);
        }
        FindIn(reader, bytes);
    }

    private void FindIn(Reader reader, ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'@') is var start and >= 0)
        {
            bytes = bytes[start..];
            if (bytes.Length < StampLength)
            {
                reader.Part = bytes.ToArray();
                return;
            }
            if (
                bytes[1] == '@'
                && long.TryParse(bytes[2..18], NumberStyles.AllowHexSpecifier, null, out var number)
                && long.TryParse(bytes[18..StampLength], NumberStyles.AllowHexSpecifier, null, out var handedOver)
            )
            {
                Take(reader, number, handedOver);
                bytes = bytes[StampLength..];
            }
            else
            {
                bytes = bytes[1..];
            }
        }
    }

    private void Take(Reader reader, long number, long handedOver)
    {
        if (reader.Last is { } last && number != last + 1)
        {
            Faults++;
        }
        reader.Last = number;
        Messages++;
        Received(Stopwatch.GetElapsedTime(handedOver).TotalSeconds);
    }

    private sealed class Reader
    {
        public required Socket Socket { get; init; }
        public long? Last { get; set; }
        public bool IsAnswered { get; set; }
        public byte[] Part { get; set; } = [];
    }
}
