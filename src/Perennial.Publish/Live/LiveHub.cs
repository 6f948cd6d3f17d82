using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>Follows the views and hands each event to the channels of its story; one for all readers.</summary>
internal sealed class LiveHub(ViewStore views, LiveRenderer renderer) : BackgroundService
{
    // Proxies and phones cut connections that are silent; the contract promises a sign of life every 20 s.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private const int EventsARead = 200;

    private readonly ConcurrentDictionary<(string Story, string Language), LiveChannel> channels = new();
    private readonly Lock gate = new();
    private long handed = views.Position;

    /// <summary>The channel of a story in a language.</summary>
    public LiveChannel Channel(string story, InterfaceTexts texts)
    {
        // Made under the lock, so that no event falls between the position it begins with and the next that is handed out.
        lock (gate)
        {
            return channels.GetOrAdd((story, texts.Language), key => new LiveChannel(key.Story, texts, handed));
        }
    }

    /// <summary>The frames of a story after a position that a channel no longer holds, read from the view.</summary>
    public async Task<IReadOnlyList<LiveFrame>> CatchUpAsync(LiveChannel channel, long position)
    {
        IReadOnlyList<LiveEvent> events;
        using (var snapshot = views.Snapshot())
        {
            events = LiveView.After(snapshot, channel.Story, position, EventsARead);
        }
        var frames = new List<LiveFrame>(events.Count);
        foreach (var live in events)
        {
            frames.Add(await renderer.FrameAsync(live, channel.Texts));
        }
        return frames;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(HandOutAsync(stoppingToken), BeatAsync(stoppingToken));
    }

    private async Task HandOutAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await views.WaitBeyondAsync(handed, cancellation);
            IReadOnlyList<LiveEvent> events;
            long upTo;
            using (var snapshot = views.Snapshot())
            {
                events = LiveView.After(snapshot, handed, EventsARead);
                upTo = events.Count == EventsARead ? events[^1].Position : snapshot.Position;
            }
            await HandOutAsync(events, upTo);
        }
    }

    private async Task HandOutAsync(IReadOnlyList<LiveEvent> events, long upTo)
    {
        foreach (var live in events)
        {
            LiveChannel[] following;
            lock (gate)
            {
                following = [.. channels.Values.Where(channel => channel.Story == live.Story)];
                handed = live.Position;
            }
            foreach (var channel in following.Where(channel => channel.Floor < live.Position))
            {
                channel.Add(await renderer.FrameAsync(live, channel.Texts));
            }
        }
        lock (gate)
        {
            handed = upTo;
        }
    }

    private async Task BeatAsync(CancellationToken cancellation)
    {
        // On the clock on the wall, whatever the newsroom's clock does.
        using var timer = new PeriodicTimer(Beat, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            foreach (var channel in channels.Values)
            {
                channel.Wake();
            }
        }
    }
}
