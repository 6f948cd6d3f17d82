using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Logistic regression over hashed features: stochastic gradient with a rate of its own for each weight (AdaGrad; Duchi, Hazan, Singer, 2011).</summary>
internal static class HashedTraining
{
    private const int Epochs = 4;
    private const float Rate = 0.08f;
    private const float Decay = 2e-4f;

    /// <summary>Learns the weights of some examples.</summary>
    /// <param name="examples">Places of the features of each (<see cref="HashedWeights.Index"/>), what is true, and how much it counts.</param>
    public static HashedWeights Train(IReadOnlyList<(int[] Features, bool Yes, float Weight)> examples)
    {
        var (weights, squares) = (new float[HashedWeights.Count], new float[HashedWeights.Count]);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(17);
        var bias = 0f;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (features, yes, weight) = examples[i];
                var sum = bias;
                foreach (var feature in features)
                {
                    sum += weights[feature];
                }
                var error = weight * ((yes ? 1 : 0) - (1 / (1 + MathF.Exp(-sum))));
                bias += 0.01f * error;
                foreach (var feature in features)
                {
                    var gradient = error - (Decay * weights[feature]);
                    squares[feature] += gradient * gradient;
                    weights[feature] += Rate * gradient / MathF.Sqrt(squares[feature] + 1e-6f);
                }
            }
        }
        return HashedWeights.Of(weights);
    }
}
