using System.Globalization;

namespace Perennial.Read.Archives;

/// <summary>A record of a web archive as the capture of a page.</summary>
internal static class WarcPage
{
    private static readonly string[] Readable = ["html", "text/plain", "json", "xml", "markdown"];

    // What is XML or text by its type, and never news.
    private static readonly string[] Unreadable = ["image/", "font/", "audio/", "video/"];

    /// <summary>The page, or why it can't be read; <see langword="null"/> for what is none: pictures, redirects, errors.</summary>
    public static Document? Of(WarcRecord record)
    {
        var target = record.Headers.Target;
        if (IsForRobots(target))
        {
            return null;
        }
        if (record.Headers["WARC-Type"] == "resource")
        {
            return IsReadable(record.Headers["Content-Type"])
                ? OfBody(record, target, record.Headers["Content-Type"], record.Body)
                : null;
        }
        if (record.Headers["Content-Type"] is { } type && !type.Contains("http", StringComparison.OrdinalIgnoreCase))
        {
            // Answers in other protocols, such as DNS.
            return null;
        }
        if (record.Body is null)
        {
            // Nobody knows whether it is a page: its HTTP headers are within what was passed over.
            return TooLarge(target);
        }
        return WarcHeaders.Read(record.Body, "HTTP/", out var bodyAt) is { } http
            ? OfAnswer(record, target, http, bodyAt)
            : Document.Damaged(target, "damaged", "the record holds no HTTP answer");
    }

    private static Document? OfAnswer(WarcRecord record, string? target, WarcHeaders http, int bodyAt)
    {
        if (Status(http) != 200 || !IsReadable(http["Content-Type"]))
        {
            return null;
        }
        var body = HttpBody.Decode(http, record.Body.AsSpan(bodyAt), out var problem);
        return problem is null
            ? OfBody(record, target, http["Content-Type"], body)
            : Document.Damaged(target, "damaged", problem);
    }

    private static Document OfBody(WarcRecord record, string? target, string? contentType, byte[]? body)
    {
        if (body is null || body.Length > Reader.LargestCapture)
        {
            return TooLarge(target);
        }
        if (!WarcDigest.Fits(record.Headers["WARC-Block-Digest"], record.Body))
        {
            return Document.Damaged(target, "damaged", "the record's bytes are not those it was written with");
        }
        return new Document
        {
            Id = target,
            Capture = new Capture
            {
                Url = target,
                ContentType = contentType,
                Bytes = body,
            },
        };
    }

    private static Document TooLarge(string? target) =>
        Document.Damaged(
            target,
            "too-large",
            $"the record has more than {Reader.LargestCapture / (1024 * 1024)} MB: no article is that long"
        );

    private static bool IsReadable(string? contentType) =>
        contentType is not null
        && Readable.Any(type => contentType.Contains(type, StringComparison.OrdinalIgnoreCase))
        && !Unreadable.Any(type => contentType.StartsWith(type, StringComparison.OrdinalIgnoreCase));

    private static bool IsForRobots(string? target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var url) && url.AbsolutePath == "/robots.txt";

    private static int? Status(WarcHeaders http) =>
        http.FirstLine.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..]
        && int.TryParse(code, CultureInfo.InvariantCulture, out var status)
            ? status
            : null;
}
