using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Perennial.Read.Models;

/// <summary>The form in which models come with the program.</summary>
/// <remarks>
/// Brotli over: the mark <c>PSM1</c>; the labels (count, then each as length and UTF-8); how many rows; their keys as
/// differences, each in seven bits a byte; the rows by column; scale; the transitions.
/// </remarks>
internal static class ModelFile
{
    private const uint Mark = 0x314D5350;

    /// <summary>Reads a model that is part of the program.</summary>
    /// <param name="name">The file's name in the folder <c>Models</c>.</param>
    public static SequenceModel LoadEmbedded(string name)
    {
        using var file =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Perennial.Read.Models.{name}")
            ?? throw new InvalidOperationException($"the model {name} is missing from the program");
        return Load(file);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model.</exception>
    public static SequenceModel Load(Stream stream)
    {
        using var unpacked = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);
        if (reader.ReadUInt32() != Mark)
        {
            throw new InvalidDataException("this is no model");
        }
        var labels = new string[reader.ReadByte()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }
        var keys = new uint[reader.ReadInt32()];
        uint key = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = key += (uint)reader.Read7BitEncodedInt();
        }
        var columns = reader.ReadBytes(keys.Length * labels.Length);
        var rows = new sbyte[columns.Length];
        for (var label = 0; label < labels.Length; label++)
        {
            for (var row = 0; row < keys.Length; row++)
            {
                rows[(row * labels.Length) + label] = (sbyte)columns[(label * keys.Length) + row];
            }
        }
        var scale = reader.ReadSingle();
        var transitions = new float[reader.ReadInt32()];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.ReadSingle();
        }
        return new SequenceModel(labels, new HashedRows(keys, rows, labels.Length, scale), transitions);
    }

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="weights">The weights of each label by the feature's key; rows of nothing but small numbers are left out by the caller.</param>
    /// <param name="transitions">As in <see cref="SequenceModel"/>.</param>
    public static void Save(
        Stream stream,
        IReadOnlyList<string> labels,
        SortedDictionary<uint, float[]> weights,
        float[] transitions
    )
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write((byte)labels.Count);
        foreach (var label in labels)
        {
            writer.Write(label);
        }
        writer.Write(weights.Count);
        uint before = 0;
        foreach (var key in weights.Keys)
        {
            writer.Write7BitEncodedInt((int)(key - before));
            before = key;
        }
        var scale = Scale(weights.Values);
        for (var label = 0; label < labels.Count; label++)
        {
            foreach (var row in weights.Values)
            {
                writer.Write((sbyte)Math.Clamp(Math.Round(row[label] / scale), -sbyte.MaxValue, sbyte.MaxValue));
            }
        }
        writer.Write(scale);
        writer.Write(transitions.Length);
        foreach (var weight in transitions)
        {
            writer.Write(weight);
        }
    }

    /// <summary>A scale under which all but the very largest weights keep their proportions.</summary>
    private static float Scale(IEnumerable<float[]> rows)
    {
        const double keptWhole = 0.9995;
        var sizes = rows.SelectMany(row => row).Select(Math.Abs).Where(size => size > 0).Order().ToList();
        return sizes.Count == 0 ? 1 : sizes[(int)((sizes.Count - 1) * keptWhole)] / sbyte.MaxValue;
    }
}
