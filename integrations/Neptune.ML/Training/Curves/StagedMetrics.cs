using System.Runtime.CompilerServices;

namespace Neptune.ML.Training.Curves;

/// <summary>
/// Sums up, row by row, the metrics of an ensemble after each of its iterations. Compiled for speed at once: a curve is over before the runtime would find
/// that it matters.
/// </summary>
internal sealed class StagedMetrics
{
    private readonly TreeSum[] sums;
    private readonly TreeArrays[][] trees;
    private readonly StagedTotals totals;

    public StagedMetrics(StagedModel model)
    {
        sums = [.. model.Sums];
        trees = [.. sums.Select(sum => sum.Trees.ToArray())];
        totals = new(model.Rule, [.. sums.Select(sum => sum.Calibration)], model.Iterations);
    }

    /// <summary>Adds a row. One without a label does not count.</summary>
    public void Add(float[] features, double label)
    {
        if (double.IsNaN(label))
            return;
        for (var i = 0; i < sums.Length; i++)
            Score(sums[i].Bias, trees[i], totals.Scores[i], features);
        totals.Add(label);
    }

    /// <summary>The series, by name, with a value per iteration.</summary>
    public IEnumerable<(string Name, double[] Values)> Series() => totals.Series();

    /// <summary>The scores of a row after each iteration. An ensemble that stopped early stays where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Score(double bias, TreeArrays[] trees, double[] stages, float[] features)
    {
        var score = bias;
        for (var iteration = 0; iteration < stages.Length; iteration++)
            stages[iteration] = iteration < trees.Length ? score += trees[iteration].ValueOf(features) : score;
    }
}
