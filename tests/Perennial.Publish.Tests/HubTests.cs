using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Perennial.Store;

namespace Perennial.Publish.Tests;

/// <summary>The WebSub hub against a subscriber on a real server: the seven scenarios of websub.rocks, and what else may happen.</summary>
public sealed class HubTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    private readonly SettableClock clock = new(Nine);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task Hub_100_a_typical_subscriber_gets_the_topic_without_a_signature()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");

        // Discovery: the topic names the hub and itself, in the headers and in the feed.
        var topic = await site.AnswerAsync("/feed.atom");
        var links = Links(topic.Headers.GetValues("Link"));
        links["self"].ShouldBe($"{Base(site)}/feed.atom");
        var asked = await AskAsync(
            links["hub"],
            ("hub.mode", "subscribe"),
            ("hub.topic", links["self"]),
            ("hub.callback", subscriber.Callback)
        );
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var verified = await subscriber.VerifiedAsync();
        verified["hub.mode"].ShouldBe("subscribe");
        verified["hub.topic"].ShouldBe(links["self"]);
        verified["hub.lease_seconds"].ShouldBe("864000");
        verified["hub.challenge"].Length.ShouldBeGreaterThan(20);
        await ActiveAsync(site);
        await site.PublishAsync(story, "The dam holds");

        var delivery = await subscriber.DeliveredAsync();
        delivery.Body.ShouldBe(await site.GetAsync("/feed.atom"));
        delivery.Body.ShouldContain("The dam holds");
        delivery.ContentType.ShouldBe((await site.AnswerAsync("/feed.atom")).Content.Headers.ContentType!.ToString());
        Links(delivery.Link).ShouldBe(links);
        delivery.Signature.ShouldBeNull();
    }

    [Fact]
    public async Task Hub_101_with_a_secret_deliveries_are_signed()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/stories/flood/feed.rss", ("hub.secret", "a secret ✓"));
        await site.PublishAsync(story, "The dam holds");

        var delivery = await subscriber.DeliveredAsync();

        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes("a secret ✓"),
            Encoding.UTF8.GetBytes(delivery.Body)
        );
        delivery.Signature.ShouldBe($"sha256={Convert.ToHexStringLower(signature)}");
    }

    [Fact]
    public async Task Hub_102_parameters_that_it_does_not_know_are_ignored()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(
            site,
            subscriber,
            "/feed.rss",
            ("foo", "bar"),
            ("hub.foo", "hub.bar"),
            ("hub.verify", "sync")
        );
        await site.PublishAsync(story, "The dam holds");

        (await subscriber.DeliveredAsync()).Body.ShouldContain("The dam holds");
    }

    [Fact]
    public async Task Hub_103_who_subscribes_again_renews_and_is_told_once()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/feed.atom", ("hub.lease_seconds", "3600"));
        clock.Now = Nine.AddMinutes(50);
        await SubscribeAsync(site, subscriber, "/feed.atom", ("hub.lease_seconds", "3600"), ("hub.secret", "new"));
        site.Newsroom.State.Subscriptions().ShouldHaveSingleItem().Until.ShouldBe(Nine.AddMinutes(110));
        clock.Now = Nine.AddMinutes(80);
        await site.PublishAsync(story, "First");

        (await subscriber.DeliveredAsync()).Signature.ShouldNotBeNull();
        await site.PublishAsync(story, "Second");
        (await subscriber.DeliveredAsync()).Body.ShouldContain("Second");
        subscriber.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Hub_104_who_unsubscribes_is_told_no_more()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        await using var other = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/feed.atom");
        await SubscribeAsync(site, other, "/feed.atom");

        var ended = await AskAsync(
            $"{Base(site)}/hub",
            ("hub.mode", "unsubscribe"),
            ("hub.topic", $"{Base(site)}/feed.atom"),
            ("hub.callback", subscriber.Callback)
        );
        ended.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await subscriber.VerifiedAsync())["hub.mode"].ShouldBe("unsubscribe");
        await Eventually.IsSo(() => site.Newsroom.State.Subscriptions().Count == 1, "one subscription is left");
        await site.PublishAsync(story, "The dam holds");

        (await other.DeliveredAsync()).Body.ShouldContain("The dam holds");
        subscriber.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Hub_105_a_topic_of_plain_text_is_delivered_as_it_is()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        var topic = "/stories/flood/origins.csv";
        await SubscribeAsync(site, subscriber, topic);
        await site.AddArticleAsync(story, new Article { Title = "The dam", Text = "It holds." });

        var delivery = await subscriber.DeliveredAsync();

        delivery.ContentType.ShouldBe("text/csv; charset=utf-8; header=present");
        delivery.Body.ShouldContain("\"The dam\"");
        delivery.Body.ShouldBe(await site.GetAsync(topic));
        Links((await site.AnswerAsync(topic)).Headers.GetValues("Link")).ShouldBe(Links(delivery.Link));
    }

    [Fact]
    public async Task Hub_106_a_topic_of_json_is_delivered_as_it_is()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/sections/world/feed.json");
        await site.PublishAsync(story, "The dam holds");

        var delivery = await subscriber.DeliveredAsync();

        delivery.ContentType.ShouldBe("application/feed+json; charset=utf-8");
        delivery.Body.ShouldBe(await site.GetAsync("/sections/world/feed.json"));
        delivery.Body.ShouldContain("\"hubs\":[{\"type\":\"WebSub\"");
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("longer")]
    [InlineData("missing")]
    public async Task Who_does_not_repeat_the_challenge_is_not_subscribed(string how)
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        await site.OpenStoryAsync("flood");
        subscriber.Confirms = (context, challenge) =>
        {
            context.Response.StatusCode = how == "missing" ? 404 : 200;
            return how == "longer" ? challenge + "x" : "no";
        };
        await AskAsync(site, subscriber.Callback, "/feed.atom");

        await subscriber.VerifiedAsync();
        await Eventually.IsSo(() => site.Newsroom.State.Subscriptions().Count == 0, "it is forgotten");
    }

    [Fact]
    public async Task A_request_in_somebody_elses_name_ends_nothing()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/feed.atom", ("hub.secret", "ours"));
        subscriber.Confirms = (context, _) =>
        {
            context.Response.StatusCode = 404;
            return "";
        };

        await AskAsync(site, subscriber.Callback, "/feed.atom", ("hub.mode", "unsubscribe"));
        await subscriber.VerifiedAsync();
        await AskAsync(site, subscriber.Callback, "/feed.atom", ("hub.secret", "theirs"));
        await subscriber.VerifiedAsync();
        await ActiveAsync(site);
        await site.PublishAsync(story, "The dam holds");

        var delivery = await subscriber.DeliveredAsync();
        var signature = HMACSHA256.HashData("ours"u8, Encoding.UTF8.GetBytes(delivery.Body));
        delivery.Signature.ShouldBe($"sha256={Convert.ToHexStringLower(signature)}");
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_tried_again_and_then_the_newest_is_sent()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/feed.atom");
        subscriber.Takes = 503;
        await site.PublishAsync(story, "First");
        await subscriber.DeliveredAsync();
        await Eventually.IsSo(() => Only(site).Tries == 1, "it failed once");
        Only(site).Due.ShouldBe(Nine.AddMinutes(1));
        await site.PublishAsync(story, "Second");
        subscriber.Takes = 200;

        clock.Now = Nine.AddMinutes(2);
        await site.PublishAsync(story, "Third");

        var body = (await subscriber.DeliveredAsync()).Body;
        body.ShouldContain("Second");
        if (!body.Contains("Third", StringComparison.Ordinal))
        {
            body = (await subscriber.DeliveredAsync()).Body;
        }
        body.ShouldContain("Third");
        await Eventually.IsSo(() => Only(site).Tries == 0, "it is delivered");
        subscriber.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(410, 1)]
    [InlineData(500, 7)]
    public async Task Who_is_gone_or_never_answers_is_dropped(int status, int calls)
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/feed.atom", ("hub.lease_seconds", "2592000"));
        subscriber.Takes = status;
        for (var call = 0; call < calls; call++)
        {
            await site.PublishAsync(story, $"Report {call}");
            await subscriber.DeliveredAsync();
            // Before it is noted when to try again, that would be counted from the later time.
            await Eventually.IsSo(
                () => site.Newsroom.State.Subscriptions() is not [{ Tries: var tries }] || tries > call,
                "the failure is noted"
            );
            clock.Now += TimeSpan.FromHours(13);
        }

        await Eventually.IsSo(() => site.Newsroom.State.Subscriptions().Count == 0, "it is dropped");
    }

    [Fact]
    public async Task A_lease_ends()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/feed.atom", ("hub.lease_seconds", "600"));

        clock.Now = Nine.AddMinutes(10);
        await site.PublishAsync(story, "Too late");

        await Eventually.IsSo(() => site.Newsroom.State.Subscriptions().Count == 0, "it has ended");
        subscriber.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task What_happened_while_the_server_was_down_is_sent_when_it_is_up_again()
    {
        await using var subscriber = await Subscriber.StartAsync();
        string story;
        var url = "";
        var newsroom = new TemporaryNewsroom(clock);
        {
            var site = await StartAsync(newsroom);
            story = await site.OpenStoryAsync("flood");
            url = Base(site);
            await SubscribeAsync(site, subscriber, "/stories/flood/feed.json");
            await site.StopAsync();
            await site.PublishAsync(story, "While it was down");
        }
        subscriber.Waiting.ShouldBe(0);
        newsroom.Restart();

        await using var again = await StartAsync(newsroom);

        var delivery = await subscriber.DeliveredAsync();
        delivery.Body.ShouldContain("While it was down");
        Links(delivery.Link)["self"].ShouldBe($"{url}/stories/flood/feed.json");
    }

    [Fact]
    public async Task A_story_that_is_held_is_not_delivered()
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await using var other = await Subscriber.StartAsync();
        var open = await site.OpenStoryAsync("harvest");
        await SubscribeAsync(site, subscriber, "/stories/flood/feed.atom");
        await SubscribeAsync(site, other, "/stories/harvest/feed.atom");
        await site.HoldAsync(story);
        await site.PublishAsync(story, "A secret");
        await site.PublishAsync(open, "In the open");

        // The two are of one host, which is served in order.
        (await other.DeliveredAsync()).Body.ShouldContain("In the open");
        subscriber.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/stories/flood/feed.atom")]
    public async Task A_piece_is_delivered_like_a_post(string topic)
    {
        await using var site = await StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, topic);
        var piece = new Piece
        {
            Slug = "dams",
            Headline = "Why dams hold",
            Text = "They do.",
            Stories = [story],
        };
        await site.Newsroom.AppendAsync(
            EntryKinds.PiecePublished.New("w1", RunningSite.Author, new PiecePublished { Piece = piece })
        );

        (await subscriber.DeliveredAsync()).Body.ShouldContain("Why dams hold");
    }

    [Fact]
    public async Task A_slow_subscriber_keeps_no_other_host_waiting()
    {
        await using var site = await StartAsync();
        await using var slow = await Subscriber.StartAsync("127.0.0.1");
        await using var quick = await Subscriber.StartAsync("localhost");
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, slow, "/feed.atom");
        await SubscribeAsync(site, quick, "/feed.atom");
        using var hold = new SemaphoreSlim(0);
        slow.Before = token => hold.WaitAsync(token);
        await site.PublishAsync(story, "First");
        (await quick.DeliveredAsync()).Body.ShouldContain("First");
        await site.PublishAsync(story, "Second");

        (await quick.DeliveredAsync()).Body.ShouldContain("Second");
        slow.Waiting.ShouldBe(0);
        hold.Release(10);
    }

    [Theory]
    [InlineData("hub.mode", "publish", 400)]
    [InlineData("hub.mode", "", 400)]
    [InlineData("hub.callback", "ftp://127.0.0.1/x", 400)]
    [InlineData("hub.callback", "/x", 400)]
    [InlineData("hub.callback", "http://me:secret@127.0.0.1/x", 400)]
    [InlineData("hub.callback", "http://127.0.0.1/x#y", 400)]
    [InlineData("hub.topic", "https://elsewhere.example/feed.atom", 404)]
    [InlineData("hub.topic", "{base}/stories/secret/feed.atom", 404)]
    [InlineData("hub.topic", "{base}/stories/none/feed.atom", 404)]
    [InlineData("hub.topic", "{base}/feed.atom?lang=fr", 404)]
    [InlineData("hub.topic", "{base}/x/../feed.atom", 404)]
    [InlineData("hub.topic", "{base}/./feed.atom", 404)]
    [InlineData("hub.topic", "{base}/%66eed.atom", 404)]
    [InlineData("hub.topic", "{base}/feed.atom?", 404)]
    [InlineData("hub.topic", "{base}/feed.atom ", 404)]
    [InlineData("hub.topic", "{base}/stories/open/x/../feed.atom", 404)]
    [InlineData("hub.topic", "{base}/stories/%6Fpen/feed.atom", 404)]
    [InlineData("hub.topic", "{base}/stories/%6Fpen/origins.csv", 404)]
    [InlineData("hub.topic", "{base}/stories/open/%6Frigins.csv", 404)]
    [InlineData("hub.topic", "{base}/about", 404)]
    [InlineData("hub.topic", "{base}/x/feed.atom", 404)]
    [InlineData("hub.topic", "{base}.elsewhere.example/feed.atom", 404)]
    [InlineData("hub.lease_seconds", "0", 400)]
    [InlineData("hub.lease_seconds", "-1", 400)]
    [InlineData("hub.lease_seconds", "soon", 400)]
    public async Task What_can_not_be_is_refused_in_a_line(string field, string value, int status)
    {
        await using var site = await StartAsync();
        await site.HoldAsync(await site.OpenStoryAsync("secret"));
        await site.OpenStoryAsync("open");

        var answer = await AskAsync(
            site,
            "http://127.0.0.1:1/x",
            "/feed.atom",
            (field, value.Replace("{base}", Base(site), StringComparison.Ordinal))
        );

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .TrimEnd()
            .ShouldNotContain("\n");
        site.Newsroom.State.Subscriptions().ShouldBeEmpty();
    }

    [Fact]
    public async Task Secrets_and_forms_have_bounds_and_so_has_the_hub()
    {
        await using var site = await StartAsync(hub: new HubOptions { Http = http });
        (
            await AskAsync(site, "http://127.0.0.1:1/x", "/feed.atom", ("hub.secret", new string('s', 200)))
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (
            await AskAsync(site, "http://127.0.0.1:1/x", "/feed.atom", ("x", new string('x', 20_000)))
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var state = site.Newsroom.State;
        var ask = (string callback, string host) =>
            state.AskToSubscribe(
                new SubscriptionRequest("t", callback, host, null, TimeSpan.FromDays(1)),
                new SubscriptionBounds
                {
                    Active = 3,
                    ActiveOfHost = 2,
                    Asked = 4,
                    AskedOfHost = 3,
                }
            );
        var confirm = (string callback) =>
            state.Subscribe(state.Subscriptions().Single(row => row.Callback == callback), Nine.AddDays(1), null);

        ask("http://a/1", "a").ShouldBeTrue();
        ask("http://a/2", "a").ShouldBeTrue();
        ask("http://a/3", "a").ShouldBeTrue("what is only asked for takes no place of an active one");
        ask("http://a/4", "a").ShouldBeFalse("a host may ask for so many at once");
        ask("http://a/2", "a").ShouldBeTrue("it is there already");
        ask("http://b/1", "b").ShouldBeTrue();
        ask("http://c/1", "c").ShouldBeFalse("so many may be asked for at once");
        confirm("http://a/1");
        confirm("http://a/2");
        ask("http://a/4", "a").ShouldBeFalse("a host has its share");
        ask("http://c/1", "c").ShouldBeTrue("there is room again");
        confirm("http://b/1");
        ask("http://d/1", "d").ShouldBeFalse("the hub is full");
    }

    [Fact]
    public async Task An_answer_that_is_not_packed_as_it_says_confirms_nothing_and_the_hub_goes_on()
    {
        using var unpacking = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }
        );
        await using var site = await StartAsync(
            hub: new HubOptions { Http = unpacking, Rest = TimeSpan.FromMilliseconds(10) }
        );
        await using var hostile = await Subscriber.StartAsync();
        await using var other = await Subscriber.StartAsync("localhost");
        var story = await site.OpenStoryAsync("flood");
        hostile.Confirms = (context, challenge) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return challenge;
        };

        await AskAsync(site, hostile.Callback, "/feed.atom");
        await hostile.VerifiedAsync();
        await Eventually.IsSo(() => site.Newsroom.State.Subscriptions().Count == 0, "it is forgotten");

        await SubscribeAsync(site, other, "/feed.atom");
        await site.PublishAsync(story, "The dam holds");
        (await other.DeliveredAsync()).Body.ShouldContain("The dam holds");
    }

    [Fact]
    public async Task A_state_that_can_not_be_written_is_tried_again_while_pages_are_served()
    {
        await using var site = await StartAsync(
            hub: new HubOptions
            {
                Http = http,
                Rest = TimeSpan.FromMilliseconds(10),
                AfterFailure = TimeSpan.FromMilliseconds(50),
            }
        );
        await using var subscriber = await Subscriber.StartAsync();
        await site.OpenStoryAsync("flood");
        TemporaryNewsroom.ChangeBehindItsBack(
            site.Newsroom.Folder.State,
            "CREATE TRIGGER broken BEFORE UPDATE ON subscriptions BEGIN SELECT RAISE(ABORT, 'broken'); END"
        );

        await AskAsync(site, subscriber.Callback, "/feed.atom");
        await subscriber.VerifiedAsync();
        await subscriber.VerifiedAsync();
        (await site.AnswerAsync("/stories/flood")).StatusCode.ShouldBe(HttpStatusCode.OK);
        TemporaryNewsroom.ChangeBehindItsBack(site.Newsroom.Folder.State, "DROP TRIGGER broken");

        await ActiveAsync(site);
    }

    [Fact]
    public async Task A_topic_that_can_not_be_written_keeps_back_no_other()
    {
        await using var site = await StartAsync();
        await using var broken = await Subscriber.StartAsync();
        await using var other = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, broken, "/stories/flood/origins.csv");
        await SubscribeAsync(site, other, "/feed.atom");
        await site.AddArticleAsync(story, new Article { Title = "The dam", Text = "It holds." });
        await broken.DeliveredAsync();
        foreach (var views in Directory.GetFiles(site.Newsroom.Folder.Path, "views*.db"))
        {
            TemporaryNewsroom.ChangeBehindItsBack(views, "UPDATE articles SET json = '{'");
        }

        await site.PublishAsync(story, "The dam holds");

        (await other.DeliveredAsync()).Body.ShouldContain("The dam holds");
        broken.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_held_while_a_delivery_waits_is_not_in_it()
    {
        await using var site = await StartAsync();
        await using var slow = await Subscriber.StartAsync();
        await using var next = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, slow, "/feed.atom");
        await SubscribeAsync(site, next, "/feed.atom");
        using var called = new SemaphoreSlim(0);
        using var hold = new SemaphoreSlim(0);
        slow.Before = token =>
        {
            called.Release();
            return hold.WaitAsync(token);
        };

        // The two are of one host, which is served in order: the second delivery waits for the first.
        var secret = await site.PublishAsync(story, "A secret");
        await called.WaitAsync(TestContext.Current.CancellationToken);
        await site.HoldAsync(secret.Subject!);
        await site.PublishAsync(story, "In the open");
        hold.Release(10);

        var body = (await next.DeliveredAsync()).Body;
        body.ShouldContain("In the open");
        body.ShouldNotContain("A secret");
    }

    [Fact]
    public async Task Requests_that_hang_keep_back_no_delivery()
    {
        using var anywhere = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectToThisMachineAsync });
        await using var site = await StartAsync(
            hub: new HubOptions
            {
                Http = anywhere,
                Rest = TimeSpan.FromMilliseconds(10),
                Patience = TimeSpan.FromMinutes(2),
            }
        );
        await using var subscriber = await Subscriber.StartAsync("host0.example");
        await using var hanging = await Subscriber.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await SubscribeAsync(site, subscriber, "/feed.atom");
        using var hold = new SemaphoreSlim(0);
        hanging.BeforeConfirming = token => hold.WaitAsync(token);
        for (var host = 0; host < 40; host++)
        {
            var callback = hanging.Callback.Replace("127.0.0.1", $"host{host}.example", StringComparison.Ordinal);
            (await AskAsync(site, callback, "/feed.atom")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }
        await hanging.AskedAsync(10);

        await site.PublishAsync(story, "The dam holds");

        (await subscriber.DeliveredAsync()).Body.ShouldContain("The dam holds");
        hold.Release(100);
    }

    [Fact]
    public async Task Without_a_public_address_a_topic_has_that_at_which_the_server_listens()
    {
        await using var site = await StartAsync();
        foreach (
            var (host, status) in new[]
            {
                ($"x1.example:{site.Url.Port}", 404),
                ("x2.example", 404),
                ($"127.0.0.1:{site.Url.Port + 1}", 404),
                ($"LOCALHOST:{site.Url.Port}", 404),
                ($"localhost:{site.Url.Port}", 202),
                ($"127.0.0.1:{site.Url.Port}", 202),
            }
        )
        {
            (await AskUnderAsync(site, host, $"http://{host}/feed.atom")).ShouldBe(status, host);
        }
    }

    [Fact]
    public async Task With_a_public_address_a_topic_has_that_and_no_other()
    {
        await using var site = await RunningSite.StartAsync(
            clock,
            hub: new HubOptions { Http = http, Rest = TimeSpan.FromMilliseconds(10) },
            with: options => options with { PublicUrl = new Uri("https://news.example/daily/") }
        );

        (await AskUnderAsync(site, "x.example", "https://news.example/daily/feed.atom")).ShouldBe(202);
        (await AskUnderAsync(site, "x.example", "http://x.example/feed.atom")).ShouldBe(404);
        (await AskUnderAsync(site, "x.example", "https://news.example/daily/x/../feed.atom")).ShouldBe(404);
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static HubSubscription Only(RunningSite site) => site.Newsroom.State.Subscriptions().ShouldHaveSingleItem();

    private static string Base(RunningSite site) => site.Url.AbsoluteUri.TrimEnd('/');

    private Task<RunningSite> StartAsync(TemporaryNewsroom? newsroom = null, HubOptions? hub = null) =>
        RunningSite.StartAsync(
            clock,
            hub: hub ?? new HubOptions { Http = http, Rest = TimeSpan.FromMilliseconds(10) },
            newsroom: newsroom
        );

    private async Task SubscribeAsync(
        RunningSite site,
        Subscriber subscriber,
        string path,
        params (string, string)[] more
    )
    {
        (await AskAsync(site, subscriber.Callback, path, more)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await subscriber.VerifiedAsync();
        await ActiveAsync(site);
    }

    private static Task ActiveAsync(RunningSite site) =>
        Eventually.IsSo(
            () =>
                site
                    .Newsroom.State.Subscriptions()
                    .All(subscription => subscription is { Until: not null, Asked: null }),
            "all subscriptions are active"
        );

    private Task<HttpResponseMessage> AskAsync(
        RunningSite site,
        string callback,
        string path,
        params (string Name, string Value)[] more
    )
    {
        (string Name, string Value)[] usual =
        [
            ("hub.mode", "subscribe"),
            ("hub.topic", Base(site) + path),
            ("hub.callback", callback),
        ];
        return AskAsync(
            $"{Base(site)}/hub",
            [.. usual.Where(field => more.All(other => other.Name != field.Name)), .. more]
        );
    }

    private async Task<int> AskUnderAsync(RunningSite site, string host, string topic)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Base(site)}/hub")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["hub.mode"] = "subscribe",
                    ["hub.topic"] = topic,
                    ["hub.callback"] = "http://127.0.0.1:1/x",
                }
            ),
        };
        request.Headers.Host = host;
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    /// <summary>Connects to this machine, whatever host is meant.</summary>
    private static async ValueTask<Stream> ConnectToThisMachineAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<HttpResponseMessage> AskAsync(string hub, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))
        );
        return await http.PostAsync(new Uri(hub), form, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> Links(IEnumerable<string> headers) =>
        headers
            .SelectMany(header => header.Split(", "))
            .Select(link => link.Split(">; rel="))
            .ToDictionary(parts => parts[1].Trim('"'), parts => parts[0].TrimStart('<'));

    /// <summary>Somebody who subscribes: a server that confirms, and keeps what it is sent.</summary>
    private sealed class Subscriber(LocalOrigin origin, string host) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<Dictionary<string, string>> verified = new();
        private readonly ConcurrentQueue<Delivery> delivered = new();

        public string Callback =>
            new UriBuilder(origin.Url("/callback?of=me")) { Host = host }
                .Uri
                .AbsoluteUri;

        /// <summary>How many deliveries nobody has looked at.</summary>
        public int Waiting => delivered.Count;

        /// <summary>The status with which deliveries are answered.</summary>
        public int Takes { get; set; } = 202;

        public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

        public Func<CancellationToken, Task> BeforeConfirming { get; set; } = _ => Task.CompletedTask;

        public Func<HttpContext, string, string> Confirms { get; set; } = (_, challenge) => challenge;

        public static async Task<Subscriber> StartAsync(string host = "127.0.0.1")
        {
            var origin = await LocalOrigin.StartAsync();
            var subscriber = new Subscriber(origin, host);
            origin.Answer("/callback", subscriber.AnswerAsync);
            return subscriber;
        }

        public async Task<Dictionary<string, string>> VerifiedAsync()
        {
            Dictionary<string, string>? fields = null;
            await Eventually.IsSo(() => verified.TryDequeue(out fields), "the hub asks");
            return fields!;
        }

        /// <summary>Waits until the hub has begun to ask so often.</summary>
        public Task AskedAsync(int times) => Eventually.IsSo(() => origin.Asked("/callback") >= times, "the hub asks");

        public async Task<Delivery> DeliveredAsync()
        {
            Delivery? delivery = null;
            await Eventually.IsSo(() => delivered.TryDequeue(out delivery), "the hub delivers");
            return delivery!;
        }

        public ValueTask DisposeAsync() => origin.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            context.Request.Query["of"].ToString().ShouldBe("me", "the callback's own query stays");
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await BeforeConfirming(context.RequestAborted);
                var fields = context.Request.Query.ToDictionary(field => field.Key, field => field.Value.ToString());
                await context.Response.WriteAsync(Confirms(context, fields["hub.challenge"]), context.RequestAborted);
                verified.Enqueue(fields);
                return;
            }
            await Before(context.RequestAborted);
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = Takes;
            delivered.Enqueue(
                new Delivery(
                    body,
                    context.Request.ContentType,
                    [.. context.Request.Headers["Link"].OfType<string>()],
                    context.Request.Headers["X-Hub-Signature"].FirstOrDefault()
                )
            );
        }
    }

    private sealed record Delivery(string Body, string? ContentType, IReadOnlyList<string> Link, string? Signature);
}
