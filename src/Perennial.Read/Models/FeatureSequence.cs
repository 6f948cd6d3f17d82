using System.Runtime.InteropServices;

namespace Perennial.Read.Models;

/// <summary>The features of a run of tokens, one list a token.</summary>
internal sealed class FeatureSequence
{
    private readonly List<uint> features = [];
    private readonly List<int> ends = [];

    /// <summary>How many tokens.</summary>
    public int Count => ends.Count;

    /// <summary>Adds a feature of the token at hand.</summary>
    public void Add(uint feature) => features.Add(feature);

    /// <summary>Closes the token at hand.</summary>
    public void Close() => ends.Add(features.Count);

    /// <summary>Forgets all tokens, to be filled again.</summary>
    public void Clear()
    {
        features.Clear();
        ends.Clear();
    }

    /// <summary>The features of a token.</summary>
    public ReadOnlySpan<uint> Features(int token) =>
        CollectionsMarshal.AsSpan(features)[(token == 0 ? 0 : ends[token - 1])..ends[token]];
}
