namespace Perennial.Weave;

/// <summary>What editors have decided about stories: the machine respects it for ever.</summary>
internal sealed class EditorsActs
{
    private readonly HashSet<(string, string)> apart = [];
    private readonly HashSet<string> together = new(StringComparer.Ordinal);
    private readonly HashSet<string> pinned = new(StringComparer.Ordinal);

    /// <summary>Whether the machine may make these two stories one.</summary>
    public bool MayMerge(string one, string other) => !apart.Contains(Pair(one, other));

    /// <summary>Whether the machine may part a story.</summary>
    public bool MaySplit(string story) => !together.Contains(story);

    /// <summary>Whether an article stays where an editor put it.</summary>
    public bool IsPinned(string article) => pinned.Contains(article);

    /// <summary>An editor kept two stories apart.</summary>
    public void KeepApart(string one, string other) => apart.Add(Pair(one, other));

    /// <summary>An editor put two stories together.</summary>
    public void KeepTogether(string from, string into)
    {
        apart.Remove(Pair(from, into));
        together.Add(into);
    }

    /// <summary>An editor put an article where it belongs.</summary>
    public void Pin(string article) => pinned.Add(article);

    /// <summary>One story became part of another: what holds for it holds for the other.</summary>
    public void Follow(string from, string into)
    {
        if (together.Remove(from))
        {
            together.Add(into);
        }
        foreach (var pair in apart.Where(pair => pair.Item1 == from || pair.Item2 == from).ToList())
        {
            apart.Remove(pair);
            var other = pair.Item1 == from ? pair.Item2 : pair.Item1;
            if (other != into)
            {
                apart.Add(Pair(into, other));
            }
        }
    }

    private static (string, string) Pair(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
