using Microsoft.AspNetCore.Http;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>The story that a reader follows, in the language they follow it in.</summary>
/// <param name="Id">The story's id: of the one whose slug it was, also when that is part of another by now.</param>
/// <param name="Texts">The words of the interface.</param>
/// <param name="Head">The position of the views.</param>
internal sealed record LiveStory(string Id, InterfaceTexts Texts, long Head)
{
    /// <summary>The position since which it is part of another; <see langword="null"/> while it is a story of its own.</summary>
    public long? MergedAt { get; private init; }

    /// <summary>The slug of that other.</summary>
    public string? GoesOnAt { get; private init; }

    /// <summary>Finds it by its slug; <see langword="null"/> for one that readers can't see.</summary>
    public static LiveStory? Find(ViewStore views, HttpRequest request, string slug)
    {
        using var snapshot = views.Snapshot();
        if (StoriesView.OfSlug(snapshot, slug) is not (var id, var mergedAt))
        {
            return null;
        }
        var current = mergedAt is null ? id : StoriesView.Current(snapshot, id);
        if (GateView.IsHeld(snapshot, current))
        {
            return null;
        }
        // Not what the browser prefers: these answers are shared, and the page names the language it is in.
        var texts =
            InterfaceTexts.Find(request.Query["lang"])
            ?? InterfaceTexts.Find(SiteView.Current(snapshot)?.Language)
            ?? InterfaceTexts.Find("en")!;
        return new LiveStory(id, texts, snapshot.Position)
        {
            MergedAt = mergedAt,
            GoesOnAt = mergedAt is null ? null : StoriesView.Find(snapshot, current)?.Slug,
        };
    }

    /// <summary>The address under which a reader who has been told of a merge, or comes after it, goes on; <see langword="null"/> to stay here.</summary>
    /// <param name="after">The reader's position.</param>
    public string? Elsewhere(long after) =>
        after >= MergedAt && GoesOnAt is { } slug ? $"/stories/{Uri.EscapeDataString(slug)}" : null;
}
