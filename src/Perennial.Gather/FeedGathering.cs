using Perennial.Gather.Feeds;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Gather;

/// <summary>One look at a feed: what is new or changed in it leads to its page.</summary>
internal sealed class FeedGathering(
    ViewStore views,
    State state,
    Fetcher fetcher,
    HostTurns turns,
    SourceMoves moves,
    PageGathering pages,
    GatherPace pace,
    TimeProvider clock
)
{
    // What each feed said of a page when the page was last looked at: the note's name is the source and the article.
    private const string Listed = "listed";

    // A host that did not answer twice in a row is left alone until the next look.
    private const int MostSilences = 2;

    private readonly PageTries tries = new(state, pace, clock);

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
        await moves.FollowAsync(source, fetched);
        var (captured, throttled) = await CaptureAsync(source, feed, cancellation);
        var after = before.Well(captured > 0, pace);
        if (throttled is not null)
        {
            after = after.RestFor(throttled, pace);
        }
        // What could not be fetched is found again only in a whole feed: then nothing may say that we have it all.
        var isWhole =
            throttled is null
            && !feed.Entries.Any(e => e.Link is { } link && tries.IsPending(PageAddress.Canonical(link)));
        return after with
        {
            Etag = isWhole ? fetched.Etag : null,
            LastModified = isWhole ? fetched.LastModified : null,
        };
    }

    private async Task<(int Captured, Throttled? Throttled)> CaptureAsync(
        SourceRow source,
        Feed feed,
        CancellationToken cancellation
    )
    {
        var (captured, silences) = (0, 0);
        foreach (var entry in NewOrChanged(source, feed))
        {
            var look = await pages.CaptureAsync(source, entry.Link!, ToListing(entry), cancellation);
            if (look.Outcome is Throttled throttled)
            {
                return (captured, throttled);
            }
            captured += look.Captured ? 1 : 0;
            silences = look.Outcome is Failed { Problem.Code: "timeout" or "unreachable" } ? silences + 1 : 0;
            Note(source, entry, look);
            if (silences == MostSilences)
            {
                break;
            }
        }
        return (captured, null);
    }

    /// <summary>
    /// The newest entries whose page is not known, or of which the feed says that the page has changed: oldest first, so
    /// that a story's articles arrive in the order in which they were published.
    /// </summary>
    private List<FeedEntry> NewOrChanged(SourceRow source, Feed feed)
    {
        using var snapshot = views.Snapshot();
        return
        [
            .. feed
                .Entries.Where(entry => entry.Link is not null && IsNewOrChanged(snapshot, source, entry))
                .Take(pace.MostPages)
                .Reverse(),
        ];
    }

    private bool IsNewOrChanged(ViewSnapshot snapshot, SourceRow source, FeedEntry entry)
    {
        var url = PageAddress.Canonical(entry.Link!);
        if (ArticlesView.FindByUrl(snapshot, url) is not { } known)
        {
            return tries.MayTry(url);
        }
        // A page that answered 404 may come back; 410 is meant for good.
        return known.Gone is not 410
            && (state.Note(Listed, NoteOf(source, known)) ?? Words(known.Listing)) is { } seen
            && seen != Words(ToListing(entry));
    }

    private void Note(SourceRow source, FeedEntry entry, PageLook look)
    {
        var url = PageAddress.Canonical(entry.Link!);
        if (look.Outcome is not (Fetched or Unchanged))
        {
            tries.Failed(url);
            return;
        }
        tries.Succeeded(url);
        using var snapshot = views.Snapshot();
        if (ArticlesView.FindByUrl(snapshot, url) is { } known)
        {
            state.SetNote(Listed, NoteOf(source, known), Words(ToListing(entry)));
        }
    }

    private static string NoteOf(SourceRow source, ArticleRow article) => $"{source.Id} {article.Id}";

    private static string? Words(Listing? listing) => listing is null ? null : $"{listing.Updated} {listing.Title}";

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
