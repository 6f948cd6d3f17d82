using System.Numerics;

namespace Perennial.Read.Models;

/// <summary>A linear-chain model that gives every token of a sequence a label: weights of features, and of label after label.</summary>
/// <remarks>Features are known by their hash, weights are bytes of one scale: the file holds numbers and the labels' names only.</remarks>
internal sealed class SequenceModel
{
    private const float Impossible = -1e9f;

    private readonly HashedRows rows;
    private readonly float scale;
    private readonly float[] transitions;
    private readonly float[] first;
    private readonly float[] last;
    private readonly ulong all;

    /// <param name="labels">The labels, no more than 64; in the scheme of <see cref="SpanLabels"/>, or any names.</param>
    /// <param name="rows">The weight of each label for each feature.</param>
    /// <param name="scale">What those weights are multiplied with.</param>
    /// <param name="transitions">The weight of label after label: <c>[before, after]</c>.</param>
    private SequenceModel(IReadOnlyList<string> labels, HashedRows rows, float scale, float[] transitions)
    {
        Labels = labels;
        this.rows = rows;
        this.scale = scale;
        var allowed = SpanLabels.Allowed(labels);
        this.transitions = [.. transitions.Select((weight, i) => allowed.After[i] ? weight : Impossible)];
        first = [.. allowed.First.Select(may => may ? 0 : Impossible)];
        last = [.. allowed.Last.Select(may => may ? 0 : Impossible)];
        all = labels.Count == 64 ? ulong.MaxValue : (1UL << labels.Count) - 1;
    }

    /// <summary>The labels by number.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The best sequence of labels (Viterbi).</summary>
    /// <param name="sequence">The features of each token; a token with one candidate needs none.</param>
    /// <param name="candidates">Per token, the labels it may have, a bit each; <see langword="null"/> where any may be.</param>
    public int[] Decode(FeatureSequence sequence, ReadOnlySpan<ulong> candidates = default)
    {
        var (count, labels) = (sequence.Count, Labels.Count);
        var path = new int[count];
        if (count == 0)
        {
            return path;
        }
        Span<float> best = stackalloc float[labels];
        Span<float> next = stackalloc float[labels];
        Span<short> sums = stackalloc short[HashedRows.Padded(labels)];
        var came = new byte[count * labels];
        var before = 0UL;
        for (var i = 0; i < count; i++)
        {
            var may = candidates.IsEmpty ? all : candidates[i];
            sums.Clear();
            if (!BitOperations.IsPow2(may))
            {
                foreach (var feature in sequence.Features(i))
                {
                    rows.AddTo(sums, feature);
                }
            }
            for (var left = may; left != 0; left &= left - 1)
            {
                var label = BitOperations.TrailingZeroCount(left);
                var (value, from) = i == 0 ? (first[label], 0) : Best(best, before, label);
                next[label] = value + (sums[label] * scale);
                came[(i * labels) + label] = (byte)from;
            }
            next.CopyTo(best);
            before = may;
        }
        path[^1] = Last(best, before);
        for (var i = count - 1; i > 0; i--)
        {
            path[i - 1] = came[(i * labels) + path[i]];
        }
        return path;
    }

