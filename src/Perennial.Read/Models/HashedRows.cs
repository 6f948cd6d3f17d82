using System.Numerics;
using System.Runtime.Intrinsics;

namespace Perennial.Read.Models;

/// <summary>A table from hashes to rows of small numbers.</summary>
/// <remarks>
/// Open addressing over one array of keys, at most half full, so that a look-up touches one or two lines of memory. An unknown
/// hash is taken for a known one about once in 2^32 / rows times: one in 8,000 for half a million rows.
/// </remarks>
internal sealed class HashedRows
{
    private readonly uint[] keys;
    private readonly int[] places;
    private readonly sbyte[] values;
    private readonly int shift;
    private readonly int stride;

    /// <param name="distinct">The keys, distinct, none of them nought.</param>
    /// <param name="rows">Their rows, one after the other.</param>
    /// <param name="width">How many numbers a row has.</param>
    public HashedRows(ReadOnlySpan<uint> distinct, ReadOnlySpan<sbyte> rows, int width)
    {
        Width = width;
        stride = width < Vector128<sbyte>.Count ? width : Padded(width);
        // Short rows are read with what stands behind them; behind the last there is room.
        values = new sbyte[(distinct.Length * stride) + Vector128<sbyte>.Count];
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, distinct.Length)) + 2);
        shift = 32 - bits;
        keys = new uint[1 << bits];
        places = new int[1 << bits];
        for (var i = 0; i < distinct.Length; i++)
        {
            var slot = Slot(distinct[i]);
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & (keys.Length - 1);
            }
            keys[slot] = distinct[i];
            places[slot] = i * stride;
            rows.Slice(i * width, width).CopyTo(values.AsSpan(i * stride));
        }
    }

    /// <summary>How many numbers a row has.</summary>
    public int Width { get; }

    /// <summary>How many numbers sums of rows must have room for.</summary>
    public static int Padded(int width) => (width + Vector128<sbyte>.Count - 1) & -Vector128<sbyte>.Count;

    /// <summary>What stands for a hash in the table: nought is no key.</summary>
    public static uint Key(uint hash) => hash == 0 ? 1 : hash;

    /// <summary>Adds the row of a hash to sums, which are <see cref="Padded"/>; nothing for an unknown one.</summary>
    /// <remarks>The sum of 256 rows has room in 16 bits. Sums beyond <see cref="Width"/> mean nothing.</remarks>
    public void AddTo(Span<short> sums, uint hash)
    {
        var place = Place(hash);
        if (place < 0)
        {
            return;
        }
        for (var i = 0; i < stride; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create<sbyte>(values.AsSpan(place + i)));
            var first = sums[i..];
            var second = sums[(i + Vector128<short>.Count)..];
            (Vector128.Create<short>(first) + low).CopyTo(first);
            (Vector128.Create<short>(second) + high).CopyTo(second);
        }
    }

    /// <summary>The row of a hash; empty for an unknown one.</summary>
    public ReadOnlySpan<sbyte> Row(uint hash) => Place(hash) is var place and >= 0 ? values.AsSpan(place, Width) : [];

    private int Place(uint hash)
    {
        var key = Key(hash);
        for (var slot = Slot(key); keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
        {
            if (keys[slot] == key)
            {
                return places[slot];
            }
        }
        return -1;
    }

    // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the upper bits of a product are well mixed.
    private int Slot(uint key) => (int)((key * 2654435769u) >> shift);
}
