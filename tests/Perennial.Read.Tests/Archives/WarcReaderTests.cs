using System.IO.Compression;
using System.Text;
using Perennial.Read.Archives;

namespace Perennial.Read.Tests.Archives;

public sealed class WarcReaderTests
{
    private static List<Document> Read(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        return [.. WarcReader.Read(stream)];
    }

    private static WarcFile Two() =>
        new WarcFile()
            .Record("warcinfo", "", "application/warc-fields", "software: tests\r\n"u8.ToArray())
            .Record(
                "request",
                "https://quay.example/a",
                "application/http; msgtype=request",
                "GET / HTTP/1.1\r\n\r\n"u8.ToArray()
            )
            .Response("https://quay.example/a", "Northern quay closed")
            .Record("metadata", "https://quay.example/a", "application/warc-fields", "fetchTimeMs: 3\r\n"u8.ToArray())
            .Response("https://quay.example/b", "Northern quay opens again");

    [Fact]
    public void A_plain_archive_gives_its_pages_under_their_addresses()
    {
        var found = Read(Two().Plain());

        found.Select(d => d.Id).ShouldBe(["https://quay.example/a", "https://quay.example/b"]);
        found[0].Read().Title.ShouldBe("Northern quay closed");
        found[0].Read().Url.ShouldBe("https://quay.example/a");
    }

    [Fact]
    public void An_archive_with_one_gzip_member_a_record_reads_the_same() =>
        Read(Two().MemberEach())
            .Select(d => d.Read().Title)
            .ShouldBe(["Northern quay closed", "Northern quay opens again"]);

    [Fact]
    public void An_archive_in_one_gzip_member_reads_the_same() =>
        Read(Two().OneMember())
            .Select(d => d.Read().Title)
            .ShouldBe(["Northern quay closed", "Northern quay opens again"]);

    [Fact]
    public void A_resource_is_read_without_http_headers()
    {
        var file = new WarcFile().Record(
            "resource",
            "https://quay.example/a",
            "text/html",
            Encoding.UTF8.GetBytes(WarcFile.Page("Quay"))
        );

        Read(file.Plain()).ShouldHaveSingleItem().Read().Title.ShouldBe("Quay");
    }

    [Fact]
    public void Angle_brackets_around_the_address_are_left_out() =>
        Read(new WarcFile().Response("<https://quay.example/a>", "Quay").Plain())[0]
            .Id.ShouldBe("https://quay.example/a");

    [Theory]
    [InlineData("404 Not Found", "text/html")]
    [InlineData("301 Moved", "text/html")]
    [InlineData("200 OK", "image/svg+xml")]
    [InlineData("200 OK", "application/pdf")]
    public void Answers_that_are_no_pages_are_passed_over(string status, string type)
    {
        var block = Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n<p>no</p>");

        Read(new WarcFile().Record("response", "https://quay.example/x", "application/http", block).Plain())
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_revisit_is_passed_over() =>
        Read(
                new WarcFile()
                    .Record(
                        "revisit",
                        "https://quay.example/a",
                        "application/http",
                        "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray()
                    )
                    .Plain()
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void Compressed_bodies_are_unpacked(string coding)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream = coding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
                _ => new BrotliStream(packed, CompressionLevel.Fastest),
            }
        )
        {
            stream.Write(Encoding.UTF8.GetBytes(WarcFile.Page("Quay, packed")));
        }
        var file = new WarcFile().Response(
            "https://quay.example/a",
            packed.ToArray(),
            $"Content-Type: text/html\r\nContent-Encoding: {coding}"
        );

