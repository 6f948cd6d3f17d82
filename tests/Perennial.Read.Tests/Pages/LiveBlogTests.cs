using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Perennial.Read.Tests.Pages;

/// <summary>The pages in <c>tests/pages/live-*</c>: <c>page.html</c>, what is expected of it, and in <c>why.txt</c> its oddity.</summary>
public sealed class LiveBlogTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetDirectories(Folder(), "live-*").Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_the_posts_that_a_reader_sees_on_it(string name)
    {
        var folder = Path.Combine(Folder(), name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsObject();
        File.ReadAllText(Path.Combine(folder, "why.txt")).Trim().ShouldNotBeEmpty();

        var article = Read(File.ReadAllText(Path.Combine(folder, "page.html")));

        article.Problem.ShouldBeNull();
        var posts = expected["posts"]!.AsArray();
        if (expected["kind"] is { } kind)
        {
            article.Kind.ToString().ShouldBe(kind.ToString(), StringCompareShould.IgnoreCase);
        }
        article.Title.ShouldBe(expected["title"]?.ToString() ?? article.Title);
        article
            .Posts.Select(post => post.Published?.ToString())
            .ShouldBe(posts.Select(post => post!["published"]?.ToString()));
        foreach (var (post, wanted) in article.Posts.Zip(posts.Select(post => post!.AsObject())))
        {
            post.Text.ShouldBe(wanted["text"]!.ToString());
            article.Text[post.Start..post.End].ShouldBe(post.Text);
            post.Id.ShouldBe(wanted["id"]?.ToString() ?? post.Id);
            post.Url.ShouldBe(wanted["url"]?.ToString() ?? post.Url);
            if (wanted.TryGetPropertyValue("title", out var title))
            {
                post.Title.ShouldBe(title?.ToString());
            }
            if (wanted["authors"] is JsonArray authors)
            {
                post.Authors.ShouldBe(authors.Select(author => author!.ToString()));
            }
        }
    }

    [Fact]
    public void Twenty_thousand_posts_are_read()
    {
        var page = new StringBuilder("<html><head><title>Live</title></head><body><h1>Live</h1><ol>");
        for (var i = 0; i < 20_000; i++)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li class='post p{i}'><time datetime='2026-03-{1 + (i / 1440):00}T{i / 60 % 24:00}:{i % 60:00}:00Z'></time>Wave {i} came over the wall and went down the street.</li>"
            );
        }

        var article = Read(page.Append("</ol></body></html>").ToString());

        article.Posts.Count.ShouldBe(20_000);
    }

    [Fact]
    public void Blocks_in_blocks_and_blocks_without_words_are_no_posts()
    {
        var nested = string.Concat(Enumerable.Repeat("<div class='post'><time>10:42</time>", 300));
        var empty = string.Concat(Enumerable.Repeat("<li class='post'><time>10:42</time></li>", 300));

        var article = Read(
            $"<html><head><title>Live</title></head><body><h1>Live</h1>{nested}<ol>{empty}</ol></body></html>"
        );

        article.Kind.ShouldNotBe(ArticleKind.Liveblog);
        article.Posts.ShouldBeEmpty();
    }

    private static Article Read(string html) =>
        Reader.Read(new Capture { ContentType = "text/html; charset=utf-8", Bytes = Encoding.UTF8.GetBytes(html) });

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Perennial.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run within the project");
        }
        return Path.Combine(folder.FullName, "tests", "pages");
    }
}
