using System.Net;
using System.Net.Sockets;

namespace Perennial.Gather;

/// <summary>Which addresses may be fetched from: those of the public Internet, and the exceptions that the owner allows.</summary>
/// <remarks>
/// An address is public unless a range of the IANA special-purpose registries (RFC 6890 and its successors) says
/// otherwise. IPv6 is judged by what is allowed, not by what is not: only global unicast, 2000::/3, less the ranges in it
/// that lead elsewhere. An IPv4 address inside an IPv6 address is judged as itself.
/// </remarks>
public sealed class AddressGuard(IReadOnlyList<IPNetwork> allowed)
{
    private static readonly IPNetwork[] SpecialIPv4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
    ];

    private static readonly IPNetwork GlobalIPv6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialIPv6 =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("2620:4f:8000::/48"),
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address may be connected to.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = Unwrapped(address);
        return allowed.Any(range => range.Contains(plain))
            || allowed.Any(range => range.Contains(address))
            || IsPublic(plain);
    }

    private static bool IsPublic(IPAddress address) =>
        address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !SpecialIPv4.Any(range => range.Contains(address)),
            AddressFamily.InterNetworkV6 => GlobalIPv6.Contains(address)
                && !SpecialIPv6.Any(range => range.Contains(address)),
            _ => false,
        };

    /// <summary>The IPv4 address inside a mapped, a compatible or a NAT64 address. 6to4 and Teredo are refused as a whole.</summary>
    private static IPAddress Unwrapped(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        var isCompatible =
            bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0
            && !address.Equals(IPAddress.IPv6Loopback)
            && !address.Equals(IPAddress.IPv6Any);
        return isCompatible || Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12)) : address;
    }
}
