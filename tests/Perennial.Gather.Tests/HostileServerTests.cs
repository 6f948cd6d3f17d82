using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Perennial.Gather.Tests;

/// <summary>The fetcher against a server that is broken or means harm: each time one line says what was wrong.</summary>
public sealed class HostileServerTests : IAsyncLifetime
{
    private static readonly FetcherOptions Options = new()
    {
        Allow = [IPNetwork.Parse("127.0.0.1/32")],
        LargestBody = 1024 * 1024,
    };

    private LocalOrigin origin = null!;

    public async ValueTask InitializeAsync() => origin = await LocalOrigin.StartAsync();

    [Fact]
    public async Task An_address_that_redirects_to_itself_is_given_up()
    {
        origin.Redirect("/a", "/b");
        origin.Redirect("/b", "/a");

        (await FetchAsync<Failed>(origin.Url("/a"))).Problem.Message.ShouldContain("redirects for ever");
        origin.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_address_that_redirects_ever_further_is_given_up()
    {
        for (var i = 0; i < 20; i++)
        {
            origin.Redirect($"/{i}", $"/{i + 1}");
        }

        (await FetchAsync<Failed>(origin.Url("/0"))).Problem.Message.ShouldContain("more than 5 redirects");
        origin.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("http://127.0.0.2:8080/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("//10.0.0.1/x")]
    public async Task A_redirect_to_a_private_address_is_refused(string to)
    {
        origin.Redirect("/a", to, 301);

        (await FetchAsync<Refused>(origin.Url("/a"))).Problem.Code.ShouldBe("private-address");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("gopher://127.0.0.1/x")]
    [InlineData("javascript:alert(1)")]
    public async Task A_redirect_to_what_is_no_web_address_is_refused(string to)
    {
        origin.Redirect("/a", to);

        (await FetchAsync<Refused>(origin.Url("/a"))).Problem.Code.ShouldBe("not-http");
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("http://:x")]
    [InlineData("http://a b/")]
    public async Task A_redirect_to_nonsense_is_a_failure(string to)
    {
        origin.Redirect("/a", to);

        (await FetchAsync<FetchOutcome>(origin.Url("/a"))).ShouldNotBeOfType<Fetched>();
    }

    /// <summary>The ways to write this machine's address; without permission none of them reaches it.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    public async Task This_machine_is_not_reached_without_permission_however_it_is_written(string host)
    {
        var url = $"http://{host}:{new Uri(origin.Url("/")).Port}/";
        using var fetcher = new Fetcher(new FetcherOptions(), TimeProvider.System);
        var outcome = await fetcher.FetchAsync(new FetchRequest { Url = url }, TestContext.Current.CancellationToken);

        outcome.ShouldBeOfType<Refused>().Problem.Message.ShouldContain("--allow");
        origin.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_judged_by_the_address_that_is_connected_to_each_time()
    {
        // A name that leads to an allowed address when it is first asked, and to a private one the next time.
        var asked = 0;
        using var fetcher = new Fetcher(
            Options with
            {
                Resolve = (_, _) =>
                    Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? "127.0.0.1" : "127.0.0.2")]),
            },
            TimeProvider.System
        );
        origin.Answer(
            "/a",
            context =>
            {
                context.Response.Headers.Connection = "close";
                return context.Response.WriteAsync("x", context.RequestAborted);
            }
        );
        var url = $"http://rebinding.example:{new Uri(origin.Url("/")).Port}/a";

        (await FetchAsync(fetcher, url)).ShouldBeOfType<Fetched>();
        (await FetchAsync(fetcher, url)).ShouldBeOfType<Refused>().Problem.Code.ShouldBe("private-address");
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task Of_the_addresses_of_a_name_only_those_are_tried_that_are_allowed()
    {
        using var fetcher = new Fetcher(
            Options with
            {
                Resolve = (_, _) =>
                    Task.FromResult<IPAddress[]>([
                        IPAddress.Parse("127.0.0.2"),
                        IPAddress.Parse("127.0.0.1"),
                        IPAddress.IPv6Loopback,
                    ]),
            },
            TimeProvider.System
        );
        origin.Serve("/a", "x");

        (await FetchAsync(fetcher, $"http://two.example:{new Uri(origin.Url("/")).Port}/a")).ShouldBeOfType<Fetched>();
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_not_read_to_its_end()
    {
        origin.Answer(
            "/a",
            async context =>
            {
                for (var block = new byte[64 * 1024]; !context.RequestAborted.IsCancellationRequested; )
                {
                    await context.Response.Body.WriteAsync(block, context.RequestAborted);
                }
            }
        );

        (await FetchAsync<Failed>(origin.Url("/a"))).Problem.Message.ShouldContain("more than 1 MB");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_not_unpacked_to_its_end(string encoding)
    {
        origin.Answer("/a", context => FetcherTests.SendAsync(context, encoding, new byte[200 * 1024 * 1024]));

        (await FetchAsync<Failed>(origin.Url("/a"))).Problem.Message.ShouldContain("more than 1 MB");
    }

    [Fact]
    public async Task Bytes_that_are_not_packed_as_the_header_says_are_a_failure()
    {
        origin.Answer(
            "/a",
            context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                return context.Response.WriteAsync("this is not gzip", context.RequestAborted);
            }
        );

        (await FetchAsync<Failed>(origin.Url("/a"))).Problem.Code.ShouldBe("unreachable");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_takes_for_ever_is_left(bool afterItsHeaders)
    {
        origin.Answer(
            "/a",
            async context =>
            {
                if (afterItsHeaders)
                {
                    await context.Response.WriteAsync("<p>and then", context.RequestAborted);
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                }
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
        );
        using var fetcher = new Fetcher(
            Options with
            {
                Deadline = TimeSpan.FromMilliseconds(300),
            },
            TimeProvider.System
        );

        (await FetchAsync(fetcher, origin.Url("/a"))).ShouldBeOfType<Failed>().Problem.Code.ShouldBe("timeout");
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_a_failure_and_no_short_page()
    {
        origin.Answer(
            "/a",
            async context =>
            {
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("the first words", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();
            }
        );

        (await FetchAsync<Failed>(origin.Url("/a"))).Problem.Code.ShouldBe("unreachable");
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_failure()
    {
        var url = origin.Url("/a");
        await origin.DisposeAsync();

        (await FetchAsync<Failed>(url)).Problem.Code.ShouldBe("unreachable");
    }

    [Fact]
    public async Task Who_is_told_to_stop_stops()
    {
        using var stop = new CancellationTokenSource();
        origin.Answer(
            "/a",
            async context =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
        );
        using var fetcher = new Fetcher(Options, TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            fetcher.FetchAsync(new FetchRequest { Url = origin.Url("/a") }, stop.Token)
        );
    }

    public ValueTask DisposeAsync() => origin.DisposeAsync();

    private static async Task<T> FetchAsync<T>(string url)
        where T : FetchOutcome
    {
        using var fetcher = new Fetcher(Options, TimeProvider.System);
        return (await FetchAsync(fetcher, url)).ShouldBeAssignableTo<T>()!;
    }

    private static Task<FetchOutcome> FetchAsync(Fetcher fetcher, string url) =>
        fetcher.FetchAsync(new FetchRequest { Url = url }, TestContext.Current.CancellationToken);
}
