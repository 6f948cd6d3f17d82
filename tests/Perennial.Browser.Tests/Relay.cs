using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Perennial.Browser.Tests;

/// <summary>A network between browser and server that can fail: it drops every connection, and takes no new ones.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, TcpClient> connections = new();
    private readonly CancellationTokenSource ended = new();
    private readonly int port;
    private volatile bool isDown;

    public Relay(Uri server)
    {
        port = server.Port;
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The network fails.</summary>
    public void Cut()
    {
        isDown = true;
        foreach (var (browser, server) in connections)
        {
            Drop(browser);
            Drop(server);
        }
    }

    /// <summary>The network works again.</summary>
    public void Mend() => isDown = false;

    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
        Cut();
        ended.Dispose();
    }

    // One that has ended by itself meanwhile has no socket any more.
    private static void Drop(TcpClient connection) => connection.Client?.Close(timeout: 0);

    private async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(ended.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        using (browser)
        {
            try
            {
                if (isDown)
                {
                    browser.Client.Close(timeout: 0);
                    return;
                }
                await server.ConnectAsync(IPAddress.Loopback, port, ended.Token);
                connections[browser] = server;
                if (isDown)
                {
                    // The network failed while this one was being made.
                    return;
                }
                var (near, far) = (browser.GetStream(), server.GetStream());
                await Task.WhenAny(near.CopyToAsync(far, ended.Token), far.CopyToAsync(near, ended.Token));
            }
            catch (Exception e)
                when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // Cut.
            }
            finally
            {
                connections.TryRemove(browser, out _);
            }
        }
    }
}
