namespace Perennial.Gather;

/// <summary>An address in the form under which a page is known: two that lead to the same page are written the same.</summary>
public static class PageAddress
{
    // What campaigns and newsletters append; no page depends on it.
    private static readonly string[] Tracking =
    [
        "utm_",
        "fbclid",
        "gclid",
        "mc_cid",
        "mc_eid",
        "at_medium",
        "at_campaign",
    ];

    /// <summary>The canonical form: scheme and host in lower case, no fragment, no tracking parameters.</summary>
    /// <returns>The address as given when it is no web address.</returns>
    public static string Canonical(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return url;
        }
        var kept = uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Tracking.Any(prefix => part.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
        var query = string.Join('&', kept);
        return uri.GetLeftPart(UriPartial.Path) + (query.Length > 0 ? "?" + query : "");
    }
}
