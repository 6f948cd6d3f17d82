using System.IO.Compression;
using System.Text;

namespace Perennial.Read.Tests.Archives;

/// <summary>Web archives made by hand, whole and broken.</summary>
internal sealed class WarcFile
{
    private readonly List<byte[]> records = [];

    public static string Page(string title) =>
        $"""
            <!doctype html><html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
            <p>The harbour master of Sarn closed the northern quay on Tuesday after divers found a crack below the waterline.</p>
            <p>Ferries to the islands leave from the fish market until the wall has been mended, the council said.</p>
            <p>Repairs are expected to take nine days and to cost about 40,000 crowns, according to the port's engineer.</p>
            </article></body></html>
            """;

    public WarcFile Response(string url, byte[] body, string headers = "Content-Type: text/html; charset=utf-8") =>
        Record(
            "response",
            url,
            "application/http; msgtype=response",
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n"), .. body]
        );

    public WarcFile Response(string url, string title) => Response(url, Encoding.UTF8.GetBytes(Page(title)));

    public WarcFile Record(
        string type,
        string url,
        string contentType,
        byte[] block,
        long? length = null,
        string? more = null
    )
    {
        var head =
            $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-12T08:00:00Z\r\n"
            + $"WARC-Record-ID: <urn:uuid:{Guid.NewGuid()}>\r\nContent-Type: {contentType}\r\n{more}"
            + $"Content-Length: {length ?? block.Length}\r\n\r\n";
        records.Add([.. Encoding.ASCII.GetBytes(head), .. block, .. "\r\n\r\n"u8]);
        return this;
    }

    public WarcFile Raw(byte[] bytes)
    {
        records.Add(bytes);
        return this;
    }

    public byte[] Plain() => [.. records.SelectMany(record => record)];

    public byte[] OneMember() => Gzip(Plain());

    public byte[] MemberEach(Func<int, byte[], byte[]>? change = null) =>
        [.. records.SelectMany((record, n) => change is null ? Gzip(record) : change(n, Gzip(record)))];

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }
}
