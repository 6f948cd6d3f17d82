using Perennial.Read.Tests.Pages;

namespace Perennial.Read.Tests.Fuzzing;

/// <summary>What the fuzzer has found, each as a page of a few lines.</summary>
public sealed class FoundByFuzzingTests
{
    [Fact]
    public void A_post_whose_writer_is_named_by_an_empty_link_is_read()
    {
        var posts = Enumerable
            .Range(10, 6)
            .Select(hour =>
                $"""
                    <div class="post"><time datetime="2026-03-04T{hour}:30:00Z">{hour}:30</time>
                    <div class="meta"><a rel="author" href="/people/gray"></a></div>
                    <p>At {hour} the water stood at the third step of the quay, and nobody was on it.</p></div>
                    """
            );

        var article = PageOf.Read(
            "<title>Tormouth flood: live</title>",
            $"<h1>Tormouth flood: live</h1><div class=live-blog>{string.Concat(posts)}</div>"
        );

        article.Problem.ShouldBeNull();
        article.Posts.Count.ShouldBe(6);
    }
}
