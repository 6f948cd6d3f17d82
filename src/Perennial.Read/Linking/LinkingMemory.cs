namespace Perennial.Read.Linking;

/// <summary>What is remembered that bears on one document.</summary>
public sealed record LinkingMemory
{
    /// <summary>The entities that go by a name in the document, at most a few a name.</summary>
    public IReadOnlyList<KnownEntity> Known { get; init; } = [];

    /// <summary>What an earlier reading of the same article named.</summary>
    public IReadOnlyList<NamedEntity> Before { get; init; } = [];

    /// <summary>What people said that this article names, main names first.</summary>
    public IReadOnlyList<NamedEntity> Ruled { get; init; } = [];

    /// <summary>How many documents name what else the document names, by its keys; missing for what is new.</summary>
    public IReadOnlyDictionary<string, int> Commonness { get; init; } = new Dictionary<string, int>();
}
