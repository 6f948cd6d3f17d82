using Perennial.Weave.Timelines;

namespace Perennial.Weave.Stories;

/// <summary>The dated moments of a story, with where they are told.</summary>
internal static class StoryTimeline
{
    private const int MostMoments = 30;

    /// <summary>How many moments of a story that is told on one day are shown too, when two say so: what went before it.</summary>
    public const int AtLeast = 8;

    // As many as are named beside a moment; the others are counted.
    private const int MostArticles = 6;

    public static IReadOnlyList<StoryMoment> Of(
        IReadOnlyList<TimelineDate> days,
        Dictionary<string, StoryArticle> sources
    ) =>
        [
            .. days.OrderByDescending(day => day.Weight)
                .Take(MostMoments)
                .OrderBy(day => day.Date)
                .Select(day => new StoryMoment
                {
                    Date = day.Date,
                    Precision = "day",
                    Passages =
                    [
                        .. day.Sentences.Select(said =>
                            StoryReader.Sentence(sources[said.Article], said.Start, said.End)
                        ),
                    ],
                    Articles = [.. day.Carriers.Take(MostArticles)],
                    Carried = day.Carriers.Count,
                    Origins = day.Origins,
                }),
        ];
}
