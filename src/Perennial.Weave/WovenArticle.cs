namespace Perennial.Weave;

/// <summary>What the weaver looks at of an article.</summary>
public sealed record WovenArticle
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was published, or else first seen; <see langword="null"/> takes the time of the one before.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>Its text; empty for an item of which only the headline is known.</summary>
    public string Text { get; init; } = "";

    /// <summary>Its outlet.</summary>
    public string? Source { get; init; }

    /// <summary>Its language; a BCP 47 tag is taken without its region, since stories are told per language and not per country.</summary>
    public string? Language
    {
        get;
        init => field = value?.Split('-', '_')[0].ToLowerInvariant();
    }

    /// <summary>Whether it is a live blog, which belongs to a story and touches others.</summary>
    public bool IsLive { get; init; }

    /// <summary>The people, organisations and places it names; when empty, runs of capitalised words stand in for them.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The words of its direct quotations; when empty, they are found by their marks.</summary>
    public IReadOnlyList<string> Quotations { get; init; } = [];
}
