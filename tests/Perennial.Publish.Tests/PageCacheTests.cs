using System.IO.Compression;
using System.Net;
using System.Text;

namespace Perennial.Publish.Tests;

/// <summary>Pages that are made once after each change, and what must never come from what was kept.</summary>
public sealed class PageCacheTests
{
    [Fact]
    public async Task Whoever_asks_again_gets_the_same_page_under_the_same_headers()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");

        var made = await site.AnswerAsync("/stories/flood");
        var kept = await site.AnswerAsync("/stories/flood");

        (await TextAsync(kept)).ShouldBe(await TextAsync(made));
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        Headers(kept).ShouldBe(Headers(made));
        Headers(kept).ShouldContain(header => header.StartsWith("Content-Security-Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_published_held_and_opened_shows_at_once()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        (await site.GetAsync("/stories/flood")).ShouldNotContain("Too early");

        var post = await site.PublishAsync(story, "Too early");
        (await site.GetAsync("/stories/flood")).ShouldContain("Too early");
        await site.HoldAsync(post.Subject);
        (await site.GetAsync("/stories/flood")).ShouldNotContain("Too early");
        await site.OpenAsync(post.Subject);
        (await site.GetAsync("/stories/flood")).ShouldContain("Too early");
        await site.HoldAsync(story);
        (await site.AnswerAsync("/stories/flood")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Packed_pages_hold_what_plain_ones_do(string coding)
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        var plain = await site.GetAsync("/stories/flood");

        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/stories/flood", UriKind.Relative));
            request.Headers.AcceptEncoding.ParseAdd(coding);
            using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            answer.Content.Headers.ContentEncoding.ShouldBe([coding]);
            answer.Headers.Vary.ShouldContain("Accept-Encoding");
            var packed = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using Stream unpacked =
                coding == "br"
                    ? new BrotliStream(packed, CompressionMode.Decompress)
                    : new GZipStream(packed, CompressionMode.Decompress);
            using var text = new StreamReader(unpacked, Encoding.UTF8);
            (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(plain);
        }
    }

    [Fact]
    public async Task Who_takes_no_packed_pages_gets_plain_ones()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/stories/flood", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br;q=0, zstd");

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (await TextAsync(answer)).ShouldContain("A headline");
    }

    [Fact]
    public async Task Each_language_and_each_address_has_its_own_page()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        (await site.GetAsync("/stories/flood")).ShouldContain("Latest developments");

        (await site.GetAsync("/stories/flood?lang=fr")).ShouldNotContain("Latest developments");
        (await site.GetAsync("/stories/flood?order=oldest")).ShouldContain("data-order=\"oldest\"");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/stories/flood", UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd("fr-CA, en;q=0.5");
        using var french = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        (await TextAsync(french)).ShouldNotContain("Latest developments");
        (await site.GetAsync("/stories/flood")).ShouldContain("Latest developments");
    }

    [Fact]
    public async Task Who_has_the_page_is_told_so_and_who_asks_for_the_head_gets_it()
    {
        await using var site = await RunningSite.StartAsync();
        await site.OpenStoryAsync("flood");
        var page = await site.AnswerAsync("/stories/flood");

        var known = await site.AnswerAsync("/stories/flood", ifNoneMatch: page.Headers.ETag!.ToString());
        var head = await site.AnswerAsync("/stories/flood", HttpMethod.Head);

        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        head.Content.Headers.ContentLength.ShouldBe(page.Content.Headers.ContentLength);
        head.Headers.ETag.ShouldBe(page.Headers.ETag);
        (await TextAsync(head)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_turns_by_itself_is_made_again_though_nothing_comes()
    {
        var clock = new SettableClock(new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        await using var site = await RunningSite.StartAsync(clock);
        var story = await site.OpenStoryAsync("flood");
        await site.PublishAsync(story, "First");
        (await site.GetAsync("/stories/flood")).ShouldContain("class=\"live\"");

        clock.Now += TimeSpan.FromHours(7);

        (await site.GetAsync("/stories/flood")).ShouldContain("class=\"quiet\"");
    }

    [Fact]
    public async Task Many_who_ask_at_once_all_get_the_page()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood");
        for (var number = 0; number < 5; number++)
        {
            await site.PublishAsync(story, $"Post {number}.");

            var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.GetAsync("/stories/flood")));

            pages.ShouldAllBe(page => page.Contains($"Post {number}."));
        }
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static List<string> Headers(HttpResponseMessage answer) =>
        [
            .. answer
                .Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                .Order(StringComparer.Ordinal),
        ];
}
