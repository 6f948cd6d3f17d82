using System.Text;
using Perennial.Read.Archives;

namespace Perennial.Read.Tests.Wires;

public sealed class NewsMlTests
{
    private const string Content = """
        <inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Quay</h:title></h:head>
        <h:body><h:p>The harbour master of Sarn closed the northern quay on Tuesday.</h:p><h:p>Repairs will take <h:b>nine</h:b> days.</h:p></h:body></h:html></inlineXML>
        """;

    private static string Item(
        string guid = "urn:newsml:quay.example:20310312:77",
        string version = "3",
        string status = "usable",
        string content = Content,
        string more = ""
    ) =>
        $"""
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" standard="NewsML-G2" standardversion="2.30" xml:lang="en-GB">
              <rightsInfo><copyrightHolder literal="qp"><name>Quay Press</name></copyrightHolder></rightsInfo>
              <itemMeta>
                <itemClass qcode="ninat:text" />
                <provider literal="quay.example" />
                <versionCreated>2031-03-12T09:30:00+01:00</versionCreated>
                <firstCreated>2031-03-12T08:00:00+01:00</firstCreated>
                <pubStatus qcode="stat:{status}" />
                <edNote>Do not publish this note.</edNote>
                <title>Slug of the item</title>
                {more}
              </itemMeta>
              <contentMeta>
                <contentCreated>2031-03-12T07:50:00+01:00</contentCreated>
                <contentModified>2031-03-12T09:20:00+01:00</contentModified>
                <located literal="loc"><name>Sarn</name></located>
                <creator type="cpnat:person" literal="ag"><name>Ann Gray</name></creator>
                <contributor role="ctrol:reporter"><name>Tomas Hill</name></contributor>
                <contributor role="ctrol:subeditor"><name>Ida Moor</name></contributor>
                <language tag="en" />
                <subject type="cpnat:abstract" qcode="medtop:03000000"><name>disaster and accident</name></subject>
                <headline>Northern quay closed after divers find crack</headline>
                <description role="drol:caption">A picture of the quay.</description>
                <description role="drol:summary">Ferries leave from the fish market.</description>
              </contentMeta>
              <contentSet>{content}</contentSet>
            </newsItem>
            """;

