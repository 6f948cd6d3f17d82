using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Perennial.Gather.Tests;

/// <summary>The fetcher against a real server that behaves well.</summary>
public sealed class FetcherTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2031, 3, 12, 12, 0, 0, TimeSpan.Zero));
    private LocalOrigin origin = null!;
    private Fetcher fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        origin = await LocalOrigin.StartAsync();
        fetcher = new Fetcher(
            new FetcherOptions
            {
                Allow = [IPNetwork.Parse("127.0.0.0/8")],
                PublicUrl = new Uri("https://news.example.org/"),
            },
            clock
        );
    }

    [Fact]
    public async Task A_page_comes_with_its_bytes_and_headers()
    {
        origin.Serve("/a", "<p>Žluť</p>", "text/html; charset=utf-8", etag: "\"v1\"");
        var fetched = await FetchAsync<Fetched>("/a");

        fetched.Body.ShouldBe("<p>Žluť</p>"u8.ToArray());
        (fetched.ContentType, fetched.Etag, fetched.FinalUrl, fetched.MovedTo).ShouldBe(
            ("text/html; charset=utf-8", "\"v1\"", origin.Url("/a"), null)
        );
    }

    [Fact]
    public async Task We_say_who_we_are()
    {
        origin.Serve("/a", "x");
        await FetchAsync<Fetched>("/a");

        origin.Requests[0].UserAgent.ShouldBe("Perennial/0.1 (news reader; +https://news.example.org/)");
    }

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData("W/\"v1\"")]
    [InlineData("v1 without quotes")]
    public async Task Who_knows_the_etag_gets_nothing_new(string etag)
    {
        origin.Serve("/a", "x", etag: etag);

        await FetchAsync<Unchanged>(new FetchRequest { Url = origin.Url("/a"), Etag = etag });
        await FetchAsync<Fetched>(new FetchRequest { Url = origin.Url("/a"), Etag = "\"older\"" });
    }

    [Fact]
    public async Task Who_knows_the_date_gets_nothing_new()
    {
        const string date = "Wed, 12 Mar 2031 09:15:00 GMT";
        origin.Answer(
            "/a",
            context =>
            {
                context.Response.Headers.LastModified = date;
                context.Response.StatusCode = context.Request.Headers.IfModifiedSince == date ? 304 : 200;
                return Task.CompletedTask;
            }
        );
        var first = await FetchAsync<Fetched>("/a");

        await FetchAsync<Unchanged>(new FetchRequest { Url = origin.Url("/a"), LastModified = first.LastModified });
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    public async Task Only_a_permanent_redirect_is_a_move(int status, bool isMove)
    {
        origin.Redirect("/old", "/new", status);
        origin.Serve("/new", "x");
        var fetched = await FetchAsync<Fetched>("/old");

        fetched.FinalUrl.ShouldBe(origin.Url("/new"));
        fetched.MovedTo.ShouldBe(isMove ? origin.Url("/new") : null);
    }

    [Fact]
    public async Task One_temporary_redirect_on_the_way_makes_it_no_move()
    {
        origin.Redirect("/old", "/between", 301);
        origin.Redirect("/between", "/new", 302);
        origin.Serve("/new", "x");

        (await FetchAsync<Fetched>("/old")).MovedTo.ShouldBeNull();
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_is_not_there_is_gone(int status)
    {
        origin.Answer("/a", status);

        (await FetchAsync<Gone>("/a")).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(429, "90", 90)]
    [InlineData(503, "Wed, 12 Mar 2031 12:10:00 GMT", 600)]
    [InlineData(503, null, null)]
    [InlineData(429, "soon", null)]
    public async Task A_server_that_asks_for_patience_says_how_much(int status, string? header, int? seconds)
    {
        origin.Answer("/a", status, "Retry-After", header);

        (await FetchAsync<Throttled>("/a")).RetryAfter.ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task Any_other_status_is_a_failure_that_names_it(int status)
    {
        origin.Answer("/a", status);

        (await FetchAsync<Failed>("/a")).Problem.Message.ShouldContain($"HTTP {status}");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_page_is_unpacked(string encoding)
    {
        var text = string.Concat(Enumerable.Repeat("the dam holds ", 1000));
        origin.Answer("/a", context => SendAsync(context, encoding, System.Text.Encoding.UTF8.GetBytes(text)));

        System.Text.Encoding.UTF8.GetString((await FetchAsync<Fetched>("/a")).Body).ShouldBe(text);
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await origin.DisposeAsync();
    }

    internal static async Task SendAsync(HttpContext context, string encoding, byte[] content)
    {
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream packed = encoding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
        };
        await packed.WriteAsync(content, context.RequestAborted);
    }

    private Task<T> FetchAsync<T>(string path)
        where T : FetchOutcome => FetchAsync<T>(new FetchRequest { Url = origin.Url(path) });

    private async Task<T> FetchAsync<T>(FetchRequest request)
        where T : FetchOutcome =>
        (await fetcher.FetchAsync(request, TestContext.Current.CancellationToken)).ShouldBeOfType<T>();
}
