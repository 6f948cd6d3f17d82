namespace Perennial.Weave.Headlines;

/// <summary>Whether articles carry what a headline says: a published one, or one that is only proposed.</summary>
public static class HeadlineCheck
{
    private const int MostArticles = 500;
    private const int MostPassages = 3;

    /// <summary>Looks for the passages behind each claim of a headline.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="articles">The articles it stands over, with their ids; those named first are looked at first.</param>
    public static CheckedHeadline Of(string headline, IReadOnlyList<(string Id, Article Article)> articles) =>
        Of(
            new SearchedHeadline(headline),
            [.. articles.Take(MostArticles).Select(pair => new SearchedText(pair.Id, pair.Article))]
        );

    /// <summary>Whether a headline may be proposed at all: passages carry its quotations, where it has any.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="articles">The articles it would stand over, with their ids.</param>
    public static bool MayBeProposed(string headline, IReadOnlyList<(string Id, Article Article)> articles) =>
        HeadlineClaims.In(headline).All(claim => claim.Kind != ClaimKind.Quotation)
        || Of(headline, articles).MayBeProposed;

    /// <summary>The same over texts that are looked through more than once.</summary>
    internal static CheckedHeadline Of(SearchedHeadline headline, IReadOnlyList<SearchedText> texts)
    {
        var found = texts.Select(text => text.Passages(headline)).ToList();
        return new CheckedHeadline(
            headline.Text,
            [
                .. headline.Claims.Select(
                    (claim, i) =>
                        claim with
                        {
                            Passages =
                            [
                                .. found
                                    .SelectMany(passages => passages[i])
                                    .OrderByDescending(passage => passage.Shared)
                                    .Take(MostPassages)
                                    .Select(passage => passage.Passage),
                            ],
                        }
                ),
            ]
        );
    }
}

/// <summary>A headline with what it claims.</summary>
/// <param name="Headline">Its words.</param>
/// <param name="Claims">What it claims, in order.</param>
public sealed record CheckedHeadline(string Headline, IReadOnlyList<HeadlineClaim> Claims)
{
    /// <summary>Whether passages carry its quotations, names and figures: each of them.</summary>
    public bool IsCarried =>
        Claims.All(claim => claim.Kind == ClaimKind.Words || claim.Passages.Count > 0)
        && (Claims.Any(claim => claim.Passages.Count > 0) || Claims.Count == 0);

    /// <summary>Whether a passage carries every quotation in it: without that it is never proposed.</summary>
    public bool MayBeProposed => Claims.All(claim => claim.Kind != ClaimKind.Quotation || claim.Passages.Count > 0);
}

/// <summary>Something that a headline claims.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the headline.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its words.</param>
public sealed record HeadlineClaim(ClaimKind Kind, int Start, int End, string Text)
{
    /// <summary>The passages that carry it, the one that carries most of the headline's other words first; empty for none.</summary>
    public IReadOnlyList<CarryingPassage> Passages { get; init; } = [];
}

/// <summary>A passage that carries a claim.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Start">Where it begins in the article's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its words.</param>
public sealed record CarryingPassage(string Article, int Start, int End, string Text);
