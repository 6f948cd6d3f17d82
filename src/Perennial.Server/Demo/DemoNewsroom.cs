using System.Net;
using Perennial.Gather;
using Perennial.Store;

namespace Perennial.Server.Demo;

/// <summary>A complete newsroom that gathers a recorded day of news from outlets on this machine.</summary>
internal sealed class DemoNewsroom : IAsyncDisposable
{
    private static readonly IPNetwork ThisMachine = IPNetwork.Parse("127.0.0.0/8");

    private readonly DemoOrigin origin;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task desk;

    private DemoNewsroom(Recording recording, DemoOrigin origin, NewsroomServer server, TimeProvider clock)
    {
        this.origin = origin;
        Recording = recording;
        Server = server;
        desk = new DemoDesk(recording, origin, server.Acts, server.Views, clock).RunAsync(stopping.Token);
    }

    /// <summary>What is replayed.</summary>
    public Recording Recording { get; }

    /// <summary>What readers see of it.</summary>
    public NewsroomServer Server { get; }

    // On the demo's clock, which runs faster: a few seconds of the clock on the wall between two looks at a feed.
    private static GatherPace Pace =>
        GatherPace.Default with
        {
            FirstInterval = TimeSpan.FromMinutes(6),
            ShortestInterval = TimeSpan.FromMinutes(6),
            LongestInterval = TimeSpan.FromMinutes(12),
        };

    /// <summary>Starts outlets and newsroom; a folder that has been used goes on where it was.</summary>
    /// <param name="folder">Where the newsroom keeps everything.</param>
    /// <param name="url">Where the site is served.</param>
    /// <param name="port">The outlets' port; 0 takes free ones.</param>
    /// <param name="speed">How many times faster the recorded day goes by.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="Failure">An address can't be listened on, or the folder can't be used.</exception>
    public static async Task<DemoNewsroom> StartAsync(
        NewsroomFolder folder,
        string url,
        int port,
        double speed,
        CancellationToken cancellation
    )
    {
        var recording = Recording.Load();
        var clock = new DemoClock(LastEntry(folder) ?? recording.Start, recording.End, speed, TimeProvider.System);
        var outlets = await DemoOrigin.StartAsync(recording, port, clock, cancellation);
        try
        {
            var options = new ServeOptions
            {
                Folder = folder,
                Url = url,
                Allow = [ThisMachine],
                Clock = clock,
            };
            var server = await NewsroomServer.StartAsync(options, recording.Site, Pace, cancellation);
            foreach (var feed in outlets.Feeds)
            {
                await server.Acts.AddSourceAsync(feed, cancellation);
            }
            return new DemoNewsroom(recording, outlets, server, clock);
        }
        catch
        {
            await outlets.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await desk;
        stopping.Dispose();
        await Server.DisposeAsync();
        await origin.DisposeAsync();
    }

    /// <summary>When the last entry of an earlier run was made, from where this one goes on; <see langword="null"/> for a new folder.</summary>
    private static DateTimeOffset? LastEntry(NewsroomFolder folder)
    {
        if (!folder.Exists)
        {
            return null;
        }
        using var ledger = Ledger.OpenToRead(folder);
        return ledger.Find(ledger.Head)?.At;
    }
}
