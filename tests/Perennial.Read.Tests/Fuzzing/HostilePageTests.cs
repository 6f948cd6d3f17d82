using System.Text;
using CsCheck;
using Perennial.Read.Tests.Pages;

namespace Perennial.Read.Tests.Fuzzing;

/// <summary>Our own pages, mutilated: whatever comes of them is read, and keeps what every article promises.</summary>
/// <remarks>For longer runs: <c>bench/README.md</c>.</remarks>
public sealed class HostilePageTests
{
    // A page that is added must not make other pages of all the rest.
    private static readonly string[] Names =
    [
        "amp-page",
        "arabic",
        "block-quotes-and-headings",
        "correction-and-editors-note",
        "image-gallery",
        "json-ld-longer-than-page",
        "lists-in-text",
        "recipe",
        "several-articles",
        "text-only-in-json-ld",
        "very-long-article",
        "video-with-transcript",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(
        "said ",
        "Ann Gray ",
        "“",
        "”",
        "\"",
        "‘",
        "’s ",
        ".",
        "?! ",
        "…",
        "\n",
        "\n\n",
        ", ",
        "told reporters ",
        "according to ",
        "40 ",
        "1 May ",
        "2026",
        "per cent ",
        "$",
        "why ",
        "whether ",
        "that ",
        "(",
        ")",
        "— ",
        ": ",
        "He ",
        "\u0301",
        "😀",
        "\ud800",
        "U.S. ",
        "a"
    );

    [Fact]
    public void A_mutilated_page_keeps_the_promises()
    {
        // The same pages in every run; bench/README.md says how to run others.
        var pages = PageCorpus
            .Files.Where(file => Names.Contains(Path.GetFileName(Path.GetDirectoryName(file))))
            .Select(file => File.ReadAllText(file))
            .ToList();
        var chance = new Random(31);
        for (var times = 0; times < 200; times++)
        {
            Promises.BrokenBy(Read(Encoding.UTF8.GetBytes(Mutation.OfAny(pages, chance)))).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Words_in_any_order_keep_the_promises() =>
        Words
            .Array[0, 60]
            .Sample(words =>
                Promises
                    .BrokenBy(Reader.ReadText(string.Concat(words) + "x", string.Concat(words), null, "en", null))
                    .ShouldBeEmpty()
            );

    [Fact]
    public void Bytes_without_sense_keep_the_promises() =>
        Gen.Byte.Array[0, 3000].Sample(bytes => Promises.BrokenBy(Read(bytes)).ShouldBeEmpty(), iter: 300, threads: 1);

    [Fact]
    public void A_broken_promise_is_seen() =>
        Promises
            .BrokenBy(
                new Article
                {
                    Text = "One.",
                    Blocks = [new Block(BlockKind.Paragraph, 2, 5), new Block(BlockKind.Caption, null, null)],
                    Posts = [new ArticlePost { Text = "Two.", End = 4 }],
                }
            )
            .Count()
            .ShouldBe(3);

    private static Article Read(byte[] bytes) =>
        Reader.Read(
            new Capture
            {
                Url = "https://hostile.example/2026/a",
                ContentType = "text/html",
                Bytes = bytes,
            }
        );
}
