using AngleSharp.Html.Dom;

namespace Perennial.Read.Pages;

/// <summary>The addresses that a page names.</summary>
internal static class PageAddresses
{
    /// <summary>The address that the page calls its own, absolute.</summary>
    public static string? Canonical(IHtmlDocument page, PageData data, string? url)
    {
        var named = page.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href") ?? data.Meta("og:url");
        return named is null ? null
            : Uri.TryCreate(named, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https"
                ? whole.AbsoluteUri
            : Uri.TryCreate(url, UriKind.Absolute, out var against) && Uri.TryCreate(against, named, out var joined)
                ? joined.AbsoluteUri
            : null;
    }
}
