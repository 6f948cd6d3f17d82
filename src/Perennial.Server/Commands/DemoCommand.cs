using System.CommandLine;
using System.Net;
using Perennial.Gather;
using Perennial.Server.Demo;
using Perennial.Store;

namespace Perennial.Server.Commands;

/// <summary><c>demo</c>: a complete newsroom that gathers a recorded day of news from outlets on this machine.</summary>
internal static class DemoCommand
{
    private static readonly IPNetwork ThisMachine = IPNetwork.Parse("127.0.0.0/8");

    public static Command Make()
    {
        var data = new Option<string?>("--data")
        {
            Description = "a folder to keep it in (default: a temporary one)",
            HelpName = "DIR",
        };
        var urls = Options.Urls(ServeOptions.DefaultUrl);
        var command = new Command("demo", "show a live story, replayed from a recording") { data, urls };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(parsed.GetValue(data), parsed.GetValue(urls) ?? ServeOptions.DefaultUrl, cancellation)
        );
        return command;
    }

    private const int KeptPort = 8090;

    private static async Task<int> RunAsync(string? data, string url, CancellationToken cancellation)
    {
        var recording = Recording.Load();
        var folder = new NewsroomFolder(data ?? Directory.CreateTempSubdirectory("perennial-demo-").FullName);
        try
        {
            var clock = new DemoClock(
                LastEntry(folder) ?? recording.Start,
                recording.End,
                DemoClock.DefaultSpeed,
                TimeProvider.System
            );
            // A folder that is kept knows its sources by their addresses; a temporary one can take any port.
            var port = data is null ? 0 : KeptPort;
            await using var origin = await DemoOrigin.StartAsync(recording, port, clock, cancellation);
            var options = new ServeOptions
            {
                Folder = folder,
                Url = url,
                Allow = [ThisMachine],
                Clock = clock,
            };
            await using var server = await NewsroomServer.StartAsync(options, recording.Site, DemoPace, cancellation);
            foreach (var feed in origin.Feeds)
            {
                await server.Acts.AddSourceAsync(feed, cancellation);
            }
            Console.WriteLine($"{recording.Site.Name} is served at {ServeCommand.Shown(server.Url)}");
            Console.WriteLine("A recorded day of news is replayed in a few minutes. Stop it with Ctrl+C.");
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var desk = new DemoDesk(recording, origin, server.Acts, server.Views, clock).RunAsync(stop.Token);
            await server.WaitForShutdownAsync(cancellation);
            await stop.CancelAsync();
            await desk;
            return 0;
        }
        finally
        {
            if (data is null)
            {
                Directory.Delete(folder.Path, recursive: true);
            }
        }
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

    // On the demo's clock, which runs faster: a few seconds of the clock on the wall between two looks at a feed.
    private static GatherPace DemoPace =>
        GatherPace.Default with
        {
            FirstInterval = TimeSpan.FromMinutes(6),
            ShortestInterval = TimeSpan.FromMinutes(6),
            LongestInterval = TimeSpan.FromMinutes(12),
        };
}
