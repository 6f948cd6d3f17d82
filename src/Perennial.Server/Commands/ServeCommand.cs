using System.CommandLine;
using System.Net;
using Perennial.Gather;
using Perennial.Store;

namespace Perennial.Server.Commands;

/// <summary><c>serve</c>: the server.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var data = Options.Data();
        var urls = Options.Urls(ServeOptions.DefaultUrl);
        var publicUrl = new Option<string?>("--public-url")
        {
            Description = "the address that readers know; stories of the machine then wait for an editor",
            HelpName = "URL",
        };
        publicUrl.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            )
            {
                result.AddError($"--public-url {token.Value} is no address such as https://news.example.org");
            }
        });
        var allow = Options.Allow();
        allow.Description += " (by the gatherer: the hub calls none of them)";
        var proxies = Options.Ranges("--trust-proxy", "proxies whose word on a reader's address is taken");
        var certificate = new Option<string?>("--certificate")
        {
            Description = "the certificate for https and HTTP/2: a PEM file, or a .pfx without a password",
            HelpName = "FILE",
        };
        var key = new Option<string?>("--key")
        {
            Description = "the key of the certificate, where it stands in a file of its own",
            HelpName = "FILE",
        };
        var streams = Options.Count("--streams", "how many pages may be told of changes at once (default 15000)");
        var streamsFromOne = Options.Count("--streams-per-address", "how many of them at one address (default 500)");
        var command = new Command("serve", "gather, read, weave and publish")
        {
            data,
            urls,
            publicUrl,
            allow,
            proxies,
            certificate,
            key,
            streams,
            streamsFromOne,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var options = new ServeOptions
                {
                    Folder = new NewsroomFolder(parsed.GetValue(data)!),
                    Url = parsed.GetValue(urls) ?? ServeOptions.DefaultUrl,
                    PublicUrl = parsed.GetValue(publicUrl) is { } url ? new Uri(url) : null,
                    Allow = [.. parsed.GetValue(allow)!.Select(range => IPNetwork.Parse(range))],
                    TrustedProxies = [.. parsed.GetValue(proxies)!.Select(range => IPNetwork.Parse(range))],
                    Certificate = parsed.GetValue(certificate) is { } file
                        ? ServerCertificate.Read(file, parsed.GetValue(key))
                        : null,
                    MostStreams = parsed.GetValue(streams),
                    MostStreamsFromOne = parsed.GetValue(streamsFromOne),
                };
                options.Folder.Create();
                var site = SiteFile.Read(options.Folder.Path);
                await using var server = await NewsroomServer.StartAsync(
                    options,
                    site,
                    GatherPace.Default,
                    cancellation
                );
                Console.WriteLine($"{site.Name} is served at {Shown(server.Url)}");
                await server.WaitForShutdownAsync(cancellation);
                return 0;
            }
        );
        return command;
    }

    /// <summary>The address to open in a browser: by name on this machine, since some things refuse bare addresses.</summary>
    public static Uri Shown(Uri url) =>
        url.Host is "127.0.0.1" or "[::]" or "0.0.0.0" ? new UriBuilder(url) { Host = "localhost" }.Uri : url;
}
