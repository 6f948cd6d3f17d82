using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Perennial.Publish.Live;

/// <summary>One thread that writes what is new straight to the connections of all readers who can be served so.</summary>
/// <remarks>
/// The web server takes the connection, understands the request, and sends the head and the end of the answer. In between
/// the pump writes the same ready bytes to everybody. It never waits for a connection: what one doesn't take at once goes
/// out when it can, while the others go on. <c>docs/decisions/live-delivery.md</c> says what that is worth.
/// </remarks>
internal sealed partial class LivePump : IDisposable
{
    /// <summary>How many bytes the web server may hold back of what has been flushed: none, or we could overtake them.</summary>
    /// <remarks>The transport's pipe lets a flush wait from so many unsent bytes on, until fewer than half are left: with 1, none.</remarks>
    public const long WriteBuffer = 1;

    private const int PieceBytes = 4 * 1024;

    private static readonly byte[] SignOfLife = LiveBatch.Chunked(":\n\n"u8.ToArray());

    private readonly TimeSpan signOfLife;
    private readonly TimeSpan patience;
    private readonly ILogger<LivePump> log;
    private readonly Thread thread;
    private readonly AutoResetEvent told = new(initialState: false);
    private readonly Lock gate = new();
    private Queue<Action> orders = [];
    private bool disposed;

    // What follows belongs to the thread.
    private readonly Dictionary<LiveChannel, List<PumpedReader>> readers = [];
    private long now;
    private bool stopping;

    /// <summary>Starts the thread.</summary>
    public LivePump(PublishOptions options, ILogger<LivePump> log)
    {
        this.log = log;
        signOfLife = options.SignOfLife;
        patience = options.Patience;
        thread = new Thread(Run) { IsBackground = true, Name = "live pump" };
        thread.Start();
    }

    /// <summary>The connection of an answer that has begun, where the pump can write to it: chunks, with no TLS around them.</summary>
    public static Socket? SocketOf(HttpContext context) =>
        context.Response.Headers.TransferEncoding == "chunked" && context.Features.Get<ITlsHandshakeFeature>() is null
            ? context.Features.Get<IConnectionSocketFeature>()?.Socket
            : null;

    /// <summary>Takes over a reader, to whose connection everything before has been sent.</summary>
    public void Add(PumpedReader reader) => Tell(() => Join(reader));

    /// <summary>Lets go of a reader whose connection is gone.</summary>
    public void Remove(PumpedReader reader) => Tell(() => End(reader, PumpEnd.Cut));

    /// <summary>Sends what is new in a channel.</summary>
    public void Send(LiveChannel channel) => Tell(() => SendToAll(channel));

