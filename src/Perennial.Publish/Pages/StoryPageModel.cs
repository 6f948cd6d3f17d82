using Perennial.Publish.Parts;
using Perennial.Store.Views;

namespace Perennial.Publish.Pages;

/// <summary>What a story page shows.</summary>
public sealed record StoryPageModel
{
    /// <summary>How many posts a page holds.</summary>
    public const int PostsAPage = 50;

    private const int MostKeyEvents = 12;
    private const int MostPieces = 3;

    /// <summary>The story.</summary>
    public required StoryRow Story { get; init; }

    /// <summary>The posts of this page.</summary>
    public required IReadOnlyList<PostRow> Posts { get; init; }

    /// <summary>The key events, newest first.</summary>
    public required IReadOnlyList<PostRow> KeyEvents { get; init; }

    /// <summary>The record beside the stream.</summary>
    public required StoryFacts Facts { get; init; }

    /// <summary>The position of the views that this was made from.</summary>
    public required long Position { get; init; }

    /// <summary>Whether the oldest posts come first.</summary>
    public required bool OldestFirst { get; init; }

    /// <summary>The number of this page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The moment that the page is shown as of; <see langword="null"/> for now.</summary>
    public AsOf? Then { get; init; }

    /// <summary>Where that moment lies among the story's changes.</summary>
    public StorySteps? Steps { get; init; }

    /// <summary>What made it what it was.</summary>
    public LiveEvent? Made => Steps?.Last;

    /// <summary>What that is about: a post's title, or the headline.</summary>
    public string? MadeTitle { get; init; }

    /// <summary>What became of the story since the reader was here, where the address asks for it.</summary>
    public SinceModel? Since { get; init; }

    /// <summary>The pieces that belong to it.</summary>
    public IReadOnlyList<PieceRow> Pieces { get; init; } = [];

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Story.Posts + PostsAPage - 1) / PostsAPage);

    /// <summary>What a page of a story shows.</summary>
    public static StoryPageModel Of(
        ViewSnapshot snapshot,
        StoryRow story,
        bool oldestFirst,
        int page,
        bool holdsPeople
    ) =>
        new()
        {
            Story = story,
            Posts = PostsView.OfStory(snapshot, story.Id, oldestFirst, (page - 1) * PostsAPage, PostsAPage),
            KeyEvents = PostsView.KeyEvents(snapshot, story.Id, MostKeyEvents),
            Facts = StoryFacts.Of(snapshot, story, holdsPeople),
            Position = snapshot.Position,
            OldestFirst = oldestFirst,
            Page = page,
            Steps = LiveView.Steps(snapshot, story.Id, snapshot.Position),
            Pieces = PiecesView.OfStory(snapshot, story.Id, MostPieces),
        };

    /// <summary>What a page of a story showed.</summary>
    internal static StoryPageModel At(
        ViewSnapshot snapshot,
        PastReadings readings,
        StoryRow story,
        bool oldestFirst,
        int page,
        AsOf then,
        bool holdsPeople
    )
    {
        var steps = LiveView.Steps(snapshot, story.Id, then.Position);
        return new()
        {
            Story = story,
            Posts = PostsView.OfStory(
                snapshot,
                story.Id,
                oldestFirst,
                (page - 1) * PostsAPage,
                PostsAPage,
                then.Position
            ),
            KeyEvents = PostsView.KeyEvents(snapshot, story.Id, MostKeyEvents, then.Position),
            Facts = StoryFacts.At(snapshot, readings, story, then.Position, holdsPeople),
            Position = snapshot.Position,
            OldestFirst = oldestFirst,
            Page = page,
            Then = then,
            Steps = steps,
            Pieces = PiecesView.OfStory(snapshot, story.Id, MostPieces, then.Position),
            MadeTitle =
                steps.Last is not { } last ? null
                : last.Name == LiveEventName.Story ? story.Headline
                : PostsView.Find(snapshot, last.Id, then.Position)?.Post.Title,
        };
    }
}
