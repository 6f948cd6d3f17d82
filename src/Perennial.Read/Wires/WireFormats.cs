namespace Perennial.Read.Wires;

/// <summary>What a wire's document is written in.</summary>
internal enum WireFormat
{
    /// <summary>It is none: a page or plain text.</summary>
    None,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML that is no web page.</summary>
    Xml,
}

/// <summary>Tells documents of wires from pages and plain texts.</summary>
internal static class WireFormats
{
    private static readonly string[] Roots =
    [
        "newsItem",
        "packageItem",
        "newsMessage",
        "nitf",
        "NewsML",
        "rss",
        "feed",
        "RDF",
        "urlset",
        "sitemapindex",
    ];

    /// <summary>By the declared type, and where that says nothing by how the text begins.</summary>
    public static WireFormat Of(string? contentType, string text)
    {
        var type = contentType ?? "";
        if (type.Contains("html", StringComparison.OrdinalIgnoreCase))
        {
            return WireFormat.None;
        }
        var beginning = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return WireFormat.Json;
        }
        if (beginning is ['{' or '[', ..])
        {
            // A scraped text may begin with a bracket; a JSON document also ends with one.
            return text.AsSpan().TrimEnd() is [.., '}' or ']'] && !IsPlain(type) ? WireFormat.Json : WireFormat.None;
        }
        if (beginning is not ['<', ..])
        {
            return WireFormat.None;
        }
        if (WireXml.RootName(text) is not { } root)
        {
            // Declared as XML and cut before its first element: broken, and no plain text.
            return type.Contains("xml", StringComparison.OrdinalIgnoreCase) ? WireFormat.Xml : WireFormat.None;
        }
        if (IsPlain(type) && !Roots.Contains(root))
        {
            return WireFormat.None;
        }
        return
            Roots.Contains(root)
            || (beginning.StartsWith("<?xml") && !root.Equals("html", StringComparison.OrdinalIgnoreCase))
            ? WireFormat.Xml
            : WireFormat.None;
    }

    private static bool IsPlain(string type) => type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);
}
