namespace Perennial.Read.Pages.LiveBlogs;

/// <summary>Puts together what a page tells machines of its posts and what it shows of them.</summary>
internal static class PostMerge
{
    /// <summary>Each post once: a pinned copy and a copy for another screen go into the post that stands in its turn.</summary>
    public static List<FoundPost> Once(IReadOnlyList<FoundPost> posts)
    {
        var once = new List<FoundPost>();
        var index = new PostIndex();
        // Pinned ones last, so that a post keeps the place of its turn; one whose turn is on another page keeps its own.
        foreach (
            var (post, place) in posts.Select((post, place) => (post, place)).OrderBy(entry => entry.post.IsPinned)
        )
        {
            if (index.Find(post, isCopy: true) is { } at)
            {
                once[at] = once[at].With(post);
            }
            else
            {
                index.Add(post, once.Count);
                once.Add(post with { Place = place });
            }
        }
        return [.. once.OrderBy(post => post.Place)];
    }

    /// <summary>The told posts with what is shown of each; shown ones that are not told come where they are shown.</summary>
    /// <remarks>Where none of the shown posts is a told one, they are something else, or the told ones are too few to be the blog.</remarks>
    public static IReadOnlyList<FoundPost> Merge(IReadOnlyList<FoundPost> told, IReadOnlyList<FoundPost> shown)
    {
        if (told.Count == 0 || shown.Count == 0)
        {
            return told.Count == 0 ? shown : told;
        }
        var merged = told.ToList();
        var index = new PostIndex();
        for (var i = 0; i < merged.Count; i++)
        {
            index.Add(merged[i], i);
        }
        var behind = new Dictionary<int, List<FoundPost>>();
        var (matched, last) = (0, -1);
        foreach (var post in shown)
        {
            if (index.Find(post, isCopy: false) is { } at)
            {
                merged[at] = merged[at].With(post);
                last = at;
                matched++;
            }
            else
            {
                if (!behind.TryGetValue(last, out var others))
                {
                    behind.Add(last, others = []);
                }
                others.Add(post);
            }
        }
        if (matched == 0)
        {
            return told.Count >= LiveBlog.FewestPosts ? told : shown;
        }
        return
        [
            .. behind.GetValueOrDefault(-1) ?? [],
            .. merged.SelectMany(
                (post, i) => behind.TryGetValue(i, out var others) ? [post, .. others] : (IEnumerable<FoundPost>)[post]
            ),
        ];
    }
}

/// <summary>Finds the post that another one is, by id, address, or beginning and time.</summary>
internal sealed class PostIndex
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<FoundPost> posts = [];
    private readonly List<int> placed = [];

    /// <summary>Adds a post that stands at a place.</summary>
    public void Add(FoundPost post, int place)
    {
        posts.Add(post);
        placed.Add(place);
        foreach (var name in Names(post))
        {
            places.TryAdd(name, posts.Count - 1);
        }
    }

    /// <summary>The place of the post that this one is.</summary>
    /// <param name="post">The post.</param>
    /// <param name="isCopy">Whether both come from one reading, where two ids are two posts.</param>
    public int? Find(FoundPost post, bool isCopy)
    {
        foreach (var name in Names(post))
        {
            if (places.TryGetValue(name, out var at) && (name[0] == 'i' || Fits(posts[at], post, isCopy)))
            {
                return placed[at];
            }
        }
        return null;
    }

    private static bool Fits(FoundPost one, FoundPost other, bool isCopy) =>
        (!isCopy || one.Id is null || other.Id is null || one.Id == other.Id || other.IsPinned || one.IsPinned)
        && (!isCopy || one.Published is null || other.Published is null || IsSameMinute(one, other) || other.IsPinned);

    private static bool IsSameMinute(FoundPost one, FoundPost other) =>
        (one.Published!.Value.ToInstant() - other.Published!.Value.ToInstant()).Duration() < TimeSpan.FromMinutes(1);

    private static IEnumerable<string> Names(FoundPost post)
    {
        if (post.Id is { } id)
        {
            yield return "i" + id;
        }
        if (post.Url is { } url && PostAddress.Fragment(url) is not null)
        {
            yield return "u" + url;
        }
        var minute = post.Published is { HasTime: true } time
            ? time.Local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            : "";
        if (post.Beginning is { } beginning)
        {
            // Short posts ("Goal!") are one only together with their time.
            yield return beginning.Length < 40 ? $"s{minute} {beginning}" : "b" + beginning;
        }
        if (Words.Key(post.Title) is { Length: > 8 } title)
        {
            yield return post.Text.Count == 0 || minute.Length == 0 ? "t" + title : $"t{minute} {title}";
            yield return "t" + title;
        }
    }
}
