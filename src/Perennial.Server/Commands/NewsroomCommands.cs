using System.CommandLine;
using System.Net;
using Perennial.Gather;
using Perennial.Newsroom;
using Perennial.Server.Control;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Server.Commands;

/// <summary>The commands that look after a newsroom. Those that write go to the server when one is running.</summary>
internal static class NewsroomCommands
{
    public static Command MakeAdd()
    {
        var urls = new Argument<string[]>("URL")
        {
            Description = "feeds or pages to follow",
            Arity = ArgumentArity.OneOrMore,
        };
        Options.RefuseOptions(urls);
        var data = Options.Data();
        var allow = Options.Allow();
        var licensed = new Option<bool>("--licensed") { Description = "you may show their texts whole" };
        var command = new Command("add", "follow feeds or pages") { urls, data, allow, licensed };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var licence = parsed.GetValue(licensed) ? SourceLicence.Full : SourceLicence.None;
                var failed = 0;
                foreach (var url in parsed.GetValue(urls)!)
                {
                    try
                    {
                        await SendAsync(
                            parsed.GetValue(data)!,
                            new ControlRequest("add", [url, licence.ToString()]),
                            parsed.GetValue(allow)!,
                            cancellation
                        );
                    }
                    catch (Failure e)
                    {
                        await Console.Error.WriteLineAsync($"perennial: {e.Message}");
                        failed++;
                    }
                }
                return failed == 0 ? 0 : 1;
            }
        );
        return command;
    }

    public static Command MakeToken()
    {
        var name = new Option<string>("--name") { Description = "what to call it", DefaultValueFactory = _ => "api" };
        var data = Options.Data();
        var command = new Command("token", "make a token for the API; it is shown once") { name, data };
        command.SetAction(
            (parsed, cancellation) =>
                SendAsync(parsed.GetValue(data)!, new("token", [parsed.GetValue(name)!]), [], cancellation)
        );
        return command;
    }

    public static Command MakeOpen()
    {
        var id = new Argument<string>("ID")
        {
            Description = "the id of a story, a post, or a person, organisation or place",
        };
        var data = Options.Data();
        var command = new Command("open", "show something that is held to readers") { id, data };
        command.SetAction(
            (parsed, cancellation) =>
                SendAsync(parsed.GetValue(data)!, new("open", [parsed.GetValue(id)!]), [], cancellation)
        );
        return command;
    }

    public static Command MakeHold()
    {
        var id = new Argument<string>("ID")
        {
            Description = "the id of a story, a post, or a person, organisation or place",
        };
        var reason = new Option<string>("--reason")
        {
            Description = "why, for editors",
            DefaultValueFactory = _ => "held from the command line",
        };
        var data = Options.Data();
        var command = new Command("hold", "hold a story, a post or a page about somebody back from readers")
        {
            id,
            reason,
            data,
        };
        command.SetAction(
            (parsed, cancellation) =>
                SendAsync(
                    parsed.GetValue(data)!,
                    new("hold", [parsed.GetValue(id)!, parsed.GetValue(reason)!]),
                    [],
                    cancellation
                )
        );
        return command;
    }

    public static Command MakeAnswer()
    {
        var report = new Argument<string>("REPORT") { Description = "the number of a reader's report" };
        var answer = new Argument<string>("TEXT") { Description = "the answer, for the reader" };
        var data = Options.Data();
        var command = new Command("answer", "answer a reader's report of an error; `doctor` lists those that are open")
        {
            report,
            answer,
            data,
        };
        command.SetAction(
            (parsed, cancellation) =>
                SendAsync(
                    parsed.GetValue(data)!,
                    new("answer", [parsed.GetValue(report)!, parsed.GetValue(answer)!]),
                    [],
                    cancellation
                )
        );
        return command;
    }

    public static Command MakeRebuild()
    {
        var data = Options.Data();
        var command = new Command("rebuild", "make all views again from the ledger") { data };
        command.SetAction(
            (parsed, cancellation) =>
                SendAsync(Options.Existing(parsed.GetValue(data)!).Path, new("rebuild", []), [], cancellation)
        );
        return command;
    }

    public static Command MakeVerify()
    {
        var data = Options.Data();
        var command = new Command("verify", "check positions, payloads and blobs of the ledger") { data };
        command.SetAction(
            (parsed, cancellation) =>
            {
                using var ledger = Ledger.OpenToRead(Options.Existing(parsed.GetValue(data)!));
                var found = LedgerVerification.Verify(ledger, progress: null, cancellation);
                foreach (var fault in found.Faults)
                {
                    Console.WriteLine(
                        fault.Position is { } position ? $"entry {position}: {fault.Message}" : fault.Message
                    );
                }
                Console.WriteLine($"{found.Entries} entries and {found.Blobs} blobs read, {found.Faults.Count} faults");
                return Task.FromResult(found.Faults.Count == 0 ? 0 : 1);
            }
        );
        return command;
    }

    public static Command MakeDoctor()
    {
        var data = Options.Data();
        var command = new Command("doctor", "say how the newsroom is: sources, what is held, how far the views are")
        {
            data,
        };
        command.SetAction(parsed =>
        {
            var folder = Options.Existing(parsed.GetValue(data)!);
            using var ledger = Ledger.OpenToRead(folder);
            using var state = State.OpenToRead(folder);
            using var snapshot = ViewStore.OpenToRead(folder, state);
            Console.WriteLine($"ledger: {ledger.Head} entries, views at {snapshot.Position}");
            var health = SourceHealth.All(state);
            foreach (var source in SourcesView.All(snapshot))
            {
                Console.WriteLine(
                    $"source {source.Id}: {source.Name}, {source.Url}: {health.GetValueOrDefault(source.Id, "not fetched yet")}"
                );
            }
            var reports = state.OpenReports();
            Console.WriteLine($"reports of errors by readers: {reports.Count} open");
            foreach (var report in reports)
            {
                Console.WriteLine($"report {report.Id}: {report.About}: {OneLine(report.Message)}");
            }
            var subscriptions = state.Subscriptions();
            Console.WriteLine(
                $"subscriptions at the hub: {subscriptions.Count}, {subscriptions.Count(subscription => subscription.Tries > 0)} of them not reached last time"
            );
            foreach (var held in GateView.All(snapshot))
            {
                Console.WriteLine(
                    $"held {held.Id}: {StoriesView.Find(snapshot, held.Id)?.Headline ?? PiecesView.FindAny(snapshot, held.Id)?.Piece.Headline ?? EntitiesView.Find(snapshot, held.Id)?.Name ?? "a post"} ({held.Reason})"
                );
            }
        });
        return command;
    }

    // What a reader wrote can't steer a terminal.
    private static string OneLine(string text)
    {
        const int longest = 120;
        var line = string.Concat(text.ReplaceLineEndings(" ").Select(sign => char.IsControl(sign) ? ' ' : sign));
        return line.Length > longest ? line[..longest] + "…" : line;
    }

    /// <summary>Has a command carried out by the server when one is running, and here when not; prints what came of it.</summary>
    /// <returns>0, or 1 when a part of it could not be done.</returns>
    public static async Task<int> SendAsync(
        string data,
        ControlRequest request,
        IReadOnlyList<string> allow,
        CancellationToken cancellation,
        IProgress<ImportReport>? progress = null
    )
    {
        var folder = new NewsroomFolder(data);
        var answer =
            await ControlSocket.TrySendAsync(folder, request, cancellation)
            ?? await RunHereAsync(folder, request, allow, progress, cancellation);
        if (answer.Problem is { } problem)
        {
            throw new Failure(problem);
        }
        foreach (var line in answer.Lines)
        {
            Console.WriteLine(line);
        }
        foreach (var warning in answer.Warnings)
        {
            await Console.Error.WriteLineAsync($"perennial: {warning}");
        }
        return answer.Warnings.Count == 0 ? 0 : 1;
    }

    private static async Task<ControlAnswer> RunHereAsync(
        NewsroomFolder folder,
        ControlRequest request,
        IReadOnlyList<string> allow,
        IProgress<ImportReport>? progress,
        CancellationToken cancellation
    )
    {
        using var newsroom = OpenNewsroom.Open(folder, TimeProvider.System);
        using var fetcher = new Fetcher(
            new FetcherOptions { Allow = [.. allow.Select(range => IPNetwork.Parse(range))] },
            TimeProvider.System
        );
        return await new ControlCommands(newsroom, fetcher, progress).RunAsync(request, cancellation);
    }
}
