using Perennial.Store.Views;

namespace Perennial.Publish.Pages;

/// <summary>What the search page shows.</summary>
public sealed record SearchPageModel
{
    /// <summary>What is looked for.</summary>
    public required SearchQuery Query { get; init; }

    /// <summary>The first day, as asked.</summary>
    public DateTime? From { get; init; }

    /// <summary>The last day, as asked.</summary>
    public DateTime? To { get; init; }

    /// <summary>The story that it is looked for in.</summary>
    public StoryRow? Story { get; init; }

    /// <summary>What was found.</summary>
    public required IReadOnlyList<SearchResult> Results { get; init; }

    /// <summary>Where to go on; <see langword="null"/> at the end.</summary>
    public long? Next { get; init; }

    /// <summary>Whether nothing newer was passed over.</summary>
    public bool IsFirst { get; init; }
}

/// <summary>A passage as it is shown.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Title">The headline it stands under.</param>
/// <param name="Outlet">Who carries it; <see langword="null"/> for ourselves.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Language">Its language as a BCP 47 tag, where it is known.</param>
public sealed record SearchResult(FoundPassage Passage, string Title, string? Outlet, string Address, string? Language)
{
    /// <summary>Its words in runs: found, or between.</summary>
    public IEnumerable<(string Text, bool IsFound)> Runs()
    {
        foreach (var piece in Passage.Text.Split(SearchView.Lit))
        {
            var end = piece.IndexOf(SearchView.Unlit, StringComparison.Ordinal);
            if (end > 0)
            {
                yield return (piece[..end], true);
            }
            if (end + 1 < piece.Length)
            {
                yield return (piece[(end + 1)..], false);
            }
        }
    }
}
