using Microsoft.ML;
using Neptune.ML.Evaluation;
using Neptune.ML.Evaluation.Folds;

namespace Neptune.ML;

/// <summary>Logs cross validations.</summary>
/// <remarks>What cannot be logged is a warning and a note in <c>monitoring/neptune/mlnet/fallbacks</c>, as it is for other evaluations.</remarks>
public static class CrossValidationLogging
{
    /// <summary>
    /// Logs what the folds of a cross validation measured: each fold below <c>folds/0/PATH</c>, <c>folds/1/PATH</c>, …, where the callback
    /// has its training, and over all folds the mean in <c>PATH/auc</c> and so on and the standard deviation (of the sample, n − 1) in <c>PATH/std/auc</c>.
    /// </summary>
    /// <param name="folds">What <c>CrossValidate</c> returned.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>cross_validation</c>.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogTo<TMetrics>(this IReadOnlyList<TrainCatalogBase.CrossValidationResult<TMetrics>> folds, NeptuneObject target, string path)
        where TMetrics : class
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        Fallbacks.Guard(target, path, () => Write(folds, target, path));
    }

    /// <summary>
    /// Logs what <see cref="LogTo"/> logs, and evaluates all rows together, each as the fold scored it that did not learn from it: metrics, confusion matrix,
    /// report of each class and charts go to <c>PATH/pooled</c>, as <see cref="MetricsLogging.LogEvaluationTo"/> logs them of a test set. Each row is scored once more.
    /// </summary>
    /// <param name="folds">What <c>CrossValidate</c> returned. The clusters of different folds cannot be compared: of a clustering, only metrics are logged.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>cross_validation</c>.</param>
    /// <param name="columns">Which columns hold what. Default: those of the trainer, where a <see cref="NeptuneCallback"/> trained the folds in this program; else as ML.NET calls them.</param>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogEvaluationTo<TMetrics>(this IReadOnlyList<TrainCatalogBase.CrossValidationResult<TMetrics>> folds, NeptuneObject target, string path, EvaluationColumns? columns = null)
        where TMetrics : class
    {
        folds.LogTo(target, path);
        if (folds.Count > 0)
            Fallbacks.Guard(target, $"{path}/pooled", () => Pool(folds, target, $"{path}/pooled", columns ?? TrainedColumns.Behind(folds[0].ScoredHoldOutSet)), EvaluationWriter.Cure);
    }

    private static void Write<TMetrics>(IReadOnlyList<TrainCatalogBase.CrossValidationResult<TMetrics>> folds, NeptuneObject target, string path)
        where TMetrics : class
    {
        if (folds.Count == 0)
            throw new NeptuneOptionsException("There are no folds to log: the cross validation returned none.");
        var measured = new List<IReadOnlyList<Metric>>();
        foreach (var fold in folds)
        {
            var foldPath = $"folds/{fold.Fold}/{path}";
            Fallbacks.Guard(target, foldPath, () =>
            {
                // One without rows must not count in the mean.
                EvaluatedRows.RequireAny(fold.ScoredHoldOutSet);
                var metrics = MetricList.Of(fold.Metrics);
                measured.Add(metrics);
                EvaluationLog.Write(target, foldPath, metrics);
            });
        }
        var metrics = measured.SelectMany(fold => fold).GroupBy(metric => metric.Name, metric => metric.Value).ToArray();
        EvaluationLog.Write(target, path, [.. metrics.Select(values => new Metric(values.Key, values.Average()))]);
        EvaluationLog.Write(target, $"{path}/std", [.. metrics.Select(values => new Metric(values.Key, StandardDeviation([.. values])))]);
    }

    private static void Pool<TMetrics>(IReadOnlyList<TrainCatalogBase.CrossValidationResult<TMetrics>> folds, NeptuneObject target, string path, EvaluationColumns columns)
        where TMetrics : class => new PooledFolds([.. folds.Select(fold => (fold.Fold, fold.ScoredHoldOutSet))], target, path, columns).Write(folds[0].Metrics);

    /// <summary>Of one fold there is none: NaN.</summary>
    private static double StandardDeviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
