using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Perennial.Publish.Texts;
using Perennial.Store.Views;

namespace Perennial.Publish.Live;

/// <summary>Follows the views and hands each event to the channels of its story; one for all readers.</summary>
internal sealed partial class LiveHub(
    ViewStore views,
    LiveRenderer renderer,
    LivePump pump,
    IHostApplicationLifetime lifetime,
    PublishOptions options,
    ILogger<LiveHub> log
) : BackgroundService
{
    private const int EventsARead = 200;

    // Those who are further behind than a channel reaches are served one by one, so that they can't hold up the others.
    private readonly SemaphoreSlim farBehind = new(2, 2);

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

    /// <summary>Lets a channel reach back for a reader who is behind it.</summary>
    /// <returns>Whether it could; otherwise the reader needs <see cref="CatchUpAsync"/>.</returns>
    public Task<bool> ReachBackAsync(LiveChannel channel, long position, CancellationToken cancellation) =>
        channel.ReachBackAsync(
            position,
            async from =>
            {
                IReadOnlyList<LiveEvent> events;
                using (var snapshot = views.Snapshot())
                {
                    events = LiveView.UpTo(snapshot, channel.Story, from, LiveChannel.Reach);
                }
                var floor = events.Count < LiveChannel.Reach ? 0 : events[0].Position - 1;
                return (await renderer.FramesAsync(events, channel.Texts), floor);
            },
            cancellation
        );

    /// <summary>What follows a position, read from the view for one reader; <see langword="null"/> where nothing does.</summary>
    public async Task<LiveBatch?> CatchUpAsync(LiveChannel channel, long position, CancellationToken cancellation)
    {
        await farBehind.WaitAsync(cancellation);
        try
        {
            IReadOnlyList<LiveEvent> events;
            using (var snapshot = views.Snapshot())
            {
                events = LiveView.After(snapshot, channel.Story, position, EventsARead);
            }
            return await renderer.FramesAsync(events, channel.Texts) is { Count: > 0 } frames
                ? LiveBatch.Of(frames, isAll: false)
                : null;
        }
        finally
        {
            farBehind.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        farBehind.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var stopping = lifetime.ApplicationStopping.Register(EndStreams);
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
                upTo = snapshot.Position;
                if (events.Count == EventsARead)
                {
                    // One entry may have events of several stories: those of the last may not all be here.
                    upTo = events[^1].Position - 1;
                    events = [.. events.Where(live => live.Position <= upTo)];
                }
            }
            await HandOutAsync(events, upTo);
        }
    }

    private async Task HandOutAsync(IReadOnlyList<LiveEvent> events, long upTo)
    {
        List<LiveChannel> following;
        lock (gate)
        {
            following = [.. channels.Values];
            handed = upTo;
        }
        var byStory = events.ToLookup(live => live.Story);
        foreach (var channel in following.Where(channel => byStory.Contains(channel.Story)))
        {
            await HandOutAsync(channel, [.. byStory[channel.Story]]);
        }
    }

    private async Task HandOutAsync(LiveChannel channel, IReadOnlyList<LiveEvent> events)
    {
        try
        {
            channel.Add(await renderer.FramesAsync(events, channel.Texts));
            pump.Send(channel);
        }
#pragma warning disable CA1031 // What can't be shown of one story must not end live delivery for every other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(log, e, events[0].Position, channel.Story);
        }
    }

    /// <summary>Ends all streams, before the server waits for its answers to end.</summary>
    private void EndStreams()
    {
        pump.Stop();
        foreach (var channel in Channels())
        {
            channel.Wake();
        }
    }

    private List<LiveChannel> Channels()
    {
        lock (gate)
        {
            return [.. channels.Values];
        }
    }

    private async Task BeatAsync(CancellationToken cancellation)
    {
        // On the clock on the wall, whatever the newsroom's clock does.
        using var timer = new PeriodicTimer(options.SignOfLife, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            lock (gate)
            {
                foreach (var (key, _) in channels.Where(pair => pair.Value.Readers == 0).ToList())
                {
                    channels.Remove(key);
                }
            }
            foreach (var channel in Channels())
            {
                channel.Wake();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Entry {Position} of the story {Story} could not be shown on open pages")]
    private static partial void LogFailed(ILogger log, Exception e, long position, string story);
}
