namespace Perennial;

/// <summary>The bytes of one fetch, or of one file. Never interpreted, never changed.</summary>
public sealed record Capture
{
    /// <summary>The address the bytes came from after redirects; <see langword="null"/> for a file or pasted text.</summary>
    public string? Url { get; init; }

    /// <summary>The <c>Content-Type</c> header as sent, such as <c>text/html; charset=utf-8</c>; <see langword="null"/> when unknown.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body, decompressed.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What the feed or the person who brought it said of it; <see langword="null"/> when nobody did.</summary>
    public Listing? Listing { get; init; }
}

/// <summary>What a feed or sitemap says of a page before the page is fetched.</summary>
public sealed record Listing
{
    /// <summary>The entry's own id (RSS guid, Atom id); <see langword="null"/> when the feed gives none.</summary>
    public string? EntryId { get; init; }

    /// <summary>The title in the feed.</summary>
    public string? Title { get; init; }

    /// <summary>The summary in the feed, as plain text.</summary>
    public string? Summary { get; init; }

    /// <summary>The time of publication in the feed.</summary>
    public StatedTime? Published { get; init; }

    /// <summary>The time of the last change in the feed.</summary>
    public StatedTime? Updated { get; init; }
}
