namespace Perennial.Read.Models;

/// <summary>The features of a run of tokens, one list a token, and the class of the step into each.</summary>
internal sealed class FeatureSequence
{
    private readonly List<ulong> features = [];
    private readonly List<int> ends = [];
    private readonly List<int> steps = [];

    /// <summary>How many tokens.</summary>
    public int Count => ends.Count;

    /// <summary>Adds a feature of the token at hand.</summary>
    public void Add(ulong feature) => features.Add(feature);

    /// <summary>Closes the token at hand.</summary>
    /// <param name="step">The class of the step into it, from the token before.</param>
    public void Close(int step = 0)
    {
        ends.Add(features.Count);
        steps.Add(step);
    }

    /// <summary>The features of a token.</summary>
    public ReadOnlySpan<ulong> Features(int token)
    {
        var start = token == 0 ? 0 : ends[token - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(features)[start..ends[token]];
    }

    /// <summary>The class of the step into a token.</summary>
    public int Step(int token) => steps[token];
}
