using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Perennial.Server.Demo;

/// <summary>The outlets of a recording as web servers on this machine, each showing what it showed at the clock's time.</summary>
internal sealed partial class DemoOrigin : IAsyncDisposable
{
    private readonly Recording recording;
    private readonly TimeProvider clock;
    private readonly WebApplication app;

    private DemoOrigin(Recording recording, TimeProvider clock, WebApplication app)
    {
        this.recording = recording;
        this.clock = clock;
        this.app = app;
    }

    /// <summary>The outlets' feeds as sources.</summary>
    public IReadOnlyList<SourceAdded> Feeds =>
        [
            .. app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Select(address => new Uri(address))
                .Select(address =>
                {
                    var outlet = recording.Outlets.Single(outlet => outlet.Address == address.Host);
                    return new SourceAdded
                    {
                        Url = new Uri(address, OutletFeed.Path).AbsoluteUri,
                        Kind = SourceKind.Feed,
                        Name = outlet.Name,
                        Licence = outlet.Licence,
                    };
                }),
        ];

    /// <summary>The address of an article, which is named by its outlet's folder and its path, joined.</summary>
    public string AddressOf(string article)
    {
        var slash = article.IndexOf('/', StringComparison.Ordinal);
        var outlet = recording.Outlets.Single(outlet => outlet.Folder == article[..slash]);
        var feed = Feeds.Single(feed => new Uri(feed.Url).Host == outlet.Address);
        return new Uri(new Uri(feed.Url), article[slash..]).AbsoluteUri;
    }

    /// <summary>Starts all outlets.</summary>
    /// <param name="recording">What they show.</param>
    /// <param name="port">The port that all listen on, each on its own address; 0 takes free ones.</param>
    /// <param name="clock">Says what they show now.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="Failure">The port is in use, or the addresses can't be listened on.</exception>
    public static async Task<DemoOrigin> StartAsync(
        Recording recording,
        int port,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.ToStandardError();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var outlet in recording.Outlets)
            {
                kestrel.Listen(IPAddress.Parse(outlet.Address), port);
            }
        });
        var origin = new DemoOrigin(recording, clock, builder.Build());
        origin.app.Run(origin.AnswerAsync);
        try
        {
            await origin.app.StartAsync(cancellation);
        }
        catch (IOException e)
        {
            await origin.DisposeAsync();
            throw new Failure($"the demo's outlets can't listen on 127.0.1.1 and its neighbours: {e.Message}");
        }
        return origin;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var now = clock.GetUtcNow();
        var host = context.Connection.LocalIpAddress!.MapToIPv4().ToString();
        var outlet = recording.Outlets.Single(outlet => outlet.Address == host);
        var shown = outlet.Pages.Where(page => page.Time <= now).ToLookup(page => page.Path, StringComparer.Ordinal);
        var root = $"http://{context.Request.Host}";
        var path = context.Request.Path.Value ?? "/";
        if (path == OutletFeed.Path)
        {
            var type = outlet.Feed == "atom" ? "application/atom+xml" : "application/rss+xml";
            return SendAsync(context, OutletFeed.Of(outlet, root, [.. shown.Select(Latest)]), $"{type}; charset=utf-8");
        }
        if (!shown.Contains(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var latest = Latest(shown[path]);
        if (latest.Page.Gone)
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return Task.CompletedTask;
        }
        return SendAsync(context, Encoding.UTF8.GetBytes(Html(outlet, root, latest)), "text/html; charset=utf-8");

        static PageVersion Latest(IEnumerable<RecordedPage> versions) => new(versions.First(), versions.Last());
    }

    /// <summary>Answers with the content, or with 304 to one who has it already.</summary>
    private static async Task SendAsync(HttpContext context, byte[] content, string contentType)
    {
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    /// <summary>The outlet's page with the article's values in their places; a place without a value stays empty.</summary>
    public static string Html(RecordedOutlet outlet, string root, PageVersion version) =>
        Place()
            .Replace(
                outlet.Template,
                place =>
                    place.Groups["name"].Value switch
                    {
                        "body" => version.Page.Body,
                        "address" => root + version.Page.Path,
                        "published" => OutletFeed.Iso(version.First.Time),
                        "modified" => OutletFeed.Iso(version.Page.Time),
                        var name => WebUtility.HtmlEncode(version.Page.Values.GetValueOrDefault(name, "")),
                    }
            );

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}

/// <summary>A page as it is shown now.</summary>
/// <param name="First">Its first version, which says when it was published.</param>
/// <param name="Page">The version that is shown.</param>
internal sealed record PageVersion(RecordedPage First, RecordedPage Page);
