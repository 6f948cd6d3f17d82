using System.Numerics;
using System.Runtime.InteropServices;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>
/// Conditional random fields over chains (Lafferty, McCallum, Pereira, 2001), learnt by stochastic gradient with a rate of its
/// own for each weight (AdaGrad; Duchi, Hazan, Singer, 2011).
/// </summary>
/// <remarks>
/// A share of the features is left out at each step, so that none is leant on too much, and the weights are the mean over the later
/// epochs. Deterministic: order and omissions come from fixed seeds.
/// </remarks>
internal sealed class ChainTraining
{
    private const float Rate = 0.05f;
    private const float Omitted = 0.3f;
    private const float FirstSquare = 0.1f;

    // A token that is right with this much certainty teaches nothing.
    private const float Certain = 0.002f;

    private readonly IReadOnlyList<string> labels;
    private readonly int count;

    // Rows are as long as vectors of numbers are wide.
    private readonly int stride;
    private readonly Dictionary<uint, int> ids = [];
    private readonly bool[] after;
    private readonly bool[] first;
    private readonly Weights transitions;
    private readonly Random omissions = new(11);
    private Weights weights = new(0);

    public ChainTraining(IReadOnlyList<string> labels)
    {
        this.labels = labels;
        count = labels.Count;
        stride = (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        (after, first, _) = SpanLabels.Allowed(labels);
        transitions = new Weights(count * count);
    }

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="epochs">How many times each is seen; the mean is over those after the second.</param>
    /// <param name="cutoff">A feature that occurs less often is left out.</param>
    /// <param name="name">What the progress is called.</param>
    public void Train(IReadOnlyList<Example> examples, int epochs, int cutoff, string name)
    {
        const int settling = 4;
        var known = Number(examples, cutoff);
        weights = new Weights(ids.Count * stride);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(7);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var i in order)
            {
                loss += Learn(examples[i].Gold, Kept(known[i]));
            }
            if (epoch >= settling || epoch == epochs - 1)
            {
                weights.Gather();
                transitions.Gather();
            }
            Console.Error.WriteLine(
                FormattableString.Invariant(
                    $"{name}: epoch {epoch + 1}, loss {loss / examples.Count:0.000}, {ids.Count} features"
                )
            );
        }
        weights.TakeMean();
        transitions.TakeMean();
    }

    /// <summary>Writes the model; rows whose weights are all below <paramref name="least"/> are left out.</summary>
    public void Write(BinaryWriter writer, float least)
    {
        var rows = new SortedDictionary<uint, float[]>();
        foreach (var (hash, id) in ids)
        {
            var row = weights.Values.AsSpan(id * stride, count).ToArray();
            if (row.Max(Math.Abs) >= least)
            {
                rows.TryAdd(HashedRows.Key(hash), row);
            }
        }
        Console.Error.WriteLine($"{rows.Count} rows kept of {ids.Count}");
        SequenceModel.Write(writer, labels, rows, transitions.Values);
    }

    /// <summary>The model as it will be read again, rounded.</summary>
    public SequenceModel ToModel(float least)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        Write(writer, least);
        file.Position = 0;
        using var reader = new BinaryReader(file);
        return SequenceModel.Read(reader);
    }

    private int[][] Kept(int[][] known) =>
        Array.ConvertAll(known, rows => Array.FindAll(rows, _ => omissions.NextSingle() >= Omitted));

    /// <summary>Per example and token, where the rows of its features begin.</summary>
    private int[][][] Number(IReadOnlyList<Example> examples, int cutoff)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var (features, _, _) in examples)
        {
            for (var i = 0; i < features.Count; i++)
            {
                foreach (var feature in features.Features(i))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
                }
            }
        }
        foreach (var (feature, times) in counts)
        {
            if (times >= cutoff)
            {
                ids.Add(feature, ids.Count);
            }
        }
        var known = new int[examples.Count][][];
        for (var e = 0; e < examples.Count; e++)
        {
            var features = examples[e].Features;
            known[e] = new int[features.Count][];
            for (var i = 0; i < features.Count; i++)
            {
                var list = new List<int>();
                foreach (var feature in features.Features(i))
                {
                    if (ids.TryGetValue(feature, out var id))
                    {
                        list.Add(id * stride);
                    }
                }
                known[e][i] = [.. list];
            }
        }
        return known;
    }

    /// <summary>One step down the gradient; the loss before it.</summary>
    private double Learn(int[] gold, int[][] known)
    {
        var length = known.Length;
        if (length == 0)
        {
            return 0;
        }
        var scores = Scores(known);
        var (forward, backward, total) = ForwardBackward(scores, length);
        var loss = total;
        for (var i = 0; i < length; i++)
        {
            loss -= scores[(i * count) + gold[i]];
            loss -= i > 0 ? transitions.Values[(gold[i - 1] * count) + gold[i]] : 0;
        }
        // All steps of a sequence together, from the weights as they were.
        var steps = new double[count * count];
        for (var i = 1; i < length; i++)
        {
            for (var before = 0; before < count; before++)
            {
                for (var label = 0; label < count; label++)
                {
                    if (after[(before * count) + label])
                    {
                        steps[(before * count) + label] += Math.Exp(
                            forward[((i - 1) * count) + before]
                                + transitions.Values[(before * count) + label]
                                + scores[(i * count) + label]
                                + backward[(i * count) + label]
                                - total
                        );
                    }
                }
            }
            steps[(gold[i - 1] * count) + gold[i]] -= 1;
        }
        for (var k = 0; k < steps.Length; k++)
        {
            transitions.Move(k, (float)steps[k]);
        }
        Span<float> gradient = stackalloc float[stride];
        for (var i = 0; i < length; i++)
        {
            gradient.Clear();
            var largest = 0f;
            for (var label = 0; label < count; label++)
            {
                var probability = Math.Exp(forward[(i * count) + label] + backward[(i * count) + label] - total);
                gradient[label] = (float)probability - (gold[i] == label ? 1 : 0);
                largest = Math.Max(largest, Math.Abs(gradient[label]));
            }
            if (largest >= Certain)
            {
                foreach (var row in known[i])
                {
                    weights.Move(row, gradient);
                }
            }
        }
        return loss;
    }

    private float[] Scores(int[][] known)
    {
        var scores = new float[known.Length * count];
        Span<float> sums = stackalloc float[stride];
        for (var i = 0; i < known.Length; i++)
        {
            sums.Clear();
            foreach (var row in known[i])
            {
                for (var k = 0; k < stride; k += Vector<float>.Count)
                {
                    (new Vector<float>(sums[k..]) + new Vector<float>(weights.Values, row + k)).CopyTo(sums[k..]);
                }
            }
            sums[..count].CopyTo(scores.AsSpan(i * count));
        }
        return scores;
    }

    /// <summary>Logarithms of the sums over all ways to each label of each token, and from it on, and over all ways.</summary>
    private (double[] Forward, double[] Backward, double Total) ForwardBackward(float[] scores, int length)
    {
        var forward = new double[length * count];
        var backward = new double[length * count];
        Span<double> terms = stackalloc double[count];
        for (var label = 0; label < count; label++)
        {
            forward[label] = first[label] ? scores[label] : double.NegativeInfinity;
        }
        for (var i = 1; i < length; i++)
        {
            for (var label = 0; label < count; label++)
            {
                for (var before = 0; before < count; before++)
                {
                    terms[before] = after[(before * count) + label]
                        ? forward[((i - 1) * count) + before] + transitions.Values[(before * count) + label]
                        : double.NegativeInfinity;
                }
                forward[(i * count) + label] = LogOfSum(terms) + scores[(i * count) + label];
            }
        }
        for (var i = length - 2; i >= 0; i--)
        {
            for (var before = 0; before < count; before++)
            {
                for (var label = 0; label < count; label++)
                {
                    terms[label] = after[(before * count) + label]
                        ? transitions.Values[(before * count) + label]
                            + scores[((i + 1) * count) + label]
                            + backward[((i + 1) * count) + label]
                        : double.NegativeInfinity;
                }
                backward[(i * count) + before] = LogOfSum(terms);
            }
        }
        return (forward, backward, LogOfSum(forward.AsSpan((length - 1) * count, count)));
    }

    private static double LogOfSum(ReadOnlySpan<double> terms)
    {
        var largest = double.NegativeInfinity;
        foreach (var term in terms)
        {
            largest = Math.Max(largest, term);
        }
        if (double.IsNegativeInfinity(largest))
        {
            return largest;
        }
        var sum = 0.0;
        foreach (var term in terms)
        {
            sum += Math.Exp(term - largest);
        }
        return largest + Math.Log(sum);
    }

    /// <summary>Weights, the squares of what moved them, and their sums over epochs.</summary>
    private sealed class Weights(int size)
    {
        private readonly float[] squares = [.. Enumerable.Repeat(FirstSquare, size)];
        private readonly float[] sums = new float[size];
        private int gathered;

        public float[] Values { get; } = new float[size];

        public void Move(int at, float gradient)
        {
            squares[at] += gradient * gradient;
            Values[at] -= Rate * gradient / MathF.Sqrt(squares[at]);
        }

        /// <summary>Moves as many neighbours as there are gradients.</summary>
        public void Move(int at, ReadOnlySpan<float> gradients)
        {
            for (var k = 0; k < gradients.Length; k += Vector<float>.Count)
            {
                var gradient = new Vector<float>(gradients[k..]);
                var square = new Vector<float>(squares, at + k) + (gradient * gradient);
                square.CopyTo(squares, at + k);
                var moved = new Vector<float>(Values, at + k) - (gradient * Rate / Vector.SquareRoot(square));
                moved.CopyTo(Values, at + k);
            }
        }

        public void Gather()
        {
            gathered++;
            for (var i = 0; i < size; i++)
            {
                sums[i] += Values[i];
            }
        }

        public void TakeMean()
        {
            for (var i = 0; i < size; i++)
            {
                Values[i] = sums[i] / gathered;
            }
        }
    }
}
