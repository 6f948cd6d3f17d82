namespace Perennial.Weave;

/// <summary>Words as numbers, in ascending order, each with its weight; the length of the whole is 1, or 0 without words.</summary>
internal sealed class Terms
{
    /// <summary>No words.</summary>
    public static readonly Terms None = new([], []);

    private Terms(uint[] keys, float[] weights)
    {
        Keys = keys;
        Weights = weights;
    }

    /// <summary>The words' numbers, ascending.</summary>
    public uint[] Keys { get; }

    /// <summary>The weight of each.</summary>
    public float[] Weights { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Keys.Length == 0;

    /// <summary>The terms of counted words, by how often they stand there and how rare they are.</summary>
    public static Terms Of(Dictionary<uint, int> counts, TermTable table, bool inHeadline)
    {
        if (counts.Count == 0)
        {
            return None;
        }
        var keys = new uint[counts.Count];
        counts.Keys.CopyTo(keys, 0);
        Array.Sort(keys);
        var weights = new float[keys.Length];
        float squares = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            weights[i] = (1 + MathF.Log(counts[keys[i]])) * table.Weight(keys[i], inHeadline);
            squares += weights[i] * weights[i];
        }
        var length = MathF.Sqrt(squares);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= length;
        }
        return new Terms(keys, weights);
    }

    /// <summary>The cosine of two, from 0 to 1.</summary>
    public float Cosine(Terms other)
    {
        var (mine, theirs) = (Keys, other.Keys);
        var (i, j) = (0, 0);
        float sum = 0;
        // Which of the two goes on is as good as random: without a branch for it, it takes half the time.
        while (i < mine.Length && j < theirs.Length)
        {
            var (one, two) = (mine[i], theirs[j]);
            if (one == two)
            {
                sum += Weights[i] * other.Weights[j];
            }
            i += one <= two ? 1 : 0;
            j += two <= one ? 1 : 0;
        }
        return sum;
    }
}
