namespace Perennial;

/// <summary>Our own publication: what stands on the masthead and behind it.</summary>
public sealed record Site
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The line under the name.</summary>
    public string? Tagline { get; init; }

    /// <summary>The language of its interface for readers who ask for none: <c>en</c> or <c>fr</c>.</summary>
    public string Language
    {
        get => field ?? "en";
        init;
    } = "en";

    /// <summary>The IANA time zone that times are shown in, such as <c>Europe/Paris</c>.</summary>
    public string TimeZone
    {
        get => field ?? "UTC";
        init;
    } = "UTC";

    /// <summary>Its sections in order.</summary>
    public IReadOnlyList<SiteSection> Sections
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Who publishes it, its policies and how to reach it, as Markdown.</summary>
    public string? About { get; init; }

    /// <summary>Who answers for it before the law, as Markdown.</summary>
    public string? Imprint { get; init; }

    /// <summary>How errors are corrected, as Markdown.</summary>
    public string? Corrections { get; init; }

    /// <summary>The people who write here, as readers see them.</summary>
    public IReadOnlyList<SiteAuthor> Authors
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>What stands above every page for a while; <see langword="null"/> for nothing.</summary>
    public Breaking? Breaking { get; init; }
}

/// <summary>Somebody who writes here.</summary>
/// <param name="Slug">The name in the address of their page; it stays for ever.</param>
/// <param name="Name">The name in bylines.</param>
/// <param name="Role">What they do, such as <c>science editor</c>.</param>
/// <param name="About">More about them, as Markdown.</param>
public sealed record SiteAuthor(string Slug, string Name, string? Role = null, string? About = null);

/// <summary>Breaking news above every page.</summary>
/// <param name="Text">What has happened, in a line.</param>
/// <param name="Until">Until when it is shown.</param>
/// <param name="Address">The path of the page where more stands.</param>
public sealed record Breaking(string Text, DateTimeOffset Until, string? Address = null);

/// <summary>A section of our own site.</summary>
/// <param name="Slug">The name in its address.</param>
/// <param name="Name">The name on the page.</param>
/// <param name="Names">What sources call it: an article of one of these sections belongs here.</param>
public sealed record SiteSection(string Slug, string Name, IReadOnlyList<string>? Names = null);
