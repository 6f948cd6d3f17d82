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
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The lasting ids of organisations and places that those roles name.</summary>
    public IReadOnlySet<string> Affiliations { get; init; } = new HashSet<string>();

    /// <summary>The keys of what else the last documents named.</summary>
    public IReadOnlySet<string> Company { get; init; } = new HashSet<string>();

    /// <summary>Another that it may be; <see langword="null"/> when there is none.</summary>
    public string? Possibly { get; init; }
}