    /// <summary>Lets go of all readers, and at once of whoever comes later.</summary>
    public void Stop() => Tell(EndAll);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            orders.Enqueue(EndAll);
            disposed = true;
            told.Set();
        }
        thread.Join();
        told.Dispose();
    }

    private void Tell(Action order)
    {
        lock (gate)
        {
            if (!disposed)
            {
                orders.Enqueue(order);
                told.Set();
            }
        }
    }

    private void Run()
    {
        Queue<Action> spare = [];
        var lastLook = Stopwatch.GetTimestamp();
        while (true)
        {
            // Four looks in the time after which silence must be broken: it is broken late by a quarter at most.
            told.WaitOne(readers.Count == 0 ? Timeout.InfiniteTimeSpan : signOfLife / 4);
            now = Stopwatch.GetTimestamp();
            lock (gate)
            {
                (orders, spare) = (spare, orders);
            }
            while (spare.TryDequeue(out var order))
            {
                Follow(order);
            }
            if (Stopwatch.GetElapsedTime(lastLook, now) >= signOfLife / 4)
            {
                Follow(LookAtAll);
                lastLook = now;
            }
            lock (gate)
            {
                if (disposed && orders.Count == 0)
                {
                    return;
                }
            }
        }
    }

    private void Follow(Action order)
    {
        try
        {
            order();
        }
#pragma warning disable CA1031 // Whatever goes wrong with one reader must not end live delivery for all.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(log, e);
        }
    }

    private void Join(PumpedReader reader)
    {
        if (stopping)
        {
            reader.End(PumpEnd.Finished);
            return;
        }
        try
        {
            // What can't be sent now says so instead of waiting.
            reader.Socket.Blocking = false;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            reader.End(PumpEnd.Cut);
            return;
        }
        if (!readers.TryGetValue(reader.Channel, out var others))
        {
            readers.Add(reader.Channel, others = []);
        }
        reader.Place = others.Count;
        reader.LastSent = now;
        others.Add(reader);
        SendWhatFollows(reader);
    }

    private void SendToAll(LiveChannel channel)
    {
        if (!readers.TryGetValue(channel, out var all))
        {
            return;
        }
        // Nearly all have seen the same, so that what one is sent the next is sent too, without another look.
        var from = long.MinValue;
        LiveBatch? batch = null;
        // From the last, since whoever ends gives their place to the last.
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var reader = all[i];
            if (reader.Rest is not null)
            {
                continue;
            }
            if (reader.Position != from)
            {
                from = reader.Position;
                (_, batch, _) = channel.After(from);
            }
            if (batch is { IsAll: true, EndsStory: false })
            {
                reader.Position = batch.UpTo;
                Send(reader, batch.Chunk);
            }
            else
            {
                SendWhatFollows(reader);
            }
        }
    }

    private void SendWhatFollows(PumpedReader reader)
    {
        while (reader is { Rest: null, Place: >= 0 })
        {
            if (reader.IsAtEnd)
            {
                End(reader, PumpEnd.Finished);
                return;
            }
            var (isBehind, batch, _) = reader.Channel.After(reader.Position);
            if (isBehind)
            {
                End(reader, PumpEnd.Behind);
                return;
            }
            if (batch is null)
            {
                return;
            }
            reader.Position = batch.UpTo;
            reader.IsAtEnd = batch.EndsStory;
            Send(reader, batch.Chunk);
        }
    }

    private void Send(PumpedReader reader, byte[] chunk)
    {
        try
        {
            var sent = reader.Socket.Send(chunk, SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock))
            {
                End(reader, PumpEnd.Cut);
                return;
            }
            reader.LastSent = now;
            if (sent < chunk.Length)
            {
                reader.Rest = SendRestAsync(reader, chunk.AsMemory(sent));
            }
        }
        catch (ObjectDisposedException)
        {
            End(reader, PumpEnd.Cut);
        }
    }

    /// <summary>Sends what a connection did not take at once as it takes more, and then what has followed meanwhile.</summary>
    private async Task SendRestAsync(PumpedReader reader, ReadOnlyMemory<byte> rest)
    {
        try
        {
            while (rest.Length > 0)
            {
                // In pieces: who takes little at a time still takes something.
                var sent = await reader.Socket.SendAsync(
                    rest[..Math.Min(PieceBytes, rest.Length)],
                    SocketFlags.None,
                    CancellationToken.None
                );
                rest = rest[sent..];
                Tell(() => reader.LastSent = now);
            }
            Tell(() =>
            {
                reader.Rest = null;
                SendWhatFollows(reader);
            });
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            Remove(reader);
        }
    }

    /// <summary>Shows those who have heard nothing for long that the connection lives, and cuts those who take nothing.</summary>
    private void LookAtAll()
    {
        foreach (var all in readers.Values.ToList())
        {
            for (var i = all.Count - 1; i >= 0; i--)
            {
                var reader = all[i];
                var silence = Stopwatch.GetElapsedTime(reader.LastSent, now);
                if (reader.Rest is null && silence >= signOfLife)
                {
                    Send(reader, SignOfLife);
                }
                else if (reader.Rest is not null && silence >= patience)
                {
                    End(reader, PumpEnd.Cut);
                }
            }
        }
    }

    private void EndAll()
    {
        stopping = true;
        foreach (var reader in readers.Values.SelectMany(all => all).ToList())
        {
            End(reader, PumpEnd.Finished);
        }
    }

    private void End(PumpedReader reader, PumpEnd why)
    {
        if (reader.Place < 0)
        {
            return;
        }
        var all = readers[reader.Channel];
        var last = all[^1];
        all[reader.Place] = last;
        last.Place = reader.Place;
        all.RemoveAt(all.Count - 1);
        reader.Place = -1;
        if (all.Count == 0)
        {
            readers.Remove(reader.Channel);
        }
        // Half a chunk can't be brought to an end.
        reader.End(reader.Rest is null ? why : PumpEnd.Cut);
    }

    [LoggerMessage(LogLevel.Error, "Something could not be sent to open pages")]
    private static partial void LogFailed(ILogger log, Exception e);
}
