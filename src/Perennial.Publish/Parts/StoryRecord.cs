using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>What is read out of a story's articles together, as far as readers may see it.</summary>
public sealed record StoryRecord
{
    /// <summary>Who said what, those first who said most.</summary>
    public IReadOnlyList<RecordedSpeaker> Speakers { get; init; } = [];

    /// <summary>What is counted differently.</summary>
    public IReadOnlyList<RecordedFigure> Figures { get; init; } = [];

    /// <summary>The dated moments, in order.</summary>
    public IReadOnlyList<RecordedMoment> Timeline { get; init; } = [];

    /// <summary>What carries the headline; <see langword="null"/> when it has not been looked at.</summary>
    public RecordedHeadline? Headline { get; init; }

    /// <summary>What it leaves open, and what was answered.</summary>
    public IReadOnlyList<RecordedQuestion> Questions { get; init; } = [];

    /// <summary>Who and what most origins name.</summary>
    public IReadOnlyList<RecordedName> Named { get; init; } = [];

    /// <summary>The stories that tell of the same in other languages.</summary>
    public IReadOnlyList<StoryRow> Tellings { get; init; } = [];

    /// <summary>What readers may see of a reading.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story with the headline that is shown.</param>
    /// <param name="read">What was read; <see langword="null"/> for nothing.</param>
    /// <param name="articles">The articles that it points at.</param>
    /// <param name="holdsPeople">Whether a page about a person waits until an editor opens it.</param>
    /// <param name="upTo">A position for what people had said of questions then; <see langword="null"/> for now.</param>
    internal static StoryRecord Of(
        ViewSnapshot snapshot,
        StoryRow story,
        StoryRead? read,
        CitedArticles articles,
        bool holdsPeople,
        long? upTo
    ) =>
        read is null
            ? new StoryRecord { Questions = RecordedQuestion.Of(snapshot, story.Id, null, articles, upTo) }
            : new StoryRecord
            {
                Speakers = RecordedSpeaker.Of(snapshot, read.Threads, articles, holdsPeople),
                Figures =
                [
                    .. read.Figures.Select(figure => RecordedFigure.Of(figure, articles)).OfType<RecordedFigure>(),
                ],
                Timeline =
                [
                    .. read.Timeline.Select(moment => RecordedMoment.Of(moment, articles)).OfType<RecordedMoment>(),
                ],
                Questions = RecordedQuestion.Of(snapshot, story.Id, read, articles, upTo),
                Named = RecordedName.Of(snapshot, read.Name?.Named ?? [], articles, holdsPeople),
                Tellings = ToldIn(snapshot, story, read),
                Headline = RecordedHeadline.Of(story, read.Headline, articles),
            };

    /// <summary>The stories of other languages that readers may see.</summary>
    internal static IReadOnlyList<StoryRow> ToldIn(ViewSnapshot snapshot, StoryRow story, StoryRead? read) =>
        [
            .. (read?.Tellings ?? [])
                .Select(telling => StoriesView.Current(snapshot, telling.Story))
                .Where(other => other != story.Id && !GateView.IsHeld(snapshot, other))
                .Select(other => StoriesView.Find(snapshot, other))
                .OfType<StoryRow>()
                .Where(other => other is { Language: not null, Posts: > 0 }),
        ];
}
