using System.Xml.Linq;

namespace Perennial.Gather.Feeds;

/// <summary>What relative addresses in a feed are relative to: its address, and every <c>xml:base</c> on the way down.</summary>
internal sealed record AddressBase(string? Url)
{
    /// <summary>The base within an element.</summary>
    public AddressBase Within(XElement element) =>
        element.Attribute(XNamespace.Xml + "base")?.Value is { } inner ? new AddressBase(Absolute(inner)) : this;

    /// <summary>An address made absolute; as given where that can't be done.</summary>
    public string? Absolute(string? address)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }
        if (Uri.TryCreate(address, UriKind.Absolute, out var whole) && !whole.IsFile)
        {
            return address;
        }
        return
            Url is not null
            && Uri.TryCreate(Url, UriKind.Absolute, out var against)
            && Uri.TryCreate(against, address, out var joined)
            ? joined.AbsoluteUri
            : address;
    }
}
