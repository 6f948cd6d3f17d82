using System.CommandLine;
using Perennial.Newsroom;
using Perennial.Server.Control;

namespace Perennial.Server.Commands;

/// <summary><c>import</c>: takes files into the newsroom, by way of the server when one is running.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description =
                "pages, texts, Markdown, web archives (WARC), ninjs and NewsML-G2 items, also .gz, or folders of them",
            Arity = ArgumentArity.OneOrMore,
        };
        Options.RefuseOptions(files);
        var data = Options.Data();
        var name = new Option<string?>("--name")
        {
            Description =
                "what to call the outlet where a document names none (default: the name of the file or folder)",
            HelpName = "NAME",
        };
        var licensed = new Option<bool>("--licensed") { Description = "you may show their texts whole" };
        var command = new Command("import", "take files into the newsroom") { files, data, name, licensed };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var licence = parsed.GetValue(licensed) ? SourceLicence.Full : SourceLicence.None;
                var failed = 0;
                foreach (var file in parsed.GetValue(files)!)
                {
                    // The server has a working folder of its own.
                    var path = Path.GetFullPath(file);
                    var request = new ControlRequest("import", [path, parsed.GetValue(name) ?? "", licence.ToString()]);
                    try
                    {
                        failed += await NewsroomCommands.SendAsync(
                            parsed.GetValue(data)!,
                            request,
                            allow: [],
                            cancellation,
                            new TerminalProgress(file)
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

    /// <summary>A line that tells how far an import has come, on a terminal and nowhere else.</summary>
    private sealed class TerminalProgress(string file) : IProgress<ImportReport>
    {
        private static readonly bool Silent = Console.IsErrorRedirected || Console.IsOutputRedirected;

        public void Report(ImportReport value)
        {
            const int every = 20;
            if (!Silent && value.Documents % every == 0)
            {
                Console.Error.Write($"\r\e[K{file}: {value}\r");
            }
        }
    }
}
