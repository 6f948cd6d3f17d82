using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Perennial.Publish.Live;

namespace Perennial.Publish.Tests;

/// <summary>How the stream gets to many readers: over connections that end, stall or are too many, and over those that the pump can't write to.</summary>
public sealed class DeliveryTests
{
    // Several of them are more than a connection takes while nobody reads, all of them more than a channel keeps.
    private const int LongPosts = 160;
    private static readonly string LongText = new('x', 60_000);

    [Fact]
    public async Task A_connection_whose_stream_came_to_its_end_can_be_asked_again()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var other = await site.OpenStoryAsync("election");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");
        await site.PublishAsync(story, "First");
        await stream.EventAsync();
        await site.HoldAsync(story);

        (await stream.EventAsync()).ShouldContain("event: remove");
        (await stream.BlockAsync()).ShouldBeNull();
        stream.IsWhole.ShouldBeTrue();
        using var second = await stream.AgainAsync("/stories/election/live");
        await site.PublishAsync(other, "Elsewhere");

        (await second.EventAsync()).ShouldContain("Elsewhere");
    }

    [Fact]
    public async Task A_server_that_stops_brings_its_streams_to_their_end()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");
        await site.PublishAsync(story, "First");
        await stream.EventAsync();

        var stopping = site.StopAsync();

        (await stream.BlockAsync()).ShouldBeNull();
        stream.IsWhole.ShouldBeTrue();
        await Eventually.Ends(stopping);
    }

    [Fact]
    public async Task A_reader_who_takes_nothing_is_cut_while_the_others_go_on()
    {
        await using var site = await RunningSite.StartAsync(
            signOfLife: TimeSpan.FromMilliseconds(200),
            with: options => options with { Patience = TimeSpan.FromMilliseconds(500) }
        );
        var story = await site.OpenStoryAsync("flood");
        using var stalled = await StalledAsync(site, "/stories/flood/live");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");

        for (var number = 0; number < LongPosts; number++)
        {
            var post = await site.PublishAsync(story, $"Post {number}", LongText);
            PositionOf(await stream.EventAsync()).ShouldBe(post.Position);
        }

        // Nothing can be read of it any more but what the connection had taken, and no end of the answer.
        (await RestAsync(stalled)).ShouldNotEndWith("0\r\n\r\n");
        await Eventually.IsSo(() => site.Services.GetRequiredService<StreamPlaces>().Taken == 1, "its place is free");
        var last = await site.PublishAsync(story, "Last");
        PositionOf(await stream.EventAsync()).ShouldBe(last.Position);
    }

    [Fact]
    public async Task A_reader_who_stalls_for_a_while_gets_everything_in_order_when_they_go_on()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        using var stream = await RawStream.OpenAsync(site, "/stories/flood/live");
        var published = new List<long>();
        for (var number = 0; number < LongPosts; number++)
        {
            published.Add((await site.PublishAsync(story, $"Post {number}", LongText)).Position);
        }

        foreach (var position in published)
        {
            PositionOf(await stream.EventAsync()).ShouldBe(position);
        }
        var last = await site.PublishAsync(story, "Last");
        PositionOf(await stream.EventAsync()).ShouldBe(last.Position);
    }

    [Fact]
    public async Task Many_stories_in_two_languages_each_reach_their_own_readers()
    {
        const int stories = 25;
        await using var site = await RunningSite.StartAsync();
        var ids = new List<string>();
        var streams = new List<RawStream>();
        for (var number = 0; number < stories; number++)
        {
            ids.Add(await site.OpenStoryAsync($"story-{number}"));
            streams.Add(await RawStream.OpenAsync(site, $"/stories/story-{number}/live"));
            streams.Add(await RawStream.OpenAsync(site, $"/stories/story-{number}/live?lang=fr"));
        }

        foreach (var id in ids)
        {
            await site.PublishAsync(id, $"Of {id}.", keyEvent: true);
        }

        for (var number = 0; number < stories; number++)
        {
            var english = await streams[2 * number].EventAsync();
            english.ShouldContain($"Of {ids[number]}.");
            english.ShouldContain("Key event");
            (await streams[(2 * number) + 1].EventAsync()).ShouldContain("Moment clé");
        }
        streams.ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task Over_http_2_the_stream_is_the_same()
    {
        await using var site = await RunningSite.StartAsync(
            signOfLife: TimeSpan.FromMilliseconds(100),
            protocols: HttpProtocols.Http2
        );
        var story = await site.OpenStoryAsync("flood");
        var first = await site.PublishAsync(story, "First");
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"/stories/flood/live?after={first.Position - 1}", UriKind.Relative)
        )
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var answer = await site.Client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        using var lines = new StreamReader(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        (await LineAsync(lines, "retry: ")).ShouldNotBeNull();
        (await LineAsync(lines, "id: ")).ShouldBe($"id: {first.Position}");
        (await LineAsync(lines, ":")).ShouldBe(":");

        var second = await site.PublishAsync(story, "Second");
        (await LineAsync(lines, "id: ")).ShouldBe($"id: {second.Position}");
        var stopping = site.StopAsync();

        (await LineAsync(lines, "id: ")).ShouldBeNull();
        await Eventually.Ends(stopping);
    }

    [Fact]
    public async Task Who_comes_when_all_streams_are_taken_is_told_when_to_come_again()
    {
        await using var site = await RunningSite.StartAsync(with: options => options with { MostStreams = 2 });
        await site.OpenStoryAsync("flood");
        using var first = await RawStream.OpenAsync(site, "/stories/flood/live");
        var second = await RawStream.OpenAsync(site, "/stories/flood/live");

        var refused = await site.AnswerAsync("/stories/flood/live");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await site.AnswerAsync("/stories/flood/live", HttpMethod.Head)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // Whoever leaves makes room.
        second.Dispose();
        await Eventually.IsSo(() => site.Services.GetRequiredService<StreamPlaces>().Taken == 1, "a place is free");
        using var third = await RawStream.OpenAsync(site, "/stories/flood/live");
        third.Head.ShouldStartWith("HTTP/1.1 200 OK");
    }

    [Theory]
    [InlineData("203.0.113.5", "203.0.113.5", "203.0.113.6")]
    [InlineData("::ffff:203.0.113.5", "203.0.113.5", "::ffff:203.0.113.6")]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:2::1")]
    public void One_address_has_so_many_streams_and_another_has_its_own(string one, string same, string other)
    {
        var places = new StreamPlaces(
            new PublishOptions
            {
                Build = "test",
                MostStreams = 10,
                MostStreamsFromOne = 2,
            }
        );
        places.Take(IPAddress.Parse(one)).ShouldBeNull();
        places.Take(IPAddress.Parse(same)).ShouldBeNull();

        places.Take(IPAddress.Parse(one)).ShouldBe(StreamRefusal.FullFromThere);
        places.Take(IPAddress.Parse(other)).ShouldBeNull();
        places.GiveBack(IPAddress.Parse(same));
        places.Take(IPAddress.Parse(one)).ShouldBeNull();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void This_machine_is_a_proxy_perhaps_and_has_no_limit_of_its_own(string address)
    {
        var places = new StreamPlaces(
            new PublishOptions
            {
                Build = "test",
                MostStreams = 3,
                MostStreamsFromOne = 1,
            }
        );

        places.Take(IPAddress.Parse(address)).ShouldBeNull();
        places.Take(IPAddress.Parse(address)).ShouldBeNull();
        places.Take(IPAddress.Parse(address)).ShouldBeNull();
        places.Take(IPAddress.Parse(address)).ShouldBe(StreamRefusal.Full);
    }

    private static async Task<TcpClient> StalledAsync(RunningSite site, string address)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(site.Url.Host, site.Url.Port, TestContext.Current.CancellationToken);
        await client
            .GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                TestContext.Current.CancellationToken
            );
        return client;
    }

    private static async Task<string> RestAsync(TcpClient client)
    {
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        try
        {
            int length;
            while (
                (
                    length = await Eventually.Ends(
                        client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask()
                    )
                ) > 0
            )
            {
                text.Append(Encoding.ASCII.GetString(buffer, 0, length));
            }
        }
        catch (IOException)
        {
            // Reset.
        }
        return text.ToString();
    }

    private static async Task<string?> LineAsync(StreamReader lines, string beginning)
    {
        while (await Eventually.Ends(lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }
        return null;
    }

    private static long PositionOf(string block) =>
        long.Parse(block.Split('\n')[0]["id: ".Length..], CultureInfo.InvariantCulture);
}
