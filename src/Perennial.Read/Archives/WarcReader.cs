using System.IO.Compression;

namespace Perennial.Read.Archives;

/// <summary>Reads the pages of a web archive (WARC 1.0 and 1.1), one after the other: the file may be larger than memory.</summary>
/// <remarks>
/// Plain, or compressed with gzip in one member a record or in one for all. A damaged record becomes a document with a
/// problem, and reading goes on where the next record begins.
/// </remarks>
public static class WarcReader
{
    /// <summary>The pages of an archive that answered with content: HTML, plain text, JSON or XML.</summary>
    /// <param name="stream">The archive; it can be sought.</param>
    public static IEnumerable<Document> Read(Stream stream) =>
        GzipMembers.BeginsAt(stream, 0) ? ReadCompressed(stream) : ReadPlain(stream);

    /// <summary>Whether a file that is not compressed begins as a web archive.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> beginning) => beginning.StartsWith("WARC/"u8);

    private static IEnumerable<Document> ReadPlain(Stream stream)
    {
        for (long? start = 0; start is { } at; )
        {
            stream.Position = at;
            var records = new WarcRecords(stream);
            foreach (var document in Documents(records))
            {
                yield return document;
            }
            // What claims to be longer than the file may hide records that are whole: the search begins right behind it.
            start = records.Damage is { } damage ? WarcSearch.NextRecord(stream, at + damage.Start + 1) : null;
        }
    }

    private static IEnumerable<Document> ReadCompressed(Stream stream)
    {
        foreach (var (start, end) in GzipMembers.Of(stream))
        {
            using var member = new GZipStream(new StreamSection(stream, start, end), CompressionMode.Decompress);
            foreach (var document in Documents(new WarcRecords(member)))
            {
                yield return document;
            }
        }
    }

    private static IEnumerable<Document> Documents(WarcRecords records)
    {
        while (records.Next() is { } record)
        {
            if (WarcPage.Of(record) is { } document)
            {
                yield return document;
            }
        }
        if (records.Damage is { } damage)
        {
            yield return Document.Damaged(damage.Target, "damaged", damage.Message);
        }
    }
}
