using Microsoft.AspNetCore.Http;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>The story that a reader follows, in the language they follow it in.</summary>
/// <param name="Id">The story's id.</param>
/// <param name="Texts">The words of the interface.</param>
/// <param name="Head">The position of the views.</param>
internal sealed record LiveStory(string Id, InterfaceTexts Texts, long Head)
{
    /// <summary>Finds it by its slug; <see langword="null"/> for one that readers can't see.</summary>
    public static LiveStory? Find(ViewStore views, HttpRequest request, string slug)
    {
        using var snapshot = views.Snapshot();
        if (StoriesView.IdBySlug(snapshot, slug) is not { } id)
        {
            return null;
        }
        // Not what the browser prefers: these answers are shared, and the page names the language it is in.
        var texts =
            InterfaceTexts.Find(request.Query["lang"])
            ?? InterfaceTexts.Find(SiteView.Current(snapshot)?.Language)
            ?? InterfaceTexts.Find("en")!;
        return new LiveStory(id, texts, snapshot.Position);
    }
}
