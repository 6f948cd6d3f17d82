using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>One sequence to learn from: its features, and the right label of each token.</summary>
internal sealed record Example(FeatureSequence Features, int[] Gold);

/// <summary>The averaged structured perceptron (Collins, EMNLP 2002), for linear chains.</summary>
/// <remarks>Deterministic: the order of examples comes from a fixed seed.</remarks>
internal sealed class Perceptron
{
    private const float Impossible = -1e9f;

    private readonly IReadOnlyList<string> labels;
    private readonly int count;
    private readonly Dictionary<ulong, int> ids = [];
    private readonly bool[] after;
    private readonly bool[] first;
    private readonly bool[] last;
    private readonly float[] transitions;
    private readonly float[] transitionSums;
    private float[] weights = [];
    private float[] sums = [];
    private float time = 1;

    public Perceptron(IReadOnlyList<string> labels, int steps)
    {
        this.labels = labels;
        count = labels.Count;
        (after, first, last) = SpanLabels.Allowed(labels);
        transitions = new float[steps * count * count];
        transitionSums = new float[transitions.Length];
    }

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="epochs">How many times each is seen.</param>
    /// <param name="cutoff">A feature that occurs less often is left out.</param>
    /// <param name="name">What the progress is called.</param>
    public void Train(IReadOnlyList<Example> examples, int epochs, int cutoff, string name)
    {
        var known = Number(examples, cutoff);
        weights = new float[ids.Count * count];
        sums = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(7);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var i in order)
            {
                wrong += Learn(examples[i], known[i]) ? 1 : 0;
                time++;
            }
            Console.Error.WriteLine(
                $"{name}: epoch {epoch + 1}, {wrong} of {examples.Count} wrong, {ids.Count} features"
            );
        }
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] -= sums[i] / time;
        }
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] -= transitionSums[i] / time;
        }
        sums = [];
    }

    /// <summary>Writes the model; rows whose weights are all below <paramref name="least"/> of the largest are left out.</summary>
    public void Save(Stream stream, float least)
    {
        var rows = new SortedDictionary<uint, float[]>();
        foreach (var (hash, id) in ids)
        {
            var row = weights.AsSpan(id * count, count).ToArray();
            if (row.Max(Math.Abs) >= least)
            {
                // Two hashes with the same key are told apart by nobody: the one that weighs more stays.
                var key = HashedRows.Key(hash);
                if (!rows.TryGetValue(key, out var other) || other.Max(Math.Abs) < row.Max(Math.Abs))
                {
                    rows[key] = row;
                }
            }
        }
        Console.Error.WriteLine($"{rows.Count} rows kept of {ids.Count}");
        ModelFile.Save(stream, labels, rows, transitions);
    }

    /// <summary>The model as it will be read again, quantised.</summary>
    public SequenceModel ToModel(float least)
    {
        using var file = new MemoryStream();
        Save(file, least);
        file.Position = 0;
        return ModelFile.Load(file);
    }

    private int[][][] Number(IReadOnlyList<Example> examples, int cutoff)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var (features, _) in examples)
        {
            for (var i = 0; i < features.Count; i++)
            {
                foreach (var feature in features.Features(i))
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
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
                        list.Add(id * count);
                    }
                }
                known[e][i] = [.. list];
            }
        }
        return known;
    }

    private bool Learn(Example example, int[][] known)
    {
        var path = Decode(example.Features, known);
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
                var step = example.Features.Step(i) * count * count;
                Move(transitions, transitionSums, step + (example.Gold[i - 1] * count) + right, 1);
                Move(transitions, transitionSums, step + (path[i - 1] * count) + told, -1);
            }
        }
        return wrong;
    }

    private void Move(float[] values, float[] over, int at, float by)
    {
        values[at] += by;
        over[at] += by * time;
    }

    private int[] Decode(FeatureSequence features, int[][] known)
    {
        var path = new int[known.Length];
        if (known.Length == 0)
        {
            return path;
        }
        var best = new float[count];
        var next = new float[count];
        var came = new int[known.Length * count];
        var scores = new float[count];
        for (var i = 0; i < known.Length; i++)
        {
            Array.Clear(scores);
            foreach (var row in known[i])
            {
                for (var label = 0; label < count; label++)
                {
                    scores[label] += weights[row + label];
                }
            }
            var step = features.Step(i) * count * count;
            for (var label = 0; label < count; label++)
            {
                if (i == 0)
                {
                    next[label] = first[label] ? scores[label] : Impossible;
                    continue;
                }
                var (highest, from) = (Impossible * 2, 0);
                for (var before = 0; before < count; before++)
                {
                    var value = best[before] + transitions[step + (before * count) + label];
                    if (value > highest && after[(before * count) + label])
                    {
                        (highest, from) = (value, before);
                    }
                }
                next[label] = highest + scores[label];
                came[(i * count) + label] = from;
            }
            (best, next) = (next, best);
        }
        var end = 0;
        for (var label = 1; label < count; label++)
        {
            end = best[label] > best[end] && last[label] ? label : end;
        }
        path[^1] = end;
        for (var i = known.Length - 1; i > 0; i--)
        {
            path[i - 1] = came[(i * count) + path[i]];
        }
        return path;
    }
}
