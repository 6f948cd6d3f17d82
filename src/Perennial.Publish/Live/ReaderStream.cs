using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Perennial.Publish.Live;

/// <summary>The body of one reader's stream: from where they are to the head of the channel, and then all that comes.</summary>
internal sealed class ReaderStream(
    HttpContext context,
    LiveHub hub,
    LivePump pump,
    LiveChannel channel,
    CancellationToken stopping
)
{
    // Reconnecting readers are spread over two seconds, so that a restart does not bring them all at once.
    private const int RetryMilliseconds = 2000;

    private static readonly byte[] SignOfLife = ":\n\n"u8.ToArray();

    private readonly CancellationToken left = context.RequestAborted;

    /// <summary>Sends what follows a position until the story ends, the server stops or the reader leaves.</summary>
    public async Task FollowAsync(long position)
    {
        await context.Response.StartAsync(left);
        var writer = context.Response.BodyWriter;
        var retry = RetryMilliseconds + Random.Shared.Next(RetryMilliseconds);
        writer.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {retry}\n\n")));
        while (true)
        {
            var (isBehind, batch, woken) = channel.After(position);
            // Looked at after the channel, so that whoever stops the server finds us waiting or is seen here.
            if (stopping.IsCancellationRequested)
            {
                return;
            }
            if (isBehind)
            {
                if (await hub.ReachBackAsync(channel, position, left))
                {
                    continue;
                }
                batch = await hub.CatchUpAsync(channel, position, left);
                if (batch is null)
                {
                    // Nothing of what lies before the channel is left.
                    position = channel.Floor;
                    continue;
                }
            }
            if (batch is not null)
            {
                await writer.WriteAsync(batch.Data, left);
                position = batch.UpTo;
                if (batch.EndsStory)
                {
                    return;
                }
                continue;
            }
            // At once, also when nothing has happened: a browser that gets no head does not know that it is connected.
            await writer.FlushAsync(left);
            if (LivePump.SocketOf(context) is { } socket)
            {
                var reader = new PumpedReader(context, socket, channel, position);
                pump.Add(reader);
                await using (left.UnsafeRegister(_ => pump.Remove(reader), null))
                {
                    if (await reader.Done != PumpEnd.Behind)
                    {
                        return;
                    }
                }
                position = reader.Position;
                continue;
            }
            await woken.WaitAsync(left);
            if (!stopping.IsCancellationRequested && channel.After(position) is (false, null, _))
            {
                // Woken for nothing: a comment shows that the connection lives.
                await writer.WriteAsync(SignOfLife, left);
            }
        }
    }
}
