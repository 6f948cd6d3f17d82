using System.Globalization;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Gather;

/// <summary>Captures pages: each new one, each change of a known one, and that one has gone.</summary>
internal sealed class PageGathering(
    Ledger ledger,
    ViewStore views,
    State state,
    Fetcher fetcher,
    HostTurns turns,
    GatherPace pace,
    TimeProvider clock
)
{
    private const string Author = "gatherer";

    // The notes of how often an article's page has been looked at again, and how often it was missing.
    private const string Visits = "visits";
    private const string Missing = "missing";

    private readonly RobotsRules robots = new(fetcher, clock);

    /// <summary>One look at a source that is itself a page.</summary>
    public async Task<SourceState> LookAsync(SourceRow source, SourceState before, CancellationToken cancellation)
    {
        var known = Known(PageAddress.Canonical(source.Url));
        var outcome = await FetchAsync(source.Url, known, cancellation);
        var captured =
            outcome is Fetched fetched && await AppendAsync(source.Id, source.Url, known, fetched, listing: null);
        if (outcome is Gone gone && known is { Gone: null })
        {
            await MissAsync(known, gone.Status);
        }
        return outcome is Fetched ? before.Well(captured, pace) : before.After(outcome, pace);
    }

    /// <summary>Fetches a page that a feed lists.</summary>
    /// <returns>Whether something new was captured.</returns>
    public async Task<bool> CaptureAsync(SourceRow source, string url, Listing listing, CancellationToken cancellation)
    {
        var known = Known(PageAddress.Canonical(url));
        return await FetchAsync(url, known, cancellation) is Fetched fetched
            && await AppendAsync(source.Id, url, known, fetched, listing);
    }

    /// <summary>Looks again at an article's page, for edits and removals.</summary>
    public async Task RevisitAsync(ArticleRow article, CancellationToken cancellation)
    {
        state.SetNote(Visits, article.Id, (VisitsTo(article) + 1).ToString(CultureInfo.InvariantCulture));
        switch (await FetchAsync(article.Url, article, cancellation))
        {
            case Fetched fetched:
                await AppendAsync(article.Source, article.Url, article, fetched, article.Listing);
                break;
            case Gone gone:
                await MissAsync(article, gone.Status);
                break;
        }
    }

    /// <summary>The articles whose page is due to be looked at again.</summary>
    public IReadOnlyList<ArticleRow> DueRevisits()
    {
        var now = clock.GetUtcNow();
        return [.. Recent().Where(article => RevisitAt(article) <= now)];
    }

    /// <summary>When the next page is due to be looked at again.</summary>
    public DateTimeOffset NextRevisit() => Recent().Select(RevisitAt).Append(DateTimeOffset.MaxValue).Min();

    private IReadOnlyList<ArticleRow> Recent()
    {
        if (pace.Revisits.Count == 0)
        {
            return [];
        }
        using var snapshot = views.Snapshot();
        // An archive's pages are kept as they were: importing one asks nothing of the sites it is from.
        var imports = SourcesView
            .All(snapshot)
            .Where(source => source.Kind == SourceKind.File)
            .Select(source => source.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ArticlesView
                .CapturedSince(snapshot, clock.GetUtcNow() - pace.Revisits[^1] - pace.LongestInterval)
                .Where(article => !imports.Contains(article.Source)),
        ];
    }

    private DateTimeOffset RevisitAt(ArticleRow article) =>
        VisitsTo(article) is var visits && visits < pace.Revisits.Count
            ? article.FirstCaptured + pace.Revisits[visits]
            : DateTimeOffset.MaxValue;

    private int VisitsTo(ArticleRow article) =>
        int.TryParse(state.Note(Visits, article.Id), CultureInfo.InvariantCulture, out var visits) ? visits : 0;

    private ArticleRow? Known(string url)
    {
        using var snapshot = views.Snapshot();
        return ArticlesView.FindByUrl(snapshot, url);
    }

    private async Task<FetchOutcome> FetchAsync(string url, ArticleRow? known, CancellationToken cancellation)
    {
        if (!await robots.AllowAsync(url, cancellation))
        {
            return new Refused(new Problem("robots", "robots.txt of the host asks not to fetch this page"));
        }
        var request = new FetchRequest
        {
            Url = url,
            Etag = known?.Etag,
            LastModified = known?.LastModified,
        };
        return await turns.TakeAsync(url, () => fetcher.FetchAsync(request, cancellation), cancellation);
    }

    /// <summary>Appends the capture before anybody looks into it, unless the very same bytes are already there.</summary>
    private async Task<bool> AppendAsync(
        string source,
        string url,
        ArticleRow? known,
        Fetched fetched,
        Listing? listing
    )
    {
        // Two feeds may list one page under two addresses: the one that answered decides.
        known ??= Known(PageAddress.Canonical(fetched.FinalUrl));
        var blob = Ledger.BlobName(fetched.Body);
        if (known?.Blob == blob && known.Gone is null)
        {
            return false;
        }
        var captured = new PageCaptured
        {
            Source = source,
            Url = PageAddress.Canonical(url),
            FinalUrl = PageAddress.Canonical(fetched.FinalUrl),
            ContentType = fetched.ContentType,
            Etag = fetched.Etag,
            LastModified = fetched.LastModified,
            Blob = blob,
            Size = fetched.Body.Length,
            Listing = listing,
        };
        var appended = await ledger.AppendAsync(
            LedgerBatch.Of(EntryKinds.PageCaptured.New(known?.Id, Author, captured) with { Blobs = [fetched.Body] })
        );
        // The next look must find it: without this the same page could be captured as two articles.
        await views.CatchUpAsync(ledger, CancellationToken.None);
        if (known is not null)
        {
            state.SetNote(Missing, known.Id, value: null);
        }
        return appended.Count > 0;
    }

    /// <summary>410 is final; 404 may be a slip and has to be seen twice.</summary>
    private async Task MissAsync(ArticleRow article, int status)
    {
        if (article.Gone is not null)
        {
            return;
        }
        if (status != 410 && state.Note(Missing, article.Id) is null)
        {
            state.SetNote(Missing, article.Id, "once");
            return;
        }
        await ledger.AppendAsync(
            LedgerBatch.Of(EntryKinds.PageGone.New(article.Id, Author, new PageGone { Status = status }))
        );
        await views.CatchUpAsync(ledger, CancellationToken.None);
    }
}
