using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace Perennial.Publish.Tests;

/// <summary>The pictures of shared pages.</summary>
public sealed partial class PictureTests
{
    [Fact]
    public async Task A_story_and_a_post_name_a_picture_that_can_be_kept_for_ever()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "The dam holds");
        var post = await site.PublishAsync(story, "Water falls");

        foreach (var address in new[] { "/stories/flood", $"/stories/flood/posts/{post.Subject}" })
        {
            var page = await site.GetAsync(address);
            var picture = PictureOf(page);
            picture.ShouldStartWith(site.Url.AbsoluteUri.TrimEnd('/') + address);
            page.ShouldContain("<meta name=\"twitter:card\" content=\"summary_large_image\"");
            page.ShouldContain("<meta property=\"og:image:alt\" content=\"");

            var answer = await site.AnswerAsync(new Uri(picture).AbsolutePath);

            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            var png = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Size(png).ShouldBe((1200, 630));
            png.Length.ShouldBeLessThan(300_000);
        }
    }

    [Theory]
    [InlineData("flood")]
    [InlineData("überflutung-洪水")]
    public async Task The_address_changes_with_the_headline_and_the_old_one_leads_to_the_new(string slug)
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync(slug, "The dam holds");
        var before = PictureOf(await site.GetAsync("/stories/" + Uri.EscapeDataString(slug)));
        await site.Newsroom.AppendAsync(
            EntryKinds.StoryChanged.New(story, RunningSite.Author, new StoryChanged { Headline = "The dam breaks" })
        );
        var after = PictureOf(await site.GetAsync("/stories/" + Uri.EscapeDataString(slug)));

        after.ShouldNotBe(before);
        var old = await site.AnswerAsync(new Uri(before).AbsolutePath);
        old.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        old.Headers.Location!.ToString().ShouldBe(new Uri(after).AbsolutePath);
        old.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_is_held_or_withdrawn_or_was_has_no_picture()
    {
        await using var site = await RunningSite.StartAsync();
        var story = await site.OpenStoryAsync("flood", "The dam holds");
        var post = await site.PublishAsync(story, "Water falls");
        var picture = new Uri(PictureOf(await site.GetAsync("/stories/flood"))).AbsolutePath;
        (await site.GetAsync($"/stories/flood?at={post.Position}")).ShouldNotContain("og:image");

        await site.HoldAsync(story);

        (await site.AnswerAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Water falls")]
    [InlineData(
        "The dam of Tormouth holds through a third night, and the engineers who came from Orsund to look at it say that nobody who lives below it needs to leave the town before the rain stops, which it may do on Friday or on Saturday, the weather office in Skarn believes"
    )]
    [InlineData(
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterinnenversammlungsprotokoll"
    )]
    [InlineData("السد في تورموث صامد لليلة الثالثة، ويقول 25 مهندسا إن Tormouth آمنة")]
    [InlineData("הסכר בטורמות׳ מחזיק לילה שלישי")]
    [InlineData("โทร์เมาท์เขื่อนยังคงแข็งแรงเป็นคืนที่สามวิศวกรกล่าวว่าไม่มีใครต้องออกจากเมือง")]
    [InlineData("तोरमाउथ का बाँध तीसरी रात भी टिका")]
    [InlineData("托尔茅斯的大坝第三夜依然坚固，工程师说没有人需要离开小镇，直到雨停")]
    [InlineData("\u0000\u0007\uD800 \u202E\u200D")]
    [InlineData("")]
    public void Any_headline_is_drawn_within_the_picture(string headline)
    {
        var png = PicturePainter.Draw(new SharePicture("/x", "The Courier", "World", "Live", headline));

        Size(png).ShouldBe((1200, 630));
        using var bitmap = SKBitmap.Decode(png);
        var paper = bitmap.GetPixel(0, 0);
        // Nothing stands in the margin, whatever the direction and however long.
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < 40; x++)
            {
                bitmap.GetPixel(x, y).ShouldBe(paper);
                bitmap.GetPixel(bitmap.Width - 1 - x, y).ShouldBe(paper);
            }
        }
        if (headline.Any(char.IsLetter))
        {
            Ink(bitmap, 140, 500).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_headline_that_no_font_can_write_has_no_picture()
    {
        await using var site = await RunningSite.StartAsync();
        // Young scripts, which hardly a machine has fonts for.
        await site.OpenStoryAsync("flood", "\U0001E5D0\U0001E5D1\U0001E6C0 \U00016EA0");

        var page = await site.GetAsync("/stories/flood");

        var drawable = PicturePainter.CanDraw(
            new SharePicture("/x", "The Courier", null, null, "\U0001E5D0\U0001E5D1\U0001E6C0 \U00016EA0")
        );
        page.Contains("og:image", StringComparison.Ordinal).ShouldBe(drawable);
        page.ShouldContain(drawable ? "summary_large_image" : "content=\"summary\"");
    }

    [Fact]
    public void A_headline_from_right_to_left_stands_at_the_right()
    {
        using var arabic = SKBitmap.Decode(
            PicturePainter.Draw(new SharePicture("/x", "The Courier", null, null, "السد صامد"))
        );
        using var english = SKBitmap.Decode(
            PicturePainter.Draw(new SharePicture("/x", "The Courier", null, null, "It holds"))
        );

        (Ink(arabic, 140, 300, 0, 600), Ink(arabic, 140, 300, 600, 1200)).ShouldBe((false, true));
        (Ink(english, 140, 300, 0, 600), Ink(english, 140, 300, 600, 1200)).ShouldBe((true, false));
    }

    private static bool Ink(SKBitmap bitmap, int top, int bottom, int left = 0, int right = 1200)
    {
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (bitmap.GetPixel(x, y).Red < 100)
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static string PictureOf(string page) => OgImage().Match(page).Groups["address"].Value;

    private static (int, int) Size(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    [GeneratedRegex("<meta property=\"og:image\" content=\"(?<address>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex OgImage();
}
