using Perennial.Gather.Feeds;
using Perennial.Store.Views;

namespace Perennial.Gather;

/// <summary>One look at a feed: what is new or changed in it leads to its page.</summary>
internal sealed class FeedGathering(
    ViewStore views,
    Fetcher fetcher,
    HostTurns turns,
    PageGathering pages,
    GatherPace pace
)
{
    /// <summary>Looks at a feed and at the pages it leads to.</summary>
    /// <returns>The source's state afterwards.</returns>
    public async Task<SourceState> LookAsync(SourceRow source, SourceState before, CancellationToken cancellation)
    {
        var request = new FetchRequest
        {
            Url = source.Url,
            Etag = before.Etag,
            LastModified = before.LastModified,
        };
        var outcome = await turns.TakeAsync(source.Url, () => fetcher.FetchAsync(request, cancellation), cancellation);
        if (outcome is not Fetched fetched)
        {
            return before.After(outcome, pace);
        }
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = fetched.ContentType ?? "",
        };
        var feed = FeedReader.Read(fetched.Body, fetched.FinalUrl, headers);
        if (feed.Format is null)
        {
            return before.FailedWith(feed.Problem?.Message ?? "this is no feed", pace);
        }
        var captured = 0;
        foreach (var entry in NewOrChanged(feed))
        {
            captured += await pages.CaptureAsync(source, entry.Link!, ToListing(entry), cancellation) ? 1 : 0;
        }
        return before.Well(captured > 0, pace) with { Etag = fetched.Etag, LastModified = fetched.LastModified };
    }

    /// <summary>
    /// The newest entries whose page is not known, or of which the feed says that the page has changed: oldest first, so
    /// that a story's articles arrive in the order in which they were published.
    /// </summary>
    private List<FeedEntry> NewOrChanged(Feed feed)
    {
        using var snapshot = views.Snapshot();
        return
        [
            .. feed
                .Entries.Where(entry => entry.Link is not null && IsNewOrChanged(snapshot, entry))
                .Take(pace.MostPages)
                .Reverse(),
        ];
    }

    private static bool IsNewOrChanged(ViewSnapshot snapshot, FeedEntry entry) =>
        ArticlesView.FindByUrl(snapshot, PageAddress.Canonical(entry.Link!)) is not { } known
        || (
            known.Gone is null
            && known.Listing is { } listing
            && (listing.Title != entry.Title || listing.Updated != entry.Updated)
        );

    private static Listing ToListing(FeedEntry entry) =>
        new()
        {
            EntryId = entry.Id,
            Title = entry.Title,
            Summary = HtmlValue.Plain(entry.Summary),
            Published = entry.Published,
            Updated = entry.Updated,
        };
}
