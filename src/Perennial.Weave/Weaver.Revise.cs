namespace Perennial.Weave;

public sealed partial class Weaver
{
    // A part that leaves is more than one stray article.
    private const int SmallestPart = 2;

    /// <summary>
    /// What the weaver thinks better of among the stories that moved since it last had nothing to say: two that are one, or one
    /// that is two. Nothing is changed but what it has looked at; call <see cref="Apply"/> with the act, or do nothing.
    /// </summary>
    /// <param name="nameOfNew">Gives a new story its id.</param>
    /// <returns>The next proposal; <see langword="null"/> when there is none.</returns>
    public Revision? Revise(Func<string> nameOfNew)
    {
        while (moved.Count > 0)
        {
            var story = moved.First().Value;
            if (Split(story, nameOfNew) is { } split)
            {
                return split;
            }
            if (Merge(story) is { } merge)
            {
                return merge;
            }
            moved.Remove(story.Number);
        }
        return null;
    }

    private Revision? Merge(StoryMemory story)
    {
        (StoryMemory? twin, var likeliest) = (null, 0f);
        foreach (var other in index.Candidates(story.Articles.All, other => other != story && MayMerge(story, other)))
        {
            var row = Row(story.Articles, other.Articles);
            var likely = settings.Judge.Likely(row);
            if (likely >= settings.MergeAt && likely > likeliest && row[SameStory.AlikePairs] >= settings.Quorum)
            {
                (twin, likeliest) = (other, likely);
            }
        }
        if (twin is null)
        {
            return null;
        }
        var (into, from) = IsOlder(story, twin) ? (story, twin) : (twin, story);
        // A caller that does not want it is not asked again until the story moves.
        moved.Remove(story.Number);
        return new Revision(
            new StoryAct.Merged(from.Id, into.Id),
            Evidence.Of(into.Articles, from.Articles, likeliest),
            likeliest
        );
    }

    private static bool IsOlder(StoryMemory story, StoryMemory other) =>
        story.Articles.Oldest.CompareTo(other.Articles.Oldest) is not 0 and var order
            ? order < 0
            : story.Number < other.Number;

    private bool MayMerge(StoryMemory one, StoryMemory other) =>
        MayJoin(other, one.Language) && editors.MayMerge(one.Id, other.Id);

    /// <summary>A welded story falls into two parts that the judge would not call one.</summary>
    private Revision? Split(StoryMemory story, Func<string> nameOfNew)
    {
        var members = story.Articles.Members;
        // Each look costs the square of the story's size: at sizes that grow by half, it costs little in all.
        if (members.Count < 2 * SmallestPart || members.Count < 1.5 * story.LookedAt || !editors.MaySplit(story.Id))
        {
            return null;
        }
        story.LookedAt = members.Count;
        var (stays, leaves) = Halves.Of(members);
        if (leaves.Any(member => editors.IsPinned(member.Id)))
        {
            (stays, leaves) = (leaves, stays);
        }
        if (
            stays.Count < SmallestPart
            || leaves.Count < SmallestPart
            || leaves.Any(member => editors.IsPinned(member.Id))
        )
        {
            return null;
        }
        var (rest, part) = (story.Articles.Part(stays), story.Articles.Part(leaves));
        if (HaveOneCore(rest, part))
        {
            return null;
        }
        var likely = settings.Judge.Likely(Row(rest, part));
        return likely < settings.SplitAt
            ? new Revision(
                new StoryAct.Split(story.Id, nameOfNew(), [.. part.Ids]),
                Evidence.Of(rest, part, likely),
                likely
            )
            : null;
    }

    // The halves of a long running story may hardly share a word but its names.
    private static bool HaveOneCore(Bundle one, Bundle other) =>
        one.All.Keys.Count(term => TermTable.IsRare(term) && one.IsCore(term) && other.IsCore(term)) >= LeastCore;
}
