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

    /// <summary>What readers may see of a reading.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story with the headline that is shown.</param>
    /// <param name="read">What was read; <see langword="null"/> for nothing.</param>
    /// <param name="articles">The articles that it points at.</param>
    /// <param name="holdsPeople">Whether a page about a person waits until an editor opens it.</param>
    internal static StoryRecord Of(
        ViewSnapshot snapshot,
        StoryRow story,
        StoryRead? read,
        CitedArticles articles,
        bool holdsPeople
    ) =>
        read is null
            ? new StoryRecord()
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
                Headline = RecordedHeadline.Of(story, read.Headline, articles),
            };
}
