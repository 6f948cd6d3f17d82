namespace Perennial;

/// <summary>A person, organisation, place or group that passages mention, under one id within the document.</summary>
public sealed record Entity
{
    /// <summary>The id within the document: <c>e1</c>, <c>e2</c>, …</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public EntityKind Kind { get; init; }

    /// <summary>The fullest name the document gives, bare: no title, article or possessive.</summary>
    public required string Name { get; init; }

    /// <summary>Addresses of the same thing elsewhere, such as <c>https://sws.geonames.org/703448/</c>.</summary>
    public IReadOnlyList<string> SameAs
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>Where it is named, in order of the text.</summary>
    public IReadOnlyList<Passage> Mentions
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A nationality, people, party's followers or other group.</summary>
    Group,

    /// <summary>Something else with a name.</summary>
    Other,
}

/// <summary>A quantity in a passage.</summary>
public sealed record Figure
{
    /// <summary>Where it starts in the text.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public int End { get; init; }

    /// <summary>Its words, with the approximation and the unit: "nearly 10,000 troops".</summary>
    public required string Text { get; init; }

    /// <summary>The lower bound; <see langword="null"/> when the text sets none.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper bound; <see langword="null"/> when the text sets none.</summary>
    public decimal? High { get; init; }

    /// <summary>The number as named; <see langword="null"/> for a range or "dozens".</summary>
    public decimal? Value { get; init; }

    /// <summary>How exact the text is about it.</summary>
    public Approximation Approximation { get; init; }

    /// <summary>The unit or what is counted: "troops", "EUR", "%"; <see langword="null"/> when the text does not say.</summary>
    public string? Unit { get; init; }
}

/// <summary>How exact a figure is.</summary>
public enum Approximation
{
    /// <summary>As named.</summary>
    Exact,

    /// <summary>"About", "some".</summary>
    About,

    /// <summary>"Nearly", "up to", "fewer than".</summary>
    Under,

    /// <summary>"More than", "at least".</summary>
    Over,

    /// <summary>Between two numbers.</summary>
    Range,
}

/// <summary>A date or time that a passage names.</summary>
public sealed record Moment
{
    /// <summary>Where it starts in the text.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public int End { get; init; }

    /// <summary>Its words: "last summer".</summary>
    public required string Text { get; init; }

    /// <summary>An ISO 8601 date, time or interval (<c>2025-06/2025-08</c>); <see langword="null"/> when it hangs on an unknown date.</summary>
    public string? Value { get; init; }

    /// <summary>How precise it is: <c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>, <c>season</c>, <c>year</c>, …</summary>
    public required string Precision { get; init; }
}

/// <summary>What a text leaves open: a question it asks, or something that it says is not known.</summary>
/// <param name="Start">Where it starts in the text; <see langword="null"/> for one in the headline.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its words.</param>
/// <param name="In">Where it stands.</param>
public sealed record Question(int? Start, int? End, string Text, StatementPlace In);
