using System.CommandLine;
using System.Net;
using Perennial.Gather;
using Perennial.Read;
using Perennial.Server.Reading;
using Spectre.Console;

namespace Perennial.Server.Commands;

/// <summary><c>read</c>: what Perennial understands of documents, for a person or a program. Needs no newsroom.</summary>
internal static class ReadCommand
{
    public static Command Make()
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description =
                "a URL, a page, text, Markdown, web archive (WARC), ninjs or NewsML-G2 file (also .gz), a folder of such files, or - for standard input",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Options.RefuseOptions(inputs);
        var json = Options.Json();
        var lines = new Option<string?>("--lines")
        {
            Description = "read the documents of this JSON Lines file",
            HelpName = "FILE.jsonl",
        };
        var allow = Options.Allow();
        var command = new Command("read", "show what Perennial understands of documents")
        {
            inputs,
            json,
            lines,
            allow,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(inputs) is not { Length: > 0 } && result.GetValue(lines) is null)
            {
                result.AddError("name something to read: a URL, a file, a folder, or - for standard input");
            }
        });
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var fetcher = new Fetcher(
                    new FetcherOptions { Allow = [.. parsed.GetValue(allow)!.Select(range => IPNetwork.Parse(range))] },
                    TimeProvider.System
                );
                var articles = parsed.GetValue(lines) is { } file
                    ? LinesAsync(file)
                    : InputsAsync(parsed.GetValue(inputs)!, fetcher, cancellation);
                return parsed.GetValue(json) ? await PrintJsonAsync(articles) : await PrintAsync(articles);
            }
        );
        return command;
    }

    private static async Task<int> PrintJsonAsync(IAsyncEnumerable<(string? Id, Article Article)> articles)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        await foreach (var (id, article) in articles)
        {
            JsonLines.Write(output, id, article, PerennialJson.Lines.Article);
        }
        return 0;
    }

    private static async Task<int> PrintAsync(IAsyncEnumerable<(string? Id, Article Article)> articles)
    {
        var failed = false;
        await foreach (var (id, article) in articles)
        {
            if (article.Problem is { } problem)
            {
                failed = true;
                await Console.Error.WriteLineAsync($"perennial: {id}: {problem.Message}");
            }
            else
            {
                AnsiConsole.Write(ArticleView.Of(article));
                foreach (var warning in article.Warnings)
                {
                    await Console.Error.WriteLineAsync($"perennial: {id}: {warning.Message}");
                }
            }
        }
        return failed ? 1 : 0;
    }

    /// <summary>The lines of a file, read side by side and answered in order.</summary>
    private static async IAsyncEnumerable<(string? Id, Article Article)> LinesAsync(string file)
    {
        var answers = JsonLines
            .Read(file, InputJson.Default.ReadInput)
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(line =>
                line.Value is { } input ? (input.Id, input.Read()) : (null, new Article { Problem = line.Problem })
            );
        foreach (var answer in answers)
        {
            yield return answer;
        }
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<(string? Id, Article Article)> InputsAsync(
        string[] inputs,
        Fetcher fetcher,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var input in inputs)
        {
            if (Uri.TryCreate(input, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                yield return (input, await FetchAsync(fetcher, url, cancellation));
            }
            else if (input == "-")
            {
                foreach (var (id, document) in InputFiles.Named(InputFiles.DocumentsInStandardInput(), input))
                {
                    yield return (id, document.Read());
                }
            }
            else
            {
                foreach (var file in InputFiles.Of(input))
                {
                    foreach (var (id, document) in InputFiles.Named(InputFiles.DocumentsIn(file), file))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        yield return (id, document.Read());
                    }
                }
            }
        }
    }

    /// <summary>Fetches a page and reads it.</summary>
    public static async Task<Article> FetchAsync(Fetcher fetcher, Uri url, CancellationToken cancellation) =>
        await fetcher.FetchAsync(new FetchRequest { Url = url.AbsoluteUri }, cancellation) switch
        {
            Fetched fetched => Reader.Read(
                new Capture
                {
                    Url = fetched.FinalUrl,
                    ContentType = fetched.ContentType,
                    Bytes = fetched.Body,
                }
            ),
            Gone gone => new Article { Problem = new Problem("gone", $"the page is not there (HTTP {gone.Status})") },
            Throttled => new Article { Problem = new Problem("throttled", "the server asks to come back later") },
            Refused refused => new Article { Problem = refused.Problem },
            Failed failed => new Article { Problem = failed.Problem },
            _ => new Article { Problem = new Problem("unchanged", "the server says nothing has changed") },
        };
}
