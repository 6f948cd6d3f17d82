using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>Follows the views and hands each event to the channels of its story; one for all readers.</summary>
internal sealed partial class LiveHub(
    ViewStore views,
    LiveRenderer renderer,
    PublishOptions options,
    ILogger<LiveHub> log
) : BackgroundService
{
    private const int EventsARead = 200;

    private readonly Dictionary<(string Story, string Language), LiveChannel> channels = [];
    private readonly Lock gate = new();
    private long handed = views.Position;

    /// <summary>The channel of a story in a language, which is kept until whoever joined it has left.</summary>
    public LiveChannel Join(string story, InterfaceTexts texts)
    {
        // Made under the lock, so that no event falls between the position it begins with and the next that is handed out.
        lock (gate)
        {
            if (!channels.TryGetValue((story, texts.Language), out var channel))
            {
                channel = new LiveChannel(story, texts, handed);
                channels.Add((story, texts.Language), channel);
            }
            channel.Readers++;
            return channel;
        }
    }

    /// <summary>Leaves a channel that was joined.</summary>
    public void Leave(LiveChannel channel)
    {
        lock (gate)
        {
            channel.Readers--;
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
        try
        {
            await Task.WhenAll(HandOutAsync(stoppingToken), BeatAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
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
                await HandOutAsync(channel, live);
            }
        }
        lock (gate)
        {
            handed = upTo;
        }
    }

    private async Task HandOutAsync(LiveChannel channel, LiveEvent live)
    {
        try
        {
            channel.Add(await renderer.FrameAsync(live, channel.Texts));
        }
#pragma warning disable CA1031 // One event that can't be shown must not end live delivery for every story.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(log, e, live.Position, live.Story);
        }
    }

    private async Task BeatAsync(CancellationToken cancellation)
    {
        // On the clock on the wall, whatever the newsroom's clock does.
        using var timer = new PeriodicTimer(options.SignOfLife, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            LiveChannel[] followed;
            lock (gate)
            {
                foreach (var (key, _) in channels.Where(pair => pair.Value.Readers == 0).ToList())
                {
                    channels.Remove(key);
                }
                followed = [.. channels.Values];
            }
            foreach (var channel in followed)
            {
                channel.Wake();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Entry {Position} of the story {Story} could not be shown on open pages")]
    private static partial void LogFailed(ILogger log, Exception e, long position, string story);
}
