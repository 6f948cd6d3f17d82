using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Perennial.Desk;
using Perennial.Gather;
using Perennial.Newsroom;
using Perennial.Publish;
using Perennial.Server.Control;
using Perennial.Store.Views;

namespace Perennial.Server;

/// <summary>A newsroom with everything that runs in it: the gatherer, the followers, the readers' site and the API.</summary>
internal sealed class NewsroomServer : IAsyncDisposable
{
    private readonly OpenNewsroom newsroom;
    private readonly Fetcher fetcher;
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private Task work = Task.CompletedTask;

    private NewsroomServer(OpenNewsroom newsroom, Fetcher fetcher, WebApplication app)
    {
        this.newsroom = newsroom;
        this.fetcher = fetcher;
        this.app = app;
    }

    /// <summary>Where it listens.</summary>
    public Uri Url =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The newsroom that it serves.</summary>
    public OpenNewsroom Newsroom => newsroom;

    /// <summary>The views.</summary>
    public ViewStore Views => newsroom.Views;

    /// <summary>What people do in the newsroom.</summary>
    public Acts Acts => app.Services.GetRequiredService<Acts>();

    /// <summary>Opens the newsroom, starts to serve it and to work in it.</summary>
    /// <exception cref="Store.StoreException">It can't be opened.</exception>
    /// <exception cref="Failure">The port is in use, or address and certificate don't go together.</exception>
    public static async Task<NewsroomServer> StartAsync(
        ServeOptions options,
        Site site,
        GatherPace pace,
        CancellationToken cancellation
    )
    {
        if (options.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) != (options.Certificate is not null))
        {
            throw new Failure(
                options.Certificate is null
                    ? $"{options.Url} needs a certificate; give its file with --certificate"
                    : "a certificate is for https; give an address such as --urls https://0.0.0.0:443 too"
            );
        }
        var opened = OpenNewsroom.Open(options.Folder, options.Clock);
        var outbound = new Fetcher(Outbound(options), options.Clock);
        var server = new NewsroomServer(opened, outbound, BuildApp(options, opened));
        try
        {
            await server.Acts.NameSiteAsync(site, cancellation);
            await server.app.StartAsync(cancellation);
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            throw e
                is IOException
                {
                    InnerException: SocketException or Microsoft.AspNetCore.Connections.AddressInUseException
                }
                ? new Failure($"{options.Url} is in use; choose another address with --urls")
                : e;
        }
        server.work = server.WorkAsync(options, pace);
        return server;
    }

    /// <summary>Serves until it is told to stop by the system or the token.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        // Open streams end first; where the server was told to stop already, there is nothing left to do.
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }
        fetcher.Dispose();
        newsroom.Dispose();
        stopping.Dispose();
    }

    private static FetcherOptions Outbound(ServeOptions options) =>
        new() { Allow = options.Allow, PublicUrl = options.PublicUrl };

    // Without the exceptions of the gatherer: what it may fetch its owner chose, whom the hub calls anybody may choose.
    private static HttpClient Subscribers(ServeOptions options) =>
        GuardedHttp.NewClient(new FetcherOptions { PublicUrl = options.PublicUrl }, DecompressionMethods.None);

    private static WebApplication BuildApp(ServeOptions options, OpenNewsroom opened)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseUrls(options.Url);
        UseCertificate(builder, options);
        builder.Logging.ToStandardError();
        builder.Services.AddSingleton(opened);
        builder.Services.AddSingleton(opened.Ledger);
        builder.Services.AddSingleton(opened.State);
        builder.Services.AddSingleton(opened.Views);
        builder.Services.AddSingleton(options.Clock);
        var publishing = new PublishOptions
        {
            PublicUrl = options.PublicUrl,
            Build = CommandLine.Build,
            HoldsPeople = options.Gate.HoldsPeople,
        };
        builder.Services.AddSingleton(
            publishing with
            {
                MostStreams = options.MostStreams ?? publishing.MostStreams,
                MostStreamsFromOne = options.MostStreamsFromOne ?? publishing.MostStreamsFromOne,
            }
        );
        builder.Services.AddSingleton(_ => new HubOptions { Http = Subscribers(options) });
        builder.Services.AddSingleton<Acts>();
        builder.Services.AddReadersSite();
        var built = builder.Build();
        if (options.TrustedProxies.Count > 0)
        {
            built.UseForwardedHeaders(Forwarded(options));
        }
        built.MapReadersSite();
        built.MapDeskApi();
        return built;
    }

    private static void UseCertificate(WebApplicationBuilder builder, ServeOptions options)
    {
        if (options.Certificate is { } certificate)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(kestrel =>
                kestrel.ConfigureHttpsDefaults(https =>
                {
                    https.ServerCertificate = certificate.Own;
                    https.ServerCertificateChain = certificate.Chain;
                })
            );
        }
    }

    /// <summary>Readers' addresses as trusted proxies tell them, back to the first that is not one of these.</summary>
    private static ForwardedHeadersOptions Forwarded(ServeOptions options)
    {
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.TrustedProxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }
        return forwarded;
    }

    /// <summary>Everything that goes on while the site is served: the order is that of the way from a fetch to a page.</summary>
    private Task WorkAsync(ServeOptions options, GatherPace pace)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>();
        var following = new Following(newsroom.Ledger, newsroom.Views, log.CreateLogger<Following>());
        var gatherer = new Gatherer(newsroom.Ledger, newsroom.Views, newsroom.State, fetcher, pace, options.Clock);
        var commands = new ControlCommands(newsroom, fetcher);
        return Task.WhenAll(
            KeepAsync(token => gatherer.RunAsync(token)),
            KeepAsync(token => following.RunAsync(new ReadFollower(newsroom.Ledger), token)),
            KeepAsync(token => following.RunAsync(new LinkFollower(newsroom.Views), token)),
            KeepAsync(token => following.RunAsync(new TrailFollower(newsroom.Ledger), token)),
            KeepAsync(token =>
                following.RunAsync(new WeaveFollower(newsroom.Ledger, newsroom.Views, options.Gate), token)
            ),
            KeepAsync(token => following.RunAsync(new PostFollower(newsroom.Views), token)),
            KeepAsync(token => following.RunAsync(new StoryFollower(newsroom.Ledger, newsroom.Views), token)),
            KeepAsync(token => newsroom.Views.FollowAsync(newsroom.Ledger, token)),
            KeepAsync(token => ControlSocket.ListenAsync(options.Folder, commands, log.CreateLogger("control"), token))
        );

        // Each works on a thread of the pool; when one ends for a reason of its own, the server says why and stops.
        Task KeepAsync(Func<CancellationToken, Task> worker) =>
            Task.Run(async () =>
            {
                try
                {
                    await worker(stopping.Token);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    await Console.Error.WriteLineAsync(
                        $"perennial: {e.Message.ReplaceLineEndings(" ")}; the server stops"
                    );
                    app.Lifetime.StopApplication();
                }
            });
    }
}
