namespace Perennial.Read.Linking;

/// <summary>What is remembered that bears on one document.</summary>
public sealed record LinkingMemory
{
    /// <summary>The entities that go by a name in the document, at most a few a name.</summary>
    public IReadOnlyList<KnownEntity> Known { get; init; } = [];

    /// <summary>What an earlier reading of the same article named: kind, key and lasting id.</summary>
    public IReadOnlyList<(EntityKind Kind, string Key, string Entity)> Before { get; init; } = [];

    /// <summary>What a person said of this article: what was taken for the first is the second.</summary>
    public IReadOnlyDictionary<string, string> Moved { get; init; } = new Dictionary<string, string>();

    /// <summary>How many documents name what else the document names, by its keys; missing for what is new.</summary>
    public IReadOnlyDictionary<string, int> Commonness { get; init; } = new Dictionary<string, int>();
}
