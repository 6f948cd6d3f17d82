using Microsoft.Extensions.Hosting;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Publish;

/// <summary>
/// Sends subscribers what their topics have become, once the views show it, and asks those who are new whether they mean it.
/// All it knows stands in the state: what could not be sent before a restart is sent after it.
/// </summary>
/// <remarks>A subscriber gets what the topic has when it is sent; versions between are left out. Hosts do not wait for each other.</remarks>
internal sealed class HubWorker(ViewStore views, State state, HubTopics topics, HubOptions options, TimeProvider clock)
    : BackgroundService
{
    private const int MostAtOnce = 32;
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly HubCalls calls = new(options);
    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly Dictionary<string, Task> running = new(StringComparer.OrdinalIgnoreCase);

    // The hash of what each topic had when the views were at a position; the content itself is kept while it is sent.
    private readonly Dictionary<string, (long Position, string? Hash)> looked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(MostAtOnce, MostAtOnce);

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
        places.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var position = views.Position;
                var next = Begin(stoppingToken);
                await Task.Delay(options.Rest, clock, stoppingToken);
                await WaitAsync(position, next, stoppingToken);
                await CollectAsync();
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
        var due = new List<HubSubscription>();
        var subscriptions = state.Subscriptions();
        // What is sent in this turn: each topic is written once, however many follow it.
        var contents = new HubContents(topics);
        Look(subscriptions, contents);
        foreach (var subscription in subscriptions)
        {
            var hash = looked[subscription.Topic].Hash;
            if (subscription.Asked is not null)
            {
                due.Add(subscription);
            }
            else if (subscription.Until <= now)
            {
                state.Unsubscribe(subscription.Id);
            }
            else if (hash is not null && hash != subscription.Sent)
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
        foreach (var host in due.GroupBy(subscription => subscription.Host, StringComparer.OrdinalIgnoreCase))
        {
            if (!running.ContainsKey(host.Key))
            {
                running[host.Key] = Task.Run(() => ServeAsync([.. host], contents, cancellation), cancellation);
            }
        }
        return next;
    }

    /// <summary>Looks at the topics in which something may have changed, and forgets those that nobody follows.</summary>
    private void Look(IReadOnlyList<HubSubscription> subscriptions, HubContents contents)
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
    private async Task ServeAsync(
        IReadOnlyList<HubSubscription> due,
        HubContents contents,
        CancellationToken cancellation
    )
    {
        await places.WaitAsync(cancellation);
        try
        {
            foreach (var subscription in due)
            {
                var content = contents.Of(subscription.Topic);
                var reached = subscription.Asked is not null
                    ? await VerifyAsync(subscription, content, cancellation)
                    : content is null || await DeliverAsync(subscription, content, cancellation);
                if (!reached)
                {
                    return;
                }
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<bool> VerifyAsync(
        HubSubscription subscription,
        HubContent? content,
        CancellationToken cancellation
    )
    {
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
            state.Subscribe(subscription, clock.GetUtcNow() + subscription.AskedLease, content?.Hash);
        }
        return answer != HubAnswer.None;
    }

    private async Task<bool> DeliverAsync(
        HubSubscription subscription,
        HubContent content,
        CancellationToken cancellation
    )
    {
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

    /// <summary>Lets go of what has ended; a state that can't be written ends the hub.</summary>
    private async Task CollectAsync()
    {
        foreach (var (host, task) in running.Where(pair => pair.Value.IsCompleted).ToArray())
        {
            running.Remove(host);
            await task;
        }
    }
}
