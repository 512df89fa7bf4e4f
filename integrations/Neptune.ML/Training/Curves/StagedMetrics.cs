using System.Runtime.CompilerServices;

namespace Neptune.ML.Training.Curves;

/// <summary>
/// Sums up, row by row, the metrics of an ensemble after each of its iterations. Compiled for speed at once: a curve is over before the runtime would find
/// that it matters.
/// </summary>
internal sealed class StagedMetrics
{
    private const double SmallestProbability = 1e-15;
    private const double SmallestProduct = 1e-280;

    private readonly StagedRule rule;
    private readonly TreeSum[] sums;
    private readonly TreeArrays[][] trees;
    private readonly double[] first;
    private readonly double[] second;
    // The logarithm of a product instead of a sum of logarithms, each of which costs as much as walking a tree.
    private readonly double[] products;
    private readonly double[][] scores;
    private readonly StagedAuc? auc;
    private long rows;

    public StagedMetrics(StagedModel model)
    {
        rule = model.Rule;
        sums = [.. model.Sums];
        trees = [.. sums.Select(sum => sum.Trees.ToArray())];
        (first, second) = (new double[model.Iterations], new double[model.Iterations]);
        products = [.. first.Select(_ => 1.0)];
        scores = [.. sums.Select(_ => new double[model.Iterations])];
        auc = rule is StagedRule.Binary or StagedRule.BinaryForest or StagedRule.FastTreeBinary ? new() : null;
    }

    private bool IsRegression => rule is StagedRule.Regression or StagedRule.RegressionForest;

    /// <summary>Adds a row. One without a label does not count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(float[] features, double label)
    {
        if (double.IsNaN(label))
            return;
        rows++;
        for (var i = 0; i < scores.Length; i++)
            Score(sums[i].Bias, trees[i], scores[i], features);
        auc?.Add(scores[0], label > 0.5);
        switch (rule)
        {
            case StagedRule.Binary or StagedRule.BinaryForest:
                AddBinary(label > 0.5);
                break;
            case StagedRule.Regression or StagedRule.RegressionForest:
                AddRegression(label);
                break;
            case StagedRule.Multiclass:
                AddMulticlass((int)label);
                break;
        }
    }

    /// <summary>The series, by name, with a value per iteration.</summary>
    public IEnumerable<(string Name, double[] Values)> Series()
    {
        if (IsRegression)
            return [("rmse", [.. first.Select(sum => Math.Sqrt(sum / rows))]), ("mae", Means(second))];
        (string, double[])[] ranks = auc?.Values() is { } areas ? [("auc", areas)] : [];
        return rule == StagedRule.FastTreeBinary ? ranks : [("loss", Losses()), ("error_rate", Means(second)), .. ranks];
    }

    private double[] Losses()
    {
        for (var iteration = 0; iteration < products.Length; iteration++)
            TakeProduct(iteration);
        return Means(first);
    }

    private void TakeProduct(int iteration)
    {
        first[iteration] -= Math.Log(products[iteration]);
        products[iteration] = 1;
    }

    private double[] Means(double[] totals) => [.. totals.Select(total => total / rows)];

    /// <summary>The scores of a row after each iteration. An ensemble that stopped early stays where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Score(double bias, TreeArrays[] trees, double[] stages, float[] features)
    {
        var score = bias;
        for (var iteration = 0; iteration < stages.Length; iteration++)
            stages[iteration] = iteration < trees.Length ? score += trees[iteration].ValueOf(features) : score;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBinary(bool label)
    {
        var (sum, stages) = (sums[0], scores[0]);
        for (var iteration = 0; iteration < stages.Length; iteration++)
        {
            var score = stages[iteration];
            var positive = sum.Probability(rule == StagedRule.BinaryForest ? score * stages.Length / (iteration + 1) : score);
            AddClassified(iteration, label ? positive : 1 - positive, score > 0 == label);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRegression(double label)
    {
        var stages = scores[0];
        for (var iteration = 0; iteration < stages.Length; iteration++)
        {
            var error = (rule == StagedRule.RegressionForest ? stages[iteration] / (iteration + 1) : stages[iteration]) - label;
            first[iteration] += error * error;
            second[iteration] += Math.Abs(error);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMulticlass(int label)
    {
        for (var iteration = 0; iteration < first.Length; iteration++)
        {
            double total = 0, own = 0, best = double.NegativeInfinity;
            var chosen = 0;
            for (var i = 0; i < scores.Length; i++)
            {
                var probability = sums[i].Probability(scores[i][iteration]);
                total += probability;
                if (i == label)
                    own = probability;
                if (probability > best)
                    (best, chosen) = (probability, i);
            }
            AddClassified(iteration, own / total, chosen == label);
        }
    }

    private void AddClassified(int iteration, double probability, bool isRight)
    {
        products[iteration] *= Math.Max(probability, SmallestProbability);
        if (products[iteration] < SmallestProduct)
            TakeProduct(iteration);
        second[iteration] += isRight ? 0 : 1;
    }
}
