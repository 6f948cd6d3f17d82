using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Gather;

/// <summary>The gather loop: looks at what is due, politely, and hands it on. One bad source never stops the others.</summary>
public sealed class Gatherer
{
    private const int MostAtOnce = 8;

    private readonly ViewStore views;
    private readonly State state;
    private readonly GatherPace pace;
    private readonly TimeProvider clock;
    private readonly FeedGathering feeds;
    private readonly PageGathering pages;

    /// <summary>A gatherer for a newsroom.</summary>
    public Gatherer(Ledger ledger, ViewStore views, State state, Fetcher fetcher, GatherPace pace, TimeProvider clock)
    {
        this.views = views;
        this.state = state;
        this.pace = pace;
        this.clock = clock;
        var turns = new HostTurns(pace.HostGap, clock);
        pages = new PageGathering(ledger, views, state, fetcher, turns, pace, clock);
        feeds = new FeedGathering(views, fetcher, turns, pages, pace);
    }

    /// <summary>Gathers until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var position = views.Position;
            var due = DueSources();
            await Parallel.ForEachAsync(
                due,
                Limits(cancellation),
                async (source, token) => await LookAsync(source, token)
            );
            await Parallel.ForEachAsync(
                pages.DueRevisits(),
                Limits(cancellation),
                async (article, token) => await pages.RevisitAsync(article, token)
            );
            if (due.Count == 0)
            {
                await WaitAsync(position, cancellation);
            }
        }
    }

    private List<SourceRow> DueSources()
    {
        using var snapshot = views.Snapshot();
        var now = clock.GetUtcNow();
        return
        [
            .. SourcesView
                .All(snapshot)
                .Where(source => source.Kind != SourceKind.File && SourceState.Of(state, source.Id).Due <= now),
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

    /// <summary>Waits until something is due or the newsroom has changed: a source may have been added.</summary>
    private async Task WaitAsync(long position, CancellationToken cancellation)
    {
        var next = SourceState.All(state).Select(pair => pair.State.Due).Append(pages.NextRevisit()).Min();
        var now = clock.GetUtcNow();
        var rest = next > now ? next - now : TimeSpan.FromMilliseconds(100);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(
            Task.Delay(rest < LongestRest ? rest : LongestRest, clock, either.Token),
            views.WaitBeyondAsync(position, either.Token)
        );
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private static ParallelOptions Limits(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellation };
}
