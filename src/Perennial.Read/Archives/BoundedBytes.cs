namespace Perennial.Read.Archives;

/// <summary>Bytes of a stream up to a limit: what is compressed can be a thousand times what it looks like.</summary>
internal static class BoundedBytes
{
    /// <summary>What can be read, and one byte more than the limit when there is too much.</summary>
    public static byte[] Read(Stream stream, int most = Reader.LargestCapture)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; bytes.Length <= most; bytes.Write(buffer, 0, read))
        {
            var room = (int)Math.Min(buffer.Length, most + 1L - bytes.Length);
            if ((read = stream.Read(buffer, 0, room)) == 0)
            {
                break;
            }
        }
        return bytes.ToArray();
    }
}
