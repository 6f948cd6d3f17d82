using System.Text.Json.Serialization;

namespace Perennial;

/// <summary>Which lasting entity an entity of one document is, and what the document taught about it.</summary>
public sealed record EntityLink
{
    /// <summary>The id within the document: <c>e1</c>, <c>e2</c>, …</summary>
    public required string In { get; init; }

    /// <summary>The lasting id: short and random.</summary>
    public required string Entity { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The fullest name that the document gives.</summary>
    public required string Name { get; init; }

    /// <summary>Other names that the document gives, by which it can be looked up.</summary>
    public IReadOnlyList<string> Names
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The country that tells it apart, <c>iso:FR</c>, where each country has one of its name; else <see langword="null"/>.</summary>
    public string? Country { get; init; }

    /// <summary>A person's roles, as the document gives them.</summary>
    public IReadOnlyList<string> Roles
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The lasting ids of organisations and places that its roles name.</summary>
    public IReadOnlyList<string> Affiliations
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Addresses of the same thing elsewhere.</summary>
    public IReadOnlyList<string> SameAs
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The known entity that this new one may be, without being sure enough; <see langword="null"/> for any other.</summary>
    public string? Possibly { get; init; }

    /// <summary>The evidence, in words a person can check.</summary>
    public IReadOnlyList<string> Because
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>What it is looked up by, the most telling first.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Keys => EntityNames.Keys(Kind, Name, SameAs, Country);
}
