using System.Text.Json;
using System.Text.Json.Nodes;
using Perennial.Read.Archives;

namespace Perennial.Read.Tests.Pages;

/// <summary>Every folder of <c>tests/pages</c> is a page with one oddity and what is to be read of it.</summary>
/// <remarks>
/// <c>page.*</c> is the page, <c>why.txt</c> the oddity, <c>expected.json</c> those properties of <c>read --json</c> that the page
/// is about. Its <c>url</c> is also where the page comes from. Its <c>blocks</c> need not be all, but come in this order.
/// </remarks>
public sealed class PageCorpusTests
{
    // The pages that are read wrongly for now wait in a folder of their own; this names it to see them fail.
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("PERENNIAL_PAGES") ?? Path.Combine(PageCorpus.Root, "tests", "pages");

    public static TheoryData<string> Pages =>
        [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_read_as_an_editor_would(string name)
    {
        var folder = Path.Combine(Folder, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsObject();
        var page = Directory.GetFiles(folder, "page.*").Single();

        var article = Reader.Read(
            new Capture
            {
                Url = (string?)expected["url"],
                ContentType = Documents.ContentType(page),
                Bytes = File.ReadAllBytes(page),
            }
        );

        var found = JsonSerializer.SerializeToNode(article, PerennialJson.Lines.Article)!;
        var differences = Differences.Between(expected, found).ToList();
        if (differences.Count > 0)
        {
            var why = File.ReadAllText(Path.Combine(folder, "why.txt")).Trim();
            Assert.Fail($"{name}: {why}\n{string.Join('\n', differences)}");
        }
    }

    [Fact]
    public void A_difference_is_seen()
    {
        var expected = JsonNode.Parse(
            """{"title": "A", "text": "One.\n\nTwo.", "posts": [{"id": "1"}], "section": null}"""
        );
        var found = JsonNode.Parse(
            """{"title": "B", "text": "One.\n\nThree.", "posts": [], "section": "S", "kind": "page"}"""
        );

        Differences
            .Between(expected, found)
            .ShouldBe([
                "title: \"A\" is expected, there is \"B\"",
                "text: lacks «Two.»",
                "text: has «Three.»",
                "posts: 1 expected, there are 0: []",
                "section: null is expected, there is \"S\"",
            ]);
    }

    [Fact]
    public void Paragraphs_in_another_order_are_a_difference() =>
        Differences
            .Between(JsonNode.Parse("""{"text": "One.\n\nTwo."}"""), JsonNode.Parse("""{"text": "Two.\n\nOne."}"""))
            .ShouldNotBeEmpty();

    [Fact]
    public void A_block_of_another_kind_is_a_difference()
    {
        var expected = JsonNode.Parse("""{"blocks": [{"kind": "quote", "text": "Two."}]}""");
        var found = JsonNode.Parse(
            """{"text": "One.\n\nTwo.", "blocks": [{"kind": "paragraph", "start": 0, "end": 4}, {"kind": "paragraph", "start": 6, "end": 10}]}"""
        );

        Differences.Between(expected, found).ShouldHaveSingleItem().ShouldStartWith("blocks: lacks");
    }
}