    private static string Message(params string[] items) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-03-12T09:31:00Z</sent></header><itemSet>{string.Concat(
                items
            )}</itemSet></newsMessage>
            """;

    [Fact]
    public void An_item_is_read_with_what_it_says_of_itself()
    {
        var article = Wire.Xml("""<?xml version="1.0" encoding="UTF-8"?>""" + Item());

        article.Problem.ShouldBeNull();
        article.Url.ShouldBe("urn:newsml:quay.example:20310312:77");
        article.Title.ShouldBe("Northern quay closed after divers find crack");
        article.Standfirst.ShouldBe("Ferries leave from the fish market.");
        article.Authors.ShouldBe(["Ann Gray", "Tomas Hill"]);
        article.SiteName.ShouldBe("Quay Press");
        article.Section.ShouldBe("disaster and accident");
        article.Language.ShouldBe("en");
        article.Published.ToString().ShouldBe("2031-03-12T08:00:00+01:00");
        article.Modified.ToString().ShouldBe("2031-03-12T09:20:00+01:00");
        article.Text.ShouldBe(
            "The harbour master of Sarn closed the northern quay on Tuesday.\n\nRepairs will take nine days."
        );
    }

    [Fact]
    public void An_item_is_known_without_a_declared_type() =>
        Wire.Read(Item(), contentType: null).Title.ShouldStartWith("Northern quay");

    [Fact]
    public void A_body_in_nitf_is_read() =>
        Wire.Xml(
                Item(
                    content: """
                    <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
                    <body.head><hedline><hl1>Other headline</hl1></hedline></body.head>
                    <body.content><p>The quay is closed.</p><hl2>Nine days</hl2><media media-type="image"><media-caption>The quay.</media-caption></media><p>Ferries sail.</p></body.content>
                    </body></nitf></inlineXML>
                    """
                )
            )
            .Text.ShouldBe("The quay is closed.\n\nNine days\n\nFerries sail.");

    [Theory]
    [InlineData("""<inlineData contenttype="text/plain">The quay is closed.</inlineData>""")]
    [InlineData(
        """<inlineData contenttype="text/plain" encoding="encd:base64">VGhlIHF1YXkgaXMgY2xvc2VkLg==</inlineData>"""
    )]
    [InlineData("""<inlineData contenttype="text/html">&lt;p&gt;The quay is closed.&lt;/p&gt;</inlineData>""")]
    public void Data_within_the_item_are_read(string content) =>
        Wire.Xml(Item(content: content)).Text.ShouldBe("The quay is closed.");

    [Fact]
    public void An_item_that_was_withdrawn_has_a_problem_and_keeps_its_headline()
    {
        var article = Wire.Xml(Item(status: "canceled"));

        article.Problem!.Code.ShouldBe("withdrawn");
        article.Title.ShouldStartWith("Northern quay");
    }

    [Fact]
    public void A_note_to_editors_is_no_part_of_the_article()
    {
        var article = Wire.Xml(Item());

        (article.Text + article.Standfirst + article.Title).ShouldNotContain("Do not publish");
    }

    [Fact]
    public void An_embargo_is_a_warning() =>
        Wire.Xml(Item(more: "<embargoed>2031-03-13T06:00:00Z</embargoed>"))
            .Warnings.ShouldHaveSingleItem()
            .Code.ShouldBe("embargo");

    [Fact]
    public void A_package_is_a_page_with_the_headlines_it_puts_together()
    {
        var article = Wire.Xml(
            """
            <packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:p:1" version="1">
              <contentMeta><headline>The day at the quay</headline></contentMeta>
              <groupSet root="G"><group id="G" role="group:main">
                <itemRef residref="urn:a:1"><headline>Quay closed</headline></itemRef><itemRef residref="urn:a:2"><title>Ferries sail</title></itemRef>
              </group></groupSet>
            </packageItem>
            """
        );

        article.Kind.ShouldBe(ArticleKind.Page);
        article.Title.ShouldBe("The day at the quay");
        article.Text.ShouldBe("Quay closed\n\nFerries sail");
    }

    [Fact]
    public void The_items_of_a_message_become_documents_of_their_own()
    {
        var message = Message(Item("urn:a:1", "1"), Item("urn:a:1", "2"), Item("urn:a:2", "1"));

        var found = Documents.Of(
            new Capture { ContentType = "application/xml", Bytes = Encoding.UTF8.GetBytes(message) }
        );

        found.Select(d => (d.Id, d.Version)).ShouldBe([("urn:a:1", "1"), ("urn:a:1", "2"), ("urn:a:2", "1")]);
        found.ShouldAllBe(d => d.Read().Title!.StartsWith("Northern quay"));
    }

    [Fact]
    public void A_message_read_as_one_document_says_that_it_holds_more() =>
        Wire.Xml(Message(Item("urn:a:1"), Item("urn:a:2")))
            .Warnings.ShouldContain(warning => warning.Code == "several");

    [Theory]
    [InlineData(
        """<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/hostname">]><newsItem><contentSet>&a;</contentSet></newsItem>"""
    )]
    [InlineData(
        """<!DOCTYPE newsItem [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><newsItem>&b;</newsItem>"""
    )]
    [InlineData("""<!DOCTYPE newsItem SYSTEM "http://127.0.0.1:1/evil.dtd"><newsItem />""")]
    public void Document_types_and_their_entities_are_refused(string xml) =>
        Wire.Xml(xml).Problem!.Code.ShouldBe("bad-xml");

    [Fact]
    public void Elements_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 50_000)) + string.Concat(Enumerable.Repeat("</b>", 50_000));

        Wire.Xml($"<newsItem><contentSet><inlineXML>{deep}</inlineXML></contentSet></newsItem>")
            .Problem!.Code.ShouldBe("bad-xml");
    }

    [Theory]
    [InlineData("<rss><channel/></rss>", "feed")]
    [InlineData("<?xml version='1.0'?><invoice><total>7</total></invoice>", "not-news")]
    [InlineData("<newsMessage/>", "empty")]
    public void Other_xml_says_what_it_is(string xml, string code) => Wire.Xml(xml).Problem!.Code.ShouldBe(code);

    [Fact]
    public void A_page_in_xhtml_is_a_page() =>
        Wire.Read(
                """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Quay</title></head><body><p>Closed.</p></body></html>""",
                "application/xhtml+xml"
            )
            .Title.ShouldBe("Quay");

    [Fact]
    public void Any_cut_of_a_message_ends_without_an_exception()
    {
        var message = Message(Item());
        for (var cut = 0; cut < message.Length; cut += 13)
        {
            Wire.Xml(message[..cut]).Problem.ShouldNotBeNull();
            Documents.Of(new Capture { Bytes = Encoding.UTF8.GetBytes(message[..cut]) }).ShouldHaveSingleItem();
        }
    }
}