        Read(file.Plain())[0].Read().Title.ShouldBe("Quay, packed");
    }

    [Fact]
    public void A_chunked_body_is_joined()
    {
        var page = Encoding.UTF8.GetBytes(WarcFile.Page("Quay, in chunks"));
        byte[] body =
        [
            .. Encoding.ASCII.GetBytes($"{100:x}\r\n"),
            .. page[..100],
            .. Encoding.ASCII.GetBytes($"\r\n{page.Length - 100:X};name=value\r\n"),
            .. page[100..],
            .. "\r\n0\r\n\r\n"u8,
        ];
        var file = new WarcFile().Response(
            "https://quay.example/a",
            body,
            "Content-Type: text/html\r\nTransfer-Encoding: chunked"
        );

        Read(file.Plain())[0].Capture!.Bytes.ToArray().ShouldBe(page);
    }

    [Fact]
    public void A_body_whose_coding_was_undone_before_it_was_archived_is_read_as_it_stands()
    {
        var file = new WarcFile().Response(
            "https://quay.example/a",
            Encoding.UTF8.GetBytes(WarcFile.Page("Quay, undone")),
            "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip"
        );

        Read(file.Plain())[0].Read().Title.ShouldBe("Quay, undone");
    }

    [Fact]
    public void A_truncated_archive_gives_what_is_whole_and_one_problem()
    {
        var whole = Two().Plain();

        var found = Read(whole[..^300]);

        found.Count.ShouldBe(2);
        found[0].Problem.ShouldBeNull();
        found[1].Id.ShouldBe("https://quay.example/b");
        found[1].Problem!.Code.ShouldBe("damaged");
    }

    [Fact]
    public void A_record_that_claims_too_much_does_not_swallow_the_next()
    {
        var file = new WarcFile()
            .Response("https://quay.example/a", "First")
            .Record(
                "response",
                "https://quay.example/b",
                "application/http",
                "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(),
                5_000_000_000
            )
            .Response("https://quay.example/c", "Third");

        var found = Read(file.Plain());

        found
            .Select(d => (d.Id, d.Problem?.Code))
            .ShouldBe([
                ("https://quay.example/a", null),
                ("https://quay.example/b", "damaged"),
                ("https://quay.example/c", null),
            ]);
    }

    [Fact]
    public void Rubbish_between_records_is_one_problem_and_the_rest_go_on()
    {
        var file = new WarcFile()
            .Response("https://quay.example/a", "First")
            .Raw(Encoding.ASCII.GetBytes(new string('x', 200_000) + "\r\n"))
            .Response("https://quay.example/c", "Third");

        Read(file.Plain()).Select(d => d.Problem?.Code).ShouldBe([null, "damaged", null]);
    }

    [Fact]
    public void A_damaged_gzip_member_harms_no_other()
    {
        var file = new WarcFile()
            .Response("https://quay.example/a", "First")
            .Response("https://quay.example/b", "Second")
            .Response("https://quay.example/c", "Third");

        var found = Read(
            file.MemberEach(
                (n, member) =>
                {
                    if (n == 1)
                    {
                        Array.Fill(member, (byte)0xFF, member.Length / 2, 60);
                    }
                    return member;
                }
            )
        );

        found.Select(d => d.Problem?.Code).ShouldBe([null, "damaged", null]);
    }

    [Fact]
    public void A_digest_that_does_not_fit_is_damage()
    {
        var block = Encoding.UTF8.GetBytes(WarcFile.Page("Quay"));
        var wrong = "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n";

        Read(new WarcFile().Record("resource", "https://quay.example/a", "text/html", block, more: wrong).Plain())[0]
            .Problem!.Code.ShouldBe("damaged");
    }

    [Fact]
    public void A_digest_that_fits_is_none()
    {
        var right = "WARC-Block-Digest: sha1:24AGIKN2FYPVXFWCBJ4GROL7WM3KKVTO\r\n";
        var hex = "WARC-Block-Digest: sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\r\n";

        foreach (var (text, digest) in new[] { ("x", hex), ("quay", right) })
        {
            var found = Read(
                new WarcFile()
                    .Record("resource", "q", "text/plain", Encoding.ASCII.GetBytes(text), more: digest)
                    .Plain()
            );
            found.ShouldHaveSingleItem().Problem.ShouldBeNull();
        }
    }

    [Fact]
    public void A_compression_bomb_is_too_large_and_stays_small_in_memory()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++)
            {
                gzip.Write(zeros);
            }
        }
        var file = new WarcFile().Response(
            "https://quay.example/a",
            packed.ToArray(),
            "Content-Type: text/html\r\nContent-Encoding: gzip"
        );

        Read(file.Plain())[0].Problem!.Code.ShouldBe("too-large");
    }

    [Fact]
    public void Any_cut_of_an_archive_ends_without_an_exception()
    {
        var plain = Two().Plain();
        var packed = Two().MemberEach();
        for (var cut = 0; cut < plain.Length; cut += 7)
        {
            Read(plain[..cut]).ShouldNotBeNull();
        }
        for (var cut = 0; cut < packed.Length; cut += 7)
        {
            Read(packed[..cut]).ShouldNotBeNull();
        }
    }
}
