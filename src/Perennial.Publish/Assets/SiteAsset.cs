using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Perennial.Publish;

/// <summary>Style and script, embedded in the program and served under the hash of their content.</summary>
internal sealed class SiteAsset
{
    private readonly byte[] content;
    private readonly byte[] brotli;
    private readonly string contentType;

    private SiteAsset(string name, string contentType)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream($"Perennial.Publish.Assets.{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        content = bytes.ToArray();
        brotli = Compressed(content);
        this.contentType = contentType;
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}";
    }

    /// <summary>The style of every page.</summary>
    public static SiteAsset Css { get; } = new("site.css", "text/css; charset=utf-8");

    /// <summary>The script of live pages.</summary>
    public static SiteAsset Script { get; } = new("live.js", "text/javascript; charset=utf-8");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SiteAsset> All { get; } = [Css, Script];

    /// <summary>The address, which changes with the content.</summary>
    public string Address { get; }

    /// <summary>How many bytes go over the wire to a browser that takes them compressed.</summary>
    public int CompressedLength => brotli.Length;

    /// <summary>Sends it, compressed where the reader takes that; it may be kept for ever.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var compressed = context
            .Request.GetTypedHeaders()
            .AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is not 0);
        var sent = compressed ? brotli : content;
        var headers = context.Response.Headers;
        headers.ContentType = contentType;
        headers.ContentLength = sent.Length;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (compressed)
        {
            headers.ContentEncoding = "br";
        }
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(sent, context.RequestAborted);
        }
    }

    private static byte[] Compressed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var coder = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            coder.Write(content);
        }
        return packed.ToArray();
    }
}
