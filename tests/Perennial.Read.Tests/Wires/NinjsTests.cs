using System.Text;
using System.Text.Json;
using Perennial.Read.Archives;
using Perennial.Read.Wires;

namespace Perennial.Read.Tests.Wires;

public sealed class NinjsTests
{
    private const string FirstGeneration = """
        {
          "uri": "urn:quaypress:20310312:77",
          "type": "text",
          "version": "2",
          "firstcreated": "2031-03-12T08:00:00+01:00",
          "versioncreated": "2031-03-12T09:30:00+01:00",
          "pubstatus": "usable",
          "language": "en-GB",
          "copyrightholder": "Quay Press",
          "ednote": "Do not publish this note.",
          "byline": "By Ann Gray and Tomas Hill",
          "headline": "Northern quay closed after divers find crack",
          "description_summary": "Ferries leave from the fish market until the wall is mended.",
          "description_text": "Another description.",
          "body_text": "This is the shorter form.",
          "body_xhtml": "<p>The harbour master of Sarn closed the northern quay on Tuesday.</p><h2>Nine days</h2><p>Repairs will take nine days, the port's engineer said.</p>",
          "subject": [
            { "name": "rail accident", "code": "medtop:20000139" },
            { "name": "disaster and accident", "code": "medtop:03000000" }
          ]
        }
        """;

    private const string SecondGeneration = """
        {
          "uri": "https://wire.example/items/78",
          "type": "text",
          "versioncreated": "2031-03-12T09:30:00Z",
          "language": "en",
          "copyrightholder": "Quay Press",
          "by": "QP",
          "headlines": [
            { "role": "short", "value": "Quay closed" },
            { "role": "main", "contenttype": "text/html", "value": "<b>Quay</b> closed" }
          ],
          "descriptions": [{ "role": "summary", "value": "Ferries leave from the fish market." }],
          "bodies": [
            { "role": "text", "contenttype": "text/plain", "value": "Quay closed\nThe quay is closed.\nFerries leave elsewhere." },
            { "role": "nitf", "contenttype": "application/xml", "value": "<body.content><p>From NITF.</p></body.content>" }
          ],
          "genres": [{ "name": "Local", "uri": "https://wire.example/sector/LOC" }]
        }
        """;

    private const string ThirdGeneration = """
        {
          "uri": "urn:quaypress:79",
          "type": "text",
          "contentCreated": "2031-03-12T08:00:00Z",
          "versionCreated": "2031-03-12T09:30:00Z",
          "pubStatus": "usable",
          "headlines": [{ "value": "Quay opens again" }],
          "bodies": [{ "role": "html", "contentType": "text/html", "value": "<p>The quay is open.</p>" }],
          "altIds": [{ "role": "canonical", "value": "https://quay.example/opens-again" }],
          "standard": { "name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json" }
        }
        """;

    [Fact]
    public void An_item_of_the_first_generation_is_read()
    {
        var article = Wire.Json(FirstGeneration);

        article.Problem.ShouldBeNull();
        article.Warnings.ShouldBeEmpty();
        article.Url.ShouldBe("urn:quaypress:20310312:77");
        article.Title.ShouldBe("Northern quay closed after divers find crack");
        article.Standfirst.ShouldBe("Ferries leave from the fish market until the wall is mended.");
        article.Authors.ShouldBe(["Ann Gray", "Tomas Hill"]);
        article.SiteName.ShouldBe("Quay Press");
        article.Section.ShouldBe("disaster and accident");
        article.Language.ShouldBe("en-GB");
        article.Published.ToString().ShouldBe("2031-03-12T08:00:00+01:00");
        article.Modified.ToString().ShouldBe("2031-03-12T09:30:00+01:00");
        article.Text.ShouldBe(
            "The harbour master of Sarn closed the northern quay on Tuesday.\n\nNine days\n\nRepairs will take nine days, the port's engineer said."
        );
    }

    [Fact]
    public void A_note_to_editors_is_never_in_what_readers_see() =>
        JsonSerializer
            .Serialize(Wire.Json(FirstGeneration), PerennialJson.Lines.Article)
            .ShouldNotContain("Do not publish");

