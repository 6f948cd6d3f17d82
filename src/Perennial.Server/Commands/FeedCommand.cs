using System.CommandLine;
using Perennial.Gather.Feeds;
using Perennial.Server.Reading;

namespace Perennial.Server.Commands;

/// <summary><c>feed</c>: one feed or sitemap, parsed. Needs no newsroom.</summary>
internal static class FeedCommand
{
    public static Command Make()
    {
        var input = new Argument<string?>("INPUT") { Description = "a feed's file", Arity = ArgumentArity.ZeroOrOne };
        Options.RefuseOptions(input);
        var json = Options.Json();
        var lines = new Option<string?>("--lines")
        {
            Description = "parse the feeds of this JSON Lines file",
            HelpName = "FILE.jsonl",
        };
        var command = new Command("feed", "show what stands in a feed or sitemap") { input, json, lines };
        command.Validators.Add(result =>
        {
            if (result.GetValue(input) is null && result.GetValue(lines) is null)
            {
                result.AddError("name a feed's file, or many with --lines");
            }
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(lines) is { } file)
            {
                return PrintLines(file);
            }
            var feed = Read(new FeedInput { File = parsed.GetValue(input) });
            return parsed.GetValue(json) ? PrintJson(parsed.GetValue(input), feed) : Print(feed);
        });
        return command;
    }

    private static int PrintLines(string file)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        foreach (var (input, problem) in JsonLines.Read(file, InputJson.Default.FeedInput))
        {
            var feed = input is null ? new Feed { Problem = problem } : Read(input);
            JsonLines.Write(output, input?.Id, feed, FeedJson.Lines.Feed);
        }
        return 0;
    }

    private static int PrintJson(string? id, Feed feed)
    {
        using var output = Console.OpenStandardOutput();
        JsonLines.Write(output, id, feed, FeedJson.Lines.Feed);
        return 0;
    }

    private static int Print(Feed feed)
    {
        if (feed.Problem is { } problem)
        {
            Console.Error.WriteLine($"perennial: {problem.Message}");
        }
        if (feed.Format is null)
        {
            return 1;
        }
        Console.WriteLine($"{feed.Title ?? "(no title)"}: {feed.Format}, {feed.Entries.Count} entries");
        foreach (var entry in feed.Entries)
        {
            Console.WriteLine($"{entry.Published ?? entry.Updated}  {entry.Title}\n    {entry.Link}");
        }
        return 0;
    }

    private static Feed Read(FeedInput input)
    {
        try
        {
            var bytes = ReadInput
                .Capture(input.File ?? throw new IOException("the line names no file"), url: null)
                .Bytes;
            return FeedReader.Read(bytes, input.Url, input.Headers ?? []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Feed { Problem = new Problem("unreadable", e.Message) };
        }
    }
}
