using Perennial.Weave.Headlines;
using Perennial.Weave.Stories;

namespace Perennial.Weave.Naming;

/// <summary>The headline among a story's own that passages carry best: of the newest development.</summary>
internal sealed class ProposedHeadline
{
    private static readonly TimeSpan Newest = TimeSpan.FromHours(6);

    private const int MostProposed = 8;
    private const int MostSearched = 30;

    // What each text carries of each headline, as long as both are looked at.
    private Dictionary<(string Headline, string Text), IReadOnlyList<bool>> known = [];

    /// <summary>The article that has it; <see langword="null"/> where passages carry none.</summary>
    /// <param name="origins">The story's articles without echoes.</param>
    /// <param name="mayLead">Whether an article's headline may stand over a story at all.</param>
    /// <param name="searched">The text of an article, in which passages are looked for.</param>
    public string? Of(
        IReadOnlyList<StoryArticle> origins,
        Func<Article, bool> mayLead,
        Func<StoryArticle, SearchedText> searched
    )
    {
        var leaders = origins
            .OrderByDescending(article => article.At)
            .Where(article => article.Article.Title is { Length: > 0 } title && !Roundup.IsAnnouncedBy(title))
            .Where(article => mayLead(article.Article))
            .Take(MostProposed)
            .ToList();
        var texts = origins.TakeLast(MostSearched).ToList();
        var before = known;
        known = [];
        return leaders
            .Where(article => leaders[0].At - article.At <= Newest)
            .Select(article => (article, Carriers: Carriers(article)))
            .Where(pair => pair.Carriers > 0)
            // What a second origin tells too goes before what only one knows; of those the newest.
            .OrderByDescending(pair => pair.Carriers > 1)
            .ThenByDescending(pair => pair.article.At)
            .Select(pair => pair.article.Id)
            .FirstOrDefault();

        // How many articles carry each quotation, name and figure of a headline; none where one of these stands nowhere.
        int Carriers(StoryArticle leader)
        {
            var headline = new SearchedHeadline(leader.Article.Title!);
            var checkable = headline.Claims.Select(claim => claim.Kind != ClaimKind.Words).ToList();
            var names = checkable.Contains(true);
            // Where nothing can be checked but what happened, half of those words must stand there.
            var sought = names ? checkable : [.. checkable.Select(_ => true)];
            var needed = names ? sought.Count(one => one) : (sought.Count + 1) / 2;
            var carried = texts
                .Select(text =>
                {
                    var key = (leader.Article.Title!, text.Id);
                    known[key] = before.GetValueOrDefault(key) ?? searched(text).Carries(headline);
                    return known[key];
                })
                .ToList();
            var somewhere = sought.Where((one, i) => one && carried.Exists(text => text[i])).Count();
            return sought.Count > 0 && somewhere >= needed
                ? Math.Max(1, carried.Count(text => sought.Where((one, i) => one && text[i]).Count() >= needed))
                : 0;
        }
    }
}