    [Fact]
    public void An_item_of_the_second_generation_is_read()
    {
        var article = Wire.Json(SecondGeneration);

        article.Warnings.ShouldBeEmpty();
        article.Title.ShouldBe("Quay closed");
        article.Text.ShouldBe("From NITF.");
        article.Credits.ShouldBe([new Credit("QP", CreditKind.Agency)]);
        article.Section.ShouldBe("Local");
        article.CanonicalUrl.ShouldBe("https://wire.example/items/78");
        article.Published.ToString().ShouldBe("2031-03-12T09:30:00+00:00");
        article.Modified.ShouldBeNull();
    }

    [Fact]
    public void An_item_of_the_third_generation_is_read()
    {
        var article = Wire.Json(ThirdGeneration);

        article.Warnings.ShouldBeEmpty();
        article.Title.ShouldBe("Quay opens again");
        article.Text.ShouldBe("The quay is open.");
        article.CanonicalUrl.ShouldBe("https://quay.example/opens-again");
        article.Published.ToString().ShouldBe("2031-03-12T08:00:00+00:00");
    }

    [Fact]
    public void A_headline_that_stands_on_top_of_a_plain_body_again_is_left_out() =>
        Wire.Json(
                """{ "uri": "urn:x:1", "headline": "Quay closed", "body_text": "Quay closed\n\nThe quay\nis closed.\n\nFerries sail." }"""
            )
            .Text.ShouldBe("The quay is closed.\n\nFerries sail.");

    [Fact]
    public void A_description_that_is_only_how_the_body_begins_is_no_standfirst() =>
        Wire.Json(
                """{ "uri": "urn:x:1", "headline": "Quay", "description_text": "The quay is", "body_text": "The quay is closed." }"""
            )
            .Standfirst.ShouldBeNull();

    [Fact]
    public void The_holder_of_a_pictures_rights_is_no_publication() =>
        Wire.Json(
                """{ "uri": "urn:x:1", "type": "picture", "headline": "The quay", "byline": "Ann Gray", "copyrightholder": "Ann Gray" }"""
            )
            .SiteName.ShouldBeNull();

    [Theory]
    [InlineData("canceled", "withdrawn")]
    [InlineData("withheld", "withheld")]
    public void What_may_not_be_used_has_a_problem(string status, string code) =>
        Wire.Json($$"""{ "uri": "urn:x:1", "pubstatus": "{{status}}", "headline": "Quay", "body_text": "Closed." }""")
            .Problem!.Code.ShouldBe(code);

    [Fact]
    public void An_embargo_is_a_warning() =>
        Wire.Json(
                """{ "uri": "urn:x:1", "embargoed": "2031-03-13T06:00:00Z", "headline": "Quay", "body_text": "Closed." }"""
            )
            .Warnings.ShouldBe([new Problem("embargo", "under embargo until 2031-03-13T06:00:00Z")]);

    [Fact]
    public void An_item_that_breaks_the_standard_is_read_with_a_warning()
    {
        var article = Wire.Json(
            """{ "uri": "urn:x:1", "urgency": "high", "headline": "Quay closed", "body_text": "It is closed." }"""
        );

        article.Problem.ShouldBeNull();
        article.Text.ShouldBe("It is closed.");
        article.Warnings.ShouldContain(warning => warning.Code == "not-valid" && warning.Message.Contains("/urgency"));
    }

