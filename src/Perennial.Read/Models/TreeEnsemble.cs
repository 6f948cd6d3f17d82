using System.Runtime.InteropServices;

namespace Perennial.Read.Models;

/// <summary>A decision tree: at each inner node one feature against one threshold, at each leaf a number.</summary>
/// <param name="Feature">Per inner node, the feature that is looked at.</param>
/// <param name="Threshold">Per inner node, the largest value that goes left.</param>
/// <param name="Left">Per inner node, the next node; a negative number <c>~i</c> is leaf <c>i</c>.</param>
/// <param name="Right">The same for larger values.</param>
/// <param name="Leaf">The leaves.</param>
internal sealed record DecisionTree(byte[] Feature, float[] Threshold, short[] Left, short[] Right, float[] Leaf)
{
    /// <summary>The leaf that some features lead to.</summary>
    public float Of(ReadOnlySpan<float> features)
    {
        var node = 0;
        while (node >= 0)
        {
            node = features[Feature[node]] <= Threshold[node] ? Left[node] : Right[node];
        }
        return Leaf[~node];
    }
}

/// <summary>Gradient-boosted trees for a yes or no (Friedman, 2001): the leaves' sum, through the logistic function.</summary>
internal sealed class TreeEnsemble(IReadOnlyList<DecisionTree> trees)
{
    private readonly DecisionTree[] trees = [.. trees];
    private readonly Step[][] steps = [.. trees.Select(Steps)];

    /// <summary>An inner node, all of it in one place: what a row needs next is near.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Step(float Threshold, byte Feature, short Left, short Right);

    /// <summary>How likely yes is for each row, 0 to 1.</summary>
    public float[] Probabilities(float[][] rows)
    {
        // Row by row within a tree: the tree stays in the processor's nearest memory. Two rows at a time: one need not
        // wait for the other.
        var sums = new float[rows.Length];
        for (var tree = 0; tree < steps.Length; tree++)
        {
            var (nodes, leaves) = (steps[tree], trees[tree].Leaf);
            var i = 0;
            for (; i + 1 < rows.Length; i += 2)
            {
                var (first, second) = (rows[i], rows[i + 1]);
                var (one, other) = (0, 0);
                while ((one & other) >= 0)
                {
                    one = one < 0 ? one : Next(nodes[one], first);
                    other = other < 0 ? other : Next(nodes[other], second);
                }
                sums[i] += leaves[~one];
                sums[i + 1] += leaves[~other];
            }
            if (i < rows.Length)
            {
                sums[i] += trees[tree].Of(rows[i]);
            }
        }
        return Array.ConvertAll(sums, sum => 1 / (1 + MathF.Exp(-sum)));
    }

    private static int Next(in Step node, float[] row) => row[node.Feature] <= node.Threshold ? node.Left : node.Right;

    private static Step[] Steps(DecisionTree tree) =>
        [.. tree.Feature.Select((feature, i) => new Step(tree.Threshold[i], feature, tree.Left[i], tree.Right[i]))];

    /// <summary>Reads an ensemble.</summary>
    public static TreeEnsemble Read(BinaryReader reader)
    {
        var read = new DecisionTree[reader.ReadInt32()];
        for (var t = 0; t < read.Length; t++)
        {
            var inner = reader.ReadUInt16();
            var tree = new DecisionTree(
                reader.ReadBytes(inner),
                new float[inner],
                new short[inner],
                new short[inner],
                new float[inner + 1]
            );
            for (var i = 0; i < inner; i++)
            {
                tree.Threshold[i] = reader.ReadSingle();
                tree.Left[i] = reader.ReadInt16();
                tree.Right[i] = reader.ReadInt16();
            }
            for (var i = 0; i <= inner; i++)
            {
                tree.Leaf[i] = reader.ReadSingle();
            }
            read[t] = tree;
        }
        return new TreeEnsemble(read);
    }

    /// <summary>Writes an ensemble.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(trees.Length);
        foreach (var tree in trees)
        {
            writer.Write((ushort)tree.Feature.Length);
            writer.Write(tree.Feature);
            for (var i = 0; i < tree.Feature.Length; i++)
            {
                writer.Write(tree.Threshold[i]);
                writer.Write(tree.Left[i]);
                writer.Write(tree.Right[i]);
            }
            foreach (var leaf in tree.Leaf)
            {
                writer.Write(leaf);
            }
        }
    }
}
