using System.Net;

namespace Perennial.Publish.Live;

/// <summary>How many streams are open, and from where: one address must not take the places of all others.</summary>
/// <remarks>
/// This machine itself has no limit of its own: behind a proxy that has not been named every reader seems to come from there.
/// </remarks>
internal sealed class StreamPlaces(PublishOptions options)
{
    private readonly Dictionary<IPAddress, int> taken = [];
    private readonly Lock gate = new();
    private int all;

    /// <summary>How many are taken.</summary>
    public int Taken
    {
        get
        {
            lock (gate)
            {
                return all;
            }
        }
    }

    /// <summary>Takes a place, to be given back.</summary>
    /// <returns>Why there is none; <see langword="null"/> when it was taken.</returns>
    public StreamRefusal? Take(IPAddress? address)
    {
        var from = ReaderNetwork.Of(address);
        lock (gate)
        {
            if (all >= options.MostStreams)
            {
                return StreamRefusal.Full;
            }
            var others = taken.GetValueOrDefault(from);
            if (others >= options.MostStreamsFromOne && !IPAddress.IsLoopback(address ?? IPAddress.None))
            {
                return StreamRefusal.FullFromThere;
            }
            taken[from] = others + 1;
            all++;
            return null;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void GiveBack(IPAddress? address)
    {
        var from = ReaderNetwork.Of(address);
        lock (gate)
        {
            all--;
            if (--taken[from] == 0)
            {
                taken.Remove(from);
            }
        }
    }
}

/// <summary>Why a stream is not opened.</summary>
internal enum StreamRefusal
{
    /// <summary>There are as many as the server takes.</summary>
    Full,

    /// <summary>There are as many as may come from one address.</summary>
    FullFromThere,
}
