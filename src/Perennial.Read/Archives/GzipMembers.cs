using System.IO.Compression;

namespace Perennial.Read.Archives;

/// <summary>The members of a compressed web archive: each is opened by itself, so that a damaged one harms no other.</summary>
internal static class GzipMembers
{
    private static readonly byte[] Mark = [0x1F, 0x8B, 0x08];

    /// <summary>Whether compressed data begin at a place.</summary>
    public static bool BeginsAt(Stream stream, long at)
    {
        var beginning = new byte[Mark.Length];
        stream.Position = at;
        return stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length
            && beginning.AsSpan().SequenceEqual(Mark);
    }

    /// <summary>Where each begins and ends, in order. The last one ends with the file.</summary>
    public static IEnumerable<(long Start, long End)> Of(Stream stream)
    {
        for (long start = 0; ; )
        {
            if (Next(stream, start + 1) is not { } next)
            {
                yield return (start, stream.Length);
                yield break;
            }
            yield return (start, next);
            start = next;
        }
    }

    // The mark may stand by chance within compressed data; a record that unpacks to "WARC/" does not.
    private static long? Next(Stream stream, long from)
    {
        while (WarcSearch.Find(stream, from, Mark) is { } found)
        {
            if (HoldsRecord(stream, found))
            {
                return found;
            }
            from = found + 1;
        }
        return null;
    }

    private static bool HoldsRecord(Stream stream, long at)
    {
        try
        {
            using var member = new GZipStream(new StreamSection(stream, at, stream.Length), CompressionMode.Decompress);
            var beginning = new byte[8];
            var read = member.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            return WarcReader.LooksLike(beginning.AsSpan(0, read));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
