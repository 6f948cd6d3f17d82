using Perennial.Store.Views;

namespace Perennial.Publish.Parts;

/// <summary>What carries a headline: its claims, and the passages behind them.</summary>
public sealed record RecordedHeadline
{
    /// <summary>The claims in order.</summary>
    public required IReadOnlyList<RecordedClaim> Claims { get; init; }

    /// <summary>What was found behind the claims: claims that one passage carries best stand together, in order of the headline.</summary>
    public IReadOnlyList<IReadOnlyList<RecordedClaim>> Carried =>
        [
            .. Claims
                .Where(claim => claim.Passages.Count > 0)
                .GroupBy(claim =>
                    claim.Kind == ClaimKind.Quotation
                        ? $"“{claim.Start}"
                        : claim.Passages[0].Address + claim.Passages[0].Start
                )
                .Select(same => same.ToList()),
        ];

    /// <summary>The claims that no passage carries.</summary>
    public IReadOnlyList<RecordedClaim> Uncarried => [.. Claims.Where(claim => claim.Passages.Count == 0)];

    /// <summary>Those of them that are no quotations, which are listed together.</summary>
    public IReadOnlyList<RecordedClaim> UncarriedWords =>
        [.. Uncarried.Where(claim => claim.Kind != ClaimKind.Quotation)];

    /// <summary>The name of the place where a claim is listed.</summary>
    public string AnchorOf(RecordedClaim claim) =>
        (
            Carried.FirstOrDefault(same => same.Contains(claim))?[0]
            ?? (claim.Kind == ClaimKind.Quotation ? claim : UncarriedWords[0])
        ).Anchor;

    /// <summary>The headline in pieces: what a reader can check, and what stands between.</summary>
    /// <remarks>Single words of what is said to have happened are listed and not marked: a headline is to be read.</remarks>
    public IEnumerable<(string Text, RecordedClaim? Claim)> Pieces(string headline)
    {
        var at = 0;
        foreach (var claim in Claims.Where(claim => claim.Kind != ClaimKind.Words && claim.Start >= at))
        {
            yield return (headline[at..claim.Start], null);
            yield return (claim.Text, claim);
            at = claim.End;
        }
        yield return (headline[at..], null);
    }

    /// <summary>What was found of the headline that is shown; <see langword="null"/> when another was looked at.</summary>
    internal static RecordedHeadline? Of(StoryRow story, StoryHeadline? headline, CitedArticles articles) =>
        headline is null || headline.Since != story.Since || headline.Claims.Count == 0
            ? null
            : new RecordedHeadline
            {
                Claims =
                [
                    .. headline
                        .Claims.Where(claim =>
                            claim.Start >= 0 && claim.Start < claim.End && claim.End <= story.Headline.Length
                        )
                        .Select(claim => new RecordedClaim
                        {
                            Kind = claim.Kind,
                            Start = claim.Start,
                            End = claim.End,
                            Text = story.Headline[claim.Start..claim.End],
                            Passages =
                            [
                                .. claim
                                    .Passages.Where(passage => articles.Row(passage) is not null)
                                    .Select(passage => new RecordedPassage(
                                        articles.Row(passage)!,
                                        articles.Address(passage)!,
                                        passage.Start,
                                        articles.Words(passage)
                                    )),
                            ],
                        }),
                ],
            };
}

/// <summary>Something that a headline claims.</summary>
public sealed record RecordedClaim
{
    /// <summary>What it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>Where it begins in the headline.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required int End { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>The passages that carry it; empty for none.</summary>
    public required IReadOnlyList<RecordedPassage> Passages { get; init; }

    /// <summary>The name of its place in the list of what carries the headline.</summary>
    public string Anchor => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"carried-{Start}");
}

/// <summary>A passage that carries something.</summary>
/// <param name="Row">Its article.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Start">Where it begins in the article's text.</param>
/// <param name="Words">Its words; <see langword="null"/> when they may not be shown.</param>
public sealed record RecordedPassage(ArticleRow Row, string Address, int Start, string? Words);
