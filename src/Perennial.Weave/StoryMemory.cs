namespace Perennial.Weave;

/// <summary>A story as the weaver remembers it.</summary>
internal sealed class StoryMemory(long number, string id, string? language, Bundle articles)
{
    /// <summary>The how-manieth the weaver came to know. What comes first must not depend on ids, which are random.</summary>
    public long Number => number;

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>The language it is told in; <see langword="null"/> until an article says so.</summary>
    public string? Language { get; set; } = language;

    /// <summary>Its articles.</summary>
    public Bundle Articles { get; set; } = articles;

    /// <summary>The words under which the index has it.</summary>
    public HashSet<uint> Posted { get; } = [];

    /// <summary>Whether it is no longer awake: it fell asleep or became part of another.</summary>
    public bool IsGone { get; set; }

    /// <summary>How many members it had when it was last looked at for a split.</summary>
    public int LookedAt { get; set; }

    /// <summary>Which query of the index found it last, and what it has gathered in it.</summary>
    public (long Query, float Score) Found { get; set; }
}
