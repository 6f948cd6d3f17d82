namespace Perennial.Train;

/// <summary>Logistic regression, fitted by Newton's method with a penalty on large weights. The first number of each row is 1.</summary>
internal static class LogisticRegression
{
    private const int Steps = 25;

    /// <summary>Fits.</summary>
    /// <param name="rows">The numbers of each example.</param>
    /// <param name="labels">What is true of it.</param>
    /// <param name="importance">How much it counts.</param>
    /// <param name="penalty">On the squares of the weights, after each column was brought to variance 1.</param>
    public static float[] Fit(
        IReadOnlyList<float[]> rows,
        IReadOnlyList<bool> labels,
        IReadOnlyList<double> importance,
        double penalty
    )
    {
        var width = rows[0].Length;
        var scale = Enumerable.Range(0, width).Select(column => Scale(rows, column)).ToArray();
        var weights = new double[width];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[width];
            var curvature = new double[width, width];
            for (var n = 0; n < rows.Count; n++)
            {
                var row = rows[n];
                double sum = 0;
                for (var i = 0; i < width; i++)
                {
                    sum += weights[i] * row[i] / scale[i];
                }
                var likely = 1 / (1 + Math.Exp(-sum));
                var error = importance[n] * ((labels[n] ? 1 : 0) - likely);
                var bend = importance[n] * likely * (1 - likely);
                for (var i = 0; i < width; i++)
                {
                    gradient[i] += error * row[i] / scale[i];
                    for (var j = 0; j <= i; j++)
                    {
                        curvature[i, j] += bend * row[i] / scale[i] * row[j] / scale[j];
                    }
                }
            }
            for (var i = 0; i < width; i++)
            {
                gradient[i] -= i == 0 ? 0 : penalty * weights[i];
                curvature[i, i] += i == 0 ? 1e-9 : penalty;
                for (var j = 0; j < i; j++)
                {
                    curvature[j, i] = curvature[i, j];
                }
            }
            var change = Solve(curvature, gradient);
            for (var i = 0; i < width; i++)
            {
                weights[i] += change[i];
            }
        }
        return [.. weights.Select((weight, i) => (float)(weight / scale[i]))];
    }

    private static double Scale(IReadOnlyList<float[]> rows, int column)
    {
        var mean = rows.Average(row => (double)row[column]);
        var variance = rows.Average(row => (row[column] - mean) * (row[column] - mean));
        return variance > 1e-12 ? Math.Sqrt(variance) : 1;
    }

    /// <summary>Gaussian elimination with the largest pivot.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row, column]));
            for (var i = 0; i < size; i++)
            {
                (matrix[column, i], matrix[pivot, i]) = (matrix[pivot, i], matrix[column, i]);
            }
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = column + 1; row < size; row++)
            {
                var factor = matrix[row, column] / matrix[column, column];
                for (var i = column; i < size; i++)
                {
                    matrix[row, i] -= factor * matrix[column, i];
                }
                right[row] -= factor * right[column];
            }
        }
        for (var row = size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < size; i++)
            {
                right[row] -= matrix[row, i] * right[i];
            }
            right[row] /= matrix[row, row];
        }
        return right;
    }
}
