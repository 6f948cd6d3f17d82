namespace Perennial.Read.Models;

/// <summary>A table from words or phrases to a few bytes about each; the words themselves are kept as hashes only.</summary>
internal sealed class Lexicon
{
    private readonly HashedRows rows;

    private Lexicon(HashedRows rows) => this.rows = rows;

    /// <summary>What is known of a word or phrase, by its <see cref="FeatureHash.Exact"/> number; empty for an unknown one.</summary>
    public ReadOnlySpan<sbyte> Find(uint word) => rows.Row(word);

    /// <summary>Reads a table.</summary>
    public static Lexicon Read(BinaryReader reader) => new(PackedFile.ReadRows(reader, reader.ReadByte()));

    /// <summary>Writes a table. Of two phrases with the same number the first stays.</summary>
    public static void Write(BinaryWriter writer, IEnumerable<(string Phrase, sbyte[] Row)> entries)
    {
        var byKey = new SortedDictionary<uint, sbyte[]>();
        foreach (var (phrase, row) in entries)
        {
            byKey.TryAdd(HashedRows.Key(FeatureHash.Exact(phrase)), row);
        }
        var width = byKey.Values.Select(row => row.Length).FirstOrDefault();
        writer.Write((byte)width);
        PackedFile.WriteRows(writer, byKey, width);
    }
}
