using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using UtfUnknown;

namespace Perennial.Read;

/// <summary>The bytes of a capture as text.</summary>
internal static partial class CaptureText
{
    // Text has none; UTF-16 is recognised by its mark before these are counted.
    private const int MostNulBytes = 8;
    private const int Looked = 64 * 1024;

    static CaptureText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Why the bytes are nothing to read, or <see langword="null"/>.</summary>
    public static Problem? ProblemWith(Capture capture)
    {
        var bytes = capture.Bytes.Span;
        if (bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return new Problem("empty", "the document is empty");
        }
        if (bytes.Length > Reader.LargestCapture)
        {
            return new Problem(
                "too-large",
                $"the document has more than {Reader.LargestCapture / (1024 * 1024)} MB: no article is that long"
            );
        }
        return !HasWideMark(bytes) && bytes[..Math.Min(Looked, bytes.Length)].Count((byte)0) > MostNulBytes
            ? new Problem("binary", "the document is no text: it holds binary data")
            : null;
    }

    /// <summary>Decodes: what is valid UTF-8 is UTF-8 whatever is declared; then mark, header, meta element, statistics.</summary>
    public static string Decode(Capture capture)
    {
        var bytes = capture.Bytes.Span;
        if (HasWideMark(bytes))
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);
        }
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }
        if (Utf8Text(bytes) is { } text)
        {
            return text;
        }
        // A page that was cut in the middle of a character, or has one bad byte, is UTF-8 all the same.
        return IsNearlyUtf8(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : Declared(capture.ContentType, bytes).GetString(bytes);
    }

    /// <summary>What is valid UTF-8 as text, looked through once; <see langword="null"/> for anything else.</summary>
    private static string? Utf8Text(ReadOnlySpan<byte> bytes)
    {
        // No character has fewer bytes than units of UTF-16.
        var room = ArrayPool<char>.Shared.Rent(bytes.Length);
        var status = Utf8.ToUtf16(bytes, room, out _, out var written, replaceInvalidSequences: false);
        var text = status == OperationStatus.Done ? new string(room, 0, written) : null;
        ArrayPool<char>.Shared.Return(room);
        return text;
    }

    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        const int goodForOneBad = 50;
        var text = Encoding.UTF8.GetString(bytes);
        var bad = text.AsSpan().Count('\uFFFD');
        var good = text.AsSpan().Length - bytes.Length is var difference && difference < 0 ? -difference : 0;
        return bad * goodForOneBad <= good;
    }

    private static Encoding Declared(string? contentType, ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(4096, bytes.Length)]);
        string?[] names =
        [
            Charset().Match(contentType ?? "") is { Success: true } header ? header.Groups["name"].Value : null,
            Charset().Match(head) is { Success: true } meta ? meta.Groups["name"].Value : null,
            CharsetDetector.DetectFromBytes(bytes[..Math.Min(Looked, bytes.Length)].ToArray()).Detected?.EncodingName,
        ];
        return names.OfType<string>().Select(Named).OfType<Encoding>().FirstOrDefault() ?? Encoding.GetEncoding(1252);
    }

    private static Encoding? Named(string name)
    {
        try
        {
            // A wrong declaration of UTF-8 says nothing: the bytes have been tried.
            return Encoding.GetEncoding(name) is { } found && found.CodePage != Encoding.UTF8.CodePage ? found : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool HasWideMark(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    [GeneratedRegex(
        @"charset\s*=\s*[""']?(?<name>[\w:-]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Charset();
}
