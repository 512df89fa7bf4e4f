using System.Runtime.CompilerServices;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Training.Curves;

/// <summary>Sums up, row by row, the metrics of a model at each of several stages of its training, from what it said of the row at each of them.</summary>
/// <param name="rule">What the scores are.</param>
/// <param name="calibrations">How the score of each class becomes a probability.</param>
/// <param name="stages">How many stages there are.</param>
/// <param name="loss">What a margin, or the error of a regression, is measured by.</param>
internal sealed class StagedTotals(StagedRule rule, Calibration[] calibrations, int stages, IScalarLoss? loss = null)
{
    private const double SmallestProbability = 1e-15;
    private const double SmallestProduct = 1e-280;

    private readonly double[] first = new double[stages];
    private readonly double[] second = new double[stages];
    private readonly double[] third = new double[stages];
    // The logarithm of a product instead of a sum of logarithms, each of which costs as much as walking a tree.
    private readonly double[] products = [.. Enumerable.Repeat(1.0, stages)];
    private readonly StagedAuc? auc = rule is StagedRule.Binary or StagedRule.BinaryForest or StagedRule.FastTreeBinary or StagedRule.Margin ? new() : null;
    private long rows;

    /// <summary>What the model said of the row that is added next: a value per stage for each class.</summary>
    public double[][] Scores { get; } = [.. calibrations.Select(_ => new double[stages])];

    /// <summary>Adds a row that has a label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(double label)
    {
        rows++;
        auc?.Add(Scores[0], label > 0.5);
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
            case StagedRule.Margin:
                AddMargin(label > 0.5);
                break;
            case StagedRule.Softmax or StagedRule.MulticlassMargin:
                AddClasses((int)label);
                break;
            case StagedRule.Poisson:
                AddPoisson(label);
                break;
            case StagedRule.Clusters:
                AddClusters();
                break;
        }
    }

    /// <summary>The series, by name, with a value per stage.</summary>
    public IEnumerable<(string Name, double[] Values)> Series()
    {
        switch (rule)
        {
            case StagedRule.Regression or StagedRule.RegressionForest when loss is null:
                return [("rmse", Roots(first)), ("mae", Means(second))];
            case StagedRule.Regression or StagedRule.RegressionForest or StagedRule.Poisson:
                return [("loss", Means(third)), ("rmse", Roots(first)), ("mae", Means(second))];
            case StagedRule.Clusters:
                return [("average_score", Means(first))];
        }
        (string, double[])[] ranks = auc?.Values() is { } areas ? [("auc", areas)] : [];
        return rule == StagedRule.FastTreeBinary ? ranks : [("loss", Losses()), ("error_rate", Means(second)), .. ranks];
    }

    private double[] Losses()
    {
        for (var stage = 0; stage < products.Length; stage++)
            TakeProduct(stage);
        return Means(first);
    }

    private void TakeProduct(int stage)
    {
        first[stage] -= Math.Log(products[stage]);
        products[stage] = 1;
    }

    private double[] Roots(double[] totals) => [.. totals.Select(total => Math.Sqrt(total / rows))];

    private double[] Means(double[] totals) => [.. totals.Select(total => total / rows)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBinary(bool label)
    {
        var (calibration, scores) = (calibrations[0], Scores[0]);
        for (var stage = 0; stage < scores.Length; stage++)
        {
            var score = scores[stage];
            var positive = calibration.Probability(rule == StagedRule.BinaryForest ? score * scores.Length / (stage + 1) : score);
            AddClassified(stage, label ? positive : 1 - positive, score > 0 == label);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRegression(double label)
    {
        var scores = Scores[0];
        for (var stage = 0; stage < scores.Length; stage++)
        {
            var error = (rule == StagedRule.RegressionForest ? scores[stage] / (stage + 1) : scores[stage]) - label;
            first[stage] += error * error;
            second[stage] += Math.Abs(error);
            if (loss is not null)
                third[stage] += loss.Loss((float)scores[stage], (float)label);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMulticlass(int label)
    {
        for (var stage = 0; stage < first.Length; stage++)
        {
            double total = 0, own = 0, best = double.NegativeInfinity;
            var chosen = 0;
            for (var i = 0; i < Scores.Length; i++)
            {
                var probability = calibrations[i].Probability(Scores[i][stage]);
                total += probability;
                if (i == label)
                    own = probability;
                if (probability > best)
                    (best, chosen) = (probability, i);
            }
            AddClassified(stage, own / total, chosen == label);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMargin(bool label)
    {
        var scores = Scores[0];
        for (var stage = 0; stage < scores.Length; stage++)
        {
            first[stage] += loss!.Loss((float)scores[stage], label ? 1 : -1);
            second[stage] += scores[stage] > 0 == label ? 0 : 1;
        }
    }

    /// <summary>A class that the model does not know has the smallest probability there is, or a score of 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddClasses(int label)
    {
        for (var stage = 0; stage < first.Length; stage++)
        {
            var chosen = 0;
            for (var i = 1; i < Scores.Length; i++)
                chosen = Scores[i][stage] > Scores[chosen][stage] ? i : chosen;
            if (rule == StagedRule.Softmax)
                AddClassified(stage, label < Scores.Length ? Softmax(stage, label, chosen) : 0, chosen == label);
            else
                AddMargins(stage, label, chosen);
        }
    }

    /// <summary>The probability of a class, given the class of the highest score.</summary>
    private double Softmax(int stage, int label, int chosen)
    {
        double total = 0;
        foreach (var scores in Scores)
            total += Math.Exp(scores[stage] - Scores[chosen][stage]);
        return Math.Exp(Scores[label][stage] - Scores[chosen][stage]) / total;
    }

    private void AddMargins(int stage, int label, int chosen)
    {
        second[stage] += chosen == label ? 0 : 1;
        var own = label < Scores.Length ? Scores[label][stage] : 0;
        for (var i = 0; i < Scores.Length; i++)
            first[stage] += i == label ? 0 : loss!.Loss((float)(own - Scores[i][stage]), 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPoisson(double label)
    {
        var scores = Scores[0];
        for (var stage = 0; stage < scores.Length; stage++)
        {
            var mean = Math.Exp(scores[stage]);
            first[stage] += (mean - label) * (mean - label);
            second[stage] += Math.Abs(mean - label);
            third[stage] += mean - (label * scores[stage]);
        }
    }

    private void AddClusters()
    {
        for (var stage = 0; stage < first.Length; stage++)
        {
            var nearest = double.PositiveInfinity;
            foreach (var distances in Scores)
                nearest = Math.Min(nearest, distances[stage]);
            first[stage] += nearest;
        }
    }

    private void AddClassified(int stage, double probability, bool isRight)
    {
        products[stage] *= Math.Max(probability, SmallestProbability);
        if (products[stage] < SmallestProduct)
            TakeProduct(stage);
        second[stage] += isRight ? 0 : 1;
    }
}
