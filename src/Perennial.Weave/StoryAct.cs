namespace Perennial.Weave;

/// <summary>Something done to stories after their articles were placed, by the machine or by an editor.</summary>
public abstract record StoryAct
{
    private StoryAct() { }

    /// <summary>Two stories became one.</summary>
    /// <param name="From">The story that is no more; its address leads to the other.</param>
    /// <param name="Into">The story that goes on: the older.</param>
    public sealed record Merged(string From, string Into) : StoryAct;

    /// <summary>Some articles of a story became a story of their own.</summary>
    /// <param name="From">The story that they were in, which keeps its id.</param>
    /// <param name="Into">The new story.</param>
    /// <param name="Articles">The articles that left.</param>
    public sealed record Split(string From, string Into, IReadOnlyList<string> Articles) : StoryAct;

    /// <summary>One article was put somewhere else.</summary>
    /// <param name="Article">The article.</param>
    /// <param name="Into">The story it belongs to from now on; <see langword="null"/> for none.</param>
    public sealed record Moved(string Article, string? Into) : StoryAct;

    /// <summary>Two stories are not one, however alike they may become. Only editors say so.</summary>
    /// <param name="One">A story.</param>
    /// <param name="Other">Another.</param>
    public sealed record KeptApart(string One, string Other) : StoryAct;
}

/// <summary>A change that the weaver proposes on second thoughts.</summary>
/// <param name="Act">What to do: a merge or a split.</param>
/// <param name="Because">The evidence, in words that a person can check.</param>
/// <param name="Likely">How likely the two are one story, from 0 to 1.</param>
public sealed record Revision(StoryAct Act, IReadOnlyList<string> Because, double Likely);
