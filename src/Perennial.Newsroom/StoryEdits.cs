using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Newsroom;

/// <summary>Makes acts on stories out of what editors ask for, checked against what is there.</summary>
internal static class StoryEdits
{
    private const int Most = 1000;
    private const int LongestHeadline = 300;
    private const int LongestKicker = 60;
    private const int LongestStandfirst = 1000;

    /// <summary>A story becomes part of another.</summary>
    /// <exception cref="RefusedCorrection">It can't.</exception>
    public static StoryEdit Merge(ViewSnapshot snapshot, StoryRow story, string? into, string author)
    {
        var other = Other(snapshot, into, "into");
        return other.Id == story.Id
            ? throw new RefusedCorrection($"into is the story itself, {story.Id}")
            : new StoryEdit(
                [EntryKinds.StoryMerged.New(story.Id, author, new StoryMerged { Into = other.Id })],
                other.Id
            );
    }

    /// <summary>A part of a story becomes a story of its own.</summary>
    /// <exception cref="RefusedCorrection">It can't.</exception>
    public static StoryEdit Split(ViewSnapshot snapshot, StoryRow story, StorySplitRequest request, string author)
    {
        var articles = Listed(request.Articles, "articles", id => ArticlesView.Find(snapshot, id)?.Story == story.Id);
        var posts = Listed(
            request.Posts,
            "posts",
            id => PostsView.FindAny(snapshot, id) is { Post.Article: null } post && post.Story == story.Id
        );
        if (articles.Count + posts.Count == 0)
        {
            throw new RefusedCorrection("name the articles or the posts of our own that leave, or both");
        }
        var headline = request.Headline?.Trim();
        if (headline is "" or { Length: > LongestHeadline } || (headline is null && articles.Count == 0))
        {
            throw new RefusedCorrection(
                $"headline must have 1 to {LongestHeadline} characters; it may be left out where articles leave"
            );
        }
        var id = ShortId.New('s');
        var held = GateView.IsHeld(snapshot, story.Id);
        return new StoryEdit(
            [
                .. StoryOpening.OfPart(snapshot, story, held, id, articles, author, headline),
                EntryKinds.StorySplit.New(
                    story.Id,
                    author,
                    new StorySplit
                    {
                        Into = id,
                        Articles = articles,
                        Posts = [.. PostsView.OfArticles(snapshot, articles), .. posts],
                    }
                ),
            ],
            id
        );
    }

    /// <summary>Something else stands at the head of a story.</summary>
    /// <exception cref="RefusedCorrection">It can't.</exception>
    public static StoryEdit Change(ViewSnapshot snapshot, StoryRow story, StoryChangeRequest request, string author)
    {
        if (request == new StoryChangeRequest())
        {
            throw new RefusedCorrection("name what changes: headline, standfirst, kicker, section or closed");
        }
        var headline = request.Headline?.Trim();
        if (headline is "" or { Length: > LongestHeadline })
        {
            throw new RefusedCorrection($"headline must have 1 to {LongestHeadline} characters");
        }
        if (request.Kicker is { Length: > LongestKicker } || request.Standfirst is { Length: > LongestStandfirst })
        {
            throw new RefusedCorrection(
                $"kicker may have {LongestKicker} characters at most, standfirst {LongestStandfirst}"
            );
        }
        if (
            request.Section is { } slug
            && SiteView.Current(snapshot)?.Sections.Any(section => section.Slug == slug) != true
        )
        {
            throw new RefusedCorrection($"section must be the slug of a section of the site; there is no {slug}");
        }
        return new StoryEdit(
            [
                EntryKinds.StoryChanged.New(
                    story.Id,
                    author,
                    new StoryChanged
                    {
                        Headline = headline,
                        Standfirst = request.Standfirst?.Trim(),
                        Kicker = request.Kicker?.Trim(),
                        Section = request.Section,
                        Closed = request.Closed,
                    }
                ),
            ],
            story.Id
        );
    }

