using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Perennial.Gather;
using Perennial.Store;
using Perennial.Store.Views;

namespace Perennial.Server.Tests;

/// <summary>To whom the server speaks, and how: proxies, limits, certificates.</summary>
public sealed class ServingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("perennial-").FullName;
    private readonly HttpClient http = new(new SocketsHttpHandler { ResponseDrainTimeout = default });

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Streams_are_counted_by_the_address_that_a_trusted_proxy_tells()
    {
        await using var server = await StartAsync(options =>
            options with
            {
                TrustedProxies = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("198.51.100.0/24")],
                MostStreamsFromOne = 1,
            }
        );
        await OpenStoryAsync(server);

        // The last that is no proxy counts: what stands before it anybody could have written.
        using var first = await StreamAsync(server, "192.0.2.9, 203.0.113.5, 198.51.100.7");
        using var second = await StreamAsync(server, "203.0.113.5");
        using var other = await StreamAsync(server, "203.0.113.6");

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter.ShouldNotBeNull();
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_anybody_else_tells_of_addresses_is_passed_over()
    {
        await using var server = await StartAsync(options => options with { MostStreamsFromOne = 1, MostStreams = 2 });
        await OpenStoryAsync(server);

        using var first = await StreamAsync(server, "203.0.113.5");
        using var second = await StreamAsync(server, "203.0.113.5");
        using var third = await StreamAsync(server, "203.0.113.6");

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task After_a_restart_readers_go_on_from_the_last_event_they_have()
    {
        var published = new List<long>();
        await using (var first = await StartAsync(options => options))
        {
            var story = await OpenStoryAsync(first);
            for (var number = 0; number < 5; number++)
            {
                published.Add(await PublishAsync(first, story, $"Post {number}."));
            }
        }
        await using var second = await StartAsync(options => options);
        using var stream = await StreamAsync(second, "192.0.2.1", lastEventId: published[1]);
        using var lines = new StreamReader(
            await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );

        (await IdAsync(lines)).ShouldBe(published[2]);
        (await IdAsync(lines)).ShouldBe(published[3]);
        (await IdAsync(lines)).ShouldBe(published[4]);
        StoryRow same;
        using (var snapshot = second.Newsroom.Views.Snapshot())
        {
            same = StoriesView.FindBySlug(snapshot, "flood")!;
        }
        var next = await PublishAsync(second, same, "And on.");
        (await IdAsync(lines)).ShouldBe(next);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task With_a_certificate_pages_and_streams_come_over_tls(string version)
    {
        var (certificate, key) = await CertificateAsync();
        await using var server = await StartAsync(options =>
            options with
            {
                Url = "https://127.0.0.1:0",
                Certificate = ServerCertificate.Read(certificate, key),
            }
        );
        var story = await OpenStoryAsync(server);
        using var secure = new HttpClient(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    // Made by the test a moment ago.
#pragma warning disable CA5359
                    RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
                },
                ResponseDrainTimeout = default,
            }
        )
        {
            BaseAddress = server.Url,
            DefaultRequestVersion = new Version(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var stream = await secure.GetAsync(
            new Uri($"/stories/{story.Slug}/live", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        using var lines = new StreamReader(
            await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );

        var published = await PublishAsync(server, story, "The first.");

        (await IdAsync(lines)).ShouldBe(published);
    }

    [Fact]
    public async Task An_address_for_https_needs_a_certificate() =>
        (await Perennially.RunAsync("serve", "--data", folder, "--urls", "https://127.0.0.1:0")).ShouldHaveFailed(
            1,
            "--certificate"
        );

    [Fact]
    public async Task A_certificate_needs_an_address_for_https()
    {
        var (certificate, key) = await CertificateAsync();

        var ran = await Perennially.RunAsync(
            "serve",
            "--data",
            folder,
            "--urls",
            "http://127.0.0.1:0",
            "--certificate",
            certificate,
            "--key",
            key
        );

        ran.ShouldHaveFailed(1, "--urls https");
    }

    [Fact]
    public async Task A_file_that_is_no_certificate_is_named()
    {
        var path = Path.Combine(folder, "letter.pem");
        await File.WriteAllTextAsync(path, "Dear reader,", TestContext.Current.CancellationToken);

        var ran = await Perennially.RunAsync(
            "serve",
            "--data",
            folder,
            "--urls",
            "https://127.0.0.1:0",
            "--certificate",
            path
        );

        ran.ShouldHaveFailed(1, "letter.pem");
    }

    private Task<NewsroomServer> StartAsync(Func<ServeOptions, ServeOptions> with) =>
        NewsroomServer.StartAsync(
            with(new ServeOptions { Folder = new NewsroomFolder(folder), Url = "http://127.0.0.1:0" }),
            new Site { Name = "The Courier" },
            GatherPace.Default,
            TestContext.Current.CancellationToken
        );

    private static Task<StoryRow> OpenStoryAsync(NewsroomServer server) =>
        server.Acts.OpenStoryAsync("Flood", null, null, "tester", TestContext.Current.CancellationToken);

    private static async Task<long> PublishAsync(NewsroomServer server, StoryRow story, string text)
    {
        var post = new Post { Time = TimeProvider.System.GetUtcNow(), Text = text };
        return (await server.Acts.PublishAsync(story, post, "tester", TestContext.Current.CancellationToken)).Since;
    }

    private static async Task<long> IdAsync(StreamReader lines)
    {
        string? line;
        do
        {
            line = await Eventually.Ends(lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask());
            line.ShouldNotBeNull("the stream ended");
        } while (!line.StartsWith("id: ", StringComparison.Ordinal));
        return long.Parse(line["id: ".Length..], CultureInfo.InvariantCulture);
    }

    private async Task<HttpResponseMessage> StreamAsync(
        NewsroomServer server,
        string forwardedFor,
        long? lastEventId = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, "/stories/flood/live"));
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        if (lastEventId is { } last)
        {
            request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        }
        return await http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
    }

    private async Task<(string Certificate, string Key)> CertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            now.AddDays(-1),
            now.AddDays(1)
        );
        var paths = (Path.Combine(folder, "own.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(
            paths.Item1,
            certificate.ExportCertificatePem(),
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(paths.Item2, key.ExportECPrivateKeyPem(), TestContext.Current.CancellationToken);
        return paths;
    }
}
