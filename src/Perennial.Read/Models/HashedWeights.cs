namespace Perennial.Read.Models;

/// <summary>The weights of a linear model over hashed features, a byte each.</summary>
internal sealed class HashedWeights
{
    /// <summary>How many weights there are, a power of two; two features that share one are told apart no more.</summary>
    public const int Count = 1 << 16;

    private readonly sbyte[] weights;
    private readonly float scale;

    private HashedWeights(sbyte[] weights, float scale) => (this.weights, this.scale) = (weights, scale);

    /// <summary>Where the weight of a feature stands, by its place: the same name may mean something else further out.</summary>
    public static int Index(uint feature, uint place) => (int)(((feature + (place * 0x9E3779B9u)) * 0x85EBCA6Bu) >> 16);

    /// <summary>The weight of a feature.</summary>
    public float this[uint feature, uint place] => weights[Index(feature, place)] * scale;

    /// <summary>Weights as they come out of training, rounded to a byte.</summary>
    public static HashedWeights Of(ReadOnlySpan<float> trained)
    {
        var largest = 1e-6f;
        foreach (var weight in trained)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }
        var step = largest / sbyte.MaxValue;
        var rounded = new sbyte[Count];
        for (var i = 0; i < Count; i++)
        {
            rounded[i] = (sbyte)MathF.Round(trained[i] / step);
        }
        return new HashedWeights(rounded, step);
    }

    /// <summary>Reads weights.</summary>
    public static HashedWeights Read(BinaryReader reader)
    {
        var step = reader.ReadSingle();
        var read = new sbyte[Count];
        for (var i = 0; i < Count; i++)
        {
            read[i] = reader.ReadSByte();
        }
        return new HashedWeights(read, step);
    }

    /// <summary>Writes weights.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(scale);
        foreach (var weight in weights)
        {
            writer.Write(weight);
        }
    }
}
