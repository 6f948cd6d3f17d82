namespace Perennial.Read.Archives;

/// <summary>Finds where the next record of a plain archive begins, behind a damaged one.</summary>
internal static class WarcSearch
{
    private const int Part = 64 * 1024;

    /// <summary>The place of the next version line at or behind a place; <see langword="null"/> when there is none.</summary>
    public static long? NextRecord(Stream stream, long from) => Find(stream, from, "\nWARC/1."u8.ToArray()) + 1;

    /// <summary>The place of some bytes at or behind a place.</summary>
    public static long? Find(Stream stream, long from, byte[] wanted)
    {
        var buffer = new byte[Part + wanted.Length - 1];
        stream.Position = from;
        for (var kept = 0; ; )
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            if (read == 0)
            {
                return null;
            }
            var there = buffer.AsSpan(0, kept + read);
            if (there.IndexOf(wanted) is >= 0 and var at)
            {
                return from + at;
            }
            kept = Math.Min(there.Length, wanted.Length - 1);
            from += there.Length - kept;
            there[^kept..].CopyTo(buffer);
        }
    }
}
