namespace Perennial;

/// <summary>Our own publication: what stands on the masthead and behind it.</summary>
public sealed record Site
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The line under the name.</summary>
    public string? Tagline { get; init; }

    /// <summary>The language of its interface for readers who ask for none: <c>en</c> or <c>fr</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The IANA time zone that times are shown in, such as <c>Europe/Paris</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Its sections in order.</summary>
    public IReadOnlyList<SiteSection> Sections { get; init; } = [];

    /// <summary>Who publishes it, its policies and how to reach it, as Markdown.</summary>
    public string? About { get; init; }
}

/// <summary>A section of our own site.</summary>
/// <param name="Slug">The name in its address.</param>
/// <param name="Name">The name on the page.</param>
/// <param name="Names">What sources call it: an article of one of these sections belongs here.</param>
public sealed record SiteSection(string Slug, string Name, IReadOnlyList<string>? Names = null);
