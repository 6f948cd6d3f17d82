using Perennial.Weave.Headlines;

namespace Perennial.Weave.Stories;

/// <summary>What carries a story's headline.</summary>
internal static class StoryTitle
{
    // A headline names the newest of a story: it stands in the newest articles, or in the one it was taken from.
    private const int MostArticles = 40;

    public static StoryHeadline Of(
        string headline,
        long since,
        string? carrier,
        IReadOnlyList<StoryArticle> articles,
        Dictionary<string, StoryArticle> sources
    ) =>
        new()
        {
            Since = since,
            Claims =
            [
                .. HeadlineCheck
                    .Of(
                        headline,
                        [
                            .. articles
                                .Reverse()
                                .OrderByDescending(article => article.Id == carrier)
                                .Take(MostArticles)
                                .Select(article => (article.Id, article.Article)),
                        ]
                    )
                    .Claims.Select(claim => new StoryClaim
                    {
                        Kind = claim.Kind,
                        Start = claim.Start,
                        End = claim.End,
                        Passages =
                        [
                            .. claim.Passages.Select(passage =>
                                sources[passage.Article].Anchor(passage.Start, passage.End)
                            ),
                        ],
                    }),
            ],
        };
}
