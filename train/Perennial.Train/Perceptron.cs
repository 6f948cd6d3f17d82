using System.Numerics;
using System.Runtime.InteropServices;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>One sequence to learn from.</summary>
/// <param name="Features">Its features.</param>
/// <param name="Gold">The right label of each token.</param>
/// <param name="Candidates">Per token the labels it may have, a bit each; <see langword="null"/> where any may be.</param>
internal sealed record Example(FeatureSequence Features, int[] Gold, ulong[]? Candidates = null);

/// <summary>The averaged structured perceptron (Collins, EMNLP 2002), for linear chains, with dropout of features (Hinton et al., 2012).</summary>
/// <remarks>Deterministic: the order of examples comes from a fixed seed.</remarks>
internal sealed class Perceptron
{
    private const float Impossible = -1e9f;

    private readonly IReadOnlyList<string> labels;
    private readonly int count;

    // Rows are as long as vectors of numbers are wide.
    private readonly int stride;
    private readonly Dictionary<uint, int> ids = [];
    private readonly (bool[] After, bool[] First, bool[] Last) allowed;
    private readonly float[] transitions;
    private readonly float[] transitionSums;
    private float[] weights = [];
    private float[] sums = [];
    private float time = 1;

    public Perceptron(IReadOnlyList<string> labels)
    {
        this.labels = labels;
        count = labels.Count;
        stride = (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        allowed = SpanLabels.Allowed(labels);
        transitions = new float[count * count];
        transitionSums = new float[transitions.Length];
    }

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="epochs">How many times each is seen.</param>
    /// <param name="cutoff">A feature that occurs less often is left out.</param>
    /// <param name="dropout">The share of features that an example is seen without.</param>
    /// <param name="name">What the progress is called.</param>
    public void Train(IReadOnlyList<Example> examples, int epochs, int cutoff, float dropout, string name)
    {
        var known = Number(examples, cutoff);
        weights = new float[ids.Count * stride];
        sums = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(7);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var i in order)
            {
                wrong += Learn(examples[i], Thinned(known[i], dropout, random)) ? 1 : 0;
                time++;
            }
            Console.Error.WriteLine(
                $"{name}: epoch {epoch + 1}, {wrong} of {examples.Count} wrong, {ids.Count} features"
            );
        }
        Average(weights, sums);
        // All features are there later: together they must weigh as much as those that were left.
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= 1 - dropout;
        }
        Average(transitions, transitionSums);
    }

    /// <summary>Writes the model; rows whose weights are all below <paramref name="least"/> are left out.</summary>
    public void Write(BinaryWriter writer, float least)
    {
        var rows = new SortedDictionary<uint, float[]>();
        foreach (var (hash, id) in ids)
        {
            var row = weights.AsSpan(id * stride, count).ToArray();
            if (row.Max(Math.Abs) >= least)
            {
                rows.TryAdd(HashedRows.Key(hash), row);
            }
        }
        Console.Error.WriteLine($"{rows.Count} rows kept of {ids.Count}");
        SequenceModel.Write(writer, labels, rows, transitions);
    }

    /// <summary>Leaves out some features at random, so that a word that is known by heart doesn't hide what else tells its label.</summary>
    private static int[][] Thinned(int[][] known, float dropout, Random random) =>
        dropout == 0
            ? known
            : Array.ConvertAll(known, rows => Array.FindAll(rows, _ => random.NextSingle() >= dropout));

    private void Average(float[] values, float[] over)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= over[i] / time;
        }
    }

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
        var list = new List<int>();
        for (var e = 0; e < examples.Count; e++)
        {
            var features = examples[e].Features;
            known[e] = new int[features.Count][];
            for (var i = 0; i < features.Count; i++)
            {
                list.Clear();
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

    private bool Learn(Example example, int[][] known)
    {
        var path = Decode(known, example.Candidates);
        var wrong = false;
        for (var i = 0; i < path.Length; i++)
        {
            var (told, right) = (path[i], example.Gold[i]);
            if (told != right)
            {
                wrong = true;
                foreach (var row in known[i])
                {
                    Move(weights, sums, row + right, 1);
                    Move(weights, sums, row + told, -1);
                }
            }
            if (i > 0 && (told != right || path[i - 1] != example.Gold[i - 1]))
            {
                Move(transitions, transitionSums, (example.Gold[i - 1] * count) + right, 1);
                Move(transitions, transitionSums, (path[i - 1] * count) + told, -1);
            }
        }
        return wrong;
    }

    private void Move(float[] values, float[] over, int at, float by)
    {
        values[at] += by;
        over[at] += by * time;
    }

    private int[] Decode(int[][] known, ulong[]? candidates)
    {
        var path = new int[known.Length];
        if (known.Length == 0)
        {
            return path;
        }
        var best = new float[count];
        var next = new float[count];
        var came = new byte[known.Length * count];
        var scores = new float[stride];
        for (var i = 0; i < known.Length; i++)
        {
            Score(scores, known[i]);
            for (var label = 0; label < count; label++)
            {
                if (candidates is not null && (candidates[i] >> label & 1) == 0)
                {
                    next[label] = Impossible;
                    continue;
                }
                if (i == 0)
                {
                    next[label] = allowed.First[label] ? scores[label] : Impossible;
                    continue;
                }
                var (highest, from) = (Impossible * 2, 0);
                for (var before = 0; before < count; before++)
                {
                    var value = best[before] + transitions[(before * count) + label];
                    if (value > highest && allowed.After[(before * count) + label])
                    {
                        (highest, from) = (value, before);
                    }
                }
                next[label] = highest + scores[label];
                came[(i * count) + label] = (byte)from;
            }
            (best, next) = (next, best);
        }
        var end = -1;
        for (var label = 0; label < count; label++)
        {
            end = allowed.Last[label] && (end < 0 || best[label] > best[end]) ? label : end;
        }
        path[^1] = end;
        for (var i = known.Length - 1; i > 0; i--)
        {
            path[i - 1] = came[(i * count) + path[i]];
        }
        return path;
    }

    private void Score(float[] scores, int[] rows)
    {
        Array.Clear(scores);
        foreach (var row in rows)
        {
            for (var k = 0; k < stride; k += Vector<float>.Count)
            {
                (new Vector<float>(scores, k) + new Vector<float>(weights, row + k)).CopyTo(scores, k);
            }
        }
    }
}
