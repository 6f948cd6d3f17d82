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

    [Theory]
    [InlineData("<meta http-equiv=Content-Type content=\"{0}\">")]
    [InlineData("<META content='{0}' x = y HTTP-EQUIV=\"content-type\">")]
    [InlineData("<meta/http-equiv='content-type'/content={0}>")]
    [InlineData("<meta =a=\">\" content=\">{0}\" http-equiv\n=\ncontent-type>")]
    public void A_content_type_of_any_length_is_read_in_little_memory(string tag)
    {
        const long most = 20_000_000;
        var filling = string.Concat(Enumerable.Repeat("<!--", 15_000));
        var head = tag.Replace("{0}", filling, StringComparison.Ordinal);
        PageOf.Read("<title>Tormouth</title>", "<p>The water stood at the third step.</p>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var article = PageOf.Read($"<title>Tormouth</title>{head}", "<p>The water stood at the third step.</p>");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(most);
        article.Problem.ShouldBeNull();
    }

    [Fact]
    public void A_german_sentence_that_ends_with_an_article_behind_its_speaker_is_read()
    {
        var article = Reader.Read(
            new Capture
            {
                Url = "https://deichbote.example/a",
                ContentType = "text/plain",
                Bytes = System.Text.Encoding.UTF8.GetBytes(
                    "Der Pegel stieg in der Nacht weiter an, und niemand stand am Kai.\n\n„Wir bleiben hier“, sagte Wiebke Harmsen, die"
                ),
            }
        );

        article.Problem.ShouldBeNull();
        article.Statements.ShouldNotBeEmpty();
    }
}
