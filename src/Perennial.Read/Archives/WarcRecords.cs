using System.Globalization;

namespace Perennial.Read.Archives;

/// <summary>The records of a web archive in order. Only the body of one that may hold a page is held in memory.</summary>
internal sealed class WarcRecords(Stream stream)
{
    private readonly WarcInput input = new(stream);

    /// <summary>Why the records ended before the archive did; <see langword="null"/> when they did not.</summary>
    public WarcDamage? Damage { get; private set; }

    /// <summary>The next response or resource; <see langword="null"/> at the end and at the first damage.</summary>
    public WarcRecord? Next()
    {
        long start = 0;
        WarcHeaders? headers = null;
        try
        {
            while (input.SkipBlankLines())
            {
                headers = null;
                start = input.Position;
                headers = WarcHeaders.Read(input, "WARC/");
                if (headers is null)
                {
                    return Broken(start, headers, "what follows the last whole record is no WARC record");
                }
                if (
                    !long.TryParse(headers["Content-Length"], CultureInfo.InvariantCulture, out var length)
                    || length < 0
                )
                {
                    return Broken(start, headers, "the record does not say how long it is");
                }
                if (headers["WARC-Type"] is not ("response" or "resource"))
                {
                    if (!input.Skip(length))
                    {
                        return Broken(start, headers, "the archive ends in the middle of a record");
                    }
                    continue;
                }
                return Page(start, headers, length);
            }
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Broken(start, headers, $"the archive is damaged: {e.Message}");
        }
    }

    private WarcRecord? Page(long start, WarcHeaders headers, long length)
    {
        if (length > Reader.LargestCapture)
        {
            return input.Skip(length)
                ? new WarcRecord(headers, Body: null)
                : Broken(start, headers, "the archive ends in the middle of a record");
        }
        var body = input.Take((int)length);
        if (body is null)
        {
            return Broken(start, headers, "the archive ends in the middle of a record");
        }
        return input.AtRecordEnd()
            ? new WarcRecord(headers, body)
            : Broken(start, headers, "the record is not as long as it says");
    }

    private WarcRecord? Broken(long start, WarcHeaders? headers, string message)
    {
        Damage = new WarcDamage(start, headers?.Target, message);
        return null;
    }
}

/// <summary>A record that may hold a page.</summary>
/// <param name="Headers">What the archive says of it.</param>
/// <param name="Body">Its content; <see langword="null"/> when it is larger than any article.</param>
internal sealed record WarcRecord(WarcHeaders Headers, byte[]? Body);

/// <summary>Where an archive stopped making sense.</summary>
/// <param name="Start">Where the damaged record begins, in bytes of the archive without its compression.</param>
/// <param name="Target">The address it is about; <see langword="null"/> when even that can't be read.</param>
/// <param name="Message">What is wrong with it.</param>
internal sealed record WarcDamage(long Start, string? Target, string Message);
