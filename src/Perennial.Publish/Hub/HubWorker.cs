using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>
/// Sends subscribers what their topics have become, once the views show it, and asks those who are new whether they mean it.
/// All it knows stands in the state: what could not be sent before a restart is sent after it.
/// </summary>
/// <remarks>
/// A subscriber gets what the topic has when it is sent; versions between are left out. Hosts do not wait for each other, and
/// deliveries do not wait for requests, which anybody can make. No failure ends it: it is logged, and tried again later.
/// </remarks>
internal sealed partial class HubWorker(
    ViewStore views,
    State state,
    HubTopics topics,
    HubOptions options,
    TimeProvider clock,
    ILogger<HubWorker> log
) : BackgroundService
{
    private const int MostDelivered = 32;
    private const int MostVerified = 16;
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly HubCalls calls = new(options, log);
    private readonly HubContents contents = new(topics, views, log);
    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly Dictionary<(string Host, bool Asked), Task> running = [];

    // The hash of what each topic had when the views were at a position.
    private readonly Dictionary<string, (long Position, string? Hash)> looked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim placesToDeliver = new(MostDelivered, MostDelivered);
    private readonly SemaphoreSlim placesToVerify = new(MostVerified, MostVerified);

    /// <summary>Somebody has asked for something.</summary>
    public void Wake()
    {
        try
        {
            woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        woken.Dispose();
        placesToDeliver.Dispose();
        placesToVerify.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    var position = views.Position;
                    var next = Begin(stoppingToken);
                    await Task.Delay(options.Rest, clock, stoppingToken);
                    await WaitAsync(position, next, stoppingToken);
                    Collect();
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    LogFailed(log, e);
                    await Task.Delay(options.AfterFailure, clock, stoppingToken);
                }
            }
        }
        finally
        {
            await Task.WhenAll(running.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Begins what is due, a host at a time.</summary>
    /// <returns>When the next is due.</returns>
    private DateTimeOffset Begin(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var next = now + LongestRest;
        var asked = new List<HubSubscription>();
        var due = new List<HubSubscription>();
        var subscriptions = state.Subscriptions();
        Look(subscriptions);
        foreach (var subscription in subscriptions)
        {
            var hash = looked[subscription.Topic].Hash;
            if (subscription.Asked is not null)
            {
                asked.Add(subscription);
            }
            else if (subscription.Until <= now)
            {
                state.Unsubscribe(subscription.Id);
            }
            if (subscription.Until > now && hash is not null && hash != subscription.Sent)
            {
                if (subscription.Due <= now)
                {
                    due.Add(subscription);
                }
                else if (subscription.Due < next)
                {
                    next = subscription.Due;
                }
            }
        }
        BeginEach(asked, asked: true, placesToVerify, VerifyAsync, cancellation);
        BeginEach(due, asked: false, placesToDeliver, DeliverAsync, cancellation);
        return next;
    }

    private void BeginEach(
        IEnumerable<HubSubscription> subscriptions,
        bool asked,
        SemaphoreSlim places,
        Func<HubSubscription, CancellationToken, Task<bool>> serve,
        CancellationToken cancellation
    )
    {
        foreach (var host in subscriptions.GroupBy(subscription => subscription.Host, StringComparer.Ordinal))
        {
            if (!running.ContainsKey((host.Key, asked)))
            {
                running[(host.Key, asked)] = Task.Run(
                    () => ServeAsync([.. host], places, serve, cancellation),
                    cancellation
                );
            }
        }
    }

    /// <summary>Looks at the topics in which something may have changed, and forgets those that nobody follows.</summary>
    private void Look(IReadOnlyList<HubSubscription> subscriptions)
    {
        var followed = subscriptions.Select(subscription => subscription.Topic).ToHashSet(StringComparer.Ordinal);
        foreach (var topic in looked.Keys.Where(topic => !followed.Contains(topic)).ToArray())
        {
            looked.Remove(topic);
        }
        if (followed.Count == 0)
        {
            return;
        }
        List<string> changed;
        long position;
        using (var snapshot = views.Snapshot())
        {
            position = snapshot.Position;
            changed = [.. followed.Where(topic => MayHaveChanged(snapshot, topic))];
        }
        foreach (var topic in changed)
        {
            looked[topic] = (position, contents.Of(topic)?.Hash);
        }
    }

    private bool MayHaveChanged(ViewSnapshot snapshot, string topic) =>
        !looked.TryGetValue(topic, out var before)
        || (
            before.Position < snapshot.Position
            && (before.Hash is null || Happened(snapshot, topics.StoryOf(snapshot, topic), before.Position))
        );

    private static bool Happened(ViewSnapshot snapshot, string? story, long after) =>
        (story is null ? LiveView.After(snapshot, after, 1) : LiveView.After(snapshot, story, after, 1)).Count > 0
        || PiecesView.AnyChangedAfter(snapshot, story, after);

    /// <summary>Serves the subscribers of one host, until one of them can't be reached.</summary>
    /// <remarks>After a failure of our own the host is left alone for a while: what has been sent may not have been noted.</remarks>
    private async Task ServeAsync(
        IReadOnlyList<HubSubscription> subscriptions,
        SemaphoreSlim places,
        Func<HubSubscription, CancellationToken, Task<bool>> serve,
        CancellationToken cancellation
    )
    {
        await places.WaitAsync(cancellation);
        try
        {
            foreach (var subscription in subscriptions)
            {
                if (!await serve(subscription, cancellation))
                {
                    break;
                }
            }
            return;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, e);
        }
        finally
        {
            places.Release();
        }
        await Task.Delay(options.AfterFailure, clock, cancellation);
    }

    private async Task<bool> VerifyAsync(HubSubscription subscription, CancellationToken cancellation)
    {
        var hash = contents.Of(subscription.Topic)?.Hash;
        var answer = await calls.VerifyAsync(subscription, cancellation);
        if (answer != HubAnswer.Yes)
        {
            state.ForgetRequest(subscription);
        }
        else if (subscription.Asked == "unsubscribe")
        {
            state.Unsubscribe(subscription.Id);
        }
        else
        {
            state.Subscribe(subscription, clock.GetUtcNow() + subscription.AskedLease, hash);
        }
        return answer != HubAnswer.None;
    }

    private async Task<bool> DeliverAsync(HubSubscription subscription, CancellationToken cancellation)
    {
        // Not what it had when this turn began: a post may have been held or taken down since.
        if (contents.Of(subscription.Topic) is not { } content || content.Hash == subscription.Sent)
        {
            return true;
        }
        var answer = await calls.DeliverAsync(subscription, content, cancellation);
        if (answer == HubAnswer.Yes)
        {
            state.SentTo(subscription.Id, content.Hash);
        }
        else if (answer == HubAnswer.Gone || subscription.Tries >= options.Waits.Count)
        {
            state.Unsubscribe(subscription.Id);
        }
        else
        {
            state.NotSentTo(
                subscription.Id,
                clock.GetUtcNow() + options.Waits[subscription.Tries],
                subscription.Tries + 1
            );
        }
        return answer != HubAnswer.None;
    }

    /// <summary>Waits until something has happened, is asked for or due.</summary>
    private async Task WaitAsync(long position, DateTimeOffset next, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var signal = woken.WaitAsync(either.Token);
        await Task.WhenAny([
            Task.Delay(next > now ? next - now : TimeSpan.Zero, clock, either.Token),
            views.WaitBeyondAsync(position, either.Token),
            signal,
            .. running.Values,
        ]);
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Lets go of what has ended.</summary>
    private void Collect()
    {
        foreach (var (host, _) in running.Where(pair => pair.Value.IsCompleted).ToArray())
        {
            running.Remove(host);
        }
    }

    [LoggerMessage(LogLevel.Error, "The hub could not do its work; it will try again")]
    private static partial void LogFailed(ILogger log, Exception e);
}
