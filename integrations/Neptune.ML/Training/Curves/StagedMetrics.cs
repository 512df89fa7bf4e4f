namespace Neptune.ML.Training.Curves;

/// <summary>Sums up, row by row, the metrics of an ensemble after each of its iterations.</summary>
internal sealed class StagedMetrics(StagedModel model)
{
    private const double SmallestProbability = 1e-15;
    private const double SmallestProduct = 1e-280;

    private readonly double[] first = new double[model.Iterations];
    private readonly double[] second = new double[model.Iterations];
    // The logarithm of a product instead of a sum of logarithms, each of which costs as much as walking a tree.
    private readonly double[] products = [.. Enumerable.Repeat(1.0, model.Iterations)];
    private readonly double[] scores = new double[model.Sums.Count];
    private long rows;

    private bool IsRegression => model.Rule is StagedRule.Regression or StagedRule.RegressionForest;

    /// <summary>Adds a row. One without a label does not count.</summary>
    public void Add(float[] features, double label)
    {
        if (double.IsNaN(label))
            return;
        rows++;
        for (var i = 0; i < scores.Length; i++)
            scores[i] = model.Sums[i].Bias;
        for (var iteration = 0; iteration < first.Length; iteration++)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                if (iteration < model.Sums[i].Trees.Count)
                    scores[i] += model.Sums[i].Trees[iteration].ValueOf(features);
            }
            AddStage(iteration, label);
        }
    }

    /// <summary>The series, by name, with a value per iteration.</summary>
    public IEnumerable<(string Name, double[] Values)> Series() => IsRegression
        ? [("rmse", [.. first.Select(sum => Math.Sqrt(sum / rows))]), ("mae", Means(second))]
        : [("loss", Losses()), ("error_rate", Means(second))];

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

    private double[] Means(double[] sums) => [.. sums.Select(sum => sum / rows)];

    private void AddStage(int iteration, double label)
    {
        if (IsRegression)
        {
            var error = (model.Rule == StagedRule.RegressionForest ? scores[0] / (iteration + 1) : scores[0]) - label;
            first[iteration] += error * error;
            second[iteration] += Math.Abs(error);
            return;
        }
        var (probability, isRight) = model.Rule == StagedRule.Multiclass ? OfClass((int)label) : OfTruth(label > 0.5, iteration);
        products[iteration] *= Math.Max(probability, SmallestProbability);
        if (products[iteration] < SmallestProduct)
            TakeProduct(iteration);
        second[iteration] += isRight ? 0 : 1;
    }

    private (double Probability, bool IsRight) OfTruth(bool label, int iteration)
    {
        var score = model.Rule == StagedRule.BinaryForest ? scores[0] * first.Length / (iteration + 1) : scores[0];
        var positive = model.Sums[0].Probability(score);
        return (label ? positive : 1 - positive, score > 0 == label);
    }

    private (double Probability, bool IsRight) OfClass(int label)
    {
        double total = 0, own = 0, best = double.NegativeInfinity;
        var chosen = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var probability = model.Sums[i].Probability(scores[i]);
            total += probability;
            if (i == label)
                own = probability;
            if (probability > best)
                (best, chosen) = (probability, i);
        }
        return (own / total, chosen == label);
    }
}
