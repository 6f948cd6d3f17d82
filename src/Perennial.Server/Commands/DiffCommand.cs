using System.CommandLine;
using System.Net;
using Perennial.Gather;
using Perennial.Server.Reading;
using Perennial.Weave.Changes;
using Spectre.Console;

namespace Perennial.Server.Commands;

/// <summary><c>diff</c>: what changed between two captures of one page. Needs no newsroom.</summary>
internal static class DiffCommand
{
    public static Command Make()
    {
        var before = new Argument<string>("OLD") { Description = "the earlier capture: a URL or a file" };
        var after = new Argument<string>("NEW") { Description = "the later capture" };
        Options.RefuseOptions(before);
        Options.RefuseOptions(after);
        var json = Options.Json();
        var allow = Options.Allow();
        var command = new Command("diff", "show what changed between two captures of one page")
        {
            before,
            after,
            json,
            allow,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var fetcher = new Fetcher(
                    new FetcherOptions { Allow = [.. parsed.GetValue(allow)!.Select(range => IPNetwork.Parse(range))] },
                    TimeProvider.System
                );
                var changes = ArticleChanges.Between(
                    await ReadAsync(parsed.GetValue(before)!, fetcher, cancellation),
                    await ReadAsync(parsed.GetValue(after)!, fetcher, cancellation)
                );
                if (parsed.GetValue(json))
                {
                    await using var output = Console.OpenStandardOutput();
                    JsonLines.Write(output, parsed.GetValue(after), changes, ChangesJson.Lines.ArticleChanges);
                }
                else
                {
                    AnsiConsole.Write(ChangesView.Of(changes));
                }
                return 0;
            }
        );
        return command;
    }

    private static async Task<Article> ReadAsync(string input, Fetcher fetcher, CancellationToken cancellation)
    {
        var article =
            Uri.TryCreate(input, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? await ReadCommand.FetchAsync(fetcher, url, cancellation)
                : InputFiles.DocumentsIn(input).Select(document => document.Read()).FirstOrDefault();
        return article switch
        {
            null => throw new Failure($"{input}: there is no document in it"),
            { Problem: { } problem } => throw new Failure($"{input}: {problem.Message}"),
            _ => article,
        };
    }
}
