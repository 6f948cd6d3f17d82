using System.Net;
using System.Net.Sockets;

namespace Perennial.Gather;

/// <summary>Clients for everything that goes out: they connect to judged addresses only, say who we are, and keep no cookies.</summary>
public static class GuardedHttp
{
    /// <summary>Makes a client with connections of its own. It follows no redirects and has no deadline: who calls sets one.</summary>
    /// <param name="options">Which addresses may be connected to, and who we are.</param>
    /// <param name="unpacked">Which compressions of answers are unpacked on the way.</param>
    public static HttpClient NewClient(FetcherOptions options, DecompressionMethods unpacked = DecompressionMethods.All)
    {
        var guard = new AddressGuard(options.Allow);
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = unpacked,
                ConnectCallback = (context, cancellation) => ConnectAsync(options, guard, context, cancellation),
                ConnectTimeout = TimeSpan.FromSeconds(10),
                MaxResponseHeadersLength = 64,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        return client;
    }

    /// <summary>Connects to an address that has been judged, so that a name can't be resolved once for us and once for itself.</summary>
    private static async ValueTask<Stream> ConnectAsync(
        FetcherOptions options,
        AddressGuard guard,
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : await options.Resolve(host, cancellation);
        var judged = addresses.Where(guard.Allows).ToArray();
        if (judged.Length == 0)
        {
            throw new RefusedAddressException(
                $"{host} is an address of a private network or of this machine: allow it with --allow if you mean it"
            );
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(judged, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A connection to an address that must not be connected to.</summary>
internal sealed class RefusedAddressException(string message) : IOException(message);
