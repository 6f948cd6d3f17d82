namespace Perennial.Weave;

/// <summary>What the training command tries: the judge and from what likelihood on it is believed.</summary>
internal sealed record WeaverSettings(SameStory Judge)
{
    /// <summary>From here on an article joins a story.</summary>
    public float JoinAt { get; init; } = 0.45f;

    /// <summary>From here on two stories become one.</summary>
    public float MergeAt { get; init; } = 0.5f;

    /// <summary>So many of the pairs across have to be alike themselves.</summary>
    public float Quorum { get; init; } = 0.2f;

    /// <summary>Below this the two halves of a story are parted.</summary>
    public float SplitAt { get; init; } = 0.1f;

    /// <summary>Whether reprints are looked for.</summary>
    public bool Echoes { get; init; } = true;

    /// <summary>Told of every two bundles that the judge is asked about.</summary>
    public Action<Bundle, Bundle, float[]>? Asked { get; init; }
}
