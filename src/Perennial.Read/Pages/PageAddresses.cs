namespace Perennial.Read.Pages;

/// <summary>The addresses that a page names.</summary>
internal static class PageAddresses
{
    /// <summary>The address that the page calls its own, absolute.</summary>
    public static Told<string>? Canonical(PageData data, string? url)
    {
        var named = data.Link("canonical") ?? data.Meta("og:url");
        return Told.Of(Absolute(named, url), Evidence.Meta)
            ?? Told.Of(Absolute(PageData.Text(data.Article?["url"]), url), Evidence.JsonLd);
    }

    /// <summary>An address made whole against the page's; <see langword="null"/> for what is none of the web.</summary>
    public static string? Absolute(string? named, string? url) =>
        named is null ? null
        : Uri.TryCreate(named, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.AbsoluteUri
        : Uri.TryCreate(url, UriKind.Absolute, out var against)
        && Uri.TryCreate(against, named, out var joined)
        && joined.Scheme is "http" or "https"
            ? joined.AbsoluteUri
        : null;
}
