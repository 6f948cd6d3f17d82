using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Perennial.Read.Models;

/// <summary>Tables and models that come with the program: numbers, packed with Brotli.</summary>
internal static class PackedFile
{
    /// <summary>Reads a file of the folder <c>Models</c>.</summary>
    public static T Shipped<T>(string name, Func<BinaryReader, T> read)
    {
        using var file =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("Perennial.Read.Models." + name)
            ?? throw new InvalidOperationException($"{name} is missing from the program");
        return Read(file, read);
    }

    /// <summary>Reads a packed stream.</summary>
    public static T Read<T>(Stream file, Func<BinaryReader, T> read)
    {
        using var unpacked = new BrotliStream(file, CompressionMode.Decompress);
        using var buffered = new BufferedStream(unpacked, 1 << 16);
        using var reader = new BinaryReader(buffered, Encoding.UTF8);
        return read(reader);
    }

    /// <summary>Writes a packed stream.</summary>
    public static void Write(Stream file, Action<BinaryWriter> write)
    {
        using var packed = new BrotliStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        write(writer);
    }

    /// <summary>Reads hashed rows: how many, the keys as differences in seven bits a byte, the numbers by column.</summary>
    public static HashedRows ReadRows(BinaryReader reader, int width)
    {
        var keys = new uint[reader.ReadInt32()];
        uint key = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = key += (uint)reader.Read7BitEncodedInt();
        }
        var columns = reader.ReadBytes(keys.Length * width);
        var rows = new sbyte[columns.Length];
        for (var column = 0; column < width; column++)
        {
            for (var row = 0; row < keys.Length; row++)
            {
                rows[(row * width) + column] = (sbyte)columns[(column * keys.Length) + row];
            }
        }
        return new HashedRows(keys, rows, width);
    }

    /// <summary>Writes hashed rows.</summary>
    public static void WriteRows(BinaryWriter writer, SortedDictionary<uint, sbyte[]> rows, int width)
    {
        writer.Write(rows.Count);
        uint before = 0;
        foreach (var key in rows.Keys)
        {
            writer.Write7BitEncodedInt((int)(key - before));
            before = key;
        }
        for (var column = 0; column < width; column++)
        {
            foreach (var row in rows.Values)
            {
                writer.Write(row[column]);
            }
        }
    }
}
