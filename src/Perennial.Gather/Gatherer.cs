using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Gather;

/// <summary>The gather loop: looks at what is due, politely, and hands it on. One bad source never stops the others.</summary>
public sealed class Gatherer
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly ViewStore views;
    private readonly State state;
    private readonly GatherPace pace;
    private readonly TimeProvider clock;
    private readonly FeedGathering feeds;
    private readonly PageGathering pages;

    // What is being looked at now, by the id of the source or article.
    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);

    /// <summary>A gatherer for a newsroom.</summary>
    public Gatherer(Ledger ledger, ViewStore views, State state, Fetcher fetcher, GatherPace pace, TimeProvider clock)
    {
        this.views = views;
        this.state = state;
        this.pace = pace;
        this.clock = clock;
        var turns = new HostTurns(pace.HostGap, clock);
        var moves = new SourceMoves(ledger, views);
        pages = new PageGathering(ledger, views, state, fetcher, turns, moves, pace, clock);
        feeds = new FeedGathering(views, state, fetcher, turns, moves, pages, pace, clock);
    }

    /// <summary>Gathers until cancelled.</summary>
    /// <exception cref="StoreException">What was gathered can't be kept.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            while (true)
            {
                var position = views.Position;
                await CollectAsync();
                var due = Begin(stopping.Token);
                await WaitAsync(position, due, stopping.Token);
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await Task.WhenAll(running.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Looks at everything that is due now, once, and waits for it.</summary>
    internal async Task LookOnceAsync(CancellationToken cancellation)
    {
        Begin(cancellation);
        await Task.WhenAll(running.Values);
        await CollectAsync();
    }

    /// <summary>Lets go of what has ended; what can't be kept ends the loop.</summary>
    private async Task CollectAsync()
    {
        foreach (var (id, look) in running.Where(pair => pair.Value.IsCompleted).ToArray())
        {
            running.Remove(id);
            await look;
        }
    }

    /// <summary>Begins what is due and not yet being looked at. Each goes its own way: a slow host holds up nobody else.</summary>
    /// <returns>When the next is due.</returns>
    private DateTimeOffset Begin(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var next = DateTimeOffset.MaxValue;
        foreach (var (source, due) in Sources().Where(pair => !running.ContainsKey(pair.Source.Id)))
        {
            if (due <= now)
            {
                running[source.Id] = Task.Run(() => LookAsync(source, cancellation), cancellation);
            }
            else if (due < next)
            {
                next = due;
            }
        }
        foreach (var (article, due) in pages.Revisits().Where(pair => !running.ContainsKey(pair.Article.Id)))
        {
            if (due <= now)
            {
                running[article.Id] = Task.Run(() => RevisitAsync(article, cancellation), cancellation);
            }
            else if (due < next)
            {
                next = due;
            }
        }
        return next;
    }

    private List<(SourceRow Source, DateTimeOffset Due)> Sources()
    {
        var states = SourceState.All(state).ToDictionary(pair => pair.Source, pair => pair.State.Due);
        using var snapshot = views.Snapshot();
        // What was imported from files is asked of nobody.
        return
        [
            .. SourcesView
                .All(snapshot)
                .Where(source => source.Kind != SourceKind.File)
                .Select(source => (source, states.GetValueOrDefault(source.Id))),
        ];
    }

    private async Task LookAsync(SourceRow source, CancellationToken cancellation)
    {
        var before = SourceState.Of(state, source.Id);
        SourceState after;
        try
        {
            after =
                source.Kind == SourceKind.Feed
                    ? await feeds.LookAsync(source, before, cancellation)
                    : await pages.LookAsync(source, before, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreException))
        {
            after = before.FailedWith(e.Message, pace);
        }
        var now = clock.GetUtcNow();
        (after with { Looked = now, Due = now + after.Interval }).Keep(state, source.Id);
    }

    private async Task RevisitAsync(ArticleRow article, CancellationToken cancellation)
    {
        try
        {
            await pages.RevisitAsync(article, cancellation);
        }
#pragma warning disable CA1031 // One bad page must not stop the others; the visit is counted, and the next one tries again.
        catch (Exception e) when (e is not (OperationCanceledException or StoreException))
#pragma warning restore CA1031
        {
            state.SetNote("visit-problem", article.Id, e.Message);
        }
    }

    /// <summary>Waits until something is due or done, or the newsroom has changed: a source may have been added.</summary>
    private async Task WaitAsync(long position, DateTimeOffset due, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rest =
            due <= now ? TimeSpan.Zero
            : due - now < LongestRest ? due - now
            : LongestRest;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny([
            Task.Delay(rest, clock, either.Token),
            views.WaitBeyondAsync(position, either.Token),
            .. running.Values,
        ]);
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
