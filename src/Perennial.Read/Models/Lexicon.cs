using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Perennial.Read.Models;

/// <summary>A table from words or phrases to a few bytes about each; the words themselves are kept as hashes only.</summary>
/// <remarks>
/// Brotli over: how many rows, how many bytes a row, the keys as differences in seven bits a byte, the rows by column.
/// </remarks>
internal sealed class Lexicon
{
    private readonly HashedRows rows;

    private Lexicon(HashedRows rows) => this.rows = rows;

    /// <summary>What is known of a word or phrase in lower case; empty for an unknown one.</summary>
    public ReadOnlySpan<sbyte> Find(ReadOnlySpan<char> lower) => rows.Row(FeatureHash.Of(lower));

    /// <summary>Reads a table that is part of the program.</summary>
    /// <param name="name">The file's name in the folder <c>Models</c>.</param>
    public static Lexicon LoadEmbedded(string name)
    {
        using var file =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Perennial.Read.Models.{name}")
            ?? throw new InvalidOperationException($"the table {name} is missing from the program");
        return Load(file);
    }

    /// <summary>Reads a table.</summary>
    public static Lexicon Load(Stream file)
    {
        using var unpacked = new BrotliStream(file, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);
        var keys = new uint[reader.ReadInt32()];
        var width = reader.ReadByte();
        uint key = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = key += (uint)reader.Read7BitEncodedInt();
        }
        var values = new sbyte[keys.Length * width];
        for (var column = 0; column < width; column++)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                values[(i * width) + column] = reader.ReadSByte();
            }
        }
        return new Lexicon(new HashedRows(keys, values, width, scale: 1));
    }

    /// <summary>Writes a table. Of two phrases with the same key the first stays.</summary>
    public static void Save(Stream stream, IEnumerable<(string Lower, sbyte[] Row)> entries)
    {
        var byKey = new SortedDictionary<uint, sbyte[]>();
        foreach (var (lower, row) in entries)
        {
            byKey.TryAdd(HashedRows.Key(FeatureHash.Of(lower)), row);
        }
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        var width = byKey.Values.Select(row => row.Length).FirstOrDefault();
        writer.Write(byKey.Count);
        writer.Write((byte)width);
        uint before = 0;
        foreach (var key in byKey.Keys)
        {
            writer.Write7BitEncodedInt((int)(key - before));
            before = key;
        }
        for (var column = 0; column < width; column++)
        {
            foreach (var row in byKey.Values)
            {
                writer.Write(row[column]);
            }
        }
    }
}
