using Perennial.Store.Views;

namespace Perennial.Publish.Pages;

/// <summary>What became of a story since a reader was here.</summary>
public sealed record SinceModel
{
    private const int MostChanges = 500;

    /// <summary>When the reader was here.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The headline that they saw, where it is another now.</summary>
    public string? Headline { get; init; }

    /// <summary>What they read and was corrected since.</summary>
    public required IReadOnlyList<PostRow> Corrected { get; init; }

    /// <summary>Posts that are new, newest first.</summary>
    public required IReadOnlyList<PostRow> New { get; init; }

    /// <summary>Posts that changed and were not corrected.</summary>
    public required IReadOnlyList<PostRow> Changed { get; init; }

    /// <summary>What they read and its source withdrew since.</summary>
    public required IReadOnlyList<PostRow> Withdrawn { get; init; }

    /// <summary>How many posts that they could read are not shown any more.</summary>
    public required int TakenOff { get; init; }

    /// <summary>Whether nothing happened.</summary>
    public bool IsEmpty =>
        Headline is null && Corrected.Count + New.Count + Changed.Count + Withdrawn.Count + TakenOff == 0;

    /// <summary>What became of a story since a position.</summary>
    /// <returns><see langword="null"/> for a position at which there was no such story, or that is still to come.</returns>
    public static SinceModel? Of(ViewSnapshot snapshot, StoryRow story, long position)
    {
        if (
            TimesView.TimeOf(snapshot, position) is not { } time
            || StoriesView.FindBySlug(snapshot, story.Slug, position) is not { } then
        )
        {
            return null;
        }
        var changes = PostsView.ChangedSince(snapshot, story.Id, position, MostChanges);
        var known = changes.Where(change => change.Then is not null).ToList();
        return new SinceModel
        {
            Time = time,
            Headline = then.Headline == story.Headline ? null : then.Headline,
            New =
            [
                .. changes
                    .Where(change => change is { Then: null, Now.Post.Withdrawn: false })
                    .Select(change => change.Now)
                    .OrderByDescending(post => post.Post.Time),
            ],
            Withdrawn = [.. known.Where(change => change.Now.Post.Withdrawn).Select(change => change.Now)],
            Corrected =
            [
                .. known
                    .Where(change => change is { Now.Post.Withdrawn: false, Then.CorrectedLater: not null })
                    .Select(change => change.Now with { CorrectedLater = change.Then!.CorrectedLater }),
            ],
            Changed =
            [
                .. known
                    .Where(change => change is { Now.Post.Withdrawn: false, Then.CorrectedLater: null })
                    .Select(change => change.Now),
            ],
            TakenOff = PostsView.CountTakenOff(snapshot, story.Id, position),
        };
    }
}
