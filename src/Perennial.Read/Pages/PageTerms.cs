using System.Text.Json.Nodes;

namespace Perennial.Read.Pages;

/// <summary>On what terms a page may be read and used.</summary>
internal static class PageTerms
{
    /// <summary>Whether all of the text is for everybody; <see langword="null"/> when the page does not say.</summary>
    public static Told<bool>? IsFree(PageData data) =>
        Flag(data.Article?["isAccessibleForFree"]) is { } json ? new Told<bool>(json, Evidence.JsonLd)
        : data.Meta("article:content_tier") is { } tier
            ? new Told<bool>(tier.Equals("free", StringComparison.OrdinalIgnoreCase), Evidence.Meta)
        : null;

    /// <summary>The licence of the text: an address or words.</summary>
    public static Told<string>? Licence(PageData data, ShownPage shown) =>
        Told.Of(
            PageData.Text(data.Article?["license"]) ?? PageData.Text((data.Article?["license"] as JsonObject)?["url"]),
            Evidence.JsonLd
        )
        ?? Told.Of(data.Meta("dcterms.license", "dc.rights.license", "license"), Evidence.Meta)
        ?? Told.Of(data.Link("license"), Evidence.Meta)
        ?? Told.Of(
            shown
                .Links.FirstOrDefault(link => PageData.HasWord(link.GetAttribute("rel"), "license"))
                ?.GetAttribute("href"),
            Evidence.Visible
        );

    // Publishers write true, "True" and "http://schema.org/False".
    private static bool? Flag(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag
        : PageData.Text(node) is { } word
            ? word.EndsWith("true", StringComparison.OrdinalIgnoreCase) ? true
                : word.EndsWith("false", StringComparison.OrdinalIgnoreCase) ? false
                : null
        : null;
}
