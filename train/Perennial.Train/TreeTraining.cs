using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Perennial.Read.Models;

namespace Perennial.Train;

/// <summary>Gradient-boosted trees, grown by LightGBM through ML.NET.</summary>
internal static class TreeTraining
{
    private const int Seed = 17;

    /// <summary>Grows trees.</summary>
    /// <param name="rows">The numbers of each example.</param>
    /// <param name="labels">What is true of it.</param>
    /// <param name="weights">How much it counts.</param>
    /// <param name="trees">How many trees.</param>
    /// <param name="leaves">How many leaves each.</param>
    public static TreeEnsemble Train(float[][] rows, bool[] labels, float[] weights, int trees, int leaves)
    {
        var context = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Length);
        var data = context.Data.LoadFromEnumerable(
            rows.Select(
                (row, i) =>
                    new Example
                    {
                        Features = row,
                        Label = labels[i],
                        Weight = weights[i],
                    }
            ),
            schema
        );
        var trained = context
            .BinaryClassification.Trainers.LightGbm(
                new LightGbmBinaryTrainer.Options
                {
                    NumberOfIterations = trees,
                    NumberOfLeaves = leaves,
                    MinimumExampleCountPerLeaf = 40,
                    LearningRate = 0.08,
                    UseCategoricalSplit = false,
                    ExampleWeightColumnName = nameof(Example.Weight),
                    NumberOfThreads = 1,
                    Seed = Seed,
                    Deterministic = true,
                    Booster = new GradientBooster.Options
                    {
                        FeatureFraction = 0.6,
                        SubsampleFraction = 0.8,
                        SubsampleFrequency = 1,
                        L2Regularization = 1,
                    },
                }
            )
            .Fit(data);
        var calibrated = (CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>)trained.Model;
        var (ensemble, slope) = (calibrated.SubModel.TrainedTreeEnsemble, (float)-calibrated.Calibrator.Slope);
        return new TreeEnsemble([
            .. ensemble.Trees.Select(
                (tree, i) =>
                    Converted(tree, (float)ensemble.TreeWeights[i] * slope, i == 0 ? (float)ensemble.Bias * slope : 0)
            ),
        ]);
    }

    private static DecisionTree Converted(RegressionTree tree, float scale, float offset) =>
        new(
            [.. tree.NumericalSplitFeatureIndexes.Select(feature => checked((byte)feature))],
            [.. tree.NumericalSplitThresholds],
            [.. tree.LeftChild.Select(child => checked((short)child))],
            [.. tree.RightChild.Select(child => checked((short)child))],
            [.. tree.LeafValues.Select(value => ((float)value * scale) + offset)]
        );

    private sealed class Example
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }

        public float Weight { get; set; }
    }
}
