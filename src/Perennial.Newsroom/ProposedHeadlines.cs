using Perennial.Store.Views;
using Perennial.Weave.Headlines;

namespace Perennial.Newsroom;

/// <summary>Checks a headline that somebody proposes for a story against what the story's articles say.</summary>
public static class ProposedHeadlines
{
    // All that most stories have; of a longer one the newest.
    private const int MostArticles = 200;

    /// <summary>What carries each claim of a headline, and whether it may be proposed.</summary>
    /// <param name="snapshot">The views.</param>
    /// <param name="story">The story's id or any slug that it has or had, whether held or not.</param>
    /// <param name="headline">The headline.</param>
    /// <returns><see langword="null"/> when there is no such story.</returns>
    public static HeadlineAnswer? Check(ViewSnapshot snapshot, string story, string headline)
    {
        var id = StoriesView.Current(snapshot, StoriesView.OfSlug(snapshot, story)?.Story ?? story);
        if (StoriesView.Find(snapshot, id) is null)
        {
            return null;
        }
        var rows = ArticlesView
            .Newest(snapshot, id, MostArticles)
            .Where(row => row is { Gone: null, Article: { Problem: null } })
            .Reverse()
            .ToDictionary(row => row.Id, StringComparer.Ordinal);
        var check = HeadlineCheck.Of(headline, [.. rows.Values.Select(row => (row.Id, row.Article!))]);
        return new HeadlineAnswer(
            headline,
            check.MayBeProposed,
            check.IsCarried,
            [
                .. check.Claims.Select(claim => new AnsweredClaim(
                    claim.Kind.ToString().ToLowerInvariant(),
                    claim.Start,
                    claim.End,
                    claim.Text,
                    [
                        .. claim.Passages.Select(passage => new AnsweredPassage(
                            passage.Article,
                            rows[passage.Article].Article!.SiteName ?? rows[passage.Article].Outlet,
                            passage.Start,
                            passage.End,
                            passage.Text
                        )),
                    ]
                )),
            ]
        );
    }
}

/// <summary>What was found of a proposed headline.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="MayBeProposed">Whether a passage carries every quotation in it.</param>
/// <param name="IsCarried">Whether passages carry its quotations, names and figures, each of them.</param>
/// <param name="Claims">What it claims, in order.</param>
public sealed record HeadlineAnswer(
    string Headline,
    bool MayBeProposed,
    bool IsCarried,
    IReadOnlyList<AnsweredClaim> Claims
);

/// <summary>Something that a proposed headline claims.</summary>
/// <param name="Kind"><c>quotation</c>, <c>name</c>, <c>figure</c> or <c>words</c>.</param>
/// <param name="Start">Where it begins in the headline, in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its words.</param>
/// <param name="Passages">The passages that carry it, the best first; empty for none.</param>
public sealed record AnsweredClaim(
    string Kind,
    int Start,
    int End,
    string Text,
    IReadOnlyList<AnsweredPassage> Passages
);

/// <summary>A passage that carries a claim.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Outlet">Its outlet; <see langword="null"/> when nobody names it.</param>
/// <param name="Start">Where it begins in the article's text, in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its words.</param>
public sealed record AnsweredPassage(string Article, string? Outlet, int Start, int End, string Text);
