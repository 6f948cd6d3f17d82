namespace Perennial;

/// <summary>What a story may be called, by the words of its articles: nothing of it is invented.</summary>
public sealed record StoryName
{
    /// <summary>The label above the headline: words that most origins have, such as "dam at Sarn"; <see langword="null"/> where none are shared enough.</summary>
    public PassageAnchor? Kicker { get; init; }

    /// <summary>The article whose headline is proposed; <see langword="null"/> where passages carry none.</summary>
    public string? Headline { get; init; }

    /// <summary>The slug of our section for most of its origins; <see langword="null"/> where they name none of ours.</summary>
    public string? Section { get; init; }

    /// <summary>The people, organisations and places that most origins name, in this order: people first, and of each kind those with most origins first.</summary>
    public IReadOnlyList<StoryEntity> Named
    {
        get => field ?? [];
        init;
    } = [];
}

/// <summary>Somebody or something that a story's articles name.</summary>
/// <param name="Article">An article that gives the fullest name.</param>
/// <param name="Read">The position of its reading.</param>
/// <param name="Entity">The id within that document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Origins">How many independent origins name it.</param>
public sealed record StoryEntity(string Article, long Read, string Entity, EntityKind Kind, int Origins);

/// <summary>That a story is told in another language too.</summary>
/// <param name="Story">The id of the story that tells it there.</param>
/// <param name="Language">Its language as a BCP 47 tag, without a region.</param>
/// <param name="Because">The evidence, in words a person can check.</param>
public sealed record StoryTelling(string Story, string Language, IReadOnlyList<string> Because);
