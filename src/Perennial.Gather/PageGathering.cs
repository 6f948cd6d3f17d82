using System.Globalization;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Gather;

/// <summary>Captures pages: each new one, each change of a known one, and that one has gone.</summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to dispose.
internal sealed class PageGathering(
    Ledger ledger,
    ViewStore views,
    State state,
    Fetcher fetcher,
    HostTurns turns,
    SourceMoves moves,
    GatherPace pace,
    TimeProvider clock
)
#pragma warning restore CA1001
{
    /// <summary>The author of what the gatherer appends.</summary>
    internal const string Author = "gatherer";

    // The notes of how often an article's page has been looked at again, and how often it was missing.
    private const string Visits = "visits";
    private const string Missing = "missing";

    private readonly RobotsRules robots = new(fetcher, turns, clock);

    // Two sources may lead to one page at the same time: one after the other looks whether it is known, and appends.
    private readonly SemaphoreSlim appending = new(1, 1);

    /// <summary>One look at a source that is itself a page.</summary>
    public async Task<SourceState> LookAsync(SourceRow source, SourceState before, CancellationToken cancellation)
    {
        var known = Known(PageAddress.Canonical(source.Url));
        var outcome = await FetchAsync(source.Url, known, cancellation);
        if (outcome is Fetched fetched)
        {
            await moves.FollowAsync(source, fetched);
            return before.Well(await AppendAsync(source.Id, source.Url, fetched, listing: null), pace);
        }
        await NoteAbsenceAsync(known, outcome);
        return before.After(outcome, pace);
    }

    /// <summary>Fetches a page that a feed lists.</summary>
    public async Task<PageLook> CaptureAsync(
        SourceRow source,
        string url,
        Listing listing,
        CancellationToken cancellation
    )
    {
        var outcome = await FetchAsync(url, Known(PageAddress.Canonical(url)), cancellation);
        return new PageLook(outcome, outcome is Fetched fetched && await AppendAsync(source.Id, url, fetched, listing));
    }

    /// <summary>Looks again at an article's page, for edits and removals.</summary>
    public async Task RevisitAsync(ArticleRow article, CancellationToken cancellation)
    {
        state.SetNote(Visits, article.Id, (VisitsTo(article) + 1).ToString(CultureInfo.InvariantCulture));
        var outcome = await FetchAsync(article.Url, article, cancellation);
        if (outcome is Fetched fetched)
        {
            await AppendAsync(article.Source, article.Url, fetched, article.Listing);
        }
        await NoteAbsenceAsync(article, outcome);
    }

    /// <summary>The articles whose pages are still to be looked at again, and when.</summary>
    public IReadOnlyList<(ArticleRow Article, DateTimeOffset Due)> Revisits()
    {
        if (pace.Revisits.Count == 0)
        {
            return [];
        }
        var visits = state.Notes(Visits);
        using var snapshot = views.Snapshot();
        // An archive's pages are kept as they were: importing one asks nothing of the sites it is from.
        var imports = SourcesView
            .All(snapshot)
            .Where(source => source.Kind == SourceKind.File)
            .Select(source => source.Id)
            .ToHashSet(StringComparer.Ordinal);
        var since = clock.GetUtcNow() - pace.Revisits[^1] - pace.LongestInterval;
        return
        [
            .. ArticlesView
                .CapturedSince(snapshot, since)
                .Where(article => !imports.Contains(article.Source))
                .Select(article => (Article: article, Visits: Number(visits.GetValueOrDefault(article.Id))))
                .Where(pair => pair.Visits < pace.Revisits.Count)
                .Select(pair => (pair.Article, pair.Article.FirstCaptured + pace.Revisits[pair.Visits])),
        ];
    }

    private int VisitsTo(ArticleRow article) => Number(state.Note(Visits, article.Id));

    private static int Number(string? note) =>
        int.TryParse(note, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private ArticleRow? Known(string url)
    {
        using var snapshot = views.Snapshot();
        return ArticlesView.FindByUrl(snapshot, url);
    }

    private async Task<FetchOutcome> FetchAsync(string url, ArticleRow? known, CancellationToken cancellation)
    {
        if (await robots.ObjectionAsync(url, cancellation) is { } objection)
        {
            return objection;
        }
        var request = new FetchRequest
        {
            Url = url,
            // A page that was gone and is there again has to be captured again, though it is the same.
            Etag = known is { Gone: null } ? known.Etag : null,
            LastModified = known is { Gone: null } ? known.LastModified : null,
        };
        return await turns.TakeAsync(url, () => fetcher.FetchAsync(request, cancellation), cancellation);
    }

    /// <summary>Appends the capture before anybody looks into it, unless the very same bytes are already there.</summary>
    private async Task<bool> AppendAsync(string source, string url, Fetched fetched, Listing? listing)
    {
        await appending.WaitAsync(CancellationToken.None);
        try
        {
            // Two feeds may list one page under two addresses: the one that answered decides.
            var known = Known(PageAddress.Canonical(url)) ?? Known(PageAddress.Canonical(fetched.FinalUrl));
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
            await ledger.AppendAsync(
                LedgerBatch.Of(EntryKinds.PageCaptured.New(known?.Id, Author, captured) with { Blobs = [fetched.Body] })
            );
            // Whoever comes next must find it: without this the same page could be captured as two articles.
            await views.CatchUpAsync(ledger, CancellationToken.None);
            return true;
        }
        finally
        {
            appending.Release();
        }
    }

    /// <summary>Notes that a known page was missing, or that it was there.</summary>
    private async Task NoteAbsenceAsync(ArticleRow? article, FetchOutcome outcome)
    {
        if (article is not null && outcome is Gone gone)
        {
            await MissAsync(article, gone.Status);
        }
        else if (article is not null && outcome is Fetched or Unchanged && state.Note(Missing, article.Id) is not null)
        {
            state.SetNote(Missing, article.Id, value: null);
        }
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

/// <summary>What a look at a page came to.</summary>
/// <param name="Outcome">What the fetch brought.</param>
/// <param name="Captured">Whether something new was appended.</param>
internal sealed record PageLook(FetchOutcome Outcome, bool Captured);
