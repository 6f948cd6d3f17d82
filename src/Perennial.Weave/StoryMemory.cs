namespace Perennial.Weave;

/// <summary>A story as the weaver remembers it.</summary>
internal sealed class StoryMemory(string id, string? language, Sketch first)
{
    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>The language it is told in; <see langword="null"/> when unknown.</summary>
    public string? Language => language;

    /// <summary>Its articles.</summary>
    public Bundle Articles { get; set; } = new(first);

    /// <summary>The words under which the index has it.</summary>
    public HashSet<uint> Posted { get; } = [];

    /// <summary>Whether it is no longer awake: it fell asleep or became part of another.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether an editor put its articles together: the machine never parts them.</summary>
    public bool HeldTogether { get; set; }

    /// <summary>Which query of the index found it last, and what it has gathered in it.</summary>
    public (long Query, float Score) Found { get; set; }
}
