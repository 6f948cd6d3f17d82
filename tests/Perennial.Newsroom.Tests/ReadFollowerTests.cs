using System.Text;
using Perennial.Store;

namespace Perennial.Newsroom.Tests;

public sealed class ReadFollowerTests : IDisposable
{
    private readonly TemporaryNewsroom newsroom = new();

    [Fact]
    public async Task A_capture_becomes_an_article_that_rests_on_it()
    {
        var content = Encoding.UTF8.GetBytes(
            "<html><head><title>Sarn dam holds</title></head><body><article><h1>Sarn dam holds</h1>"
                + string.Concat(Enumerable.Repeat("<p>The dam held on Wednesday, the mayor of the town said.</p>", 8))
                + "</article></body></html>"
        );
        var captured = (await newsroom.AppendAsync(Captured(Ledger.BlobName(content), content))).Single();
        var made = new ReadFollower(newsroom.Ledger).Follow(captured).ShouldHaveSingleItem();

        (made.Kind, made.Subject, made.Author).ShouldBe(("article-read", captured.Subject, ReadFollower.Author));
        var read = EntryKinds.ArticleRead.Read((await newsroom.AppendAsync(made)).Single()).ShouldNotBeNull();
        read.Capture.ShouldBe(captured.Position);
        (read.Article.Title, read.Article.Url).ShouldBe(("Sarn dam holds", "https://example.org/1"));
    }

    [Fact]
    public async Task Bytes_that_are_no_page_become_an_article_that_says_so()
    {
        var content = new byte[100];
        var captured = (await newsroom.AppendAsync(Captured(Ledger.BlobName(content), content))).Single();

        var made = (await newsroom.AppendAsync([.. new ReadFollower(newsroom.Ledger).Follow(captured)])).Single();
        EntryKinds.ArticleRead.Read(made).ShouldNotBeNull().Article.Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_capture_whose_bytes_were_taken_down_is_not_read()
    {
        var captured = (await newsroom.AppendAsync(Captured(Ledger.BlobName([9]), [7]))).Single();

        new ReadFollower(newsroom.Ledger).Follow(captured).ShouldBeEmpty();
    }

    public void Dispose() => newsroom.Dispose();

    private static NewEntry Captured(string blob, byte[] content) =>
        EntryKinds.PageCaptured.New(
            null,
            "gatherer",
            new PageCaptured
            {
                Source = "f1",
                Url = "https://example.org/1",
                FinalUrl = "https://example.org/1",
                ContentType = "text/html; charset=utf-8",
                Blob = blob,
                Size = content.Length,
            }
        ) with
        {
            Blobs = [content],
        };
}
