using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>What the model of each of some snapshots says about rows, measured.</summary>
/// <param name="rule">What weights times features come to.</param>
/// <param name="loss">The loss function, where the rule has one.</param>
/// <param name="shape">Where the weights are.</param>
/// <param name="classes">The classes that are positive; null where labels are taken as they are.</param>
internal sealed class SnapshotMetrics(StagedRule rule, IScalarLoss? loss, WeightShape shape, int[]? classes = null)
{
    /// <summary>The series, by name, with a value per snapshot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public IEnumerable<(string Name, double[] Values)> Of(IReadOnlyList<FeatureRow> rows, float[][] snapshots)
    {
        var totals = new StagedTotals(rule, [.. Enumerable.Repeat(Calibration.Logistic, shape.Outputs)], snapshots.Length, loss);
        var norms = rule == StagedRule.Clusters ? Array.ConvertAll(snapshots, SquaredNorms) : null;
        foreach (var row in rows)
        {
            for (var output = 0; output < shape.Outputs; output++)
            {
                var scores = totals.Scores[output];
                for (var i = 0; i < snapshots.Length; i++)
                {
                    var product = row.Dot(shape.WeightsOf(snapshots[i], output));
                    scores[i] = norms is null ? product + shape.BiasOf(snapshots[i], output) : row.SquaredNorm - (2 * product) + norms[i][output];
                }
            }
            totals.Add(classes is null ? row.Label : classes.Contains((int)row.Label) ? 1 : 0);
        }
        return totals.Series();
    }

    private float[] SquaredNorms(float[] centroids) => [.. Enumerable.Range(0, shape.Outputs).Select(output => TensorPrimitives.SumOfSquares(shape.WeightsOf(centroids, output)))];
}
