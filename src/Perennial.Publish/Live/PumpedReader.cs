using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Perennial.Publish.Live;

/// <summary>A reader to whom the pump writes: a connection and a position, and little more. All but <see cref="Done"/> belongs to the pump's thread.</summary>
internal sealed class PumpedReader(HttpContext context, Socket socket, LiveChannel channel, long position)
{
    private readonly TaskCompletionSource<PumpEnd> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Socket Socket => socket;

    public LiveChannel Channel => channel;

    /// <summary>Up to where everything has been handed to the connection, or is on its way there.</summary>
    public long Position { get; set; } = position;

    /// <summary>Its place in the pump's list of its channel; less than 0 when it is in none.</summary>
    public int Place { get; set; } = -1;

    /// <summary>When something was last sent to it.</summary>
    public long LastSent { get; set; }

    /// <summary>What the connection did not take at once; nothing else may be sent before it has. <see langword="null"/> for nothing.</summary>
    public Task? Rest { get; set; }

    /// <summary>Whether nothing follows <see cref="Position"/>.</summary>
    public bool IsAtEnd { get; set; }

    /// <summary>Why the pump writes no more. By then what it began to send has been sent, or the connection is gone.</summary>
    public Task<PumpEnd> Done => done.Task;

    /// <summary>Lets go of it.</summary>
    public void End(PumpEnd why)
    {
        if (why == PumpEnd.Cut)
        {
            context.Abort();
        }
        done.TrySetResult(why);
    }
}

/// <summary>Why the pump writes no more to a reader.</summary>
internal enum PumpEnd
{
    /// <summary>The story has ended or the server stops: the answer can be brought to its end.</summary>
    Finished,

    /// <summary>The reader needs what its channel no longer holds.</summary>
    Behind,

    /// <summary>The connection is gone: the reader left, or took nothing for too long.</summary>
    Cut,
}
