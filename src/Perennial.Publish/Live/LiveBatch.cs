using System.Globalization;
using System.Text;

namespace Perennial.Publish.Live;

/// <summary>Some events in a row as they go over the wire, put together once for all readers who have seen the same.</summary>
/// <param name="Chunk">The events as one chunk of a chunked answer of HTTP/1.1, its frame included.</param>
/// <param name="UpTo">The position of the last of them.</param>
/// <param name="IsAll">Whether there was nothing more when it was put together.</param>
/// <param name="EndsStory">Whether nothing follows, since the story has left the site or is part of another.</param>
internal sealed record LiveBatch(byte[] Chunk, long UpTo, bool IsAll, bool EndsStory)
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    /// <summary>The events alone, for answers that something else frames.</summary>
    public ReadOnlyMemory<byte> Data
    {
        get
        {
            var start = Chunk.AsSpan().IndexOf((byte)'\n') + 1;
            return Chunk.AsMemory(start, Chunk.Length - start - LineEnd.Length);
        }
    }

    /// <summary>Frames, at least one, as one batch.</summary>
    public static LiveBatch Of(IReadOnlyList<LiveFrame> frames, bool isAll) =>
        new(Chunked([.. frames.Select(frame => frame.Bytes)]), frames[^1].Event.Position, isAll, frames[^1].EndsStory);

    /// <summary>Bytes as one chunk (RFC 9112, section 7.1).</summary>
    public static byte[] Chunked(params IReadOnlyList<byte[]> pieces)
    {
        var size = pieces.Sum(piece => piece.Length);
        var start = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{size:x}\r\n"));
        var chunk = new byte[start.Length + size + LineEnd.Length];
        var at = 0;
        foreach (var piece in (IEnumerable<byte[]>)[start, .. pieces, LineEnd])
        {
            piece.CopyTo(chunk, at);
            at += piece.Length;
        }
        return chunk;
    }
}
