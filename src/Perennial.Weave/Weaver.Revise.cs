namespace Perennial.Weave;

public sealed partial class Weaver
{
    private readonly HashSet<StoryMemory> moved = new(ReferenceEqualityComparer.Instance);

    /// <summary>Merges what turned out to be one story; returns (from, into).</summary>
    internal IReadOnlyList<(string From, string Into)> Revise()
    {
        var merges = new List<(string, string)>();
        while (moved.Count > 0)
        {
            var story = moved.OrderBy(s => s.Id, StringComparer.Ordinal).First();
            moved.Remove(story);
            if (story.IsGone)
            {
                continue;
            }
            var candidates = index.Candidates(story, other => other != story && MayJoin(other, story.Language));
            var best = candidates
                .Select(other => (Other: other, Row: Row(story.Articles, other.Articles)))
                .Select(pair => (pair.Other, Likely: settings.Judge.Likely(pair.Row), Alike: pair.Row[6]))
                .Where(pair => pair.Likely >= settings.MergeAt && pair.Alike >= settings.Quorum)
                .OrderByDescending(pair => pair.Likely)
                .ThenBy(pair => pair.Other.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Other is { } twin)
            {
                var (into, from) = story.Articles.Oldest <= twin.Articles.Oldest ? (story, twin) : (twin, story);
                Merge(from, into);
                merges.Add((from.Id, into.Id));
                moved.Add(into);
            }
        }
        return merges;
    }

    private void Merge(StoryMemory from, StoryMemory into)
    {
        from.IsGone = true;
        stories.Remove(from.Id);
        index.Remove(from);
        into.Articles = Bundle.Of([
            .. into.Articles.Members.Concat(from.Articles.Members).OrderBy(member => member.At),
        ]);
        foreach (var member in from.Articles.Members)
        {
            index.File(into, member);
        }
        touched.Enqueue((now, into));
        foreach (var (article, story) in placed.Where(pair => pair.Value == from.Id).ToList())
        {
            placed[article] = into.Id;
        }
    }
}