    [Theory]
    [InlineData("""{ "uri": "urn:x:1", "type": "component" }""", "1.0", false)]
    [InlineData("""{ "uri": "urn:x:1", "type": "component" }""", "1.2", true)]
    [InlineData("""{ "headline": "No address" }""", "1.0", false)]
    [InlineData(
        """{ "uri": "urn:x:1", "associations": { "main": { "uri": "urn:x:2", "type": "picture" } } }""",
        "1.0",
        true
    )]
    [InlineData("""{ "uri": "urn:x:1", "associations": { "main": { "type": "picture" } } }""", "1.4", false)]
    [InlineData(
        """{ "uri": "urn:x:1", "place": [{ "name": "Sarn", "geojson": { "type": "Point", "coordinates": [1] } }] }""",
        "1.5",
        false
    )]
    [InlineData("""{ "uri": "urn:x:1", "headlines": [{ "value": "Quay" }] }""", "2.1", true)]
    [InlineData("""{ "uri": "urn:x:1", "headlines": "Quay" }""", "2.1", false)]
    [InlineData("""{ "uri": "urn:x:1", "invented": 1 }""", "2.2", false)]
    [InlineData("""{ "uri": "urn:x:1", "headlines": [{ "value": "Quay" }], "edNote": "x" }""", "3.0", true)]
    [InlineData("""{ "uri": "urn:x:1", "ednote": "x" }""", "3.1", false)]
    public void Items_are_judged_by_the_schema_of_their_version(string item, string version, bool valid)
    {
        using var json = JsonDocument.Parse(item);

        NinjsSchema.Violations(json.RootElement, version).Any().ShouldBe(!valid);
    }

    [Fact]
    public void Every_version_has_its_schema()
    {
        using var json = JsonDocument.Parse("[]");
        using var wrong = JsonDocument.Parse("7");

        NinjsSchema.Violations(json.RootElement).ShouldBeEmpty();
        NinjsSchema.Versions.ShouldAllBe(version => NinjsSchema.Violations(wrong.RootElement, version).Any());
    }

    [Fact]
    public void An_extension_of_the_standard_may_have_properties_of_its_own() =>
        Wire.Json(
                """
                {
                  "uri": "urn:x:1", "own": "property", "headlines": [{ "value": "Quay" }], "bodies": [{ "value": "Closed." }],
                  "standard": { "name": "QUAYNINJS", "version": "2.1", "schema": "https://quay.example/schema.json" }
                }
                """
            )
            .Warnings.ShouldBeEmpty();

    [Fact]
    public void Several_items_in_a_list_become_documents_of_their_own()
    {
        var found = Documents.Of(
            new Capture
            {
                ContentType = "application/json",
                Bytes = Encoding.UTF8.GetBytes($"[{FirstGeneration},{SecondGeneration}]"),
            }
        );

        found
            .Select(d => (d.Id, d.Version))
            .ShouldBe([("urn:quaypress:20310312:77", "2"), ("https://wire.example/items/78", null)]);
        found[1].Read().Title.ShouldBe("Quay closed");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("""{ "uri": 7, "headlines": { "a": [] }, "bodies": "x", "altids": 4 }""")]
    public void What_is_no_item_has_a_problem(string text) => Wire.Json(text).Problem.ShouldNotBeNull();

    [Fact]
    public void Every_property_may_be_of_any_type()
    {
        string[] names =
        [
            "headline",
            "headlines",
            "byline",
            "by",
            "bodies",
            "body_text",
            "description_text",
            "descriptions",
            "subject",
            "genres",
            "altids",
            "renditions",
            "standard",
            "$standard",
            "embargoed",
            "pubstatus",
            "versioncreated",
            "language",
            "associations",
        ];
        foreach (var name in names)
        {
            foreach (
                var value in (string[])
                    ["null", "true", "-1", "1e999", "\"\"", "[]", "[null]", "[[]]", "[{}]", "{}", """[{"value":{}}]"""]
            )
            {
                Wire.Json($$"""{ "uri": "urn:x:1", "title": "Quay", "{{name}}": {{value}} }""").ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Nesting_without_end_is_a_problem() =>
        Wire.Json(string.Concat(Enumerable.Repeat("[", 100_000)) + string.Concat(Enumerable.Repeat("]", 100_000)))
            .Problem!.Code.ShouldBe("bad-json");

    [Fact]
    public void Any_cut_of_an_item_ends_without_an_exception()
    {
        for (var cut = 0; cut < SecondGeneration.Length; cut += 11)
        {
            Wire.Json(SecondGeneration[..cut]).Problem.ShouldNotBeNull();
        }
    }
}
