using System.Net.Sockets;
using System.Text.Json;
using Perennial.Store;

namespace Perennial.Server.Control;

/// <summary>The Unix socket in the data folder, over which commands reach the running server. Only its owner may use it.</summary>
/// <remarks>One request and one answer a connection, each a line of JSON.</remarks>
internal static partial class ControlSocket
{
    // A line longer than this is no command of ours.
    private const int LongestRequest = 64 * 1024;

    /// <summary>Listens until cancelled.</summary>
    public static async Task ListenAsync(
        NewsroomFolder folder,
        ControlCommands commands,
        ILogger log,
        CancellationToken cancellation
    )
    {
        File.Delete(folder.Socket);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder.Socket));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        listener.Listen();
        try
        {
            while (true)
            {
                using var client = await listener.AcceptAsync(cancellation);
                await AnswerAsync(client, commands, log, cancellation);
            }
        }
        finally
        {
            File.Delete(folder.Socket);
        }
    }

    /// <summary>Hands a command to the running server.</summary>
    /// <returns><see langword="null"/> when no server is listening.</returns>
    public static async Task<ControlAnswer?> TrySendAsync(
        NewsroomFolder folder,
        ControlRequest request,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(folder.Socket))
        {
            return null;
        }
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(folder.Socket), cancellation);
        }
        catch (SocketException)
        {
            return null;
        }
        await using var stream = new NetworkStream(socket);
        await WriteLineAsync(
            stream,
            JsonSerializer.SerializeToUtf8Bytes(request, ControlJson.Default.ControlRequest),
            cancellation
        );
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(cancellation) is { } line
            ? JsonSerializer.Deserialize(line, ControlJson.Default.ControlAnswer)
            : throw new Failure("the server stopped before it answered");
    }

    private static async Task AnswerAsync(
        Socket client,
        ControlCommands commands,
        ILogger log,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var stream = new NetworkStream(client);
            using var reader = new StreamReader(stream);
            if (
                await reader.ReadLineAsync(cancellation) is { Length: < LongestRequest } line
                && JsonSerializer.Deserialize(line, ControlJson.Default.ControlRequest) is { } request
            )
            {
                var answer = await commands.RunAsync(request, cancellation);
                await WriteLineAsync(
                    stream,
                    JsonSerializer.SerializeToUtf8Bytes(answer, ControlJson.Default.ControlAnswer),
                    cancellation
                );
            }
        }
        catch (Exception e) when (e is IOException or SocketException or JsonException)
        {
            LogBroken(log, e.Message);
        }
    }

    private static async Task WriteLineAsync(NetworkStream stream, byte[] json, CancellationToken cancellation)
    {
        await stream.WriteAsync(json, cancellation);
        await stream.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "A command could not be answered: {Reason}")]
    private static partial void LogBroken(ILogger log, string reason);
}
