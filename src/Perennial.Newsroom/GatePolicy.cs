namespace Perennial.Newsroom;

/// <summary>What the machine may show to readers by itself.</summary>
/// <param name="HoldsStoriesOfTheMachine">Whether a story that the weaver opens waits for an editor.</param>
/// <param name="HoldsPeople">Whether a page about a person waits for an editor.</param>
public sealed record GatePolicy(bool HoldsStoriesOfTheMachine, bool HoldsPeople)
{
    /// <summary>What is sure is shown: for a server that answers only on this machine, and for the demo.</summary>
    public static GatePolicy Open { get; } = new(HoldsStoriesOfTheMachine: false, HoldsPeople: false);

    /// <summary>What the machine makes waits for an editor: for a server that readers reach.</summary>
    public static GatePolicy Edited { get; } = new(HoldsStoriesOfTheMachine: true, HoldsPeople: true);
}
