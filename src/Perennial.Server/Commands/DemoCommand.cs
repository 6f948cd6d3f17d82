using System.CommandLine;
using Perennial.Server.Demo;
using Perennial.Store;

namespace Perennial.Server.Commands;

/// <summary><c>demo</c>: a complete newsroom that gathers a recorded day of news from outlets on this machine.</summary>
internal static class DemoCommand
{
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
        var folder = new NewsroomFolder(data ?? Directory.CreateTempSubdirectory("perennial-demo-").FullName);
        // A folder that is kept knows its sources by their addresses; a temporary one can take any port.
        var port = data is null ? 0 : KeptPort;
        try
        {
            await using var demo = await DemoNewsroom.StartAsync(
                folder,
                url,
                port,
                DemoClock.DefaultSpeed,
                cancellation
            );
            Console.WriteLine($"{demo.Recording.Site.Name} is served at {ServeCommand.Shown(demo.Server.Url)}");
            Console.WriteLine("A recorded day of news is replayed in a few minutes. Stop it with Ctrl+C.");
            await demo.Server.WaitForShutdownAsync(cancellation);
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
}
