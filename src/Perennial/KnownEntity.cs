namespace Perennial;

/// <summary>What is remembered of a lasting entity when a document may name it.</summary>
public sealed record KnownEntity
{
    /// <summary>Its lasting id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The names it went by, the most used first, and those of the outlet that it is.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Their keys, and its addresses elsewhere.</summary>
    public required IReadOnlySet<string> Keys { get; init; }

    /// <summary>How many documents name it.</summary>
    public int Articles { get; init; }

    /// <summary>The roles that the last documents gave.</summary>
    public IReadOnlyList<string> Roles
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The lasting ids of organisations and places that those roles name.</summary>
    public IReadOnlySet<string> Affiliations { get; init; } = new HashSet<string>();

    /// <summary>The keys of what else the last documents named.</summary>
    public IReadOnlySet<string> Company { get; init; } = new HashSet<string>();

    /// <summary>Another that it may be; <see langword="null"/> when there is none.</summary>
    public string? Possibly { get; init; }
}

/// <summary>That a name means an entity in one article.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The key of the name.</param>
/// <param name="Entity">The lasting id.</param>
/// <param name="IsMain">Whether it is what the article calls it, and not a part of that or another name for it.</param>
public sealed record NamedEntity(EntityKind Kind, string Key, string Entity, bool IsMain);
