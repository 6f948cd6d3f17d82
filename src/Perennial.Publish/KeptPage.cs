using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Perennial.Publish;

/// <summary>A page as it went out, to be sent again: its headers, its bytes, and what these shrink to.</summary>
internal sealed class KeptPage
{
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly string etag;
    private readonly byte[] html;
    private readonly Lazy<byte[]> brotli;
    private readonly Lazy<byte[]> gzip;

    /// <summary>Keeps a page that is about to be sent for the first time.</summary>
    /// <param name="response">The answer, whose headers say all that is to be said of the page.</param>
    /// <param name="html">Its bytes.</param>
    public KeptPage(HttpResponse response, byte[] html)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.Append("Vary", "Accept-Encoding");
        headers = [.. response.Headers];
        etag = response.Headers.ETag.ToString();
        this.html = html;
        // At the first wish, and for all who have it.
        brotli = new(() => Shrink(packed => new BrotliStream(packed, CompressionLevel.Optimal)));
        gzip = new(() => Shrink(packed => new GZipStream(packed, CompressionLevel.Optimal)));
    }

    /// <summary>Until when it is what would be made; <see langword="null"/> until the views or the minute move on.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How much memory it takes at most.</summary>
    public long Size => html.Length * 2L;

    /// <summary>Answers with it, or with 304 where the reader has it already.</summary>
    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }
        if (Revalidation.Knows(context.Request, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var (coding, bytes) = Coded(context.Request);
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding;
        }
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private (string? Coding, byte[] Bytes) Coded(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            return (null, html);
        }
        var taken = request.GetTypedHeaders().AcceptEncoding;
        return Takes("br") ? ("br", brotli.Value)
            : Takes("gzip") ? ("gzip", gzip.Value)
            : (null, html);

        bool Takes(string coding) =>
            taken.Any(offer =>
                offer.Quality is not 0 && offer.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)
            );
    }

    private byte[] Shrink(Func<Stream, Stream> coder)
    {
        using var packed = new MemoryStream();
        using (var coding = coder(packed))
        {
            coding.Write(html);
        }
        return packed.ToArray();
    }
}
