using System.Net;
using System.Net.Sockets;

namespace Perennial.Publish;

/// <summary>Whom limits take for one: an address, of IPv6 the network that one customer usually has.</summary>
internal static class ReaderNetwork
{
    private const int BytesOfNetwork = 8;

    /// <summary>The network that stands for a reader's address.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }
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
