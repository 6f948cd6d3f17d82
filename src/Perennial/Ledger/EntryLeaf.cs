using System.Buffers.Binary;
using System.Text;

namespace Perennial;

/// <summary>The entry without its payload in its one binary form: a leaf of the Merkle tree (RFC 9162, section 2.1).</summary>
public static class EntryLeaf
{
    private const byte Version = 0x01;
    private const int HashLength = 32;

    /// <summary>
    /// The bytes: version, position (8, big endian), time (8, milliseconds since 1970), then kind, subject and author, each
    /// as a 2-byte length and UTF-8, then the payload's 32-byte hash.
    /// </summary>
    /// <exception cref="ArgumentException">The payload's hash has not 32 bytes.</exception>
    /// <exception cref="OverflowException">A name is longer than its length can say.</exception>
    public static byte[] ToBytes(Entry entry)
    {
        if (entry.PayloadHash.Length != HashLength)
        {
            throw new ArgumentException(
                $"the hash of entry {entry.Position} has not {HashLength} bytes",
                nameof(entry)
            );
        }
        string[] names = [entry.Kind, entry.Subject, entry.Author];
        var leaf = new byte[17 + names.Sum(name => 2 + Encoding.UTF8.GetByteCount(name)) + HashLength];
        leaf[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(leaf.AsSpan(1), entry.Position);
        BinaryPrimitives.WriteInt64BigEndian(leaf.AsSpan(9), entry.At.ToUnixTimeMilliseconds());
        var at = 17;
        foreach (var name in names)
        {
            var length = Encoding.UTF8.GetBytes(name, leaf.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(leaf.AsSpan(at), checked((ushort)length));
            at += 2 + length;
        }
        entry.PayloadHash.Span.CopyTo(leaf.AsSpan(at));
        return leaf;
    }
}
