namespace Perennial.Read.Models;

/// <summary>A table from hashes to rows of small numbers: of the hash, 32 bits are kept.</summary>
/// <remarks>
/// Open addressing over one array of keys, at most half full, so that a look-up touches one or two lines of memory. An unknown
/// feature is taken for a known one about once in 2^32 / rows times: one in 8,000 for half a million rows.
/// </remarks>
internal sealed class HashedRows
{
    private readonly uint[] keys;
    private readonly int[] places;
    private readonly sbyte[] values;
    private readonly int shift;
    private readonly float scale;

    /// <param name="sorted">The keys, ascending and distinct, none of them nought.</param>
    /// <param name="values">Their rows, one after the other.</param>
    /// <param name="width">How many numbers a row has.</param>
    /// <param name="scale">What a number of a row is multiplied with.</param>
    public HashedRows(uint[] sorted, sbyte[] values, int width, float scale)
    {
        this.values = values;
        this.scale = scale;
        Width = width;
        var bits = Math.Max(4, System.Numerics.BitOperations.Log2((uint)Math.Max(1, sorted.Length)) + 2);
        shift = 32 - bits;
        keys = new uint[1 << bits];
        places = new int[1 << bits];
        for (var i = 0; i < sorted.Length; i++)
        {
            var slot = Slot(sorted[i]);
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & (keys.Length - 1);
            }
            keys[slot] = sorted[i];
            places[slot] = i * width;
        }
    }

    /// <summary>How many numbers a row has.</summary>
    public int Width { get; }

    /// <summary>What is kept of a hash; never nought.</summary>
    public static uint Key(ulong hash) => (uint)(hash >> 32) | 1;

    /// <summary>Adds the row of a hash to sums; nothing for an unknown one.</summary>
    public void AddTo(Span<float> sums, ulong hash)
    {
        var row = Row(hash);
        for (var i = 0; i < row.Length; i++)
        {
            sums[i] += row[i] * scale;
        }
    }

    /// <summary>The row of a hash, not yet scaled; empty for an unknown one.</summary>
    public ReadOnlySpan<sbyte> Row(ulong hash)
    {
        var key = Key(hash);
        for (var slot = Slot(key); keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
        {
            if (keys[slot] == key)
            {
                return values.AsSpan(places[slot], Width);
            }
        }
        return [];
    }

    // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the upper bits of a product are well mixed.
    private int Slot(uint key) => (int)((key * 2654435769u) >> shift);
}
