using System.Net;
using System.Net.Sockets;

namespace Perennial.Publish;

/// <summary>How many reports may come from one address, and from all, in an hour.</summary>
/// <remarks>Addresses are kept in memory for that hour, and nowhere else.</remarks>
internal sealed class ReportLimits(TimeProvider clock)
{
    private const int MostFromOne = 5;
    private const int MostFromAll = 200;

    // One customer of a network usually has this many bits of it.
    private const int BytesOfNetwork = 8;

    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset At, IPAddress From)> lately = new();

    /// <summary>Counts a report, if it may come.</summary>
    public bool Allow(IPAddress? address)
    {
        var from = Network(address ?? IPAddress.None);
        var now = clock.GetUtcNow();
        lock (gate)
        {
            while (lately.TryPeek(out var oldest) && now - oldest.At >= Within)
            {
                lately.Dequeue();
            }
            if (lately.Count >= MostFromAll || lately.Count(report => report.From.Equals(from)) >= MostFromOne)
            {
                return false;
            }
            lately.Enqueue((now, from));
            return true;
        }
    }

    /// <summary>The network of an address: itself, or of IPv6 what one customer has of it.</summary>
    public static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, BytesOfNetwork, bytes.Length - BytesOfNetwork);
        return new IPAddress(bytes);
    }
}
