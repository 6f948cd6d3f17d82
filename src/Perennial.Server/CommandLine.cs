using System.CommandLine;
using Perennial.Read;
using Perennial.Server.Commands;
using Perennial.Store;

namespace Perennial.Server;

/// <summary>The command line: every command, and how an error ends.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int BadArguments = 2;

    // Which weights the models of language use; see docs/models.
    private const string WeightsVariable = "PERENNIAL_WEIGHTS";

    /// <summary>The program's version and a mark of its very build, which becomes part of every page's ETag.</summary>
    public static string Build { get; } =
        $"{typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}-{typeof(CommandLine).Module.ModuleVersionId.ToString("N")[..8]}";

    /// <summary>Runs a command.</summary>
    /// <returns>0 when all went well, 1 for what could not be done, 2 for arguments that make no sense.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors is [var error, ..] && !args.Any(arg => arg is "-h" or "--help" or "-?"))
        {
            return Say(error.Message, BadArguments);
        }
        if (Environment.GetEnvironmentVariable(WeightsVariable) is { Length: > 0 } weights)
        {
            if (!Enum.TryParse<WeightSet>(weights, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
            {
                return Say($"{WeightsVariable} is full or open, not {weights}", BadArguments);
            }
            Reader.Weights = chosen;
        }
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }
            );
        }
        catch (Exception e) when (e is Failure or StoreException)
        {
            return Say(e.Message, Failed);
        }
        catch (OperationCanceledException)
        {
            return Say("stopped", Failed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Say(e.Message, Failed);
        }
#pragma warning disable CA1031 // A mistake of ours is told in one line like any other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Say($"this is a defect of Perennial, please report it: {e.GetType().Name}: {e.Message}", Failed);
        }
    }

    private static RootCommand Root() =>
        new("Perennial: real-time news, timeless knowledge. A news server that remembers.")
        {
            DemoCommand.Make(),
            ServeCommand.Make(),
            ReadCommand.Make(),
            FeedCommand.Make(),
            WeaveCommand.Make(),
            DiffCommand.Make(),
            ImportCommand.Make(),
            NewsroomCommands.MakeAdd(),
            NewsroomCommands.MakeToken(),
            NewsroomCommands.MakeOpen(),
            NewsroomCommands.MakeHold(),
            NewsroomCommands.MakeAnswer(),
            NewsroomCommands.MakeVerify(),
            NewsroomCommands.MakeRebuild(),
            NewsroomCommands.MakeDoctor(),
        };

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine($"perennial: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
