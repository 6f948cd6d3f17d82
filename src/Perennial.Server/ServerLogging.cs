using Microsoft.Extensions.Logging.Console;

namespace Perennial.Server;

/// <summary>What a server logs, and where to.</summary>
internal static class ServerLogging
{
    /// <summary>Warnings and worse, to standard error: standard output is for answers.</summary>
    public static void ToStandardError(this ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        // That a host can't start is told by the command, in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // It tells nothing from warnings on, but keeps an activity and a scope for as long as a request lasts: hours, of a stream.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.Services.Configure<ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }
}
