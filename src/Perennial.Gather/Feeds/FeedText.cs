using System.Text;
using System.Text.RegularExpressions;

namespace Perennial.Gather.Feeds;

/// <summary>A feed's bytes as text that an XML parser can take.</summary>
internal static partial class FeedText
{
    static FeedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes: valid UTF-8 is UTF-8 whatever is declared, then the header, a byte order mark, the prolog.</summary>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var wide = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return (wide.GetString(bytes[2..]), wide.WebName);
        }
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(
                bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes
            );
            return (text, "utf-8");
        }
        catch (DecoderFallbackException)
        {
            var declared =
                Charset().Match(contentType ?? "") is { Success: true } header ? header.Groups["name"].Value
                : Prolog().Match(Encoding.Latin1.GetString(bytes[..Math.Min(200, bytes.Length)]))
                    is { Success: true } prolog
                    ? prolog.Groups["name"].Value
                : "windows-1252";
            var encoding = Named(declared);
            return (encoding.GetString(bytes), encoding.WebName);
        }
    }

    /// <summary>Mends what makes most broken feeds unreadable: control characters, HTML's entities, bare ampersands.</summary>
    public static string Mend(string text)
    {
        var legal = Illegal().Replace(text.TrimStart(), "");
        return Ampersand()
            .Replace(
                legal,
                m =>
                    m.Groups["entity"] is { Success: true } entity
                    && System.Net.WebUtility.HtmlDecode(m.Value) is { } decoded
                    && decoded != m.Value
                        ? decoded
                        : "&amp;" + m.Value[1..]
            );
    }

    private static Encoding Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.GetEncoding("windows-1252");
        }
    }

    [GeneratedRegex(
        @"charset=[""']?(?<name>[\w-]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Charset();

    [GeneratedRegex(
        @"<\?xml[^>]*encoding=[""'](?<name>[\w-]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Prolog();

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]", RegexOptions.NonBacktracking)]
    private static partial Regex Illegal();

    // An ampersand that begins none of XML's own references.
    [GeneratedRegex(
        @"&(?!(amp|lt|gt|quot|apos);|\#\d{1,7};|\#x[0-9a-fA-F]{1,6};)((?<entity>[A-Za-z][A-Za-z0-9]{1,31});)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Ampersand();
}