    /// <summary>How likely each label is at each token, over all sequences (forward and backward sums; Rabiner, 1989).</summary>
    /// <param name="sequence">The features of each token.</param>
    /// <returns>Per token, the likelihood of each label.</returns>
    public float[] Likelihoods(FeatureSequence sequence)
    {
        var (count, labels) = (sequence.Count, Labels.Count);
        var likely = new float[count * labels];
        if (count == 0)
        {
            return likely;
        }
        var follows = Array.ConvertAll(transitions, weight => MathF.Exp(weight));
        var here = new float[count * labels];
        Span<short> sums = stackalloc short[HashedRows.Padded(labels)];
        Span<float> forward = stackalloc float[labels];
        Span<float> next = stackalloc float[labels];
        for (var i = 0; i < count; i++)
        {
            sums.Clear();
            foreach (var feature in sequence.Features(i))
            {
                rows.AddTo(sums, feature);
            }
            var highest = 0;
            for (var label = 0; label < labels; label++)
            {
                highest = Math.Max(highest, sums[label]);
            }
            var total = 0f;
            for (var label = 0; label < labels; label++)
            {
                here[(i * labels) + label] = MathF.Exp((sums[label] - highest) * scale);
                var arrives = i == 0 ? MathF.Exp(first[label]) : 0;
                for (var before = 0; i > 0 && before < labels; before++)
                {
                    arrives += forward[before] * follows[(before * labels) + label];
                }
                next[label] = arrives * here[(i * labels) + label];
                total += next[label];
            }
            for (var label = 0; label < labels; label++)
            {
                forward[label] = next[label] / total;
                likely[(i * labels) + label] = forward[label];
            }
        }
        Span<float> backward = stackalloc float[labels];
        for (var label = 0; label < labels; label++)
        {
            backward[label] = MathF.Exp(last[label]);
        }
        for (var i = count - 1; i >= 0; i--)
        {
            var (total, mass) = (0f, 0f);
            for (var label = 0; label < labels; label++)
            {
                likely[(i * labels) + label] *= backward[label];
                total += likely[(i * labels) + label];
            }
            for (var before = 0; before < labels; before++)
            {
                next[before] = 0;
                for (var label = 0; label < labels; label++)
                {
                    next[before] += follows[(before * labels) + label] * here[(i * labels) + label] * backward[label];
                }
                mass += next[before];
            }
            for (var label = 0; label < labels; label++)
            {
                likely[(i * labels) + label] /= total;
                backward[label] = next[label] / mass;
            }
        }
        return likely;
    }

    /// <summary>Reads a model: its labels, scale, transitions and rows.</summary>
    public static SequenceModel Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadByte()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }
        var step = reader.ReadSingle();
        var steps = new float[labels.Length * labels.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = reader.ReadSingle();
        }
        return new SequenceModel(labels, PackedFile.ReadRows(reader, labels.Length), step, steps);
    }

    /// <summary>Writes a model.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="weights">The weights of each label by the feature's key; rows of nothing but small numbers are left out by the caller.</param>
    /// <param name="transitions">The weight of label after label.</param>
    public static void Write(
        BinaryWriter writer,
        IReadOnlyList<string> labels,
        SortedDictionary<uint, float[]> weights,
        float[] transitions
    )
    {
        writer.Write((byte)labels.Count);
        foreach (var label in labels)
        {
            writer.Write(label);
        }
        var step = Scale(weights.Values);
        writer.Write(step);
        foreach (var weight in transitions)
        {
            writer.Write(weight);
        }
        var rounded = new SortedDictionary<uint, sbyte[]>(
            weights.ToDictionary(row => row.Key, row => Array.ConvertAll(row.Value, weight => Rounded(weight / step)))
        );
        PackedFile.WriteRows(writer, rounded, labels.Count);
    }

    private (float Value, int From) Best(ReadOnlySpan<float> best, ulong before, int label)
    {
        var (highest, from) = (float.NegativeInfinity, 0);
        for (var left = before; left != 0; left &= left - 1)
        {
            var label0 = BitOperations.TrailingZeroCount(left);
            var value = best[label0] + transitions[(label0 * Labels.Count) + label];
            if (value > highest)
            {
                (highest, from) = (value, label0);
            }
        }
        return (highest, from);
    }

    private int Last(ReadOnlySpan<float> values, ulong may)
    {
        var (highest, best) = (float.NegativeInfinity, 0);
        for (var left = may; left != 0; left &= left - 1)
        {
            var label = BitOperations.TrailingZeroCount(left);
            if (values[label] + last[label] > highest)
            {
                (highest, best) = (values[label] + last[label], label);
            }
        }
        return best;
    }

    private static sbyte Rounded(float weight) =>
        (sbyte)Math.Clamp(MathF.Round(weight), -sbyte.MaxValue, sbyte.MaxValue);

    /// <summary>A scale under which all but the very largest weights keep their proportions.</summary>
    private static float Scale(IEnumerable<float[]> rows)
    {
        const double keptWhole = 0.9995;
        var sizes = rows.SelectMany(row => row).Select(Math.Abs).Where(size => size > 0).Order().ToList();
        return sizes.Count == 0 ? 1 : sizes[(int)((sizes.Count - 1) * keptWhole)] / sbyte.MaxValue;
    }
}
