using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Perennial.Read.Archives;

/// <summary>The body of an archived HTTP answer, without the codings it travelled in.</summary>
/// <remarks>
/// Crawlers keep the headers as sent, but some undo the coding before they write the body: what does not decode as the
/// header says, and looks like what it should be, is taken as it stands.
/// </remarks>
internal static class HttpBody
{
    /// <summary>The body, up to one byte more than any article has.</summary>
    public static byte[] Decode(WarcHeaders http, ReadOnlySpan<byte> body, out string? problem)
    {
        problem = null;
        var bytes =
            http["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true
                ? Joined(body) ?? body.ToArray()
                : body.ToArray();
        var codings = (http["Content-Encoding"] ?? "").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        foreach (var coding in codings.Reverse())
        {
            try
            {
                bytes = Unpacked(coding.ToLowerInvariant(), bytes);
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
            {
                if (!IsText(bytes))
                {
                    problem = $"the body is no valid {coding}";
                    return [];
                }
            }
        }
        return bytes;
    }

    private static byte[] Unpacked(string coding, byte[] bytes)
    {
        using var packed = new MemoryStream(bytes, writable: false);
        using Stream? stream = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            // The standard means zlib, and many servers send the bare form.
            "deflate" when bytes is [0x78, ..] => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
            "identity" => null,
            _ => throw new InvalidDataException("unknown coding"),
        };
        return stream is null ? bytes : BoundedBytes.Read(stream);
    }

    /// <summary>The chunks, joined; <see langword="null"/> when the body does not stand in chunks.</summary>
    private static byte[]? Joined(ReadOnlySpan<byte> body)
    {
        using var joined = new MemoryStream(body.Length);
        while (true)
        {
            var end = body.IndexOf((byte)'\n');
            // A length has at most eight digits, and extensions behind a semicolon.
            if (end is < 1 or > 200)
            {
                return null;
            }
            var line = Encoding.ASCII.GetString(body[..end]).Split(';')[0].Trim();
            if (
                !int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length)
                || length < 0
            )
            {
                return null;
            }
            body = body[(end + 1)..];
            if (length == 0)
            {
                return joined.ToArray();
            }
            if (length >= body.Length)
            {
                // Cut off: what is there is all there is.
                joined.Write(body);
                return joined.ToArray();
            }
            joined.Write(body[..length]);
            body = body[length..];
            body =
                body is [(byte)'\r', (byte)'\n', ..] ? body[2..]
                : body is [(byte)'\n', ..] ? body[1..]
                : body;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 512)].Trim(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..];
}
