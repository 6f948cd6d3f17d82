using Perennial.Weave.Headlines;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Naming;

/// <summary>The headline among a story's own that passages carry best: of the newest development.</summary>
internal static class ProposedHeadline
{
    private static readonly TimeSpan Newest = TimeSpan.FromHours(6);

    private const int MostProposed = 8;
    private const int MostSearched = 30;

    /// <summary>The article that has it; <see langword="null"/> where passages carry none.</summary>
    /// <param name="origins">The story's articles without echoes, in order of time.</param>
    /// <param name="mayLead">Whether an article's headline may stand over a story at all.</param>
    public static string? Of(IReadOnlyList<StoryArticle> origins, Func<Article, bool> mayLead)
    {
        var leaders = origins
            .Where(article => article.Article.Title is { Length: > 0 } title && !Roundup.IsAnnouncedBy(title))
            .Where(article => mayLead(article.Article))
            .ToList();
        if (leaders.Count == 0)
        {
            return null;
        }
        var texts = origins
            .TakeLast(MostSearched)
            .Select(article => new SearchedText(article.Id, article.Article))
            .ToList();
        return leaders
            .Where(article => leaders[^1].At - article.At <= Newest)
            .TakeLast(MostProposed)
            .Select(article => (article, Carriers: Carriers(article.Article.Title!, texts)))
            .Where(pair => pair.Carriers > 0)
            // What a second origin tells too goes before what only one knows; of those the newest.
            .OrderByDescending(pair => pair.Carriers > 1)
            .ThenByDescending(pair => pair.article.At)
            .Select(pair => pair.article.Id)
            .FirstOrDefault();
    }

    /// <summary>How many articles carry each quotation, name and figure of a headline; none where one of these stands nowhere.</summary>
    private static int Carriers(string headline, IReadOnlyList<SearchedText> texts)
    {
        var claims = HeadlineClaims.In(headline);
        var checkable = claims.Where(claim => claim.Kind != ClaimKind.Words).ToList();
        // Where nothing can be checked but what happened, half of those words must stand there.
        var sought = checkable.Count > 0 ? checkable : claims;
        var needed = checkable.Count > 0 ? checkable.Count : (sought.Count + 1) / 2;
        var carried = texts.Select(text => sought.Where(claim => text.Passages(claim, []).Any()).ToList()).ToList();
        return sought.Count > 0 && carried.SelectMany(some => some).Distinct().Count() >= needed
            ? Math.Max(1, carried.Count(some => some.Count >= needed))
            : 0;
    }
}