    /// <summary>Two stories are not one.</summary>
    /// <exception cref="RefusedCorrection">They can't be told apart.</exception>
    public static StoryEdit KeepApart(ViewSnapshot snapshot, StoryRow story, string? other, string author)
    {
        var apart = Other(snapshot, other, "other");
        return apart.Id == story.Id
            ? throw new RefusedCorrection($"other is the story itself, {story.Id}")
            : new StoryEdit(
                [EntryKinds.StoriesKeptApart.New(story.Id, author, new StoriesKeptApart { Other = apart.Id })],
                story.Id
            );
    }

    /// <summary>An article is put into another story, or out of all.</summary>
    /// <exception cref="RefusedCorrection">It can't.</exception>
    public static StoryEdit Move(ViewSnapshot snapshot, ArticleRow article, string? into, string author)
    {
        if (article.Because.Count == 0)
        {
            throw new RefusedCorrection($"{article.Id} has not been placed yet; try again in a moment");
        }
        var story = into is null ? null : Other(snapshot, into, "into").Id;
        return article.Story == story
            ? throw new RefusedCorrection(
                $"{article.Id} {(story is null ? "is in no story" : $"is in {story}")} already"
            )
            : new StoryEdit(
                [
                    EntryKinds.ArticleMoved.New(
                        article.Id,
                        author,
                        new ArticleMoved { From = article.Story, Into = story }
                    ),
                ],
                story
            );
    }

    /// <summary>A story by its id or by any slug it has, whether held or not; <see langword="null"/> when there is none.</summary>
    /// <exception cref="RefusedCorrection">It is part of another by now.</exception>
    public static StoryRow? Story(ViewSnapshot snapshot, string named)
    {
        var id = StoriesView.OfSlug(snapshot, named)?.Story ?? named;
        var current = StoriesView.Current(snapshot, id);
        return current == id
            ? StoriesView.Find(snapshot, id)
            : throw new RefusedCorrection($"{named} has become part of {current}; name that");
    }

    private static StoryRow Other(ViewSnapshot snapshot, string? named, string of) =>
        (named is null ? null : Story(snapshot, named))
        ?? throw new RefusedCorrection($"{of} must be the id or the slug of a story");

    private static IReadOnlyList<string> Listed(IReadOnlyList<string>? ids, string of, Func<string, bool> isOfStory)
    {
        if (ids is { Count: > Most })
        {
            throw new RefusedCorrection($"{of} may list {Most} at most");
        }
        return (ids ?? []).FirstOrDefault(id => id is null || !isOfStory(id)) is { } stranger
                ? throw new RefusedCorrection($"{of} lists {stranger}, which is not one of the story's own")
            : ids?.Contains(null!) == true ? throw new RefusedCorrection($"{of} must list ids")
            : [.. (ids ?? []).Distinct()];
    }
}

/// <summary>What an act is made of, and the story it leads to; <see langword="null"/> for none.</summary>
internal sealed record StoryEdit(IReadOnlyList<NewEntry> Entries, string? Story);

/// <summary>What shall leave a story, as a form or the API gives it.</summary>
/// <param name="Articles">The ids of articles; the posts made from them go along.</param>
/// <param name="Posts">The ids of posts that were not made from articles.</param>
/// <param name="Headline">The headline of the new story; <see langword="null"/> takes that of an article.</param>
public sealed record StorySplitRequest(
    IReadOnlyList<string>? Articles,
    IReadOnlyList<string>? Posts = null,
    string? Headline = null
);

/// <summary>What became of an act on stories that was asked for.</summary>
/// <param name="Position">The position of the act; <see langword="null"/> when it was refused.</param>
/// <param name="Refusal">Why it was refused, in one line.</param>
/// <param name="Story">The story it leads to: the one that goes on, or the new one; <see langword="null"/> for none.</param>
/// <param name="Subject">What the act is about: the question's id for one on a question.</param>
public sealed record StoryActOutcome(long? Position, string? Refusal, StoryRow? Story = null, string? Subject = null);

/// <summary>What shall stand at the head of a story, as a form or the API gives it; <see langword="null"/> where nothing changes.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Kicker">The label above the headline; empty leaves it to the machine again.</param>
/// <param name="Section">The slug of one of our sections.</param>
/// <param name="Closed">Whether the story is closed.</param>
public sealed record StoryChangeRequest(
    string? Headline = null,
    string? Standfirst = null,
    string? Kicker = null,
    string? Section = null,
    bool? Closed = null
);
