using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using Perennial.Read.Wires;

namespace Perennial.Read.Archives;

/// <summary>The documents in a file: one page or text, the pages of a web archive, the items of a wire's message.</summary>
public static class Documents
{
    private const string Json = "application/json";
    private const string Xml = "application/xml";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".xhtml"] = "text/html",
        [".txt"] = "text/plain",
        [".text"] = "text/plain",
        [".md"] = "text/markdown",
        [".markdown"] = "text/markdown",
        [".json"] = Json,
        [".xml"] = Xml,
    };

    /// <summary>Whether a file's name says that it can be read, compressed or not.</summary>
    public static bool IsReadable(string name) =>
        Extension(name) is var extension && (extension == ".warc" || Types.ContainsKey(extension));

    /// <summary>The media type that goes with a file's name; <see langword="null"/> to be told from its bytes.</summary>
    public static string? ContentType(string name) => Types.GetValueOrDefault(Extension(name));

    /// <summary>Whether a file's name says that it is a web archive.</summary>
    public static bool IsArchive(string name) => Extension(name) == ".warc";

    /// <summary>The documents in a file, one after the other.</summary>
    /// <param name="stream">The file; it can be sought.</param>
    /// <param name="name">Its name.</param>
    public static IEnumerable<Document> In(Stream stream, string name)
    {
        var compressed = GzipMembers.BeginsAt(stream, 0);
        stream.Position = 0;
        if (HoldsArchive(stream, name, compressed))
        {
            return WarcReader.Read(stream);
        }
        try
        {
            stream.Position = 0;
            using Stream? unpacked = compressed ? new GZipStream(stream, CompressionMode.Decompress, true) : null;
            return Of(new Capture { ContentType = ContentType(name), Bytes = BoundedBytes.Read(unpacked ?? stream) });
        }
        catch (InvalidDataException e)
        {
            return [Document.Damaged(null, "damaged", $"the file is no valid gzip: {e.Message}")];
        }
    }

    /// <summary>The documents in some bytes: the items of a wire's message each by itself, anything else as it stands.</summary>
    public static IReadOnlyList<Document> Of(Capture capture)
    {
        var whole = new Document { Id = capture.Url, Capture = capture };
        if (CaptureText.ProblemWith(capture) is not null)
        {
            return [whole];
        }
        var text = CaptureText.Decode(capture);
        try
        {
            return WireFormats.Of(capture.ContentType, text) switch
            {
                WireFormat.Json => OfJson(whole, text),
                WireFormat.Xml => OfXml(whole, text),
                _ => [whole],
            };
        }
        catch (Exception e) when (e is JsonException or XmlException)
        {
            // The reader says what is wrong with it.
            return [whole];
        }
    }

    private static IReadOnlyList<Document> OfJson(Document whole, string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement switch
        {
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 =>
            [
                .. list.EnumerateArray()
                    .Select(item =>
                        Ninjs.Named(item) with
                        {
                            Capture = new Capture
                            {
                                ContentType = Json,
                                Bytes = Encoding.UTF8.GetBytes(item.GetRawText()),
                            },
                        }
                    ),
            ],
            var item => [Ninjs.Named(item) with { Capture = whole.Capture }],
        };
    }

    private static IReadOnlyList<Document> OfXml(Document whole, string text)
    {
        var root = WireXml.Parse(text);
        return root.Name.LocalName switch
        {
            "newsItem" or "packageItem" => [NewsMessage.Named(root) with { Capture = whole.Capture }],
            "newsMessage" when NewsMessage.Items(root).Any() =>
            [
                .. NewsMessage
                    .Items(root)
                    .Select(item =>
                        NewsMessage.Named(item) with
                        {
                            Capture = new Capture { ContentType = Xml, Bytes = NewsMessage.ToBytes(item) },
                        }
                    ),
            ],
            _ => [whole],
        };
    }

    private static bool HoldsArchive(Stream stream, string name, bool compressed)
    {
        if (IsArchive(name))
        {
            return true;
        }
        try
        {
            using Stream? unpacked = compressed ? new GZipStream(stream, CompressionMode.Decompress, true) : null;
            var beginning = new byte[8];
            var read = (unpacked ?? stream).ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            return WarcReader.LooksLike(beginning.AsSpan(0, read));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string Extension(string name) =>
        Path.GetExtension(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name)
            .ToLowerInvariant();
}
