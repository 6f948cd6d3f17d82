namespace Perennial.Read.Models;

/// <summary>A linear-chain model that gives every token of a sequence a label: weights of features, and of label after label.</summary>
/// <remarks>
/// The weights come from an averaged structured perceptron (Collins, EMNLP 2002), trained by <c>train/</c>. Features are known
/// by 32 bits of their hash, weights are bytes of one scale: the file holds numbers only.
/// </remarks>
internal sealed class SequenceModel
{
    private const float Impossible = -1e9f;

    private readonly HashedRows rows;
    private readonly float[] transitions;
    private readonly bool[] allowed;
    private readonly bool[] allowedFirst;
    private readonly bool[] allowedLast;

    /// <param name="labels">The labels; in the scheme of <see cref="SpanLabels"/>, or any names.</param>
    /// <param name="rows">The weight of each label for each feature.</param>
    /// <param name="transitions">The weight of label after label for each class of step: <c>[step, before, after]</c>.</param>
    public SequenceModel(IReadOnlyList<string> labels, HashedRows rows, float[] transitions)
    {
        Labels = labels;
        this.rows = rows;
        this.transitions = transitions;
        (allowed, allowedFirst, allowedLast) = SpanLabels.Allowed(labels);
    }

    /// <summary>The labels by number.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>How many classes of steps between tokens the transitions tell apart.</summary>
    public int Steps => transitions.Length / (Labels.Count * Labels.Count);

    /// <summary>The best sequence of labels (Viterbi).</summary>
    /// <param name="sequence">The features of each token.</param>
    public int[] Decode(FeatureSequence sequence)
    {
        var (count, labels) = (sequence.Count, Labels.Count);
        var path = new int[count];
        if (count == 0)
        {
            return path;
        }
        var best = new float[labels];
        var next = new float[labels];
        var came = new byte[count * labels];
        Span<float> scores = stackalloc float[labels];
        for (var i = 0; i < count; i++)
        {
            Score(sequence.Features(i), scores);
            var steps = transitions.AsSpan(sequence.Step(i) * labels * labels, labels * labels);
            for (var label = 0; label < labels; label++)
            {
                if (i == 0)
                {
                    next[label] = allowedFirst[label] ? scores[label] : Impossible;
                    continue;
                }
                var (highest, from) = (Impossible * 2, 0);
                for (var before = 0; before < labels; before++)
                {
                    var value = best[before] + steps[(before * labels) + label];
                    if (value > highest && allowed[(before * labels) + label])
                    {
                        (highest, from) = (value, before);
                    }
                }
                next[label] = highest + scores[label];
                came[(i * labels) + label] = (byte)from;
            }
            (best, next) = (next, best);
        }
        path[^1] = Last(best);
        for (var i = count - 1; i > 0; i--)
        {
            path[i - 1] = came[(i * labels) + path[i]];
        }
        return path;
    }

    private void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            rows.AddTo(scores, feature);
        }
    }

    private int Last(float[] values)
    {
        var largest = 0;
        for (var label = 1; label < values.Length; label++)
        {
            largest = values[label] > values[largest] && allowedLast[label] ? label : largest;
        }
        return largest;
    }
}
