using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Perennial.Read;
using Perennial.Read.Archives;

namespace Perennial.Server.Reading;

/// <summary>One document that is to be read: a line of <c>--lines</c>, or a file.</summary>
/// <remarks>See the contract of the command line: exactly one of <c>html</c>, <c>text</c> and <c>file</c> is given.</remarks>
internal sealed record ReadInput
{
    /// <summary>What the answer is called.</summary>
    public string? Id { get; init; }

    /// <summary>Where the document came from.</summary>
    public string? Url { get; init; }

    /// <summary>A page.</summary>
    public string? Html { get; init; }

    /// <summary>A text that is read as it stands, so that offsets can be compared.</summary>
    public string? Text { get; init; }

    /// <summary>A file: a page or scraped text, also compressed with gzip.</summary>
    public string? File { get; init; }

    /// <summary>The headline of <see cref="Text"/>.</summary>
    public string? Title { get; init; }

    /// <summary>When <see cref="Text"/> was published.</summary>
    public string? Published { get; init; }

    /// <summary>The language of <see cref="Text"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Reads it. Whatever is wrong becomes the article's problem.</summary>
    public Article Read()
    {
        try
        {
            return this switch
            {
                { Text: { } text } => Reader.ReadText(text, Title, StatedTime.ParseIso(Published), Language, Url),
                { Html: { } html } => Reader.Read(
                    new Capture
                    {
                        Url = Url,
                        ContentType = "text/html; charset=utf-8",
                        Bytes = Encoding.UTF8.GetBytes(html),
                    }
                ),
                { File: { } file } => Reader.Read(Capture(file, Url)),
                _ => Problem("empty", "the line has neither html nor text nor file"),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Problem("unreadable", e.Message);
        }
    }

    /// <summary>A file's bytes, decompressed up to the reader's limit.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="InvalidDataException">It is no valid gzip.</exception>
    public static Capture Capture(string file, string? url)
    {
        if (Directory.Exists(file))
        {
            throw new IOException($"{file} is a folder");
        }
        if (!System.IO.File.Exists(file))
        {
            throw new FileNotFoundException($"there is no file {file}");
        }
        using var opened = System.IO.File.OpenRead(file);
        var compressed = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        using Stream stream = compressed ? new GZipStream(opened, CompressionMode.Decompress) : opened;
        var name = compressed ? Path.GetFileNameWithoutExtension(file) : file;
        return new Capture
        {
            Url = url,
            ContentType = Documents.ContentType(name),
            Bytes = Bounded(stream),
        };
    }

    /// <summary>What can be read of a stream, and one byte more than the reader takes when there is too much.</summary>
    public static byte[] Bounded(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; bytes.Length <= Reader.LargestCapture && (read = stream.Read(buffer)) > 0; )
        {
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static Article Problem(string code, string message) => new() { Problem = new Problem(code, message) };
}

/// <summary>How input lines are read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReadInput))]
[JsonSerializable(typeof(FeedInput))]
[JsonSerializable(typeof(WeaveInput))]
internal sealed partial class InputJson : JsonSerializerContext;
